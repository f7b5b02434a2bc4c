package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/all"
)

// importFlags are what settles other people's files, on every command that
// reads a dataset.
type importFlags struct {
	format  string
	mapping string
	order   string
	options format.Options
}

func (f *importFlags) register(c *cobra.Command, formatName string) {
	flags := c.Flags()
	flags.StringVar(&f.format, formatName, "", "format of the files to read, where it cannot be told: "+strings.Join(readable(), ", "))
	flags.StringVar(&f.mapping, "mapping", "", "YAML file that says what columns and paths mean (redthread import --explain writes a first one)")
	flags.StringVar(&f.options.Encoding, "encoding", "", "of texts that are not UTF-8: gbk, gb18030, big5, shift_jis, euc-kr, windows-1252, ...")
	flags.StringSliceVar(&f.options.Sheets, "sheet", nil, "sheets of a workbook, by name or number (default: all that are visible)")
	flags.StringVar(&f.order, "date-order", "", "of dates such as 03/04/2015: dmy, mdy or ymd")
	flags.IntVar(&f.options.Century, "century", 0, "first year of the hundred that two-digit years fall in: 1950 makes 49 2049")
	flags.StringSliceVar(&f.options.Unknown, "unknown", nil, "texts that mean \"not known\" (default: N/A, -, ?, unknown, ...)")
	flags.IntVar(&f.options.Limits.Records, "max-records", 500_000, "most things and relations of all files; each thousand takes some 2 MB of memory")
	flags.BoolVar(&f.options.Placeholders, "placeholders", false, "make an entity of an end of a relation that no record describes")
}

func readable() []string {
	var names []string
	for _, f := range all.Formats() {
		if f.Read != nil {
			names = append(names, f.Name)
		}
	}
	return names
}

// settle reads the mapping and checks the words of the flags.
func (f *importFlags) settle() (format.Options, error) {
	opt := f.options
	switch opt.Order = format.DateOrder(f.order); opt.Order {
	case "", format.DayFirst, format.MonthFirst, format.YearFirst:
	default:
		return opt, fmt.Errorf("--date-order %q: say dmy, mdy or ymd", f.order)
	}
	if opt.Century != 0 && (opt.Century < 100 || opt.Century > 9900) {
		return opt, fmt.Errorf("--century %d: the first year of a hundred, 1950 for example", opt.Century)
	}
	if opt.Encoding != "" {
		if _, err := format.EncodingNamed(opt.Encoding); err != nil {
			return opt, fmt.Errorf("--encoding: %w", err)
		}
	}
	if f.mapping == "" {
		return opt, nil
	}
	text, err := os.ReadFile(f.mapping)
	if err != nil {
		return opt, err
	}
	opt.MappingName = filepath.Base(f.mapping)
	values, problems := data.ParseYAML(opt.MappingName, text)
	if err := problems.Err(); err != nil {
		return opt, &dataError{err}
	}
	opt.Mapping = values
	return opt, nil
}

// inputs opens files, and the files of folders, in the order of their names.
// "-" is standard input. close closes them.
func (a *app) inputs(paths []string) (list []format.Input, close func(), err error) {
	var opened []*os.File
	close = func() {
		for _, f := range opened {
			f.Close()
		}
	}
	defer func() {
		if err != nil {
			close()
		}
	}()
	for _, path := range paths {
		if path == "-" {
			in, err := a.standardInput()
			if err != nil {
				return nil, close, err
			}
			list = append(list, in)
			continue
		}
		files, err := filesOf(path)
		if err != nil {
			return nil, close, err
		}
		for _, file := range files {
			if file.unread != "" {
				continue
			}
			f, err := os.Open(filepath.Join(file.root, file.name))
			if err != nil {
				return nil, close, err
			}
			info, err := f.Stat()
			if err != nil {
				f.Close()
				return nil, close, err
			}
			opened = append(opened, f)
			list = append(list, format.Input{Name: a.nameOf(file, paths), Size: info.Size(), At: f, Found: file.below})
		}
	}
	return list, close, nil
}

// nameOf is what messages and sources call a file: its name, or where another
// of that name is read too, the name with the folder above it. Control characters
// are written as escapes, for names go to the terminal.
func (a *app) nameOf(f found, paths []string) string {
	name := f.name
	same := 0
	for _, p := range paths {
		if !f.below && filepath.Base(p) == f.name {
			same++
		}
	}
	if same > 1 {
		name = filepath.Join(filepath.Base(f.root), f.name)
	}
	quoted := strconv.Quote(filepath.ToSlash(name))
	if strings.IndexFunc(name, unicode.IsControl) >= 0 {
		return quoted[1 : len(quoted)-1]
	}
	return filepath.ToSlash(name)
}

// standardInput reads a pipe into memory, for formats are read at any place.
func (a *app) standardInput() (format.Input, error) {
	limit := format.Limits{}.Filled().Bytes
	var b bytes.Buffer
	if _, err := b.ReadFrom(io.LimitReader(a.stdin, limit+1)); err != nil {
		return format.Input{}, err
	}
	if int64(b.Len()) > limit {
		return format.Input{}, fmt.Errorf("standard input: more than %d bytes", limit)
	}
	return format.Bytes("standard input", b.Bytes()), nil
}

