// Package all lists the formats and finds the one a file is of. What enters:
// files; what leaves: a checked Dataset and the Report of how it came to be.
package all

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/bods"
	"github.com/redthread/redthread/data/format/cypher"
	"github.com/redthread/redthread/data/format/dot"
	"github.com/redthread/redthread/data/format/ftm"
	"github.com/redthread/redthread/data/format/gexf"
	"github.com/redthread/redthread/data/format/graphml"
	"github.com/redthread/redthread/data/format/jsongraph"
	"github.com/redthread/redthread/data/format/jsonld"
	"github.com/redthread/redthread/data/format/littlesis"
	"github.com/redthread/redthread/data/format/popolo"
	"github.com/redthread/redthread/data/format/snap"
	"github.com/redthread/redthread/data/format/table"
	"github.com/redthread/redthread/data/format/timelinejs"
	"github.com/redthread/redthread/data/format/xlsx"
)

// Formats are all formats but our own, in the order of their names.
func Formats() []format.Format {
	list := []format.Format{
		ftm.Format(),
		gexf.Format(), graphml.Format(),
		jsongraph.JGF(), jsongraph.D3(), jsongraph.Cytoscape(),
		snap.Format(),
		timelinejs.Format(),
		table.CSV(), table.TSV(), table.JSONRecords(), table.YAMLRecords(), xlsx.Format(),
		dot.Format(), jsonld.Format(), cypher.Format(),
		popolo.Format(),
		littlesis.Format(),
		bods.Format(),
	}
	for i := range list {
		if list[i].Family == "table" {
			list[i].Read = xlsx.Read // knows tables of every sort
		}
	}
	slices.SortFunc(list, func(a, b format.Format) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Named is the format with a name.
func Named(name string) (format.Format, error) {
	list := Formats()
	i := slices.IndexFunc(list, func(f format.Format) bool { return f.Name == name })
	if i < 0 {
		var names []string
		for _, f := range list {
			names = append(names, f.Name)
		}
		return format.Format{}, fmt.Errorf("unknown format %q (known: %s)", name, strings.Join(names, ", "))
	}
	return list[i], nil
}

// headSize is how much of a file is looked at to tell its format.
const headSize = 64 << 10

// Detect is the format that a file is most surely of. Equally sure ones are an
// error that names them.
func Detect(in format.Input) (format.Format, error) {
	head := in.Head(headSize)
	best := detected(in.Name, head)
	if text := table.Plain(head); len(best) == 1 && best[0].Name == "json-records" && !bytes.Equal(text, head) {
		if f := detected(in.Name, text); len(f) == 1 && f[0].Family != "table" {
			return format.Format{}, fmt.Errorf("%s: %s in UTF-16 (save it as UTF-8)", in.Name, f[0].Title)
		}
	}
	if in.Size > headSize && len(best) == 1 && best[0].Name == "json-records" {
		if f := detected(in.Name, outline(in)); len(f) == 1 {
			best = f
		}
	}
	if len(best) == 1 {
		return best[0], nil
	}
	var names []string
	for _, f := range best {
		names = append(names, f.Name)
	}
	if best == nil {
		return format.Format{}, fmt.Errorf("%s: no known format (%s)", in.Name, orText(advice(in.Name, head), "name one with --format"))
	}
	return format.Format{}, fmt.Errorf("%s: could be %s (name one with --format)", in.Name, strings.Join(names, " or "))
}

// detected are the formats that a file is most surely of.
func detected(name string, head []byte) []format.Format {
	var best []format.Format
	sure := format.Maybe
	for _, f := range Formats() {
		if f.Read == nil || f.Detect == nil {
			continue
		}
		switch c := f.Detect(name, head); {
		case c > sure:
			best, sure = []format.Format{f}, c
		case c == sure:
			best = append(best, f)
		}
	}
	return best
}

// Import reads files into one dataset. name is a format for all of them; empty:
// each file's is found out. Errors are of files that could not be read at all;
// what else was odd stands in the report, and with an error there nothing may
// be built from the dataset.
func Import(files []format.Input, name string, opt format.Options) (*data.Dataset, *format.Report, error) {
	to := format.NewBuilder(opt)
	groups, err := group(files, name, to)
	if err != nil {
		return nil, nil, err
	}
	unused(groups, to)
	for _, g := range groups {
		if err := g.format.Read(g.files, to); err != nil {
			return nil, nil, err
		}
	}
	ds, report := to.Finish()
	return ds, report, nil
}

// unused reports options that no file has a use for.
func unused(groups []together, to *format.Builder) {
	opt := to.Options
	if len(opt.Sheets) > 0 && !slices.ContainsFunc(groups, func(g together) bool { return g.workbook }) {
		to.Say(data.Warning, format.Place{Value: strings.Join(opt.Sheets, ", ")}, "sheets are named, and no file is a workbook", "leave --sheet out")
	}
	if opt.Mapping != nil && !slices.ContainsFunc(groups, func(g together) bool { return g.format.Family == "table" }) {
		to.Say(data.Warning, format.Place{Value: opt.MappingName}, "a mapping is given, and no file is a table", "other formats say themselves what their fields mean; --format csv, json-records or yaml-records reads a file as a table")
	}
}

// together are files that are read in one call.
type together struct {
	format   format.Format
	files    []format.Input
	workbook bool // among them
}

// group puts files that are read together into one. A file that only stood in a
// folder and is of no known format is left out with a word.
func group(files []format.Input, name string, to *format.Builder) ([]together, error) {
	var groups []together
	for _, in := range files {
		f, err := formatFor(in, name)
		if err != nil && in.Found {
			to.LeftOut("file", format.Place{File: in.Name}, "no known format", advice(in.Name, in.Head(headSize)))
			continue
		}
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(groups, func(g together) bool { return f.Family != "" && g.format.Family == f.Family })
		if i < 0 {
			groups, i = append(groups, together{format: f}), len(groups)
		}
		groups[i].files = append(groups[i].files, in)
		groups[i].workbook = groups[i].workbook || f.Name == "xlsx"
	}
	return groups, nil
}

func formatFor(in format.Input, name string) (format.Format, error) {
	if name == "" {
		return Detect(in)
	}
	f, err := Named(name)
	switch {
	case err != nil:
		return f, err
	case f.Read == nil:
		return f, fmt.Errorf("%s is written, not read", f.Title)
	case f.Name == "xlsx" && f.Detect(in.Name, in.Head(headSize)) == format.No:
		return f, fmt.Errorf("%s: no workbook", in.Name)
	}
	return f, nil
}
