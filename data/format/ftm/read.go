package ftm

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// errStatements is why statements are refused.
var errStatements = errors.New("statements, not entities: each line is one value of one property; take the entities of the same dataset (entities.ftm.json)")

// read reads one file: lines, a list, one entity, or the answer of an API.
func read(in format.Input, to *format.Builder) error {
	text, err := in.All(to.Options.Limits.Bytes)
	if err != nil {
		return err
	}
	g := newGather(to, in.Name)
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	switch start := bytes.TrimLeft(text, " \t\r\n"); {
	case len(start) == 0:
		return fmt.Errorf("%s: the file is empty", in.Name)
	case bytes.HasPrefix(start, statementHead) || statementKey.Match(firstLine(start)):
		return fmt.Errorf("%s: %w", in.Name, errStatements)
	case start[0] == '{' && lines(in.Name, start):
		err = g.lines(text)
	default:
		err = g.whole(text)
	}
	if err != nil {
		return err
	}
	return g.emit()
}

func firstLine(text []byte) []byte {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return line
}

// lines tells JSON lines from one JSON value over several lines: the first line
// is whole, broken or not, and more follows; or it is a single entity.
func lines(name string, text []byte) bool {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	v, problems := data.ParseJSON(name, bytes.Clone(line))
	if len(bytes.TrimSpace(rest)) > 0 {
		return problems.Err() == nil || bytes.HasSuffix(bytes.TrimSpace(line), []byte("}"))
	}
	return problems.Err() == nil && v.Key("results").Form() != data.List
}

// lines reads a record a line. A broken line is left out and reported; a file
// without one sound line, or cut off in the middle of its last, is refused.
func (g *gather) lines(text []byte) error {
	var broken error
	var skim data.Skimmer
	for n := 1; len(text) > 0; n++ {
		line, rest, ended := bytes.Cut(text, []byte("\n"))
		text = rest
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		v, problems := skim.Parse(g.name, line)
		if err := problems.Err(); err != nil {
			p := problems[0]
			at := fmt.Errorf("%s:%d:%d: %s", g.name, n, p.Column, p.What)
			if !ended && len(text) == 0 {
				return fmt.Errorf("%w (the file ends in the middle of its last line)", at)
			}
			broken = cmp.Or(broken, at)
			g.to.Read(1)
			g.to.LeftOut("line", format.Place{Line: n, Value: string(line)}, "no JSON", p.What)
			continue
		}
		if err := g.top(fieldsOf(v), v, n); err != nil {
			return err
		}
	}
	if len(g.order) == 0 && broken != nil {
		return broken
	}
	return nil
}

// whole reads one JSON value: a list of records, an answer with "results", or
// one record.
func (g *gather) whole(text []byte) error {
	var single []field
	problems := data.WalkJSON(g.name, text, []string{"", "results"}, func(path string, v data.Value) error {
		if path == "" || path == "results" {
			return g.top(fieldsOf(v), v, v.Line())
		}
		single = append(single, field{path, v})
		return nil
	})
	if err := problems.Err(); err != nil {
		return err
	}
	if text, ok := find(single, "schema"); ok && text.Form() == data.Scalar {
		return g.top(single, text, text.Line())
	}
	for _, f := range single {
		g.to.Say(data.Note, format.Place{Line: f.value.Line(), Field: f.key}, "a key of the answer that is no entity", "")
	}
	return nil
}
