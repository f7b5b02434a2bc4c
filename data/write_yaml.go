package data

import (
	"bytes"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data/edtf"
)

// writeYAML writes a section as people write it: dates without quotes, evidence
// as source#at, attributes by their key.
func writeYAML(create create, s *section, records []reflect.Value) error {
	y := &yamlPrinter{}
	y.WriteString(s.key + ":\n")
	for _, r := range records {
		fields := filled(r)
		if builtin(s, idOf(r)).IsValid() {
			fields = fieldsOf(s.elem) // what is empty may have been emptied
		}
		y.item(1)
		y.fields(r, fields, 2, true)
		if y.Len() > maxYAML/2 { // the other half for what the reader counts: values and lines
			return errTooLarge
		}
	}
	w, err := create(s.key + ".yaml")
	if err != nil {
		return err
	}
	_, err = w.Write(y.Bytes())
	return err
}

// yamlPrinter writes block style YAML with two spaces a level.
type yamlPrinter struct{ bytes.Buffer }

func (y *yamlPrinter) indent(level int) {
	for range level {
		y.WriteString("  ")
	}
}

// item begins an item of a list; what follows goes on the same line.
func (y *yamlPrinter) item(level int) {
	y.indent(level)
	y.WriteString("- ")
}

// fields writes a record; begun tells that the first key stands on a line that
// a hyphen has begun.
func (y *yamlPrinter) fields(v reflect.Value, fields []*field, level int, begun bool) {
	if len(fields) == 0 {
		y.WriteString("{}\n")
	}
	for i, f := range fields {
		if !begun || i > 0 {
			y.indent(level)
		}
		y.WriteString(f.key + ":")
		y.value(v.FieldByIndex(f.index), level)
	}
}

// value writes what stands behind a key and ends the line.
func (y *yamlPrinter) value(v reflect.Value, level int) {
	switch {
	case v.Kind() == reflect.Map:
		y.texts(v.Interface().(map[string]string), level)
	case v.Kind() == reflect.Slice:
		y.list(v, level)
	default:
		y.WriteString(" " + y.scalar(v, level) + "\n")
	}
}

func (y *yamlPrinter) scalar(v reflect.Value, level int) string {
	switch {
	case v.Type() == dateType:
		if d := v.Interface().(edtf.Date); !d.IsZero() {
			return d.String()
		}
		return `""`
	case v.Kind() == reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	case v.Kind() == reflect.Bool:
		return strconv.FormatBool(v.Bool())
	}
	return yamlText(v.String(), level)
}

func (y *yamlPrinter) texts(m map[string]string, level int) {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	y.WriteByte('\n')
	for _, k := range keys {
		y.indent(level + 1)
		y.WriteString(yamlText(k, -1) + ": " + yamlText(m[k], level+1) + "\n")
	}
}

// list writes items in the shortest form that says all.
func (y *yamlPrinter) list(v reflect.Value, level int) {
	if pairs, ok := v.Interface().([]Attribute); ok && keyable(pairs) {
		y.WriteByte('\n')
		for _, a := range pairs {
			y.indent(level + 1)
			y.WriteString(yamlText(a.Key, -1) + ": " + yamlText(a.Value, level+1) + "\n")
		}
		return
	}
	if v.Len() == 0 {
		y.WriteString(" []\n")
		return
	}
	if v.Len() == 1 && bareText(v.Type().Elem()) {
		if text, ok := bare(v.Index(0)); ok && v.Type().Elem() == evidenceType {
			y.WriteString(" " + yamlText(text, level) + "\n")
			return
		}
	}
	y.WriteByte('\n')
	for i := range v.Len() {
		y.item(level + 1)
		y.element(v.Index(i), level+2)
	}
}

func (y *yamlPrinter) element(v reflect.Value, level int) {
	if bareText(v.Type()) {
		if text, ok := bare(v); ok && text != "" {
			y.WriteString(yamlText(text, level) + "\n")
			return
		}
	}
	if v.Kind() != reflect.Struct {
		y.WriteString(y.scalar(v, level) + "\n")
		return
	}
	y.fields(v, filled(v), level, true)
}

// keyable tells whether attributes can be written as a map of their keys.
func keyable(list []Attribute) bool {
	seen := map[string]bool{}
	for _, a := range list {
		if len(a.Evidence) > 0 || a.Key == "" || a.Value == "" || seen[a.Key] || len(a.Key) > 100 {
			return false
		}
		seen[a.Key] = true
	}
	n := &node{form: object}
	for key := range seen {
		n.cell(key, "", "x")
	}
	return len(list) > 0 && !n.single(nil)
}

var (
	// plainYAML are texts that mean themselves in YAML, whoever reads it.
	plainYAML = regexp.MustCompile(`^[\pL][\pL\pM\pN _.,/()'&#;+-]*[\pL\pM\pN.)]$|^[\pL]$`)
	// reserved are words that other readers of YAML take for something else.
	reserved = []string{"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"}
)

// yamlText is a text as YAML: plain, as a block of lines, or in double quotes.
// level -1 is a key.
func yamlText(s string, level int) string {
	switch {
	case plainYAML.MatchString(s) && !strings.Contains(s, " #") && !slices.Contains(reserved, strings.ToLower(s)):
		return s
	case level >= 0 && blockable(s):
		pad := "\n" + strings.Repeat("  ", level+1)
		return "|-" + pad + strings.ReplaceAll(s, "\n", pad)
	}
	quoted := jsonText(s)
	for _, char := range append([]rune{'\x7f', '\ufeff', '\ufffe', '\uffff'}, breaks...) {
		quoted = strings.ReplaceAll(quoted, string(char), `\u`+strings.ToLower(strconv.FormatInt(0x10000+int64(char), 16)[1:]))
	}
	return quoted
}

// blockable tells whether a text can stand as lines: no empty lines, none that
// begins or ends with a space, nothing that only an escape can write.
func blockable(s string) bool {
	if !strings.Contains(s, "\n") {
		return false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if line == "" || line != strings.TrimSpace(line) || strings.ContainsFunc(line, func(r rune) bool {
			return unprintable(r) || r == '\t' || slices.Contains(breaks, r) || r == '\ufeff' || r == '\ufffe' || r == '\uffff'
		}) {
			return false
		}
	}
	return true
}
