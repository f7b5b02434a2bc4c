package data

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonReader turns JSON into a tree. encoding/json would take the last of
// duplicate keys, mend broken text, round numbers and forget places.
type jsonReader struct {
	file  *file
	data  []byte
	pos   int
	line  int
	col   int // of seen, in characters
	seen  int // offset up to which line and col are counted
	nodes int
	store *nodeStore
}

// jsonError is a defect at an offset.
type jsonError struct {
	offset     int
	what, hint string
}

func (e *jsonError) Error() string { return e.what }

func newJSON(f *file, store *nodeStore) *jsonReader {
	return &jsonReader{file: f, data: f.data, line: 1, col: 1, store: store}
}

// json reads a file record by record, so that a large one costs no tree.
func (r *reader) json(f *file) bool {
	j := newJSON(f, &nodeStore{recent: new([256]string)})
	if err := r.jsonDocument(j); err != nil {
		r.at(f.spot(err.offset), Error, "", err.hint, "%s", err.what)
		return false
	}
	return true
}

func (r *reader) jsonDocument(j *jsonReader) *jsonError {
	if j.space(); !j.next('{') {
		root, err := j.value(0)
		if err != nil {
			return err
		}
		r.top(root)
		return j.end()
	}
	keys := map[string]*node{}
	if err := j.sequence('}', func() *jsonError { return r.jsonTop(j, keys) }); err != nil {
		return err
	}
	return j.end()
}

// jsonTop reads a top-level key and what stands under it.
func (r *reader) jsonTop(j *jsonReader, keys map[string]*node) *jsonError {
	key, err := j.newKey(keys)
	if err != nil {
		return err
	}
	j.nodes = 0
	s := sectionNamed(key.text)
	if j.space(); s == nil || !j.next('[') {
		v, err := j.value(1)
		if err == nil {
			r.topKey(key, v)
		}
		return err
	}
	return j.sequence(']', func() *jsonError {
		j.space()
		j.nodes = 0
		from := jsonRecord{j.file, j.pos, j.mark()}
		item, err := j.value(2)
		if err == nil {
			r.entry(s, item, from)
		}
		if err == nil && r.hopeless() {
			err = j.fail("too many errors to read on", "")
		}
		return err
	})
}

// jsonRecord is the origin of a record of a JSON file: it is read again when
// asked for.
type jsonRecord struct {
	file   *file
	offset int
	place  place
}

func (w jsonRecord) root() *node {
	j := &jsonReader{file: w.file, data: w.file.data, pos: w.offset, seen: w.offset, line: w.place.line, col: w.place.col, store: &nodeStore{}}
	n, err := j.value(2)
	if err != nil { // it was read before
		return w.file.mark(w.place.line, w.place.col)
	}
	return n
}

// next goes past a byte if it is the next.
func (r *jsonReader) next(c byte) bool {
	if r.pos < len(r.data) && r.data[r.pos] == c {
		r.pos++
		return true
	}
	return false
}

func (r *jsonReader) end() *jsonError {
	if r.space(); r.pos < len(r.data) {
		return r.fail("nothing may follow the value", "")
	}
	return nil
}

func (r *jsonReader) fail(what, hint string) *jsonError {
	return &jsonError{offset: r.pos, what: "JSON: " + what, hint: hint}
}

// unexpected says what stands where something else was awaited.
func (r *jsonReader) unexpected(want string) *jsonError {
	if r.pos >= len(r.data) {
		return r.fail("the file ends, expected "+want, "")
	}
	c, _ := utf8.DecodeRune(r.data[r.pos:])
	hint := ""
	if c == '/' || c == '#' {
		hint = "JSON has no comments: take it out, or write YAML"
	}
	return r.fail(fmt.Sprintf("expected %s, found %q", want, c), hint)
}

func (r *jsonReader) space() {
	for r.pos < len(r.data) {
		if c := r.data[r.pos]; c > ' ' || c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return
		}
		r.pos++
	}
}

// place is a line and a column in characters, from 1.
type place struct{ line, col int }