// found is a file below a folder, or a file that was named itself.
type found struct {
	root, name string
	below      bool   // it stood in a folder
	unread     string // why it is not read; empty: it is
}

// filesOf is the file itself, or what stands in a folder and in those below it,
// by name.
func filesOf(path string) ([]found, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []found{{root: filepath.Dir(path), name: filepath.Base(path)}}, nil
	}
	var list []found
	err = filepath.WalkDir(path, func(p string, e fs.DirEntry, err error) error {
		if err != nil || p == path {
			return err
		}
		why := unread(e)
		if why != "" || !e.IsDir() {
			rel, _ := filepath.Rel(path, p) // p is below path
			list = append(list, found{path, rel, true, why})
		}
		if why != "" && e.IsDir() {
			return filepath.SkipDir
		}
		return nil
	})
	slices.SortFunc(list, func(a, b found) int { return strings.Compare(a.name, b.name) })
	return list, err
}

// unread is why something in a folder is not read; empty for what is.
func unread(e fs.DirEntry) string {
	switch name := e.Name(); {
	case strings.HasPrefix(name, "."):
		return "not read: its name begins with a dot"
	case e.Type()&fs.ModeSymlink != 0:
		return "not read: a link, which may lead out of the folder"
	case !e.IsDir() && !e.Type().IsRegular():
		return "not read: no ordinary file"
	case strings.HasSuffix(name, ".schema.json") || strings.HasSuffix(name, ".md"):
		return "not read: words about the data, or their schema"
	}
	return ""
}

// unreadIn says what of the paths is not read, each reason once.
func (a *app) unreadIn(paths []string) []format.Issue {
	var issues []format.Issue
	for _, path := range paths {
		files, _ := filesOf(path) // whoever reads them has told of the error
		for _, f := range files {
			if f.unread == "" {
				continue
			}
			i := slices.IndexFunc(issues, func(i format.Issue) bool { return i.What == f.unread })
			if i < 0 {
				i, issues = len(issues), append(issues, format.Issue{Severity: data.Note, What: f.unread})
			}
			if issues[i].N++; issues[i].N <= 5 {
				issues[i].Examples = append(issues[i].Examples, format.Place{File: a.nameOf(f, paths)})
			}
		}
	}
	return issues
}

// nothingKept refuses files of which no page could show anything.
const nothingKept = "the files hold nothing that could be kept"

// imported reads other people's files into a dataset.
func (a *app) imported(paths []string) (*dataset, *format.Report, error) {
	opt, err := a.foreign.settle()
	if err != nil {
		return nil, nil, err
	}
	files, closeAll, err := a.inputs(paths)
	if err != nil {
		return nil, nil, err
	}
	defer closeAll()
	if len(files) == 0 {
		return nil, nil, fmt.Errorf("%s: no files", strings.Join(paths, ", "))
	}
	frugal()
	a.progress("reading %s", plural(len(files), "file"))
	ds, report, err := all.Import(files, a.foreign.format, opt)
	a.progress("")
	if err != nil {
		return nil, nil, &dataError{err}
	}
	report.Issues = append(report.Issues, a.unreadIn(paths)...)
	if ds.Title == "" {
		ds.Title = strings.TrimSuffix(filepath.Base(paths[0]), filepath.Ext(paths[0]))
	}
	problems := problemsOf(report)
	if len(ds.Entities) == 0 {
		problems = append(problems, data.Problem{Severity: data.Error, What: nothingKept})
	}
	return &dataset{Dataset: ds, name: strings.Join(paths, ", "), problems: problems}, report, nil
}

// apart refuses to write to a file that is read: an import that fails would
// have eaten what it was to read.
func apart(output string, inputs []string) error {
	target, err := os.Stat(output)
	if output == "" || err != nil {
		return nil
	}
	for _, in := range inputs {
		if info, err := os.Stat(in); err == nil && os.SameFile(info, target) {
			return fmt.Errorf("%s is one of the files to read: write to another", output)
		}
	}
	return nil
}

// problemsOf says the issues of an import as problems of a dataset, one for
// each sort, at the first place where it occurs.
func problemsOf(r *format.Report) data.Problems {
	var list data.Problems
	for _, i := range r.Issues {
		p := data.Problem{Severity: i.Severity, What: i.What, Hint: i.Hint}
		if len(i.Examples) > 0 {
			first := i.Examples[0]
			p.File, p.Line, p.Value = first.File, first.Line, first.Value
			if p.Line > 0 {
				p.Column = 1
			}
			if detail := (format.Place{At: first.At, Field: first.Field, Value: first.Value}).String(); detail != "" {
				p.What += " (" + strings.TrimPrefix(detail, ": ") + ")"
			}
		}
		if i.N > 1 {
			p.What += fmt.Sprintf(", %d times", i.N)
		}
		list = append(list, p)
	}
	return list
}

// progress shows what long work is at, on a terminal only; an empty text wipes
// the line.
func (a *app) progress(text string, args ...any) {
	f, ok := a.stderr.(*os.File)
	if !ok {
		return
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return
	}
	fmt.Fprint(f, "\r\x1b[K"+fmt.Sprintf(text, args...))
}
