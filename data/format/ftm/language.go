package ftm

import "golang.org/x/text/language"

// iso3 is the code of three letters for a language tag, where the model has it.
func iso3(tag string) string {
	if tag == "" {
		return ""
	}
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, _ := t.Base()
	if code := base.ISO3(); listed("language", code) {
		return code
	}
	return ""
}
