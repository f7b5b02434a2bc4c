package jsongraph

// peek are the paths that stand in the first bytes of a JSON text, and the byte
// that each value begins with. Items of lists have the path of their list; the
// text may end anywhere. Deeper than four keys nothing is looked at.
func peek(head []byte) map[string]byte {
	p := &peeker{text: head, found: map[string]byte{}}
	p.value("", 0)
	return p.found
}

type peeker struct {
	text  []byte
	pos   int
	found map[string]byte
}

func (p *peeker) space() {
	for p.pos < len(p.text) && (p.text[p.pos] <= ' ' || p.text[p.pos] >= 0x80 && p.pos < 3) { // or a byte-order mark
		p.pos++
	}
}

func (p *peeker) at(c byte) bool { return p.pos < len(p.text) && p.text[p.pos] == c }

const peekDepth = 12

func (p *peeker) value(path string, depth int) bool {
	p.space()
	if p.pos >= len(p.text) || depth > peekDepth {
		return false
	}
	c := p.text[p.pos]
	if _, seen := p.found[path]; !seen && len(p.found) < 2000 {
		p.found[path] = c
	}
	switch c {
	case '{', '[':
		return p.inside(path, c+2, c == '{', depth)
	case '"':
		_, ok := p.string()
		return ok
	}
	for p.pos < len(p.text) && p.text[p.pos] != ',' && p.text[p.pos] != '}' && p.text[p.pos] != ']' {
		p.pos++
	}
	return p.pos < len(p.text)
}

// inside reads to behind the closing bracket, which stands two after the
// opening one in ASCII.
func (p *peeker) inside(path string, end byte, keys bool, depth int) bool {
	p.pos++
	for {
		p.space()
		if p.at(end) {
			p.pos++
			return true
		}
		below := path
		if keys {
			key, ok := p.string()
			if p.space(); !ok || !p.at(':') {
				return false
			}
			p.pos++
			below = join(path, key)
		}
		if !p.value(below, depth+1) {
			return false
		}
		if p.space(); p.at(',') {
			p.pos++
		} else if !p.at(end) {
			return false
		}
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func (p *peeker) string() (string, bool) {
	if !p.at('"') {
		return "", false
	}
	start := p.pos + 1
	for p.pos++; p.pos < len(p.text); p.pos++ {
		switch p.text[p.pos] {
		case '\\':
			p.pos++
		case '"':
			p.pos++
			return string(p.text[start : p.pos-1]), true
		}
	}
	return "", false
}
