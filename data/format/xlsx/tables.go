package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// Tables are the sheets of a workbook that the options name, without any the
// visible ones; blank sheets are none. What was left out or is odd about a
// sheet is reported when its table is imported.
func Tables(in format.Input, opt format.Options) ([]*table.Table, error) {
	w, err := read(in, opt)
	if err != nil {
		return nil, err
	}
	chosen, left, err := w.chosen(opt.Sheets)
	if err != nil {
		return nil, err
	}
	if err := w.sharedStrings(); err != nil {
		return nil, err
	}
	var list []*table.Table
	for _, s := range chosen {
		t, err := w.table(in, s, opt)
		if err != nil {
			return nil, err
		}
		if t != nil {
			list = append(list, t)
		}
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no sheet with cells; its sheets are %s", in.Name, w.named())
	}
	for i, why := range left {
		if why != "" {
			list[0].Say(table.Finding{Severity: data.Warning, What: why, Hint: "--sheet names the sheets to read", At: format.Place{At: w.at(w.sheets[i].name)}})
		}
	}
	return list, nil
}

func (w *workbook) at(sheet string) string { return "sheet " + strconv.Quote(sheet) }

func (w *workbook) named() string {
	var names []string
	for _, s := range w.sheets {
		names = append(names, strconv.Quote(s.name))
	}
	return strings.Join(names, ", ")
}

// table is the table on a sheet; nil for a blank one.
func (w *workbook) table(in format.Input, s sheet, opt format.Options) (*table.Table, error) {
	v := &view{w: w, sheet: s, last: -1, urls: map[corner]string{}, kept: packedRows{most: maxPacked}}
	if err := v.look(); err != nil {
		return nil, err
	}
	t, err := table.New(in, "xlsx", s.name, v.raw, opt)
	if err != nil || t == nil {
		return nil, err
	}
	if v.grouped(t.HeaderLine) {
		v.upper = t.HeaderLine
		if t, err = table.New(in, "xlsx", s.name, v.raw, opt); err != nil {
			return nil, err
		}
	}
	if len(v.linked) > 0 && t.HeaderLine > 0 {
		v.header = t.HeaderLine
		if t, err = table.New(in, "xlsx", s.name, v.raw, opt); err != nil {
			return nil, err
		}
	}
	t.From1904 = w.from1904
	v.named = len(t.Header)
	v.findings(t)
	return t, nil
}
