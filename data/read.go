package data

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"strings"
)

// Read reads all files of a folder, in any order of files and records to the
// same Dataset, and checks it. The Dataset holds what was understood and is
// never nil; nothing may be built from it when Problems.Err is not nil.
// Folders within the folder are not read; those that hold data are a warning.
func Read(fsys fs.FS) (*Dataset, Problems) {
	c := &collector{}
	r := newReader(c)
	r.folder(fsys)
	ds := r.dataset()
	checkRead(ds, c, r.broken != "")
	if r.broken != "" {
		c.of("", Note, "mend the file first", "ids that %s may define are not missed while it cannot be read", r.broken)
	}
	return ds, c.problems()
}

// record is a decoded record with its place.
type record struct {
	id    string
	value reflect.Value // of the section's input type
	from  origin
}

// reader gathers the records of all files.
type reader struct {
	decoder
	records map[string][]record // by section
	heading Dataset             // only what stands under "dataset"
	headed  map[string]*node    // its keys as written, to find those said twice
	broken  string              // the first file that could not be read
}

func newReader(c *collector) *reader {
	return &reader{
		decoder: decoder{collector: c, suggest: suggester{suggestBudget}},
		records: map[string][]record{},
		headed:  map[string]*node{},
	}
}

// aside tells the files that stand beside a dataset and hold none of it: the
// schema, and Markdown for people.
func aside(name string) bool {
	return strings.HasSuffix(name, ".schema.json") || strings.HasSuffix(name, ".md")
}

// folder reads the files in the order of their names.
func (r *reader) folder(fsys fs.FS) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		r.of("", Error, "", "the folder cannot be read: %v", err)
		return
	}
	read := 0
	for _, e := range entries {
		name := e.Name()
		switch kind := formatOf(name); {
		case strings.HasPrefix(name, "."):
			if kind != nil {
				r.of(name, Note, "", "not read: its name begins with a dot")
			}
		case isFolder(fsys, e):
			r.within(fsys, name)
		case kind == nil:
			if !aside(name) {
				r.of(name, Note, "", "not read: not .yaml, .json or .csv")
			}
		case read == maxFiles:
			r.of(name, Error, "join small files", "more than %d files", maxFiles)
			return
		default:
			read++
			r.file(fsys, name, kind)
		}
	}
	if read == 0 {
		r.of("", Error, "a dataset is a folder of .yaml, .json and .csv files", "the folder holds no data")
	}
}

func isFolder(fsys fs.FS, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := fs.Stat(fsys, e.Name())
	return err == nil && info.IsDir()
}

// within says what of a folder in the folder is passed over: files that look
// like data are missed by whoever put them there.
func (r *reader) within(fsys fs.FS, name string) {
	entries, _ := fs.ReadDir(fsys, name)
	missed := 0
	for _, e := range entries {
		if !e.IsDir() && formatOf(e.Name()) != nil && !strings.HasPrefix(e.Name(), ".") {
			missed++
		}
	}
	if missed == 0 {
		r.of(name, Note, "", "the folder is not read")
		return
	}
	r.of(name, Warning, "move them up: a dataset is one folder", "the folder is not read, nor the data in it: %s", files(missed))
}

func files(n int) string {
	if n == 1 {
		return "1 file"
	}
	return fmt.Sprintf("%d files", n)
}

// format is a way to write the data.
type format struct {
	limit int
	read  func(r *reader, f *file) bool
}

var formats = map[string]*format{
	".yaml": {maxYAML, (*reader).yaml},
	".yml":  {maxYAML, (*reader).yaml},
	".json": {maxJSON, (*reader).json},
	".csv":  {maxCSV, (*reader).csv},
}

func formatOf(name string) *format {
	if strings.HasSuffix(name, ".schema.json") {
		return nil
	}
	return formats[strings.ToLower(path.Ext(name))]
}

func (r *reader) file(fsys fs.FS, name string, kind *format) {
	data, err := load(fsys, name, kind.limit)
	f := &file{name: name, data: data}
	ok := false
	if err != nil {
		r.of(name, Error, "", "cannot be read: %v", err)
	} else if vet(f, kind.limit, r.collector) {
		ok = kind.read(r, f)
	}
	if !ok && r.broken == "" {
		r.broken = name
	}
}

// load reads a file, one byte past the limit at most.
func load(fsys fs.FS, name string, limit int) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	if info, err := f.Stat(); err == nil {
		if info.Size() > int64(limit) {
			return nil, fmt.Errorf("%d bytes, the limit for its format is %d; split the file, or use CSV for large tables", info.Size(), limit)
		}
		b.Grow(int(info.Size()) + bytes.MinRead) // at once, so that reading does not double it
	}
	_, err = b.ReadFrom(io.LimitReader(f, int64(limit)+1))
	return b.Bytes(), err
}

func (r *reader) yaml(f *file) bool {
	trees, ok := readYAML(f, r.collector)
	for _, t := range trees {
		r.top(t)
	}
	return ok
}

