package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// readYAML is the trees of a YAML file, one a document; false when it is broken.
// Dates are masked first: YAML would read [2016..2017] as a list.
func readYAML(f *file, c *collector) ([]*node, bool) {
	if !vetLines(f, c) {
		return nil, false
	}
	masks := findDates(f.data)
	if masks.values > maxYAMLNodes {
		c.of(f.name, Error, "split the file, or use CSV for large tables", "more than %d values in one file", maxYAMLNodes)
		return nil, false
	}
	for range 2 {
		y := &yamlReader{file: f, out: c, masks: masks}
		trees, err := y.documents(masks.apply(f.data))
		if err != nil {
			c.at(err.node, Error, "", err.hint, "%s", err.what)
			return nil, false
		}
		if len(y.masks.open()) == 0 {
			return y.checked(trees), true
		}
		masks = masks.without(y.masks.open()) // what looked like a date stood within a text
	}
	c.of(f.name, Error, "put dates that begin with a bracket in quotes", "dates could not be told from texts")
	return nil, false
}

// breaks are characters that the YAML library takes for line ends and nothing
// else does: after one of them no place would be right.
var breaks = []rune{'\u0085', '\u2028', '\u2029'}

func vetLines(f *file, c *collector) bool {
	for _, char := range breaks {
		if at := bytes.Index(f.data, []byte(string(char))); at >= 0 {
			c.at(f.spot(at), Error, string(char), "write an ordinary line end", "character U+%04X, a line end of another kind", char)
			return false
		}
	}
	line := 1
	for rest := f.data; len(rest) > 0; line++ {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest) - 1
		}
		if end > maxLine {
			c.at(f.mark(line, 1), Error, "", "break it into several", "the line has %d bytes, the limit is %d", end, maxLine)
			return false
		}
		rest = rest[end+1:]
	}
	return true
}

// yamlReader turns the nodes of the YAML library into ours.
type yamlReader struct {
	file   *file
	out    *collector
	masks  *masks
	nodes  int
	active map[*yaml.Node]bool // anchors being expanded, against loops
	twice  []twice
}

// twice is a key that stands twice in a map.
type twice struct{ first, second *node }

// yamlError is a defect that ends the reading of a file.
type yamlError struct {
	node       *node
	what, hint string
}

func (y *yamlReader) documents(data []byte) (trees []*node, failed *yamlError) {
	defer func() { // the last belt around the library
		if v := recover(); v != nil {
			trees, failed = nil, y.fail(1, 1, "YAML: the file cannot be read", "")
		}
	}()
	y.active = map[*yaml.Node]bool{}
	limits := loaderlimits.New(loaderlimits.DepthValue(maxDepth))
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(limits))
	if err != nil {
		return nil, y.explain(err)
	}
	for {
		var doc yaml.Node
		if err := loader.Load(&doc); err == io.EOF {
			return trees, nil
		} else if err != nil {
			return nil, y.explain(err)
		}
		tree, failed := y.node(&doc, 0)
		if failed != nil {
			return nil, failed
		}
		trees = append(trees, tree)
	}
}

// checked reports the keys that stand twice.
func (y *yamlReader) checked(trees []*node) []*node {
	for _, t := range y.twice {
		y.out.at(t.second, Error, t.second.text, "keep one", "key %s stands twice, first at line %d", quote(t.second.text), t.first.line)
	}
	return trees
}

func (y *yamlReader) fail(line, col int, what, hint string) *yamlError {
	return &yamlError{y.file.mark(line, col), what, hint}
}

// yamlHints say what to do where the library's words do not.
var yamlHints = []struct{ words, hint string }{
	{"mapping values are not allowed", `quote a text that holds ": ", and align the keys of a map`},
	{"cannot start any token", "quote a text that begins with %, @ or `; indent with spaces"},
	{"tab character", "indent with spaces"},
	{"did not find expected key", "align the keys of a map; quote a text that begins with a quote, a bracket or an asterisk"},
	{"did not find expected '-' indicator", "align the items of a list"},
	{"did not find expected ',' or", "close the bracket, or quote the text"},
	{"unknown anchor", "quote a text that begins with an asterisk"},
	{"could not find expected ':'", "a key is followed by a colon and a space"},
	{"exceeded max depth", "a dataset needs eight levels at most"},
	{"did not find expected node content", "close the bracket; quote a text that begins with # (a colour), which begins a comment"},
	{"control characters", "remove it"},
	{"incompatible YAML document", "remove the line that begins with %YAML"},
	{"entries are not allowed", "quote a text that begins with a hyphen and a space, and begin a list on a line of its own"},
	{"unexpected end of stream", "close the quote"},
}

