package table

import (
	"path"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// meet finds out which tables describe the ends: by id or by name. Ends that no
// table describes become entities.
func (a *analysis) meet(tables []*analysis) {
	for key, c := range map[string]*profile{"from": a.ends.from, "to": a.ends.to} {
		a.meetEnd(key, c, tables)
	}
}

// match is how well a column of another table describes an end.
type match struct {
	table  *analysis
	column *profile
	id     bool
	share  float64 // of the distinct values of the end
}

func (a *analysis) meetEnd(key string, c *profile, tables []*analysis) {
	v := a.plan.Relations[0].Fields[key]
	var best match
	others := 0.0
	for _, t := range tables {
		m := t.describes(a, c)
		switch {
		case m.share > best.share || m.share == best.share && m.share > 0 && sounds(c.name, t.stem()):
			others, best = max(others, best.share), m
		default:
			others = max(others, m.share)
		}
	}
	if best.share == 0 {
		kind := a.ends.fromKind
		if key == "to" {
			kind = a.ends.toKind
		}
		v.Make = orText(kind, "thing")
		return
	}
	if !best.id {
		v.Key, v.Table = best.column.name, best.table.name
		v.why += "; the names of " + best.table.name + " stand in it"
	} else if others > 0 && best.share > 0.99 && best.table.plan.Model == "" {
		v.Table = best.table.name
	}
}

// sounds tells whether a header names what a table holds: company_id, companies.
func sounds(header, stem string) bool {
	kind, ok := format.KindNamed(strings.TrimSuffix(foldHeader(header), " id"))
	if of, known := format.KindNamed(path.Base(stem)); ok && known && of == kind {
		return true
	}
	stem = foldHeader(path.Base(stem))
	stem = strings.TrimSuffix(strings.TrimSuffix(stem, "s"), "ie")
	return len(stem) > 2 && strings.Contains(foldHeader(header), stem)
}

// describes finds the column of a table by which an end of another names its
// rows.
func (a *analysis) describes(of *analysis, end *profile) match {
	var best match
	for _, r := range a.plan.Entities {
		for _, key := range []string{"id", "name"} {
			v := r.Fields[key]
			if v == nil || len(v.Columns) != 1 || a == of && key == "name" && r.Fields["id"] != nil {
				continue
			}
			for _, c := range a.columns {
				if c.name == v.Columns[0] {
					best = best.better(match{a, c, key == "id" || r.Fields["id"] == nil, share(end, c)})
				}
			}
		}
	}
	if a.plan.Model == "entities" {
		best = best.better(match{a, a.headed("id"), true, share(end, a.headed("id"))})
	}
	return best
}

func (m match) better(o match) match {
	if o.share > m.share {
		return o
	}
	return m
}

// share is how many of the values of an end stand in a column; where few do, by
// chance, none.
func share(end, c *profile) float64 {
	s := float64(common(end, c)) / float64(max(1, len(end.distinct)))
	if s < 0.05 {
		return 0
	}
	return s
}

// meetPlaces finds the table of places in which the place of a row stands.
func (a *analysis) meetPlaces(tables []*analysis) {
	for _, r := range a.plan.Entities {
		v := r.Fields["place"]
		if v == nil {
			continue
		}
		var best match
		for _, t := range tables {
			if t != a && t.holds("place") {
				best = best.better(t.describes(a, a.column(v.Columns[0])))
			}
		}
		if best.share > 0 && !best.id {
			v.Key, v.Table = best.column.name, best.table.name
			v.why += "; the names of " + best.table.name + " stand in it"
		}
	}
}

// holds tells whether all entities of a table are of a kind.
func (a *analysis) holds(kind string) bool {
	for _, r := range a.plan.Entities {
		if v := r.Fields["kind"]; v != nil && v.Const == kind {
			return true
		}
	}
	return false
}

func (a *analysis) column(name string) *profile {
	for _, c := range a.columns {
		if c.name == name {
			return c
		}
	}
	return nil
}
