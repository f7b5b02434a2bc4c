package table

import "strings"

// pair is two headers that name the ends of a relation.
type pair struct {
	from, to         string // folded
	verb             string // what joins them; empty: nothing is said
	fromKind, toKind string // of entities made of the ends
	weak             bool   // also the header of a table of things: only where nothing else names the row
}

// pairs are in the order in which they are looked for.
var pairs = []pair{
	{from: "source", to: "target"}, {from: "source id", to: "target id"}, {from: "source", to: "destination"}, {from: "src", to: "dst"}, {from: "from", to: "to"},
	{from: "from id", to: "to id"}, {from: "from node", to: "to node"}, {from: "from name", to: "to name"}, {from: "source name", to: "target name"},
	{from: "start node", to: "end node"}, {from: "start id", to: "end id"}, {from: "start", to: "end"}, {from: "origin", to: "destination"}, {from: "subject", to: "object"},
	{from: "sender", to: "receiver"}, {from: "sender", to: "recipient"}, {from: "node1", to: "node2"}, {from: "node 1", to: "node 2"},
	{from: "entity1", to: "entity2"}, {from: "entity 1", to: "entity 2"}, {from: "person1", to: "person2", fromKind: "person", toKind: "person"}, {from: "person 1", to: "person 2", fromKind: "person", toKind: "person"},
	{from: "name1", to: "name2"}, {from: "name 1", to: "name 2"}, {from: "actor1", to: "actor2"}, {from: "actor 1", to: "actor 2"}, {from: "id1", to: "id2"}, {from: "id 1", to: "id 2"},
	{from: "von", to: "nach"}, {from: "von", to: "an"}, {from: "von", to: "zu"}, {from: "von", to: "bis"}, {from: "quelle", to: "ziel"}, {from: "absender", to: "empfanger"},
	{from: "de", to: "a"}, {from: "de", to: "vers"}, {from: "source", to: "cible"}, {from: "origine", to: "destination"}, {from: "expediteur", to: "destinataire"},
	{from: "de", to: "para"}, {from: "desde", to: "hasta"}, {from: "origen", to: "destino"}, {from: "fuente", to: "destino"}, {from: "fuente", to: "objetivo"}, {from: "remitente", to: "destinatario"},
	{from: "从", to: "到"}, {from: "源", to: "目标"}, {from: "来源", to: "目标"}, {from: "起点", to: "终点"}, {from: "发送方", to: "接收方"},
	{from: "owner", to: "owned", verb: "owns"}, {from: "owner", to: "asset", verb: "owns"}, {from: "follower", to: "followed", verb: "follows"}, {from: "follower", to: "followee", verb: "follows"},
	{from: "shareholder", to: "company", verb: "owns", toKind: "company", weak: true}, {from: "owner", to: "company", verb: "owns", toKind: "company", weak: true},
	{from: "parent", to: "child", verb: "parent of", weak: true}, {from: "director", to: "company", verb: "director of", fromKind: "person", toKind: "company", weak: true},
	{from: "member", to: "organization", verb: "member_of", toKind: "organization", weak: true}, {from: "person", to: "organization", fromKind: "person", toKind: "organization", weak: true},
	{from: "person", to: "company", fromKind: "person", toKind: "company", weak: true}, {from: "employee", to: "employer", verb: "works_for", fromKind: "person", toKind: "organization", weak: true},
}

// ends are the two columns of a table of relations.
type ends struct {
	pair
	from, to *profile
	why      string
}

// findEnds finds two columns that are the ends of relations.
func (a *analysis) findEnds() bool {
	for _, p := range pairs {
		from, to := a.headed(p.from), a.headed(p.to)
		if from == nil || to == nil || from.filled == 0 || to.filled == 0 || from.dated() && !from.numeric() || to.dated() && !to.numeric() {
			continue
		}
		if p.weak && a.hasOther(from, to) || bothYears(from, to) && a.hasOther(from, to) {
			continue
		}
		a.ends = ends{p, from, to, "certain: the headers say so"}
		if p.weak {
			a.ends.why = "likely: the headers say so"
		}
		return true
	}
	return a.nakedEdges() || a.triples()
}

// bothYears tells columns "from" and "to" that may be years.
func bothYears(from, to *profile) bool {
	return from.years() && to.years() && len(from.distinct) < 400
}

// years tells a column of nothing but numbers that are years of our time.
func (p *profile) years() bool {
	return all(p.values, func(v string) bool { return len(v) == 4 && v >= "1000" && v <= "2100" && isNumber(v) })
}

func (a *analysis) headed(folded string) *profile {
	for _, c := range a.columns {
		if c.folded == folded {
			return c
		}
	}
	return nil
}

// hasOther tells whether another column names the rows.
func (a *analysis) hasOther(from, to *profile) bool {
	for _, c := range a.columns {
		if c == from || c == to || c.filled == 0 {
			continue
		}
		if n := c.rank("name"); n >= 0 && n < holdsWord && !is(c.name, "predicate") || is(c.name, "id") && c.unique() {
			return true
		}
	}
	return false
}

