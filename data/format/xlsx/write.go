package xlsx

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
)

// Write writes a workbook with a sheet for each sort of record, what is empty
// left out. Every value is a text, dates as EDTF: a spreadsheet program neither
// runs them nor makes other dates of them. The same dataset gives the same
// bytes.
func Write(out format.Files, ds *data.Dataset, lost *format.Losses) error {
	f := excelize.NewFile()
	defer f.Close()
	w := &writer{File: f, lost: lost}
	if err := w.workbook(ds); err != nil {
		return err
	}
	var buf bytes.Buffer
	if _, err := f.WriteTo(&buf); err != nil {
		return err
	}
	to, err := out.Create("")
	if err != nil {
		return err
	}
	return repack(to, buf.Bytes())
}

// writer writes the sheets one after the other.
type writer struct {
	*excelize.File
	lost   *format.Losses
	bold   int
	sheets int
}

func (w *writer) workbook(ds *data.Dataset) error {
	var err error
	if w.bold, err = w.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return err
	}
	if err := w.SetDocProps(&excelize.DocProperties{Title: ds.Title, Description: ds.Standfirst, Language: ds.Lang, Creator: "redthread", Created: epoch, Modified: epoch}); err != nil {
		return err
	}
	for _, write := range []func() error{
		func() error { return section(w, "entities", ds.Entities) },
		func() error { return section(w, "relations", ds.Relations) },
		func() error { return section(w, "sources", ds.Sources) },
		func() error { return section(w, "figures", ds.Figures) },
		func() error { return section(w, "conflicts", ds.Conflicts) },
		func() error { return section(w, "ruled_out", ds.RuledOut) },
		func() error { return section(w, "eras", ds.Eras) },
		func() error { return section(w, "story", ds.Story) },
		func() error { return section(w, "kinds", added(ds.Kinds, data.BuiltinKinds)) },
		func() error { return section(w, "predicates", added(ds.Predicates, data.BuiltinPredicates)) },
		func() error { return w.dataset(ds) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	w.SetActiveSheet(0)
	return nil
}

// epoch stands for the time of writing, which would make other bytes of the
// same dataset.
const epoch = "2000-01-01T00:00:00Z"

// dataset writes what the dataset says of itself.
func (w *writer) dataset(ds *data.Dataset) error {
	if cells := data.Cells(*ds); len(cells) > 0 {
		return section(w, "dataset", []data.Dataset{*ds})
	}
	return nil
}

// added are the records that the built-in table does not have as they are.
func added[R any](list, builtin []R) []R {
	same := func(a, b R) bool { return slices.Equal(data.Cells(a), data.Cells(b)) }
	return slices.DeleteFunc(slices.Clone(list), func(r R) bool {
		return slices.ContainsFunc(builtin, func(b R) bool { return same(r, b) })
	})
}

// section writes records as a sheet: the keys of the model are the header.
func section[R any](w *writer, name string, list []R) error {
	if len(list) == 0 && name != "entities" {
		return nil
	}
	if len(list) >= maxRows {
		return fmt.Errorf("%d %s: a sheet holds %d at most: write csv instead", len(list), name, maxRows-1)
	}
	cells := func(i int) []data.Cell { return data.Cells(list[i]) }
	keys := citing(name, columns.Gather[R](len(list), cells))
	asWritten(keys, len(list), cells)
	if len(keys) > maxColumns {
		return fmt.Errorf("%s: %d columns, a sheet holds %d at most: write csv instead", name, len(keys), maxColumns)
	}
	at := map[string]int{}
	for i, k := range keys {
		at[k.Key] = i
	}
	s, err := w.sheet(name, keys, widths(keys, at, min(len(list), 1000), cells), len(list))
	if err != nil {
		return err
	}
	for i := range list {
		row := make([]any, len(keys))
		last := map[string]int{}
		moved := false
		for _, c := range cells(i) {
			row[at[c.Key]] = w.fit(c.Text)
			whole, _, _ := strings.Cut(c.Key, ".")
			moved = moved || whole == "attributes" && at[c.Key] < last[whole]
			last[whole] = at[c.Key]
		}
		if moved {
			w.lost.Add("the order of attributes, which is that of the columns", 1)
		}
		if err := s.SetRow(fmt.Sprintf("A%d", i+2), row); err != nil {
			return err
		}
	}
	return s.Flush()
}

// asWritten puts the columns of attributes in the order in which records first
// have them, so that most records come back in theirs.
func asWritten(keys []columns.Column, n int, cells func(int) []data.Cell) {
	first := map[string]int{}
	for i := range n {
		for _, c := range cells(i) {
			if _, seen := first[c.Key]; !seen {
				first[c.Key] = len(first)
			}
		}
	}
	attribute := func(k columns.Column) bool { return strings.HasPrefix(k.Key, "attributes.") }
	from := slices.IndexFunc(keys, attribute)
	if from < 0 {
		return
	}
	to := from + 1
	for to < len(keys) && attribute(keys[to]) {
		to++
	}
	slices.SortStableFunc(keys[from:to], func(a, b columns.Column) int { return cmp.Compare(first[a.Key], first[b.Key]) })
}

// citing adds a column for evidence where no record has any: without one, a
// reader takes the table for somebody else's, whose rows cite the file.
func citing(name string, keys []columns.Column) []columns.Column {
	has := slices.ContainsFunc(keys, func(k columns.Column) bool { return k.Key == "evidence" })
	if has || name != "entities" && name != "relations" {
		return keys
	}
	return append(keys, columns.Column{Key: "evidence"})
}

// fit cuts a text that no cell can hold.
func (w *writer) fit(text string) string {
	if len(text) <= excelize.TotalCellChars {
		return text
	}
	units := utf16.Encode([]rune(text))
	if len(units) <= excelize.TotalCellChars {
		return text
	}
	w.lost.Add("the ends of texts longer than 32,767 letters", 1)
	return string(utf16.Decode(units[:excelize.TotalCellChars]))
}

// sheet adds a sheet with its header, which stays in sight and filters.
func (w *writer) sheet(name string, keys []columns.Column, wide []float64, rows int) (*excelize.StreamWriter, error) {
	if w.sheets++; w.sheets == 1 {
		if err := w.SetSheetName("Sheet1", name); err != nil {
			return nil, err
		}
	} else if _, err := w.NewSheet(name); err != nil {
		return nil, err
	}
	s, err := w.NewStreamWriter(name)
	if err != nil || len(keys) == 0 {
		return s, err
	}
	header := make([]any, len(keys))
	for i, k := range keys {
		header[i] = excelize.Cell{StyleID: w.bold, Value: k.Key}
		if err := s.SetColWidth(i+1, i+1, wide[i]); err != nil {
			return nil, err
		}
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	if err := w.AutoFilter(name, fmt.Sprintf("A1:%s%d", columnName(len(keys)-1), rows+1), nil); err != nil {
		return nil, err
	}
	return s, s.SetRow("A1", header)
}

// widths are those of columns in letters: as wide as their texts, from 8 to 50.
func widths(keys []columns.Column, at map[string]int, rows int, cells func(int) []data.Cell) []float64 {
	wide := make([]float64, len(keys))
	for i, k := range keys {
		wide[i] = float64(max(8, len(k.Key)+4)) // room for the filter's button
	}
	for i := range rows {
		for _, c := range cells(i) {
			wide[at[c.Key]] = min(50, max(wide[at[c.Key]], letters(c.Text)+2))
		}
	}
	return wide
}

// letters is the width of a text; those of Chinese and Japanese are two wide.
func letters(text string) float64 {
	n := 0
	for _, r := range text {
		n++
		if r >= 0x2e80 {
			n++
		}
	}
	return float64(n)
}