// mark is the place of the position. Counting goes on from the last one, so
// that a file of one line is not counted again for each value.
func (r *jsonReader) mark() place {
	for _, c := range r.data[r.seen:r.pos] {
		switch {
		case c == '\n':
			r.line, r.col = r.line+1, 1
		case c < utf8.RuneSelf || c >= 0xc0: // not within a letter
			r.col++
		}
	}
	r.seen = r.pos
	return place{r.line, r.col}
}

// node starts a value here.
func (r *jsonReader) node(f form) *node {
	at := r.mark()
	r.nodes++
	n := r.store.node()
	n.file, n.line, n.col, n.form = r.file, int32(at.line), int32(at.col), f
	return n
}

func (r *jsonReader) value(depth int) (*node, *jsonError) {
	r.space()
	if r.pos >= len(r.data) {
		return nil, r.unexpected("a value")
	}
	if depth > maxDepth {
		return nil, r.fail(fmt.Sprintf("nested deeper than %d", maxDepth), "a dataset needs eight levels at most")
	}
	if r.nodes >= maxJSONNodes {
		return nil, r.fail(fmt.Sprintf("more than %d values in one record", maxJSONNodes), "")
	}
	switch c := r.data[r.pos]; c {
	case '{':
		return r.container(object, '}', depth)
	case '[':
		return r.container(list, ']', depth)
	case '"':
		return r.text()
	default:
		return r.word()
	}
}

// container reads a list, or a map as its keys and values in turn.
func (r *jsonReader) container(f form, end byte, depth int) (*node, *jsonError) {
	n := r.node(f)
	r.pos++
	base := len(r.store.open)
	if r.space(); r.next(end) {
		return n, nil
	}
	for {
		r.space()
		if err := r.item(f, base, depth); err != nil {
			return n, err
		}
		if r.space(); r.next(',') {
			continue
		}
		if !r.next(end) {
			return n, r.unexpected(fmt.Sprintf(`"," or %q`, string(end)))
		}
		n.items = r.store.close(base)
		return n, nil
	}
}

// sequence reads items between commas, from behind the opening bracket to
// behind the closing one.
func (r *jsonReader) sequence(end byte, item func() *jsonError) *jsonError {
	if r.space(); r.next(end) {
		return nil
	}
	for {
		r.space()
		if err := item(); err != nil {
			return err
		}
		if r.space(); r.next(',') {
			continue
		}
		if !r.next(end) {
			return r.unexpected(fmt.Sprintf(`"," or %q`, string(end)))
		}
		return nil
	}
}

// item reads a value, with its key where the container is an object. base is
// where the container's items begin among those of the open containers.
func (r *jsonReader) item(f form, base, depth int) *jsonError {
	if f == object {
		key, err := r.key(len(r.store.open) == base, func(key *node) *node { return r.store.earlier(base, key) })
		if err != nil {
			return err
		}
		r.store.push(key)
	}
	v, err := r.value(depth + 1)
	if err != nil {
		return err
	}
	r.store.push(v)
	return nil
}

// newKey reads a key of an object that is taken apart, and notes it.
func (r *jsonReader) newKey(keys map[string]*node) (*node, *jsonError) {
	key, err := r.key(len(keys) == 0, func(key *node) *node { return keys[key.text] })
	if err == nil {
		keys[key.text] = key
	}
	return key, err
}

// key reads a key; earlier finds one of the same object that is the same.
func (r *jsonReader) key(first bool, earlier func(key *node) *node) (*node, *jsonError) {
	if r.pos >= len(r.data) || r.data[r.pos] != '"' {
		err := r.unexpected("a key in double quotes")
		if !first && err.hint == "" {
			err.hint = "no comma stands before the closing bracket"
		}
		return nil, err
	}
	start := r.pos
	key, err := r.text()
	if err != nil {
		return nil, err
	}
	if twin := earlier(key); twin != nil {
		return nil, &jsonError{start, fmt.Sprintf("JSON: key %s stands twice, first at %d:%d", quote(key.text), twin.line, twin.col), "keep one"}
	}
	if r.space(); r.pos >= len(r.data) || r.data[r.pos] != ':' {
		return nil, r.unexpected(`":"`)
	}
	r.pos++
	return key, nil
}

