package columns

import (
	"errors"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// maxTable bounds the kinds and the predicates that a file may add.
const maxTable = 500

// Own restores the records of a file that our writers wrote. They stand in the
// builder after Flush.
type Own struct {
	to      *format.Builder
	space   string // of the refs of the file
	sources map[data.SourceID]data.SourceID
	kinds   map[data.KindID]data.Kind
	verbs   map[data.PredicateID]bool

	entities  batch[data.Entity]
	relations batch[data.Relation]
}

// NewOwn is an Own for one file; space is that of its ids.
func NewOwn(to *format.Builder, space string) *Own {
	o := &Own{to: to, space: space, sources: map[data.SourceID]data.SourceID{}, kinds: map[data.KindID]data.Kind{}, verbs: map[data.PredicateID]bool{}}
	o.entities.sound, o.relations.sound = o.soundEntities, o.soundRelations
	for _, k := range data.BuiltinKinds {
		o.kinds[k.ID] = k
	}
	for _, p := range data.BuiltinPredicates {
		o.verbs[p.ID] = true
	}
	return o
}

// In says that the following ids are of another space.
func (o *Own) In(space string) { o.space = space }

// Colour is how a kind is drawn on paper, #rrggbb; "" for an unknown one.
func (o *Own) Colour(id data.KindID) string { return o.kinds[id].Light }

// Heading restores what Heading wrote, and gives back what it does not know.
// What an earlier file said of the whole stays.
func (o *Own) Heading(cells []data.Cell, at format.Place) []data.Cell {
	ds, refused, rest := fit(cells, soundHeading)
	for _, c := range refused {
		where := at
		where.Field, where.Value = c.Key, c.Text
		o.to.Say(data.Warning, where, "a value of the heading does not fit: left out", "")
	}
	head := o.to.Heading()
	for _, s := range []struct{ old, read *string }{{&head.Title, &ds.Title}, {&head.Standfirst, &ds.Standfirst}, {&head.Lang, &ds.Lang}, {&head.Licence, &ds.Licence}, {&head.About, &ds.About}} {
		if *s.old == "" {
			*s.old = *s.read
		}
	}
	var unknown []data.Cell
	for _, c := range rest {
		at.Field = c.Key
		switch c.Key {
		case Marker:
		case "sources":
			records(o, c, at, o.soundSource, o.source)
		case "kinds":
			records(o, c, at, o.soundKind, o.kind)
		case "predicates":
			records(o, c, at, o.soundPredicate, o.predicate)
		default:
			unknown = append(unknown, c)
		}
	}
	return unknown
}

var errTable = errors.New("more of them than a file may add")

// records reads a JSON list of records of the model.
func records[R any](o *Own, c data.Cell, at format.Place, sound func(R) bool, add func(R) error) {
	problems := data.WalkJSON(at.File, []byte(c.Text), []string{""}, func(_ string, v data.Value) error {
		r, refused, rest := fit(cellsOf(v), sound)
		if len(refused)+len(rest) > 0 {
			at.Value = v.JSON()
			o.to.Say(data.Warning, at, "a record of the heading does not fit", "")
		}
		if !sound(r) {
			return nil
		}
		return add(r)
	})
	for _, p := range problems {
		at.Value = p.Value
		o.to.Say(data.Warning, at, "a list of the heading does not read: "+p.What, p.Hint)
	}
}

func (o *Own) source(s data.Source) error {
	given := s.ID
	o.sources[given] = o.to.Source(s)
	return nil
}

func (o *Own) kind(k data.Kind) error {
	if len(o.kinds) > maxTable {
		return errTable
	}
	o.kinds[k.ID] = k
	o.to.DefineKind(k)
	return nil
}

func (o *Own) predicate(p data.Predicate) error {
	if len(o.verbs) > maxTable {
		return errTable
	}
	o.verbs[p.ID] = true
	o.to.DefinePredicate(p)
	return nil
}
