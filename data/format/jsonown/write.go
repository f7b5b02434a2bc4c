package jsonown

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// Key is the key below which everything of ours stands.
const Key = "redthread"

// Cells are the entries of a record of the model, but for some keys.
func Cells[R any](record R, without ...string) []jsonwrite.Entry {
	var list []jsonwrite.Entry
	for _, c := range data.Cells(record) {
		if !slices.Contains(without, c.Key) {
			list = append(list, jsonwrite.Text(c.Key, c.Text))
		}
	}
	return list
}

// Records is an entry that holds records, one a line; none where there are
// none.
func Records[R any](key string, list []R, indent string) jsonwrite.Entry {
	if len(list) == 0 {
		return jsonwrite.Entry{}
	}
	items := make([]string, len(list))
	for i, record := range list {
		items[i] = jsonwrite.Object(Cells(record)...)
	}
	return jsonwrite.Raw(key, jsonwrite.Lines(items, indent))
}

// Dataset is all that a dataset says beside its entities and relations, as one
// object over several lines: the heading, kinds and predicates of its own,
// sources, figures, conflicts, what is ruled out, eras and story. more are
// further entries behind them. indent is that of the line where it begins.
func Dataset(ds *data.Dataset, indent string, more ...jsonwrite.Entry) string {
	in := indent + "  "
	entries := []jsonwrite.Entry{jsonwrite.Text("version", "1")}
	if heading := Cells(*ds); len(heading) > 0 {
		entries = append(entries, jsonwrite.Raw("dataset", jsonwrite.Object(heading...)))
	}
	entries = append(entries,
		Records("kinds", added(ds.Kinds, data.BuiltinKinds), in), Records("predicates", added(ds.Predicates, data.BuiltinPredicates), in),
		Records("sources", ds.Sources, in), Records("figures", ds.Figures, in), Records("conflicts", ds.Conflicts, in),
		Records("ruled_out", ds.RuledOut, in), Records("eras", ds.Eras, in), Records("story", ds.Story, in))
	var lines []string
	for _, e := range append(entries, more...) {
		if e.JSON != "" {
			lines = append(lines, in+jsonwrite.Quoted(e.Key)+": "+e.JSON)
		}
	}
	return "{\n" + strings.Join(lines, ",\n") + "\n" + indent + "}"
}

// added are the records that differ from the built-in ones.
func added[R any](list, builtin []R) []R {
	known := map[string]bool{}
	for _, b := range builtin {
		known[jsonwrite.Object(Cells(b)...)] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(r R) bool { return known[jsonwrite.Object(Cells(r)...)] })
}
