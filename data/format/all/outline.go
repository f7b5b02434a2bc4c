package all

import (
	"bufio"

	"github.com/redthread/redthread/data/format"
)

// How much of a JSON file an outline keeps: of its outermost object all keys, of
// every other map and list the first ones, of texts the beginning.
const (
	outlineKeys  = 1000
	outlinePairs = 20
	outlineItems = 8
	outlineText  = 200
	outlineDepth = 64
	outlineScan  = 256 << 20 // bytes of the file
)

// outline is a JSON file with its long lists and texts cut short, so that keys
// stand in it that the first bytes of the file do not reach: of a graph whose
// links stand behind ten thousand nodes.
func outline(in format.Input) []byte {
	o := outliner{}
	r := bufio.NewReaderSize(in.Reader(), 1<<18)
	for range min(in.Size, outlineScan) {
		c, err := r.ReadByte()
		if err != nil || !o.next(c) {
			break
		}
	}
	return o.text
}

// outliner takes a JSON text byte by byte.
type outliner struct {
	text   []byte
	open   []byte // the brackets that are open
	counts []int  // of the commas in each
	values int    // brackets closed outside of all others
	off    int    // how deep that stands from whose further items nothing is kept; 0: all is
	length int    // of the text that is open
	quoted bool
	escape bool // a backslash came just before
	held   bool // and was kept
}

// next takes a byte; false where enough is known.
func (o *outliner) next(c byte) bool {
	switch {
	case o.quoted:
		o.within(c)
	case c == '"':
		o.quoted, o.length = true, 0
		o.keep(c)
	case c == '{' || c == '[':
		o.open, o.counts = append(o.open, c), append(o.counts, 0)
		o.keep(c)
	case c == '}' || c == ']':
		o.shut(c)
	case c == ',' && len(o.open) > 0:
		o.comma()
	case c > ' ' || len(o.open) == 0:
		o.keep(c)
	}
	return len(o.text) < headSize && len(o.open) <= outlineDepth && o.values < outlineItems && o.off != 1
}

func (o *outliner) keep(c byte) {
	if o.off == 0 {
		o.text = append(o.text, c)
	}
}

// within takes a byte of a text. An escape stays whole.
func (o *outliner) within(c byte) {
	ends := c == '"' && !o.escape
	kept := ends || o.held || o.length < outlineText
	if kept {
		o.keep(c)
		o.length++
	}
	o.escape = c == '\\' && !o.escape
	o.held = o.escape && kept
	o.quoted = !ends
}

func (o *outliner) shut(c byte) {
	deep := len(o.open)
	if o.off == deep {
		o.off = 0
	}
	o.keep(c)
	if deep > 0 {
		o.open, o.counts = o.open[:deep-1], o.counts[:deep-1]
	}
	if deep <= 1 {
		o.values++
	}
}

// comma ends an item; behind the last one that is kept nothing is.
func (o *outliner) comma() {
	deep := len(o.open)
	most := outlineItems
	if o.open[deep-1] == '{' {
		most = outlinePairs
		if deep == 1 {
			most = outlineKeys
		}
	}
	if o.counts[deep-1]++; o.counts[deep-1] >= most && o.off == 0 {
		o.off = deep
		return
	}
	o.keep(',')
}
