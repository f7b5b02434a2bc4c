package format

import (
	"fmt"
	"slices"

	"github.com/redthread/redthread/data"
)

// Ref is an id as a foreign file writes it. Space keeps apart ids that may look
// alike: of several tables, or a number and a text ("number", "text").
type Ref struct{ Space, ID string }

// Builder turns the records of foreign files into a Dataset. Readers hand it
// entities and links in the order of the file; Finish resolves the ends, which
// may stand after the links that name them.
//
// Every entity and relation without evidence of its own cites the file and the
// place where it stood.
type Builder struct {
	Options Options

	ds      data.Dataset
	files   []FileReport
	file    *FileReport // the current one
	source  data.SourceID
	tally   tally
	ids     known
	at      map[data.EntityID]int32  // index in ds.Entities
	again   map[data.EntityID]int    // the last number given to an id that several wanted
	same    map[string]data.SourceID // by all that a source says
	taken   map[string]names         // by section
	cites   []data.Evidence          // made in advance, many at once
	kinds   map[string]data.KindID
	verbs   verbs
	links   [][]pending // in pieces, so that millions are never copied and each piece can go when it is resolved
	alikes  map[alike]*alike
	alike   *alike // the one used last
	finally []func(*Finishing)
	records int   // entities and links
	values  int   // their attributes
	texts   int64 // bytes of their texts
}

// NewBuilder is an empty Builder.
func NewBuilder(opt Options) *Builder {
	opt.Limits = opt.Limits.Filled()
	if opt.Unknown == nil {
		opt.Unknown = notKnown
	}
	return &Builder{Options: opt, tally: newTally(), ids: newKnown(), at: map[data.EntityID]int32{}, again: map[data.EntityID]int{}, alikes: map[alike]*alike{}, same: map[string]data.SourceID{}, kinds: map[string]data.KindID{},
		taken: map[string]names{"sources": {}, "relations": {}}}
}

// Begin says which file the following records are of. It becomes a source when
// something first cites it, so that the sources that the file itself describes
// keep their ids.
func (b *Builder) Begin(in Input, format string) error {
	sum, err := in.SHA256()
	if err != nil {
		return err
	}
	b.files = append(b.files, FileReport{Name: in.Name, Format: format, Bytes: in.Size, SHA256: sum})
	b.file, b.source = &b.files[len(b.files)-1], ""
	return nil
}

// Source adds a source and gives its id: the one it has, else one made of its
// title. A source that says the same as an earlier one is that one.
func (b *Builder) Source(s data.Source) data.SourceID {
	b.cleanSource(&s)
	key := sourceKey(s)
	if same, ok := b.same[key]; ok && (s.ID == "" || s.ID == same) {
		return same
	}
	id := string(s.ID)
	if !data.PlainID.Match(id) {
		id = Slug(id)
	}
	if id == "" {
		id = Slug(or2(s.Title, s.URL))
	}
	if id == "" {
		id = "source-" + hash(s.Title+s.URL)
	}
	s.ID = data.SourceID(b.taken["sources"].take(id, "-"))
	b.same[key] = s.ID
	s.Title = b.text(or2(s.Title, or2(s.URL, string(s.ID))), Place{Field: "title"}, false)
	b.ds.Sources = append(b.ds.Sources, s)
	return s.ID
}

// sourceKey is all that a source says, its id left aside.
func sourceKey(s data.Source) string {
	s.ID = ""
	return fmt.Sprint(data.Cells(s))
}

func or2[S ~string](a, b S) S {
	if a != "" {
		return a
	}
	return b
}

// Say reports something odd. what holds no value, so that alike problems count
// as one; the value goes into the place.
func (b *Builder) Say(s data.Severity, at Place, what, hint string) {
	if at.File == "" && b.file != nil {
		at.File = b.file.Name
	}
	b.tally.say(s, at, what, hint)
}

// Read counts a record found in the file.
func (b *Builder) Read(n int) {
	if b.file != nil {
		b.file.Read += n
	}
}

// LeftOut counts a record of a sort ("row", "edge") that does not stand in the
// dataset, and says why.
func (b *Builder) LeftOut(sort string, at Place, why, hint string) {
	b.tally.turn(sort, "", "left out")
	b.Say(data.Warning, at, sort+" left out: "+why, hint)
}

// Turned counts a record of a sort that stands in the dataset other than as an
// entity or relation of its own: as a source, a kind, a figure.
func (b *Builder) Turned(sort, into string) { b.kept(sort, "", into) }

// Kind is the kind for a type of a foreign file: ours where the word is known,
// else one the dataset adds. An empty word is the kind "thing".
func (b *Builder) Kind(word string) data.KindID {
	word = oneLine(word)
	if word == "" {
		word = string(thing)
	}
	if id, ok := b.kinds[word]; ok {
		return id
	}
	id, ok := KindNamed(word)
	if !ok {
		id = b.addKind(word)
	}
	b.kinds[word] = id
	return id
}

func (b *Builder) addKind(word string) data.KindID {
	id := data.KindID(Slug(word))
	if id == "" {
		id = data.KindID("kind-" + hash(word))
	}
	for _, k := range b.ds.Kinds {
		if k.ID == id {
			return id
		}
	}
	b.ds.Kinds = append(b.ds.Kinds, newKind(id, word, len(b.ds.Kinds)))
	return id
}

// DefineKind adds a kind as it stands in the file, or changes a built-in one.
func (b *Builder) DefineKind(k data.Kind) {
	b.ds.Kinds = slices.DeleteFunc(b.ds.Kinds, func(o data.Kind) bool { return o.ID == k.ID })
	b.ds.Kinds = append(b.ds.Kinds, k)
}

