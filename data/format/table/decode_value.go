package table

import (
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// valueKeys are the keys of a value, and the fields that take them; nil: all.
var valueKeys = []struct {
	key    string
	fields []string
}{
	{"column", nil}, {"columns", nil}, {"join", nil}, {"value", nil}, {"values", nil}, {"default", nil}, {"unknown", nil},
	{"split", []string{"aliases", "tags", "links", "from", "to", "authors", "source", "attributes"}},
	{"order", []string{"date", "start", "end"}}, {"century", []string{"date", "start", "end"}}, {"blank", []string{"start", "end", "end_year"}},
	{"table", []string{"from", "to", "place"}}, {"key", []string{"from", "to", "place"}}, {"make", []string{"from", "to", "place"}},
}

func keysOfValue(field string) []string {
	var keys []string
	for _, k := range valueKeys {
		if k.fields == nil || slices.Contains(k.fields, field) {
			keys = append(keys, k.key)
		}
	}
	return keys
}

// value reads how a text is made: a column's name, a list of them, or a map.
// The reader of YAML leaves brackets below a key "date" as the text of a date;
// they are read here.
func (d *mappingReader) value(v data.Value, field string) *Value {
	if text := v.Text(); v.Bare() && field == "date" && text != "" && (text[0] == '{' || text[0] == '[') {
		return d.bracketed(v, field)
	}
	x := &Value{Join: " ", at: v}
	switch v.Form() {
	case data.Scalar:
		x.Columns = []string{v.Text()}
	case data.List:
		x.Columns = d.texts(v)
	case data.Map:
		d.keys(v, field, keysOfValue(field), func(key string, _, v data.Value) { d.part(x, key, v) })
		if x.Columns == nil && v.Key("value").Form() == data.Absent && v.Key("default").Form() == data.Absent {
			d.fail(v, "%s needs a column or a value", field)
		}
	default:
		d.fail(v, "%s is blank: a column's name, or {value: text} for the same text in every row", field)
	}
	return x
}

func (d *mappingReader) bracketed(v data.Value, field string) *Value {
	documents, problems := data.ParseYAML(d.name, []byte(v.Text()))
	if problems.Err() != nil || len(documents) != 1 {
		d.fail(v, "brackets that do not match: %s", v.Text())
		return &Value{at: v}
	}
	outer := d.at
	d.at = v
	x := d.value(documents[0], field)
	d.at, x.at = outer, v
	return x
}

func (d *mappingReader) part(x *Value, key string, v data.Value) {
	switch key {
	case "column", "columns":
		x.Columns, x.at = d.texts(v), v
	case "join":
		x.Join = d.text(v)
	case "value":
		x.Const = d.text(v)
	case "values":
		x.Values = d.replacements(v)
	case "default":
		x.Default = d.text(v)
	case "split":
		x.Split = d.text(v)
	case "unknown":
		x.Unknown = d.texts(v)
	case "order":
		x.Order = format.DateOrder(d.oneOf(v, "dmy", "mdy", "ymd"))
	case "century":
		d.century(x, v)
	case "blank":
		x.Blank = d.oneOf(v, "unknown", "open", "same")
	case "table":
		x.Table = d.text(v)
	case "key":
		x.Key = d.text(v)
	case "make":
		x.Make = d.text(v)
	}
}

func (d *mappingReader) century(x *Value, v data.Value) {
	n, err := strconv.Atoi(d.text(v))
	if err != nil || n < 1 {
		d.fail(v, "century is the first year of the hundred that two digits fall in: 1950; not %q", v.Text())
	}
	x.Century = n
}

func (d *mappingReader) oneOf(v data.Value, words ...string) string {
	text := d.text(v)
	if !slices.Contains(words, text) {
		d.fail(v, "%q is none of %s", text, strings.Join(words, ", "))
	}
	return text
}

func (d *mappingReader) replacements(v data.Value) []Replacement {
	if v.Form() != data.Map {
		d.fail(v, "values is a map: each text with what it means")
		return nil
	}
	var list []Replacement
	for k, item := range v.Pairs() {
		list = append(list, Replacement{k.Text(), d.text(item)})
	}
	return list
}
