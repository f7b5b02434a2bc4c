package columns

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Heading is what a dataset says beside its things and relations, as named
// texts: title, standfirst, language, licence and about as they are; sources,
// and the kinds and predicates that are not built in, each a JSON list of
// records with the keys of the model. The last key is "redthread", by which
// reading knows that all columns are ours.
func Heading(ds *data.Dataset) []data.Cell {
	cells := data.Cells(*ds)
	cells = list(cells, "sources", ds.Sources)
	cells = list(cells, "kinds", added(ds.Kinds, data.BuiltinKinds))
	cells = list(cells, "predicates", added(ds.Predicates, data.BuiltinPredicates))
	return append(cells, data.Cell{Key: Marker, Text: "1"})
}

// Marker is the key that says that redthread wrote the columns.
const Marker = "redthread"

// added are the records that differ from the built-in ones.
func added[R any](own, builtin []R) []R {
	return slices.DeleteFunc(slices.Clone(own), func(r R) bool {
		return slices.ContainsFunc(builtin, func(b R) bool { return reflect.DeepEqual(r, b) })
	})
}

func list[R any](cells []data.Cell, key string, records []R) []data.Cell {
	if len(records) == 0 {
		return cells
	}
	rows := make([]string, len(records))
	for i, r := range records {
		rows[i] = Object(data.Cells(r))
	}
	return append(cells, data.Cell{Key: key, Text: "[" + strings.Join(rows, ",") + "]"})
}

// Lost counts the sections that have no place beside nodes and edges, and what
// stands there as text that only redthread reads.
func Lost(ds *data.Dataset, lost *format.Losses) {
	lost.Add("figures", len(ds.Figures))
	lost.Add("conflicts", len(ds.Conflicts))
	lost.Add("ruled-out links", len(ds.RuledOut))
	lost.Add("eras", len(ds.Eras))
	lost.Add("steps of the story", len(ds.Story))
	lost.Aside("sources", len(ds.Sources))
	lost.Aside("kinds", len(added(ds.Kinds, data.BuiltinKinds)))
	lost.Aside("predicates", len(added(ds.Predicates, data.BuiltinPredicates)))
	for i := range ds.Entities {
		lost.Aside("stages", len(ds.Entities[i].Stages))
	}
}

// markdown are the signs that mean something in Markdown.
var markdown = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`)

// Plain is a text on one line that Markdown shows as it is.
func Plain(text string) string { return markdown.Replace(Line(text)) }

// maxLine is how many characters of a foreign text a heading takes.
const maxLine = 2000

// Line is a text on one line without control characters, cut when very long.
func Line(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if runes := []rune(text); len(runes) > maxLine {
		text = string(runes[:maxLine]) + "…"
	}
	return text
}
