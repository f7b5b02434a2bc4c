package table

import (
	"hash/maphash"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Import turns tables into records: as the mapping of the options says, or as
// headers and values suggest. It begins every file of theirs at the Builder, in
// the order of the tables; tables of one file must stand next to each other.
// The error is for a mapping that does not fit and for files that cannot be
// read on.
func Import(tables []*Table, to *format.Builder) error {
	m, err := mappingFor(tables, to.Options)
	if err != nil {
		return err
	}
	im := &importer{to: to, m: m, sources: map[string]data.SourceID{}, twice: map[string]bool{}, described: refs{}, kinds: map[string]data.KindID{}}
	if im.tables, err = bind(tables, m, to.Options); err != nil {
		return err
	}
	for _, k := range data.BuiltinKinds {
		im.kinds[string(k.ID)] = k.ID
	}
	for _, k := range m.Kinds {
		im.kinds[string(k.ID)], im.kinds[k.Label] = k.ID, k.ID
		to.DefineKind(k)
	}
	for _, p := range m.Predicates {
		to.DefinePredicate(p)
	}
	if err := im.survey(); err != nil {
		return err
	}
	im.nameSources()
	im.expect()
	for _, t := range im.tables {
		if err := im.table(t); err != nil {
			return err
		}
	}
	im.described = nil
	im.to.Finally(im.resolvePlaces)
	return nil
}

// mappingFor is the mapping of the user, or the one that is guessed. Tables get
// the headers that it says.
func mappingFor(tables []*Table, opt format.Options) (*Mapping, error) {
	if opt.Mapping == nil {
		return guess(tables, opt)
	}
	m, err := ReadMapping(opt.MappingName, opt.Mapping)
	if err != nil {
		return nil, err
	}
	for i, t := range tables {
		p := m.plan(t, tableName(tables, i))
		if p == nil || p.Header == 0 || t.raw == nil {
			continue
		}
		again, err := newTable(t.Files[0], t.Format, t.Sheet, t.raw, opt, p.Header)
		if err != nil {
			return nil, err
		}
		again.findings = append(again.findings, t.findings[1:]...)
		again.From1904 = t.From1904
		*t = *again
	}
	return m, nil
}

// importer turns rows into records.
type importer struct {
	to        *format.Builder
	m         *Mapping
	tables    []*bound
	sources   map[string]data.SourceID // ids of the sources that a table describes, and what they are with us
	twice     map[string]bool          // records of our model whose ids have stood: "era war"
	described refs                     // ends that a row describes; filled only where others are made up
	kinds     map[string]data.KindID
	places    []placed
	begun     *format.Input         // the file begun last
	current   *Table                // the one whose rows are read
	file      int                   // of it, the one that was begun
	onces     map[format.Ref]uint64 // what was said of entities that several rows may describe
	spaces    bool                  // several tables describe entities: each has a space of its ids
}

// table turns the rows of a table into records.
func (im *importer) table(t *bound) error {
	if len(t.Files) > 0 && len(t.Header) == 0 {
		return im.begin(t.Table, 0)
	}
	var err error
	e := &env{bound: t}
	broken := t.Rows(func(r Row) bool {
		if err = im.begin(t.Table, r.File); err != nil {
			return false
		}
		im.to.Read(1)
		e.row, e.each = r, ""
		im.row(e, format.Place{File: t.Files[r.File].Name, Line: r.Line, At: r.At})
		return true
	})
	if err == nil {
		err = broken
	}
	for i := range t.Files {
		if err == nil {
			err = im.begin(t.Table, i)
		}
	}
	return err
}

// begin begins a file where another was begun last.
func (im *importer) begin(t *Table, file int) error {
	if im.current == t && im.file == file {
		return nil
	}
	im.current = nil
	in := t.Files[file]
	if im.begun == nil || *im.begun != in {
		if t.reported[file] {
			return nil // a file of a table that has moved on
		}
		if err := im.to.Begin(in, t.Format); err != nil {
			return err
		}
		im.begun = &in
	}
	if t.reported == nil {
		t.reported = map[int]bool{}
	}
	if !t.reported[file] {
		t.reported[file] = true
		for _, f := range t.findings {
			f.report(file, im.to)
		}
	}
	im.current, im.file = t, file
	return nil
}

// row makes the records of a row. A row that becomes nothing is left out, and
// the report says why.
func (im *importer) row(e *env, at format.Place) {
	switch {
	case e.plan == nil:
		im.to.LeftOut("row", at, "the mapping does not speak of its table", "name it under tables")
		return
	case e.plan.Model != "":
		im.model(e, at)
		return
	case len(e.plan.Skip) > 0 && e.holds(e.plan.Skip):
		im.to.LeftOut("row", at, "the mapping skips it", "")
		return
	}
	im.odd(e, at)
	im.unlisted(e, at)
	made, why := 0, ""
	var failed []unmade
	for _, r := range e.order {
		n, reason := im.record(e, r, at, made == 0)
		made += n
		why = orText(why, reason)
		if n == 0 && reason != noCondition {
			failed = append(failed, unmade{r, reason})
		}
	}
	if made > 0 {
		for _, f := range failed {
			im.leftCells(e, f, at)
		}
	} else {
		at.Value = clipped(rowText(e.row.Cells))
		im.to.LeftOut("row", at, orText(why, "the mapping makes nothing of it"), "")
	}
}

// noCondition is why a record is not made that the mapping does not want.
const noCondition = "no condition of the mapping holds"

// unmade is a record that could not be made, and why.
type unmade struct {
	record *Record
	why    string
}

// leftCells reports the cells of a record that could not be made, of a row that
// became something else.
func (im *importer) leftCells(e *env, f unmade, at format.Place) {
	for _, c := range e.own[f.record] {
		if text := e.said(c, nil); text != "" {
			where := at
			where.Field, where.Value = e.header(c), text
			im.to.Say(data.Warning, where, "a cell is left out, its record is not made: "+f.why, "")
		}
	}
}

// record makes a record of the row, or one of each item of its list. It says
// how many, and why one could not be made.
func (im *importer) record(e *env, r *Record, at format.Place, first bool) (made int, why string) {
	one := im.entity
	switch {
	case slices.Contains(e.plan.Relations, r):
		one = im.relation
	case slices.Contains(e.plan.Sources, r):
		one = im.source
	}
	e.through(r.Each, func() {
		reason := noCondition
		if e.holds(r.When) {
			reason = one(e, r, at, first && made == 0)
		}
		if reason == "" {
			made++
		}
		why = orText(why, reason)
	})
	return made, why
}

// odd reports cells with remarks, with texts that say "not known" and with
// letters that did not come through.
func (im *importer) odd(e *env, at format.Place) {
	for i := range e.row.Cells {
		c := &e.row.Cells[i]
		unknown := e.unknown.has(c.Text)
		if c.Note == "" && !unknown && !strings.Contains(c.Text, "\ufffd") {
			continue
		}
		where := at
		where.Field, where.Value = e.header(i), c.Text
		switch {
		case c.Note != "":
			im.to.Say(data.Warning, where, c.Note, "")
		case unknown:
			im.to.Say(data.Note, where, "a text that says \"not known\" is left blank", "unknown: [] in a mapping keeps it")
		default:
			im.to.Say(data.Warning, where, "a letter did not come through and stands as \ufffd", "name the right --encoding")
		}
	}
}

// unlisted reports texts that a table of values does not have and that became
// its default.
func (im *importer) unlisted(e *env, at format.Place) {
	for _, v := range e.listed {
		b := e.of(v)
		text := e.said(b.columns[0], b)
		if _, ok := b.values[text]; !ok && text != "" {
			where := at
			where.Field, where.Value = e.columnName(v), text
			im.to.Say(data.Note, where, "a text that the table of values does not have became its default", "add it to values")
		}
	}
}

// again tells whether an earlier row described an entity of which several rows
// may speak; where this one says something else, that is reported.
func (im *importer) again(e *env, r *Record, ref format.Ref, at format.Place) bool {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, v := range r.values {
		h.WriteString(e.text(v))
		h.WriteByte(0)
	}
	before, known := im.onces[ref]
	switch {
	case !known:
		if im.onces == nil {
			im.onces = map[format.Ref]uint64{}
		}
		im.onces[ref] = h.Sum64()
	case before != h.Sum64():
		at.Value = ref.ID
		im.to.Say(data.Note, at, "a row says something else of an entity that an earlier one describes: the first is kept", "")
	}
	return known
}

// clipped keeps a value for a message short.
func clipped(text string) string {
	if len(text) > 200 {
		return strings.ToValidUTF8(text[:200], "")
	}
	return text
}
