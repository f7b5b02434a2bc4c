package snap

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// node is the thing with an id, made where it stands for the first time. In a
// bipartite file the two columns name things of two sorts.
func (r *reader) node(id string, side int, at format.Place) format.Ref {
	if r.f.told.direction != "bipartite" {
		side = 0
	}
	n, small := r.number(id)
	if small && n < len(r.named[side]) && r.named[side][n] != "" {
		return format.Ref{Space: r.space(side), ID: r.named[side][n]}
	}
	ref := format.Ref{Space: r.space(side), ID: strings.Clone(id)} // of its line
	if _, known := r.to.Known(ref); !known {
		r.nodes++
		r.to.Read(1)
		r.to.Entity(ref, "node", data.Entity{Name: ref.ID, Tags: r.tags(side)}, at)
	}
	if small {
		r.keep(ref.ID, side, n)
	}
	return ref
}

func (r *reader) space(side int) string {
	if r.f.told.direction != "bipartite" {
		return ""
	}
	return [2]string{"left", "right"}[side]
}

func (r *reader) tags(side int) []string {
	if word := r.space(side); word != "" {
		return []string{word}
	}
	return nil
}

// number is an id that is one, as most are, and so small that a list of all
// below it is no larger than the file.
func (r *reader) number(id string) (int, bool) {
	if len(id) > 9 || id[0] == '0' && len(id) > 1 {
		return 0, false
	}
	n := 0
	for i := range len(id) {
		digit := id[i] - '0'
		if digit > 9 {
			return 0, false
		}
		n = 10*n + int(digit)
	}
	return n, n <= 2*r.f.rows
}

func (r *reader) keep(id string, side, n int) {
	list := r.named[side]
	if n >= len(list) {
		list = append(list, make([]string, n+1-len(list))...)
	}
	list[n] = id
	r.named[side] = list
}
