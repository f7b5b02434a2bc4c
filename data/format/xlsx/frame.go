package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxFrame is how much of a workbook but its cells is read, in bytes.
const maxFrame = 16 << 20

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
