package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

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

// maxFrame is how much of a workbook but its cells is read, in bytes.
const maxFrame = 16 << 20

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

// frame hands excelize the small parts, without sheets, pictures and macros.
func (w *workbook) frame() (err error) {
	small, err := w.small()
	if err != nil {
		return err
	}
	defer func() { // excelize is not made for hostile files
		if wrong := recover(); wrong != nil {
			err = fmt.Errorf("%s: a broken workbook: %v", w.name, wrong)
		}
	}()
	f, err := excelize.OpenReader(small, excelize.Options{UnzipSizeLimit: maxFrame, UnzipXMLSizeLimit: maxFrame})
	if err != nil {
		return fmt.Errorf("%s: a broken workbook: %w", w.name, err)
	}
	defer f.Close()
	if err := w.program(); err != nil {
		return err
	}
	f.GetSheetList() // reads the workbook
	if f.WorkBook == nil {
		return fmt.Errorf("%s: a broken workbook: no list of sheets", w.name)
	}
	if f.WorkBook.WorkbookPr != nil {
		w.from1904 = f.WorkBook.WorkbookPr.Date1904
	}
	w.formats = cellFormats(f)
	parts, err := w.relations()
	if err != nil {
		return err
	}
	for _, s := range f.WorkBook.Sheets.Sheet {
		to, known := parts[s.ID]
		w.sheets = append(w.sheets, sheet{name: s.Name, part: to.part, hidden: s.State != "" && s.State != "visible", cells: known && to.sort == "worksheet"})
	}
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		if parts[id].sort == "sharedStrings" {
			w.shared = parts[id].part
		}
	}
	return nil
}

// program looks at what wrote the workbook.
func (w *workbook) program() error {
	if w.parts["docprops/app.xml"] == nil {
		return nil
	}
	text, err := w.text("docProps/app.xml", maxFrame)
	w.libre = bytes.Contains(text, []byte("<Application>LibreOffice")) || bytes.Contains(text, []byte("<Application>OpenOffice"))
	return err
}

// small is an archive of the parts that describe the workbook.
func (w *workbook) small() (*bytes.Reader, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	left := int64(maxFrame)
	for _, name := range sortedParts(w.parts) {
		if !describes(name) {
			continue
		}
		text, err := w.text(name, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(text))
		part, err := z.CreateHeader(&zip.FileHeader{Name: w.parts[name].Name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		part.Write(text)
	}
	err := z.Close()
	return bytes.NewReader(buf.Bytes()), err
}

// describes tells the parts that excelize gets.
func describes(name string) bool {
	dir := path.Dir(name)
	return name == "[content_types].xml" || dir == "_rels" || dir == "xl/_rels" || dir == "xl" && strings.HasPrefix(path.Base(name), "workbook") || name == "xl/styles.xml"
}

func sortedParts(parts map[string]*zip.File) []string {
	var list []string
	for name := range parts {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// text is a part in whole, in UTF-8 XML without entities of its own.
func (w *workbook) text(name string, limit int64) ([]byte, error) {
	r, err := w.part(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %s: a broken workbook: %w", w.name, name, err)
	case int64(len(text)) > limit:
		return nil, fmt.Errorf("%s: %s: longer than %d bytes, the limit", w.name, name, maxFrame)
	case bytes.Contains(text, []byte("<!DOCTYPE")) || bytes.Contains(text, []byte("<!ENTITY")):
		return nil, fmt.Errorf("%s: %s: declares entities, which no workbook does", w.name, name)
	}
	return text, nil
}

// target is what a relation of the workbook leads to.
type target struct{ part, sort string }

// relations are those of the workbook, by id.
func (w *workbook) relations() (map[string]target, error) {
	for _, name := range sortedParts(w.parts) {
		if dir, base := path.Split(name); dir != "xl/_rels/" || !strings.HasPrefix(base, "workbook") {
			continue
		}
		text, err := w.text(name, maxFrame)
		if err != nil {
			return nil, err
		}
		list, err := relations(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", w.name, name, err)
		}
		byID := map[string]target{}
		for _, r := range list {
			byID[r.ID] = target{resolved("xl", r.Target), path.Base(r.Type)}
		}
		return byID, nil
	}
	return nil, fmt.Errorf("%s: a broken workbook: it does not say where its sheets are", w.name)
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func relations(text []byte) ([]relation, error) {
	var list struct {
		Relationship []relation `xml:"Relationship"`
	}
	err := xml.Unmarshal(text, &list)
	return list.Relationship, err
}

// resolved is the name of a part that is named from a folder of the archive.
func resolved(dir, target string) string {
	if strings.HasPrefix(target, "/") {
		return partName(target)
	}
	return partName(path.Join(dir, target))
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
