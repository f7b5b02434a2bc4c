package table

import "github.com/redthread/redthread/data/format"

// byContent is the rank of a column without a name whose values say what it is
// for.
const byContent = holdsWord + 1

// contents gives columns without names the roles that their values have: words
// for kinds, and years.
func (a *analysis) contents() {
	if a.HeaderLine != 0 || a.raw == nil {
		return
	}
	for _, c := range a.columns {
		switch {
		case c.of.role != "" || c.filled == 0:
		case all(c.values, isKind):
			c.of, c.guessed = meaning{role: "kind"}, true
		case c.years():
			c.of, c.guessed = meaning{role: "date"}, true
		}
	}
}

func isKind(v string) bool {
	_, ok := format.KindNamed(v)
	return ok
}

// triples finds the ends of a table of three columns of words without names, of
// which the one in the middle says the same of several rows.
func (a *analysis) triples() bool {
	if a.HeaderLine != 0 || a.raw == nil || len(a.columns) != 3 {
		return false
	}
	from, verb, to := a.columns[0], a.columns[1], a.columns[2]
	for _, c := range a.columns {
		if c.filled == 0 || c.of.role != "" || !asWords(c) || c.look().long > 0 {
			return false
		}
	}
	if len(verb.distinct) >= verb.filled || !verb.few() || to.filled < a.rows {
		return false
	}
	a.ends = ends{pair{}, from, to, "guess: three columns of words, the one in the middle says the same of several rows"}
	return true
}