// word reads a number or true, false, null; its text is kept as written.
func (r *jsonReader) word() (*node, *jsonError) {
	end := r.pos
	for end < len(r.data) && strings.IndexByte(" \t\r\n,]}:[{\"", r.data[end]) < 0 {
		end++
	}
	text := r.store.text(r.data[r.pos:end])
	switch {
	case text == "":
		return nil, r.unexpected("a value")
	case text != "true" && text != "false" && text != "null" && !jsonNumber(text):
		return nil, r.fail("not a value: "+quote(text), "texts stand in double quotes, numbers have no zero in front")
	}
	n := r.node(scalar)
	n.text, n.plain = text, true
	if text == "null" {
		n.form, n.text = absent, ""
	}
	r.pos = end
	return n, nil
}

// jsonNumber tells whether the text follows RFC 8259, section 6.
func jsonNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, s := digits(s)
	if whole == "" || len(whole) > 1 && whole[0] == '0' {
		return false
	}
	if strings.HasPrefix(s, ".") {
		var part string
		if part, s = digits(s[1:]); part == "" {
			return false
		}
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		var power string
		if power, s = digits(s); power == "" {
			return false
		}
	}
	return s == ""
}

func digits(s string) (number, rest string) {
	rest = strings.TrimLeft(s, "0123456789")
	return s[:len(s)-len(rest)], rest
}

func (r *jsonReader) text() (*node, *jsonError) {
	n := r.node(scalar)
	r.pos++
	start := r.pos
	for r.pos < len(r.data) && jsonPlain[r.data[r.pos]] {
		r.pos++
	}
	if r.next('"') {
		n.text = r.store.text(r.data[start : r.pos-1])
		return n, nil
	}
	var b []byte // only where something is escaped
	for r.pos < len(r.data) {
		switch c := r.data[r.pos]; {
		case c == '"':
			n.text = string(append(b, r.data[start:r.pos]...))
			r.pos++
			return n, nil
		case c == '\\':
			b = append(b, r.data[start:r.pos]...)
			char, err := r.escape()
			if err != nil {
				return nil, err
			}
			b = utf8.AppendRune(b, char)
			start = r.pos
		case c < ' ':
			return nil, r.fail("a line end or control character within a text", `write it as \n or \u00XX`)
		default:
			r.pos++
		}
	}
	return nil, r.fail("the file ends within a text", "")
}

// jsonPlain are the bytes that stand for themselves in a text.
var jsonPlain = func() (plain [256]bool) {
	for c := range plain {
		plain[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return plain
}()

var jsonEscapes = map[byte]rune{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func (r *jsonReader) escape() (rune, *jsonError) {
	if r.pos+1 < len(r.data) {
		if char, ok := jsonEscapes[r.data[r.pos+1]]; ok {
			r.pos += 2
			return char, nil
		}
	}
	first, ok := r.unit(r.pos)
	if !ok {
		return 0, r.fail("not an escape", `write \\ for a backslash`)
	}
	if !utf16.IsSurrogate(first) {
		r.pos += 6
		return first, nil
	}
	second, _ := r.unit(r.pos + 6)
	pair := utf16.DecodeRune(first, second)
	if pair == utf8.RuneError {
		return 0, r.fail("half of a surrogate pair", "")
	}
	r.pos += 12
	return pair, nil
}

// unit is the code unit of a \uXXXX at the offset.
func (r *jsonReader) unit(at int) (rune, bool) {
	if at+6 > len(r.data) || r.data[at] != '\\' || r.data[at+1] != 'u' {
		return 0, false
	}
	var v rune
	for _, c := range r.data[at+2 : at+6] {
		digit := strings.IndexByte("0123456789abcdef", c|0x20)
		if c < '0' || digit < 0 {
			return 0, false
		}
		v = v<<4 | rune(digit)
	}
	return v, true
}
