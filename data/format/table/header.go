package table

import (
	"fmt"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// header finds the row with the names of the columns and gives its cells; it
// makes names up where there is none. Rows above it are reported.
func (b *body) header(head []Row, given int) []string {
	at := b.headerRow(head, given)
	if at < 0 {
		width := 0
		for _, r := range head {
			width = max(width, lastFilled(r.Cells))
		}
		b.line = 0
		if given == 0 {
			at := place(head[0])
			at.Value = rowText(head[0].Cells)
			b.says.add(1, Finding{Severity: data.Note, What: "the first row holds values, not names: the columns are called \"column N\"", Hint: "put a header above it, or name the columns in a mapping (header: none)", At: at})
		}
		return make([]string, width)
	}
	for _, r := range head[:at] {
		where := place(r)
		where.Value = rowText(r.Cells)
		b.says.add(r.Line, Finding{Severity: data.Note, What: "a line above the header is no record", At: where})
	}
	b.line = head[at].Line
	if given == 0 && len(head) > at+1 && !provenHeader(head[at], head[at+1:]) {
		where := place(head[at])
		where.Value = rowText(head[at].Cells)
		b.says.add(b.line, Finding{Severity: data.Warning, What: "the first row was taken for the names of the columns, though none of its words is known as one", Hint: "if it is a record, say header: none in a mapping", At: where})
	}
	width := lastFilled(head[at].Cells)
	for _, r := range head[at+1:] { // columns without a name that are filled
		width = max(width, min(len(head[at].Cells), lastFilled(r.Cells)))
	}
	names := make([]string, width)
	for i := range names {
		names[i] = strings.Join(strings.Fields(Trim(head[at].Cells[i].Text)), " ")
	}
	return names
}

// headerRow is the index of the header, -1 where there is none.
func (b *body) headerRow(head []Row, given int) int {
	if given == none {
		return -1
	}
	for i, r := range head {
		if given > 0 && r.Line == given {
			return i
		}
	}
	at := firstWide(head)
	if isRecord(head[at], head[at+1:]) {
		return -1
	}
	return at
}

func place(r Row) format.Place { return format.Place{Line: r.Line, At: r.At} }

func rowText(cells []Cell) string {
	var texts []string
	for _, c := range cells {
		if !blankCell(c) {
			texts = append(texts, Trim(c.Text))
		}
	}
	return strings.Join(texts, " | ")
}

func lastFilled(cells []Cell) int {
	n := len(cells)
	for n > 0 && blankCell(cells[n-1]) {
		n--
	}
	return n
}

// usualWidth is the most frequent number of filled cells, of equals the
// greatest.
func usualWidth(head []Row) int {
	counts, best := map[int]int{}, 0
	for _, r := range head {
		counts[filledCells(r.Cells)]++
	}
	for n, count := range counts {
		if count > counts[best] || count == counts[best] && n > best {
			best = n
		}
	}
	return best
}

// unique gives every column a name of its own: "column 3" where there is none,
// "name (2)" for the second of a name.
func (b *body) unique(names []string) []string {
	taken := map[string]bool{}
	for _, n := range names {
		taken[n] = true
	}
	seen, last := map[string]bool{}, map[string]int{}
	for i, n := range names {
		base := orText(n, fmt.Sprintf("column %d", i+1))
		name := base
		for seen[name] || name != n && taken[name] {
			last[base] = max(2, last[base]+1)
			name = fmt.Sprintf("%s (%d)", base, last[base])
		}
		seen[name], names[i] = true, name
		at := format.Place{Line: b.line, Field: name}
		switch {
		case b.line == 0 || n == name:
		case n == "":
			b.says.add(i+1, Finding{Severity: data.Note, What: "a column without a name got one", At: at})
		default:
			b.says.add(i+1, Finding{Severity: data.Warning, What: "a name stands twice in the header: the second one is numbered", At: at})
		}
	}
	return names
}

func orText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
