package table

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// maxRow bounds the bytes of a row; a longer one is mostly a quote that never
// closes.
const maxRow = 1 << 20

// csvFile is a text of rows and cells, read anew for each pass.
type csvFile struct {
	in    format.Input
	open  text
	comma rune
	skip  int // lines before the first row: "sep=;"
	says  *findings
}

// openCSV makes a Table of a CSV file, whatever its delimiter and encoding; nil
// for a file without a cell.
func openCSV(in format.Input, opt format.Options) (*Table, error) {
	open, err := decoded(in, opt)
	if err != nil {
		return nil, err
	}
	head := make([]byte, headSize)
	n, err := io.ReadFull(open(), head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	f := &csvFile{in: in, open: open, says: &findings{}}
	name, hint := "csv", ','
	if ending(in.Name) == ".tsv" {
		hint = '\t'
	}
	if f.comma, f.skip = delimiter(string(cutRune(head[:n])), hint); f.comma == '\t' {
		name = "tsv"
	}
	t, err := New(in, name, "", f.rows, opt)
	if t != nil {
		t.findings = append(t.findings, f.says)
	}
	return t, err
}

// rows reads the rows as they stand. Quotes are read strictly; where they do
// not fit, the row is its one line, taken as written, and reading goes on with
// the next line: a quote that never closes must not swallow the file.
func (f *csvFile) rows(yield func(Row) bool) error {
	t := &tape{src: f.open(), line: 1, buffer: bufio.NewReaderSize(nil, 16<<10), spare: bufio.NewReaderSize(nil, 4<<10)}
	for range f.skip {
		if _, err := t.takeLine(); err != nil {
			return fmt.Errorf("%s: %w", f.in.Name, err)
		}
	}
	for again := true; again; {
		var err error
		if again, err = f.strict(t, yield); err != nil {
			return err
		}
	}
	return nil
}

// strict reads rows until the end or until quotes do not fit; then it takes
// that line as written and says that there may be more.
func (f *csvFile) strict(t *tape, yield func(Row) bool) (again bool, err error) {
	t.begin()
	r := f.reader(t.buffer, t)
	var cells []Cell
	first := t.line
	for {
		record, err := r.Read()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return f.rescue(t, err, yield)
		}
		t.passed(r.InputOffset())
		line, _ := r.FieldPos(0)
		cells = fill(cells, record)
		if !yield(Row{Line: first + line - 1, Cells: cells}) {
			return false, nil
		}
	}
}

// reader reads rows through a buffer that is used again.
func (f *csvFile) reader(buffer *bufio.Reader, src io.Reader) *csv.Reader {
	buffer.Reset(src)
	r := csv.NewReader(buffer)
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = f.comma, -1, true
	return r
}

// fill makes cells of texts in the row that is used again.
func fill(cells []Cell, record []string) []Cell {
	cells = slices.Grow(cells[:0], len(record))[:len(record)]
	for i, text := range record {
		cells[i].Text = cellText(text) // a cell of CSV is nothing else
	}
	return cells
}

// cellText is the text of a cell of CSV: without spaces at its ends and without
// the apostrophe that keeps a spreadsheet from running it.
func cellText(text string) string {
	if text != "" && text[0] == '\'' {
		return data.Unguard(text)
	}
	return Trim(text)
}

// rescue takes the line as written at which strict reading failed.
func (f *csvFile) rescue(t *tape, failed error, yield func(Row) bool) (bool, error) {
	var parse *csv.ParseError
	if !errors.As(failed, &parse) && !errors.Is(failed, errLong) {
		return false, fmt.Errorf("%s: %w", f.in.Name, failed)
	}
	at, blank := t.line, 0
	line, err := t.takeLine()
	for err == nil && strings.Trim(line, "\r\n") == "" {
		at, blank = t.line, blank+1
		line, err = t.takeLine()
	}
	switch {
	case err == io.EOF:
		return false, nil
	case err == nil && parse == nil && blank > 0:
		t.giveBack(line) // more blank lines than a row may have bytes
		return true, nil
	case err != nil:
		return false, fmt.Errorf("%s:%d: %w", f.in.Name, at, err)
	}
	if record := f.tight(t.spare, line); record != nil {
		f.says.add(at, Finding{Severity: data.Note, What: "blanks around a cell in quotes are skipped", At: format.Place{Line: at, Value: strings.TrimSpace(line)}})
		return yield(Row{Line: at, Cells: fill(nil, record)}), nil
	}
	record, err := f.asWritten(t.spare, line)
	if err != nil {
		return false, fmt.Errorf("%s:%d: %w", f.in.Name, at, err)
	}
	f.says.add(at, misfit(parse, at, line))
	return yield(Row{Line: at, Cells: fill(nil, record)}), nil
}

// asWritten splits a line with quotes that do not fit. A quote that opens and
// does not close is taken off, so that it does not swallow the cells behind it.
func (f *csvFile) asWritten(spare *bufio.Reader, line string) ([]string, error) {
	for {
		r := f.reader(spare, strings.NewReader(line))
		r.LazyQuotes = true
		record, err := r.Read()
		if err != nil {
			return record, err
		}
		_, col := r.FieldPos(len(record) - 1)
		if open := line[col-1:]; open == "" || open[0] != '"' || strings.HasSuffix(strings.TrimRight(open[1:], "\r\n"), `"`) {
			return record, nil
		}
		line = line[:col-1] + line[col:]
	}
}

// misfit says what is wrong with the quotes of a line.
func misfit(parse *csv.ParseError, line int, text string) Finding {
	at := format.Place{Line: line, Value: strings.TrimSpace(text)}
	if parse == nil || parse.Line > parse.StartLine || strings.Count(text, `"`)%2 == 1 && errors.Is(parse.Err, csv.ErrQuote) {
		return Finding{Severity: data.Warning, What: "a quote opens and does not close: the row ends with its line", Hint: "close the quote", At: at}
	}
	return Finding{Severity: data.Warning, What: "a quote stands within a cell: taken as written", Hint: "a cell with a quote stands in quotes, the quote doubled", At: at}
}