// nakedEdges finds two columns whose headers say nothing, of a table of two or
// three: they are ends where names of the one stand in the other too.
func (a *analysis) nakedEdges() bool {
	if len(a.columns) < 2 || len(a.columns) > 4 {
		return false
	}
	from := a.columns[0]
	for i, c := range a.columns[1:] {
		if c.filled == 0 || from.filled == 0 || !a.endLike(from) || !a.endLike(c) || common(from, c)*10 < min(len(from.distinct), len(c.distinct)) {
			continue
		}
		if i == 1 && (!a.columns[1].few() || a.columns[1].of.role != "" && !is(a.columns[1].name, "predicate")) || i > 1 {
			continue
		}
		a.ends = ends{pair{}, from, c, "guess: values of the one column stand in the other"}
		return true
	}
	return false
}

// endLike tells a column that may hold ends: short words or numbers of nodes,
// below a header that says nothing else.
func (a *analysis) endLike(c *profile) bool {
	silent := c.of.role == "" || c.of.role == "name" || c.of.role == "from" || c.of.role == "to" || c.of.role == "id"
	return silent && c.look().long == 0 && c.look().url < 0.5 && (!c.dated() || c.numeric())
}

// common is how many distinct values two columns share.
func common(a, b *profile) int {
	n := 0
	for v := range a.distinct {
		if _, ok := b.distinct[v]; ok {
			n++
		}
	}
	return n
}

// relations plans a table of which each row joins two things.
func (a *analysis) relations() {
	r := &Record{Fields: map[string]*Value{}}
	a.plan.Relations = []*Record{r}
	e := a.ends
	a.taken[e.from], a.taken[e.to] = true, true
	for key, c := range map[string]*profile{"from": e.from, "to": e.to} {
		r.Fields[key] = &Value{Columns: []string{c.name}, Join: " ", why: e.why}
	}
	a.beside(r)
	a.direction(r)
	a.dates(r)
	a.verb(r)
	a.put(r, "id", "id", func(p *profile) bool { return p.folded == "id" && p.unique() })
	a.evidence(r)
	a.put(r, "status", "status", isStatus)
	a.put(r, "note", "summary", asTexts)
}

// direction takes the column in which Gephi says whether an edge has one.
func (a *analysis) direction(r *Record) {
	for _, c := range a.columns {
		if a.taken[c] || c.filled == 0 || !all(c.values, directions) {
			continue
		}
		a.taken[c] = true
		r.Fields["symmetric"] = &Value{Columns: []string{c.name}, Join: " ", why: "certain: its values say whether an edge has a direction"}
	}
}

func directions(v string) bool {
	switch strings.ToLower(v) {
	case "directed", "undirected", "mixed":
		return true
	}
	return false
}

func all(values []string, is func(string) bool) bool {
	for _, v := range values {
		if !is(v) {
			return false
		}
	}
	return len(values) > 0
}

func isStatus(p *profile) bool {
	return all(p.values, func(v string) bool { _, ok := statuses[foldHeader(v)]; return ok })
}

// verb finds what joins the ends.
func (a *analysis) verb(r *Record) {
	// A column of the relation; a label only where it says the same of many.
	fit := func(p *profile) bool {
		return asWords(p) && p.look().long < 0.1 && (p.few() || orLast(p.rank("predicate")) < explicitVerbs)
	}
	c := a.put(r, "predicate", "predicate", fit)
	switch {
	case c == nil && len(a.columns) == 3 && a.ends.verb == "" && a.ends.from == a.columns[0] && a.ends.to == a.columns[2] && !a.taken[a.columns[1]] && asWords(a.columns[1]):
		a.taken[a.columns[1]] = true
		r.Fields["predicate"] = &Value{Columns: []string{a.columns[1].name}, Join: " ", why: "guess: it stands between the ends"}
	case c == nil && a.ends.verb != "":
		r.Fields["predicate"] = fixed(a.ends.verb, "likely: the headers of the ends say so")
	case c == nil:
		r.Fields["predicate"] = fixed(unsaid, "guess: no column says what joins the ends")
	default:
		r.Fields["predicate"].Default = orText(a.ends.verb, unsaid)
	}
}

// explicitVerbs is how many words for a predicate mean nothing else.
const explicitVerbs = 27

func orLast(rank int) int {
	if rank < 0 {
		return 1 << 20
	}
	return rank
}

// beside finds columns that describe the ends: source_id with source_name.
func (a *analysis) beside(r *Record) {
	for _, key := range []string{"from", "to"} {
		c := a.ends.from
		if key == "to" {
			c = a.ends.to
		}
		stem := strings.TrimSuffix(c.folded, " id")
		name := a.free(stem+" name", stem+" label", stem+" title")
		if name == nil {
			continue
		}
		x := &Record{Fields: map[string]*Value{"id": {Columns: []string{c.name}, Join: " ", why: a.ends.why}, "name": {Columns: []string{name.name}, Join: " ", why: "certain: the header says so"}}, Once: true}
		if kind := a.free(stem+" type", stem+" kind", stem+" category", stem+" schema"); kind != nil {
			x.Fields["kind"] = &Value{Columns: []string{kind.name}, Join: " ", why: "certain: the header says so"}
		}
		a.plan.Entities = append(a.plan.Entities, x)
	}
}

// free takes the first column with one of the headers.
func (a *analysis) free(headers ...string) *profile {
	for _, h := range headers {
		if c := a.headed(h); c != nil && !a.taken[c] && c.filled > 0 {
			a.taken[c] = true
			return c
		}
	}
	return nil
}
