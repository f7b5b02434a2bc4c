package table

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// errLong stops the reading of a row that goes on and on.
var errLong = errors.New("a row of more than 1 MiB (a quote may not be closed)")

// tape remembers what was read since the last row ended, so that it can be read
// once more.
type tape struct {
	src  io.Reader
	kept []byte // what came from src and is still needed
	row  int    // of kept, where the row begins
	next int    // of kept, the first byte to hand out
	from int    // of kept, where begin was called; below zero when that is forgotten
	line int    // number of the line at row
	end  error

	buffer, spare *bufio.Reader // of the readers of rows, and of single lines
}

// begin hands the text out again from the beginning of the row.
func (t *tape) begin() { t.next, t.from = t.row, t.row }

// passed says that the row ended at an offset, counted from begin.
func (t *tape) passed(offset int64) {
	end := t.from + int(offset)
	t.line += bytes.Count(t.kept[t.row:end], []byte("\n"))
	t.row = end
	if t.row > 256<<10 {
		t.kept = t.kept[:copy(t.kept, t.kept[t.row:])]
		t.next, t.from, t.row = t.next-t.row, t.from-t.row, 0
	}
}

// Read hands on the text; a row longer than the limit is errLong.
func (t *tape) Read(p []byte) (int, error) {
	if t.next == len(t.kept) {
		if t.next-t.row > maxRow {
			return 0, errLong
		}
		if err := t.fetch(); err != nil {
			return 0, err
		}
	}
	n := copy(p, t.kept[t.next:])
	t.next += n
	return n, nil
}

func (t *tape) fetch() error {
	for t.end == nil {
		at := len(t.kept)
		t.kept = append(t.kept, make([]byte, 16<<10)...)
		n, err := t.src.Read(t.kept[at:])
		t.kept, t.end = t.kept[:at+n], err
		if n > 0 {
			return nil
		}
	}
	return t.end
}

// takeLine takes the line at which the row begins, with its end.
func (t *tape) takeLine() (string, error) {
	t.next = len(t.kept)
	for bytes.IndexByte(t.kept[t.row:], '\n') < 0 && t.end == nil {
		if len(t.kept)-t.row > maxRow {
			return "", errLong
		}
		if err := t.fetch(); err != nil && err != io.EOF {
			return "", err
		}
	}
	length := bytes.IndexByte(t.kept[t.row:], '\n') + 1
	if length == 0 {
		length = len(t.kept) - t.row
	}
	if length == 0 {
		return "", io.EOF
	}
	text := string(t.kept[t.row : t.row+length])
	t.row += length
	t.line++
	return text, nil
}

// giveBack undoes takeLine.
func (t *tape) giveBack(line string) {
	t.row -= len(line)
	t.line--
}
