package xlsx

import (
	"encoding/binary"
	"slices"
)

// maxPacked is how many bytes the rows of a sheet may take between its readings,
// so that its XML, which takes longest, is read once. A cell of a number takes
// some 8 bytes. Larger sheets are read from their XML each time.
const maxPacked = 64 << 20

// packedRows holds rows as bytes. What is read of them shares these bytes.
type packedRows struct {
	parts []string
	open  []byte // the part that is filled
	row   []byte // the row that is written, for its room
	size  int
	most  int  // of bytes; maxPacked but in tests
	over  bool // more than that: nothing is held
}

// partSize is some thousands of rows; a longer row has a part of its own.
const partSize = 256 << 10

// The flags of a cell; its sort stands above them.
const (
	hasValue = 1 << iota
	hasFormula
	hasStyle
	hasURL
	sortShift = iota
)

// sorts are those that the format knows, by number; one that it does not know is
// written out behind the number of the last.
var sorts = []string{"", "n", "s", "str", "inlineStr", "b", "d", "e", "?"}

func (p *packedRows) add(r *rawRow) {
	if p.over {
		return
	}
	b := binary.AppendUvarint(p.row[:0], uint64(r.number)<<1|bit(r.hidden))
	b = binary.AppendUvarint(b, uint64(len(r.cells)))
	for i := range r.cells {
		b = appendCell(b, &r.cells[i])
	}
	p.row = b
	if p.size += len(b); p.size > p.most {
		*p = packedRows{over: true}
		return
	}
	if len(p.open)+len(b) > cap(p.open) {
		p.seal()
		p.open = make([]byte, 0, max(partSize, len(b)))
	}
	p.open = append(p.open, b...)
}

// seal ends the part that is filled.
func (p *packedRows) seal() {
	if len(p.open) > 0 {
		p.parts = append(p.parts, string(p.open))
	}
	p.open = nil
}

func bit(yes bool) uint64 {
	if yes {
		return 1
	}
	return 0
}

func appendCell(b []byte, c *rawCell) []byte {
	sort := slices.Index(sorts, c.sort)
	if sort < 0 {
		sort = len(sorts) - 1
	}
	flags := uint64(sort)<<sortShift | bit(c.valued)*hasValue | bit(c.formula)*hasFormula | bit(c.style != 0)*hasStyle | bit(c.url != "")*hasURL
	b = binary.AppendUvarint(b, flags)
	b = binary.AppendUvarint(b, uint64(c.column))
	b = appendText(b, c.value)
	if sort == len(sorts)-1 {
		b = appendText(b, c.sort)
	}
	if c.style != 0 {
		b = binary.AppendVarint(b, int64(c.style))
	}
	if c.url != "" {
		b = appendText(b, c.url)
	}
	return b
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// each hands on the rows until yield says no. A row is valid until the next.
func (p *packedRows) each(yield func(*rawRow) bool) {
	p.seal()
	var row rawRow
	for _, part := range p.parts {
		for u := (unpacker{part}); u.left != ""; {
			n := u.number()
			row = rawRow{number: int(n >> 1), hidden: n&1 != 0, cells: row.cells[:0]}
			for range u.number() {
				row.cells = append(row.cells, u.cell())
			}
			if !yield(&row) {
				return
			}
		}
	}
}

// unpacker takes from a text what add wrote.
type unpacker struct{ left string }

func (u *unpacker) number() uint64 {
	n := uint64(0)
	for shift := 0; ; shift += 7 {
		b := u.left[0]
		u.left = u.left[1:]
		if n |= uint64(b&0x7f) << shift; b < 0x80 {
			return n
		}
	}
}

func (u *unpacker) text() string {
	n := u.number()
	text := u.left[:n]
	u.left = u.left[n:]
	return text
}

func (u *unpacker) cell() rawCell {
	flags := u.number()
	sort := int(flags >> sortShift)
	c := rawCell{sort: sorts[sort], valued: flags&hasValue != 0, formula: flags&hasFormula != 0, column: int(u.number()), value: u.text()}
	if sort == len(sorts)-1 {
		c.sort = u.text()
	}
	if flags&hasStyle != 0 {
		n := u.number()
		c.style = int(int64(n>>1) ^ -int64(n&1)) // as binary.AppendVarint has it
	}
	if flags&hasURL != 0 {
		c.url = u.text()
	}
	return c
}
