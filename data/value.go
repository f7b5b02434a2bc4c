package data

import (
	"bytes"
	"fmt"
	"iter"
	"strings"
)

// Form says what a Value is.
type Form uint8

// The forms of a Value.
const (
	Absent Form = iota // nothing written, or JSON's null
	Scalar
	List
	Map
)

// Value is a value of a JSON or YAML file as its author wrote it: numbers keep
// their digits, "no" stays a text, and each value knows its place. The zero
// Value is absent. Readers of other people's formats work on Values, because
// encoding/json takes the last of duplicate keys, rounds large numbers and
// forgets places.
type Value struct{ node *node }

// Form is Absent for the zero Value.
func (v Value) Form() Form {
	if v.node == nil {
		return Absent
	}
	return Form(v.node.form)
}

// Text is the text of a scalar, with quotes and escapes undone; empty for
// everything else.
func (v Value) Text() string {
	if v.Form() != Scalar {
		return ""
	}
	return v.node.text
}

// Bare tells a number or a word (true) from a text in quotes.
func (v Value) Bare() bool { return v.Form() == Scalar && v.node.plain }

// Line and Column are where the value begins, from 1; 0 for the zero Value.
func (v Value) Line() int {
	if v.node == nil {
		return 0
	}
	return int(v.node.line)
}

// Column is in characters, from 1.
func (v Value) Column() int {
	if v.node == nil {
		return 0
	}
	return int(v.node.col)
}

// Key is the value under a key of a map; absent where there is none.
func (v Value) Key(key string) Value {
	if v.Form() != Map {
		return Value{}
	}
	return Value{v.node.value(key)}
}

// Path goes down keys: Path("a", "b") is Key("a").Key("b").
func (v Value) Path(keys ...string) Value {
	for _, k := range keys {
		v = v.Key(k)
	}
	return v
}

// Pairs are the keys and values of a map, in the order of the file.
func (v Value) Pairs() iter.Seq2[Value, Value] {
	return func(yield func(Value, Value) bool) {
		if v.Form() != Map {
			return
		}
		for k, item := range v.node.pairs {
			if !yield(Value{k}, Value{item}) {
				return
			}
		}
	}
}

// Items are the items of a list, a scalar or map as a list of one, and nothing
// for what is absent.
func (v Value) Items() []Value {
	switch v.Form() {
	case Absent:
		return nil
	case List:
		items := make([]Value, len(v.node.items))
		for i, n := range v.node.items {
			items[i] = Value{n}
		}
		return items
	}
	return []Value{v}
}

// JSON is the value as compact JSON text, to keep what has no place in the
// model. Texts stay texts and bare words stay bare; words of YAML are texts.
func (v Value) JSON() string {
	var b strings.Builder
	v.json(&b)
	return b.String()
}

func (v Value) json(b *strings.Builder) {
	switch v.Form() {
	case Absent:
		b.WriteString("null")
	case Scalar:
		if t := v.Text(); v.Bare() && (t == "true" || t == "false" || jsonNumber(t)) {
			b.WriteString(t)
			return
		}
		b.WriteString(jsonText(v.Text()))
	case List:
		b.WriteByte('[')
		for i, item := range v.Items() {
			if i > 0 {
				b.WriteByte(',')
			}
			item.json(b)
		}
		b.WriteByte(']')
	case Map:
		b.WriteByte('{')
		first := true
		for k, item := range v.Pairs() {
			if !first {
				b.WriteByte(',')
			}
			first = false
			b.WriteString(jsonText(k.Text()))
			b.WriteByte(':')
			item.json(b)
		}
		b.WriteByte('}')
	}
}

// ParseYAML reads the documents of a YAML text, within the limits of Read.
func ParseYAML(name string, text []byte) ([]Value, Problems) {
	c := &collector{}
	f := &file{name: name, data: text}
	if !vet(f, maxYAML, c) {
		return nil, c.problems()
	}
	trees, _ := readYAML(f, c)
	values := make([]Value, len(trees))
	for i, t := range trees {
		values[i] = Value{t}
	}
	return values, c.problems()
}

// ParseJSON reads one JSON value of at most 100,000 values, within the limits
// of Read; longer files are for WalkJSON.
func ParseJSON(name string, text []byte) (Value, Problems) {
	var root Value
	problems := WalkJSON(name, text, nil, func(_ string, v Value) error {
		root = v
		return nil
	})
	return root, problems
}

// WalkJSON reads a JSON text and hands on its parts, so that a file of a
// million records never stands in memory as a tree. lists names the lists whose
// items are handed on one at a time, by their dotted keys: "graph.nodes"; ""
// is a list at the top, "graphs[].nodes" one within each item of a list, whose
// items come with their number: "graphs[3].nodes". Every other value is handed
// on whole with its own dotted keys; a map on the way to a list is taken apart and not handed on
// itself. An error of visit stops the walk and becomes a problem at the value.
func WalkJSON(name string, text []byte, lists []string, visit func(path string, v Value) error) Problems {
	return walkJSON(name, text, lists, visit, &nodeStore{})
}

