package all

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
)

func many(item string) string {
	var b strings.Builder
	for i := range 3000 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, item, i)
	}
	return b.String()
}

// TestFormatsAreToldByWhatStandsFarBack: what tells a format may stand behind
// thousands of records of a sort that many formats have.
func TestFormatsAreToldByWhatStandsFarBack(t *testing.T) {
	long := strings.Repeat("x", 70_000)
	for text, want := range map[string]string{
		`{"areas":[` + many(`{"id":"a%d","name":"Area","identifiers":[]}`) + `],"memberships":[{"person_id":"p"}],"organizations":[],"persons":[{"id":"p","name":"P"}]}`: "popolo",
		`{"nodes":{` + many(`"n%d":{"name":"N","x":1}`) + `},"edges":{"e":{"node1_id":"n1","node2_id":"n2"}}}`:                                                           "littlesis",
		`{"directed":true,"graph":{"note":"` + long + `"},"nodes":[{"id":1},{"id":2}],"links":[{"source":1,"target":2}]}`:                                                "d3",
		`{"style":[{"a":"` + long + `\""}],"elements":[{"data":{"id":"a"}}],"format_version":"1"}`:                                                                       "cytoscape",
		`[{"annotations":["` + long + `\\"],"statementID":"p","statementType":"personStatement"}]`:                                                                       "bods",
		`{"people":[` + many(`{"id":%d,"name":"A"}`) + `],"places":[{"city":"B"}]}`:                                                                                      "json-records",
	} {
		if got, err := Detect(format.Bytes("x.json", []byte(text))); err != nil || got.Name != want {
			t.Errorf("%.60s is taken for %q, not %q (%v)", text, got.Name, want, err)
		}
	}
}

func TestAnOutlineIsJSONWithItsKeys(t *testing.T) {
	text := `{"a":[` + many(`{"k":"v%d"}`) + `],"b":{` + many(`"k%d":[1,{"x":[]}]`) + `},"c":"` + strings.Repeat(`\"`, 300) + `","d":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`
	got := outline(format.Bytes("x.json", []byte(text)))
	var read map[string]any
	if err := json.Unmarshal(got, &read); err != nil {
		t.Fatal(err, string(got))
	}
	if len(read) != 4 || len(read["a"].([]any)) != outlineItems || len(read["b"].(map[string]any)) != outlinePairs || len(got) > 2000 {
		t.Errorf("%d bytes: %s", len(got), got)
	}
}

func FuzzOutline(f *testing.F) {
	f.Add(`{"a":[1,2,{"b":"\\"}],"c":null}`)
	f.Add(`]]}}{"`)
	f.Fuzz(func(t *testing.T, text string) {
		got := outline(format.Bytes("x.json", []byte(text)))
		if len(got) > len(text) || json.Valid([]byte(text)) && len(text) < 100 && strings.Count(text, ",") < outlineItems && !json.Valid(got) {
			t.Errorf("%q is outlined as %q", text, got)
		}
	})
}