// top reads the top-level keys of a document.
func (r *reader) top(root *node) {
	r.record = ""
	if root.form != object {
		if root.form != absent {
			r.shape(root, "the file", "a map", "begin with one of: "+strings.Join(topKeys(), ", "))
		}
		return
	}
	for k, v := range root.pairs {
		r.topKey(k, v)
	}
}

// schemaKey is where a JSON file tells an editor its schema; it is no data.
const schemaKey = "$schema"

func (r *reader) topKey(k, v *node) {
	r.record = ""
	switch s := sectionNamed(k.text); {
	case s != nil:
		r.section(s, v)
	case k.text == "dataset":
		r.about(v)
	case k.text == schemaKey:
	case k.text == "redthread":
		if v.text != "1" {
			r.wrong(v, "this program reads 1", "redthread: unknown version %s", quote(v.text))
		}
	default:
		r.unknownKey(k, "", topKeys())
	}
}

func (r *reader) section(s *section, n *node) {
	switch n.form {
	case absent:
	case list:
		for _, item := range n.items {
			r.entry(s, item, item)
		}
	default:
		r.shape(n, s.key, "a list", "begin each "+s.noun+" with a hyphen")
	}
}

// entry decodes one record of a section.
func (r *reader) entry(s *section, n *node, from origin) {
	if n.form != object {
		r.record = ""
		r.shape(n, s.key, "a map with the keys of "+article(s.noun), "")
		return
	}
	id := nameOf(n)
	r.record = s.noun + " " + quote(id) + ": "
	value := reflect.New(s.input).Elem()
	if start := builtin(s, id); start.IsValid() {
		value.Set(start)
	}
	r.fields(n, value, "")
	rec := record{id: idOf(value), value: value, from: from}
	if r.full(Error) {
		return // too broken to be worth its memory; its own errors are counted
	}
	if s.key == "relations" || r.named(s, n, rec) {
		r.records[s.key] = append(r.records[s.key], rec)
	}
	if s.key == "entities" {
		r.participants(rec)
	}
}

// nameOf is what messages call a record: its id, or what it joins, or its name.
func nameOf(n *node) string {
	word := func(key string) string {
		if v := n.value(key); v != nil && v.form == scalar {
			return v.text
		}
		return ""
	}
	if id := word("id"); id != "" {
		return id
	}
	if from, to := word("from"), word("to"); from != "" || to != "" {
		return string(relationID(&Relation{From: EntityID(from), Predicate: PredicateID(word("predicate")), To: EntityID(to)}))
	}
	return cmp.Or(word("name"), word("title"), word("label"))
}

// named refuses a record without an id: nothing can refer to it.
func (r *reader) named(s *section, n *node, rec record) bool {
	if rec.id == "" && n.value("id") == nil {
		r.wrong(n, "give it one: lower case letters, digits and hyphens", "no id")
	}
	return rec.id != ""
}

// builtin is the kind or predicate that a dataset changes.
func builtin(s *section, id string) reflect.Value {
	switch s.key {
	case "kinds":
		for _, k := range BuiltinKinds {
			if string(k.ID) == id {
				return reflect.ValueOf(k)
			}
		}
	case "predicates":
		for _, p := range BuiltinPredicates {
			if string(p.ID) == id {
				return reflect.ValueOf(p)
			}
		}
	}
	return reflect.Value{}
}

// about reads what a file says of the dataset itself. Several files may add
// to it, but nothing may be said twice.
func (r *reader) about(n *node) {
	if n.form != object {
		if n.form != absent {
			r.shape(n, "dataset", "a map", "title: ...")
		}
		return
	}
	r.record = "dataset: "
	for k := range n.pairs {
		if first := r.headed[k.text]; first != nil {
			r.wrong(k, "keep one", "%s is said twice, first at %s", k.text, first.place())
		}
		r.headed[k.text] = k
	}
	r.fields(n, reflect.ValueOf(&r.heading).Elem(), "")
}

// participants expands the shorthand into relations.
func (r *reader) participants(rec record) {
	e := rec.value.Addr().Interface().(*entityInput)
	for i, p := range e.Participants {
		rel := Relation{ID: p.ID, From: p.Who, Predicate: p.Role, To: e.ID, Date: p.Date, DateNote: p.DateNote,
			DateEvidence: p.DateEvidence, Status: p.Status, Note: p.Note, Evidence: p.Evidence}
		from := part{rec.from, []any{"participants", i}}
		r.records["relations"] = append(r.records["relations"], record{string(p.ID), reflect.ValueOf(&rel).Elem(), from})
	}
}

// part is an origin within another.
type part struct {
	whole origin
	path  []any
}

func (p part) root() *node { return p.whole.root().follow(p.path) }

// place says where a record stands.
func (rec record) place() string {
	if rec.from == nil {
		return "elsewhere"
	}
	return rec.from.root().place()
}