// SkimJSON is WalkJSON for a visit that keeps no Value, and no part of one: what
// it is handed is good until it returns, and then serves again.
func SkimJSON(name string, text []byte, lists []string, visit func(path string, v Value) error) Problems {
	return walkJSON(name, text, lists, visit, &nodeStore{lend: true})
}

// Skimmer reads many small JSON texts, the lines of a file, one after the other.
// The zero Skimmer is ready.
type Skimmer struct{ store nodeStore }

// Parse is ParseJSON for a caller who keeps no Value, and no part of one: it is
// good until the next Parse.
func (s *Skimmer) Parse(name string, text []byte) (Value, Problems) {
	var root Value
	if s.store.lend = true; s.store.recent == nil {
		s.store.recent = new([256]string)
	}
	s.store.open = s.store.open[:0] // a broken text leaves containers open
	clear(s.store.keys)
	problems := walkJSON(name, text, nil, func(_ string, v Value) error {
		root = v
		return nil
	}, &s.store)
	return root, problems
}

// manyTexts is from which length on a JSON text has enough texts for them to
// stand again.
const manyTexts = 16 << 10

func walkJSON(name string, text []byte, lists []string, visit func(path string, v Value) error, store *nodeStore) Problems {
	c := &collector{}
	f := &file{name: name, data: text}
	if !vet(f, len(text), c) {
		return c.problems()
	}
	if len(text) >= manyTexts && store.recent == nil {
		store.recent = new([256]string)
	}
	w := &jsonWalk{jsonReader: newJSON(f, store), lists: lists, visit: visit}
	err := w.walk("", true, 0)
	if err == nil {
		err = w.end()
	}
	if err != nil {
		c.at(f.spot(err.offset), Error, "", err.hint, "%s", err.what)
	}
	return c.problems()
}

// jsonWalk is a walk over a JSON text.
type jsonWalk struct {
	*jsonReader
	lists []string
	visit func(string, Value) error
}

// onTheWay tells whether a list to take apart stands below the path.
func (w *jsonWalk) onTheWay(path string, top bool) bool {
	path = anyItem(path)
	for _, l := range w.lists {
		if top && l != "" || !top && strings.HasPrefix(l, path+".") {
			return true
		}
	}
	return false
}

func (w *jsonWalk) isList(path string) bool {
	path = anyItem(path)
	for _, l := range w.lists {
		if l == path {
			return true
		}
	}
	return false
}

func (w *jsonWalk) walk(path string, top bool, depth int) *jsonError {
	w.space()
	if depth > maxDepth {
		return w.fail(fmt.Sprintf("nested deeper than %d", maxDepth), "")
	}
	switch {
	case w.isList(path) && w.next('['):
		return w.sequence(']', func() *jsonError { return w.whole(path, depth+1) })
	case !top && w.onTheWay(path+"[]", false) && w.next('['):
		return w.each(path, depth)
	case w.onTheWay(path, top) && w.next('{'):
		keys := map[string]*node{}
		return w.sequence('}', func() *jsonError {
			key, err := w.newKey(keys)
			if err != nil {
				return err
			}
			below := key.text
			if !top {
				below = path + "." + below
			}
			return w.walk(below, false, depth+1)
		})
	}
	return w.whole(path, depth)
}

// each takes the items of a list apart that has lists in them.
func (w *jsonWalk) each(path string, depth int) *jsonError {
	n := -1
	return w.sequence(']', func() *jsonError {
		n++
		return w.walk(fmt.Sprintf("%s[%d]", path, n), false, depth+1)
	})
}

// anyItem is a path without the numbers of items.
func anyItem(path string) string {
	open := strings.IndexByte(path, '[')
	if open < 0 {
		return path
	}
	number, rest, ok := strings.Cut(path[open+1:], "]")
	if !ok || strings.Trim(number, "0123456789") != "" {
		return path
	}
	return path[:open] + "[]" + rest
}

func (w *jsonWalk) whole(path string, depth int) *jsonError {
	w.space()
	w.nodes = 0
	w.store.takeBack()
	start := w.pos
	n, err := w.value(depth)
	if err != nil {
		return err
	}
	if stop := w.visit(path, Value{n}); stop != nil {
		return &jsonError{offset: start, what: stop.Error()}
	}
	return nil
}

// jsonText is a JSON string.
func jsonText(s string) string {
	var p printer
	p.Buffer = &bytes.Buffer{}
	p.text(s)
	return p.String()
}
