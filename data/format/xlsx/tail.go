package xlsx

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// hyperlink is the address of =HYPERLINK("https://...", ...), where it is written
// out.
func hyperlink(formula string) string {
	rest, ok := strings.CutPrefix(formula, `HYPERLINK("`)
	if !ok {
		return ""
	}
	url, _, _ := strings.Cut(rest, `"`)
	return webAddress(url)
}

// webAddress is an address on the web; empty for mail, files and places within
// the workbook.
func webAddress(url string) string {
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		return url
	}
	return ""
}

// columnOf is the column, from 0, of a cell's name: C of C12 is 2.
func columnOf(name string) (int, bool) {
	n, letters := 0, 0
	for _, r := range strings.TrimLeft(name, "$") {
		if r >= 'a' && r <= 'z' {
			r -= 'a' - 'A'
		}
		if r < 'A' || r > 'Z' {
			break
		}
		n = n*26 + int(r-'A') + 1
		if letters++; letters > 3 {
			return 0, false
		}
	}
	return n - 1, n > 0 && n <= maxColumns
}

// columnName is the name of a column from 0: 2 is C.
func columnName(n int) string {
	name := ""
	for n++; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// tail is what stands behind the cells of a sheet.
type tail struct {
	merges []merge
	links  []link
}

// merge is a range of cells shown as one, rows and columns from 0.
type merge struct{ top, left, bottom, right int }

// link is the address that a cell leads to.
type link struct {
	row, column int
	id          string // of the relation that holds the address
}

// maxMerges bounds the merges and links of a sheet.
const maxMerges = 200_000

// tail reads what stands behind the cells.
func (c *cellReader) tail() (tail, error) {
	var all tail
	for {
		t, err := c.next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		from, to, found := rangeOf(attr(start, "ref"))
		switch {
		case !found:
		case len(all.merges) > maxMerges || len(all.links) > maxMerges:
			return all, fmt.Errorf("%s: more than %d merged cells or links", c.what, maxMerges)
		case start.Name.Local == "mergeCell":
			all.merges = append(all.merges, merge{from.row, from.column, to.row, to.column})
		case start.Name.Local == "hyperlink" && attr(start, "id") != "":
			all.links = append(all.links, link{from.row, from.column, attr(start, "id")})
		}
	}
}

type corner struct{ row, column int }

// rangeOf reads A1:B3, or A1 alone.
func rangeOf(ref string) (from, to corner, ok bool) {
	a, b, two := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !two {
		b = a
	}
	from, okA := cornerOf(a)
	to, okB := cornerOf(b)
	return from, to, okA && okB && from.row <= to.row && from.column <= to.column
}

func cornerOf(name string) (corner, bool) {
	column, ok := columnOf(name)
	row, err := strconv.Atoi(strings.TrimLeft(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
	return corner{row - 1, column}, ok && err == nil && row >= 1 && row <= maxRows
}
