package ftm

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// sources are what a record says it rests on: documents named as proof,
// addresses, and publishers without an address. What they say is used up.
func (m *maker) sources(t *taking) []data.Source {
	proofs := m.proof(t)
	list := slices.Clip(proofs)
	addresses, publishers := t.values("sourceUrl"), t.values("publisher")
	var rest []string
	for i, address := range addresses {
		s := data.Source{Title: address, URL: address}
		if len(publishers) == 1 {
			s.Publisher = publishers[0]
		} else if len(publishers) == len(addresses) {
			s.Publisher = publishers[i]
		}
		switch told := slices.IndexFunc(proofs, func(s data.Source) bool { return s.URL == address }); {
		case told >= 0 && inDataset(&proofs[told]) || !webAddress(address):
			rest = append(rest, address)
		case told < 0:
			list = append(list, s)
		}
	}
	t.leave("sourceUrl", rest)
	return published(t, list)
}

// inDataset tells whether a source stands for a file that was imported or for a
// document of the dataset: its title is that of the file.
func inDataset(s *data.Source) bool { return s.File != "" && s.File == s.Title }

// published uses up the publishers that the sources tell of. A record that
// rests on nothing else rests on its publishers.
func published(t *taking, list []data.Source) []data.Source {
	alone := len(list) == 0
	told := map[string]bool{}
	for i := range list {
		told[list[i].Publisher] = told[list[i].Publisher] || !inDataset(&list[i])
	}
	var rest []string
	for _, p := range t.values("publisher") {
		switch {
		case alone:
			list = append(list, data.Source{Title: p, Publisher: p})
		case !told[p]:
			rest = append(rest, p)
		}
	}
	t.leave("publisher", rest)
	return list
}

// leave lets only some values of a property become attributes.
func (t *taking) leave(name string, rest []string) {
	if len(t.values(name)) == len(rest) {
		return
	}
	t.record = t.with(name, rest)
	t.take(name, 0)
}

// proof are the documents that a record names as such.
func (m *maker) proof(t *taking) []data.Source {
	var list []data.Source
	if m.source == nil {
		return nil
	}
	for _, id := range t.values("proof") {
		if s, ok := m.source(id); ok {
			list = append(list, s)
		}
	}
	return list
}

// cites adds the sources to the dataset and gives evidence that names them.
func (g *gather) cites(sources []data.Source) []data.Evidence {
	var list []data.Evidence
	cited := map[data.SourceID]bool{}
	for _, s := range sources {
		if id := g.to.Source(s); !cited[id] {
			cited[id] = true
			list = append(list, data.Evidence{Source: id})
		}
	}
	return list
}

// document is a document of the file as a source. Its title as file says that
// the document stands in the dataset, too.
func (g *gather) document(id string) (data.Source, bool) {
	r := g.byID[id]
	if r == nil || r.isEdge() {
		return data.Source{}, false
	}
	if cells := r.kept.cells["source"]; cells != nil {
		if s, err := over(data.Source{}, cells); err == nil {
			return s, true
		}
	}
	s := data.Source{Title: g.nameOf(r.id), Authors: r.values("author"), Publisher: r.first("publisher")}
	if at := r.first("sourceUrl"); webAddress(at) {
		s.URL = at
	}
	for _, name := range []string{"publishedAt", "date", "authoredAt"} {
		if part, ok := dayOf(r.first(name)); ok && s.Date.IsZero() {
			s.Date, _ = edtf.Parse(part)
		}
	}
	s.File = s.Title
	return s, true
}
