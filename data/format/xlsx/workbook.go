package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// workbook is what a workbook says of its sheets, without their cells.
type workbook struct {
	*archive
	sheets   []sheet
	formats  []numberFormat // by the style of a cell
	from1904 bool
	libre    bool     // written by LibreOffice or OpenOffice, which count days before March 1900 in their own way
	shared   string   // part that holds the texts; empty where there are none
	strings  []string // that cells name by number
	limits   format.Limits
}

// sheet is one sheet of cells, or of something else.
type sheet struct {
	name   string
	part   string
	hidden bool
	cells  bool // false: charts, dialogs, macros
}

// read reads the frame of a workbook.
func read(in format.Input, opt format.Options) (*workbook, error) {
	limits := opt.Limits.Filled()
	a, err := open(in, limits)
	if err != nil {
		return nil, err
	}
	w := &workbook{archive: a, limits: limits}
	if err := w.frame(); err != nil {
		return nil, err
	}
	if len(w.sheets) == 0 {
		return nil, fmt.Errorf("%s: a broken workbook: it names no sheets", in.Name)
	}
	return w, nil
}

// chosen are the sheets that the options name; without any all that are
// visible. left are the others, each with why.
func (w *workbook) chosen(named []string) (list []sheet, left []string, err error) {
	if len(named) == 0 {
		for _, s := range w.sheets {
			switch {
			case s.hidden:
				left = append(left, "a hidden sheet is left out")
			case !s.cells:
				left = append(left, "a sheet without cells (a chart, a dialog) is left out")
			default:
				list = append(list, s)
				left = append(left, "")
			}
		}
		return list, left, nil
	}
	left = make([]string, len(w.sheets))
	for i := range left {
		left[i] = "a sheet that is not asked for is left out"
	}
	for _, name := range named {
		i, err := w.find(name)
		if err != nil {
			return nil, nil, err
		}
		if left[i] != "" {
			list, left[i] = append(list, w.sheets[i]), ""
		}
	}
	return list, left, nil
}

// find is a sheet by its name or else by its number from 1.
func (w *workbook) find(name string) (int, error) {
	var all []string
	for i, s := range w.sheets {
		if s.name == name {
			return i, w.hasCells(s)
		}
		all = append(all, strconv.Quote(s.name))
	}
	for i, s := range w.sheets {
		if strings.EqualFold(strings.TrimSpace(s.name), strings.TrimSpace(name)) || strconv.Itoa(i+1) == name {
			return i, w.hasCells(s)
		}
	}
	return 0, fmt.Errorf("%s: no sheet %q; its sheets are %s", w.name, name, strings.Join(all, ", "))
}

func (w *workbook) hasCells(s sheet) error {
	if s.cells {
		return nil
	}
	return fmt.Errorf("%s: the sheet %q has no cells", w.name, s.name)
}
