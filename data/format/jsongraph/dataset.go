package jsongraph

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// datasetJSON is all that a dataset says beside its entities and relations, as
// one object: the heading, kinds and predicates of its own, sources, figures,
// conflicts, what is ruled out, eras and story, each record as data.Cells make
// it flat. Nothing of it is for other programs, but they carry it along.
func datasetJSON(ds *data.Dataset, indent string) string {
	entries := []entry{jsonwrite.Text("version", "1")}
	if heading := cells(*ds); len(heading) > 0 {
		entries = append(entries, jsonwrite.Raw("dataset", jsonwrite.Object(heading...)))
	}
	in := indent + "  "
	entries = append(entries,
		records("kinds", own(ds.Kinds, data.BuiltinKinds), in), records("predicates", own(ds.Predicates, data.BuiltinPredicates), in),
		records("sources", ds.Sources, in), records("figures", ds.Figures, in), records("conflicts", ds.Conflicts, in),
		records("ruled_out", ds.RuledOut, in), records("eras", ds.Eras, in), records("story", ds.Story, in))
	var lines []string
	for _, e := range entries {
		if e.JSON != "" {
			lines = append(lines, in+jsonwrite.Quoted(e.Key)+": "+e.JSON)
		}
	}
	return "{\n" + strings.Join(lines, ",\n") + "\n" + indent + "}"
}

func records[R any](key string, list []R, indent string) entry {
	if len(list) == 0 {
		return entry{}
	}
	var items []string
	for _, record := range list {
		items = append(items, jsonwrite.Object(cells(record)...))
	}
	return jsonwrite.Raw(key, jsonwrite.Lines(items, indent))
}

// own are the records that differ from the built-in ones.
func own[R any](list, builtin []R) []R {
	known := map[string]bool{}
	for _, b := range builtin {
		known[jsonwrite.Object(cells(b)...)] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(r R) bool { return known[jsonwrite.Object(cells(r)...)] })
}