// explain gives a library error its place and a hint.
func (y *yamlReader) explain(err error) *yamlError {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return y.fail(1, 1, "YAML: "+err.Error(), "")
	}
	what := load.Message
	if load.ContextMsg != "" {
		what = load.ContextMsg + ": " + what
	}
	hint := ""
	for _, h := range yamlHints {
		if strings.Contains(what, h.words) {
			hint = h.hint
			break
		}
	}
	return y.fail(max(load.Mark.Line, 1), max(load.Mark.Column, 1), "YAML: "+what, hint)
}

func (y *yamlReader) node(n *yaml.Node, depth int) (*node, *yamlError) {
	y.nodes++
	if y.nodes > maxYAMLNodes {
		return nil, y.fail(n.Line, n.Column, fmt.Sprintf("more than %d values in one file, aliases counted each time", maxYAMLNodes), "write fewer aliases, or use CSV for large tables")
	}
	if depth > 2*maxDepth {
		return nil, y.fail(n.Line, n.Column, fmt.Sprintf("nested deeper than %d", maxDepth), "a dataset needs eight levels at most")
	}
	switch n.Kind {
	case yaml.DocumentNode:
		if len(n.Content) == 0 {
			return y.bare(n, absent), nil
		}
		return y.node(n.Content[0], depth)
	case yaml.AliasNode:
		return y.alias(n, depth)
	case yaml.SequenceNode:
		return y.sequence(n, depth)
	case yaml.MappingNode:
		return y.mapping(n, depth)
	case yaml.ScalarNode:
		return y.scalar(n)
	}
	return y.bare(n, absent), nil
}

func (y *yamlReader) bare(n *yaml.Node, f form) *node {
	return &node{file: y.file, line: int32(max(n.Line, 1)), col: int32(max(n.Column, 1)), form: f}
}

// alias expands to what its anchor holds; the count of nodes bounds it.
func (y *yamlReader) alias(n *yaml.Node, depth int) (*node, *yamlError) {
	if y.active[n.Alias] {
		return nil, y.fail(n.Line, n.Column, "YAML: alias "+quote(n.Value)+" holds itself", "")
	}
	y.active[n.Alias] = true
	defer delete(y.active, n.Alias)
	return y.node(n.Alias, depth+1)
}

func (y *yamlReader) sequence(n *yaml.Node, depth int) (*node, *yamlError) {
	out := y.bare(n, list)
	out.items = make([]*node, 0, len(n.Content))
	for _, item := range n.Content {
		v, err := y.node(item, depth+1)
		if err != nil {
			return nil, err
		}
		out.items = append(out.items, v)
	}
	return out, nil
}

func (y *yamlReader) mapping(n *yaml.Node, depth int) (*node, *yamlError) {
	out := y.bare(n, object)
	out.items = make([]*node, 0, len(n.Content))
	seen := make(map[string]*node, len(n.Content)/2)
	var merges []*node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, err := y.key(n.Content[i])
		if err != nil {
			return nil, err
		}
		v, err := y.node(n.Content[i+1], depth+1)
		if err != nil {
			return nil, err
		}
		if n.Content[i].Tag == "!!merge" {
			merges = append(merges, v)
			continue
		}
		if first := seen[key.text]; first != nil {
			y.twice = append(y.twice, twice{first, key})
			continue
		}
		seen[key.text] = key
		out.items = append(out.items, key, v)
	}
	for _, m := range merges {
		y.merge(out, m, seen)
	}
	return out, nil
}

func (y *yamlReader) key(n *yaml.Node) (*node, *yamlError) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.ScalarNode {
		return nil, y.fail(n.Line, n.Column, "YAML: a key must be a text", "quote a text that begins with a bracket")
	}
	return y.scalar(n)
}

// merge adds the keys of "<<" that the map does not write itself.
func (y *yamlReader) merge(out, from *node, seen map[string]*node) {
	if from.form == list {
		for _, item := range from.items {
			y.merge(out, item, seen)
		}
		return
	}
	for k, v := range from.pairs {
		if seen[k.text] == nil {
			seen[k.text] = k
			out.items = append(out.items, k, v)
		}
	}
}

// scalar keeps the text as written. Only what is truly empty is nothing.
func (y *yamlReader) scalar(n *yaml.Node) (*node, *yamlError) {
	out := y.bare(n, scalar)
	out.text = n.Value
	out.plain = n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
	if n.Style&yaml.TaggedStyle != 0 && n.Tag != "!!str" {
		return nil, y.fail(n.Line, n.Column, "YAML: tag "+quote(n.Tag)+" is not known", "remove it; every value is taken as written")
	}
	if out.plain {
		if text, ok := y.masks.claim(n.Line, n.Column, n.Value); ok {
			out.text = text
		}
	}
	if out.text == "" && out.plain {
		out.form = absent
	}
	return out, nil
}
