package format

import "github.com/redthread/redthread/data"

// Link is a relation whose ends are foreign ids.
type Link struct {
	Relation  data.Relation // From, To and, where Verb is set, Predicate are filled in
	From, To  Ref
	Verb      string // the relation's type as the file calls it; used where Predicate is empty
	Inverse   string // as Verb, read the other way; made of it when empty
	Symmetric bool   // the file says that it has no direction
	Sort      string // what it was in the file, for the report: "edge"
	At        Place

	file   int // of Builder.files, -1 without one
	source data.SourceID
}

// pending is a link until its ends are looked for: what it has beside its
// relation, which stands in the dataset already. Millions wait at once.
type pending struct {
	from, to Ref
	line     int
	at       *Place // where it says more than the line
	alike    *alike
}

// alike is what many links have in common.
type alike struct {
	verb, inverse, sort, name string
	symmetric                 bool
	file                      int
	source                    data.SourceID
}

// maxAlike is how many of them are kept to be shared.
const maxAlike = 4096

// shared is one for all links that have the same in common.
func (b *Builder) shared(a alike) *alike {
	if b.alike != nil && *b.alike == a {
		return b.alike
	}
	one := b.alikes[a]
	if one == nil {
		one = &a
		if len(b.alikes) < maxAlike {
			b.alikes[a] = one
		}
	}
	b.alike = one
	return one
}

// Link adds a relation; Finish looks for its ends.
func (b *Builder) Link(l Link) {
	if !b.room(len(l.Relation.Attributes), len(l.From.ID)+len(l.To.ID)+len(l.Relation.Note)+sizeOf(l.Relation.Attributes)) {
		return
	}
	if len(l.Relation.Evidence) == 0 {
		b.cited()
	}
	if l.At.File == "" && b.file != nil {
		l.At.File = b.file.Name
	}
	p := pending{from: l.From, to: l.To, line: l.At.Line}
	if l.At != (Place{File: l.At.File, Line: l.At.Line}) {
		at := l.At
		p.at = &at
	}
	p.alike = b.shared(alike{l.Verb, l.Inverse, l.Sort, l.At.File, l.Symmetric, len(b.files) - 1, b.source})
	if n := len(b.links); n == 0 || len(b.links[n-1]) == cap(b.links[n-1]) {
		b.links = append(b.links, make([]pending, 0, linksInPiece))
	}
	last := &b.links[len(b.links)-1]
	*last = append(*last, p)
	b.ds.Relations = append(b.ds.Relations, l.Relation)
}

// linksInPiece is about a tenth of a megabyte.
const linksInPiece = 1024

// unpacked is a link whose ends are looked for now.
func (b *Builder) unpacked(p *pending, r data.Relation) Link {
	a := p.alike
	l := Link{Relation: r, From: p.from, To: p.to, Verb: a.verb, Inverse: a.inverse, Symmetric: a.symmetric, Sort: a.sort,
		At: Place{File: a.name, Line: p.line}, file: a.file, source: a.source}
	if p.at != nil {
		l.At = *p.at
	}
	return l
}

// resolveLinks looks for the ends of all links. Those that lead nowhere leave
// no relation: the others move up.
func (b *Builder) resolveLinks() {
	all, nth := b.ds.Relations, 0
	b.ds.Relations = all[:0]
	b.taken["relations"] = make(names, len(all))
	for i, piece := range b.links {
		for j := range piece {
			l := b.unpacked(&piece[j], all[nth])
			nth++
			b.link(&l)
		}
		b.links[i] = nil
	}
	clear(all[len(b.ds.Relations):])
	b.links, b.alikes, b.alike = nil, nil, nil
}