// DefinePredicate adds a predicate as it stands in the file, or changes a
// built-in one.
func (b *Builder) DefinePredicate(p data.Predicate) {
	b.ds.Predicates = slices.DeleteFunc(b.ds.Predicates, func(o data.Predicate) bool { return o.ID == p.ID })
	b.ds.Predicates = append(b.ds.Predicates, p)
	b.verbs.places = nil
}

// Heading is what the dataset says of itself, for the reader to fill.
func (b *Builder) Heading() *data.Dataset { return &b.ds }

// Entity adds an entity under its foreign id and gives ours: e.ID where it is
// free and well formed, else one made of it, of the foreign id or of the name.
// sort says what it was in the file, for the report. A missing name is the
// foreign id; a missing kind is "thing". A foreign id that stands twice is
// reported; both are kept, and links go to the first.
func (b *Builder) Entity(ref Ref, sort string, e data.Entity, at Place) data.EntityID {
	if !b.room(len(e.Attributes), 2*len(ref.ID)+2*len(e.Name)+len(e.Summary)+sizeOf(e.Attributes)) {
		return ""
	}
	given := or2(string(e.ID), ref.ID)
	e.Name = b.name(&e, or2(e.Name, given), at)
	e.ID = b.entityID(given, e.Name, ref)
	if given != "" && given != string(e.ID) && ref.ID != "" {
		e.Attributes = append(e.Attributes, b.attribute("id", ref.ID, e.Evidence, at))
	}
	if e.Kind == "" {
		e.Kind = b.Kind("")
	}
	b.cleanEntity(&e, at)
	if len(e.Evidence) == 0 && !at.Own {
		e.Evidence = b.evidence(at)
	}
	index := int32(len(b.ds.Entities))
	b.ds.Entities = append(b.ds.Entities, e)
	b.ids.own = append(b.ids.own, nil)
	if ref.ID != "" {
		b.called(ref, index, at)
	}
	b.at[e.ID] = index
	b.kept(sort, "entity ", string(e.Kind))
	return e.ID
}

// called makes an entity known by its foreign id, where no other is.
func (b *Builder) called(ref Ref, index int32, at Place) {
	if _, twice := b.index(ref); twice {
		at.Value = ref.ID
		b.Say(data.Warning, at, "the id stands twice: both are kept, links go to the first", "")
		return
	}
	b.leads(ref, index)
}

// room counts entities and links; those beyond the limit are not kept, which is
// an error: nothing may be built from a part that nobody chose.
func (b *Builder) room(values, texts int) bool {
	b.texts += int64(texts)
	if most := b.Options.Limits.Expanded; b.texts > most {
		if b.texts-int64(texts) <= most {
			b.Say(data.Error, Place{}, fmt.Sprintf("more than %d bytes of text, the limit", most), "leave columns out, import a part, or raise --max-records, which raises this, too")
		}
		return false
	}
	b.values += values
	if most := b.Options.Limits.Values; b.values > most {
		if b.values-values <= most {
			b.Say(data.Error, Place{}, fmt.Sprintf("more than %d values beside names and dates, the limit", most), "leave columns out, import a part, or raise --max-records, which raises this, too")
		}
		return false
	}
	b.records++
	limit := b.Options.Limits.Records
	if b.records == limit+1 {
		b.Say(data.Error, Place{}, fmt.Sprintf("more than %d records, the limit", limit), "--max-records raises it; each thousand takes some 2 MB")
	}
	return b.records <= limit
}

func sizeOf(list []data.Attribute) int {
	n := 0
	for _, a := range list {
		n += len(a.Value)
	}
	return n
}

// attribute says its own place where the record cites others beside the file.
func (b *Builder) attribute(key, value string, cited []data.Evidence, at Place) data.Attribute {
	a := data.Attribute{Key: key, Value: value}
	if len(cited) > 1 {
		a.Evidence = b.evidence(at)
	}
	return a
}

func (b *Builder) entityID(given, name string, ref Ref) data.EntityID {
	id := given
	if !data.PlainID.Match(id) || len(id) > maxID {
		if id = Slug(given); id == "" {
			id = Slug(name)
		}
		if id == "" {
			id = "n-" + hash(ref.Space+"\x00"+given+"\x00"+name)
		}
	}
	return b.free(data.EntityID(id))
}

// cited is the source that the current file is; empty without a file.
func (b *Builder) cited() data.SourceID {
	if b.source == "" && b.file != nil {
		b.source = b.Source(data.Source{Title: b.file.Name, File: b.file.Name, SHA256: b.file.SHA256})
	}
	return b.source
}

// evidence cites the current file.
func (b *Builder) evidence(at Place) []data.Evidence {
	source := b.cited()
	if source == "" {
		return nil
	}
	if len(b.cites) == 0 {
		b.cites = make([]data.Evidence, 64)
	}
	one := b.cites[:1:1]
	b.cites = b.cites[1:]
	one[0].Source, one[0].At = source, at.Cites()
	return one
}

// Evidence cites the current file at a place, for values that stand elsewhere
// than their record.
func (b *Builder) Evidence(at Place) []data.Evidence { return b.evidence(at) }

// Finally calls f when all ends are known and before the dataset is checked:
// for figures, eras, stories and whatever else names entities.
func (b *Builder) Finally(f func(*Finishing)) {
	file, source := len(b.files)-1, b.source
	b.finally = append(b.finally, func(done *Finishing) {
		if file >= 0 {
			b.file, b.source = &b.files[file], source
		}
		f(done)
		b.file = nil
	})
}
