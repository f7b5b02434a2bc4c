package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/all"
)

func (a *app) importCommand() *cobra.Command {
	var output, report string
	var explain, asCSV bool
	c := &cobra.Command{
		Use:   "import FILE... -o DATASET",
		Short: "Turn spreadsheets and other tools' files into a dataset",
		Long: `Import reads other people's files and writes a dataset: a folder of YAML, or of
CSV for sections of more than 5,000 records. The formats are told by content and
name; "-" is standard input; a folder stands for the files in it. At the end it
says what was read and kept, what it was turned into, and what was left out and
why, with file, row, column and value.

With --explain it writes a first mapping for tables instead: what it takes each
column for, how sure it is, and samples. Change it, and give it to --mapping.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if explain {
				return a.explain(args, output)
			}
			if output == "" {
				return fmt.Errorf("name the dataset to write with -o")
			}
			return a.importTo(args, output, report, asCSV)
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "new folder for the dataset; with --explain, file for the mapping (default: standard output)")
	c.Flags().StringVar(&report, "report", "", "write the report as JSON to this file")
	c.Flags().BoolVar(&explain, "explain", false, "write a first mapping for tables instead of a dataset")
	c.Flags().BoolVar(&asCSV, "csv", false, "write CSV whatever the size")
	a.foreign.register(c, "format")
	return c
}

func (a *app) explain(paths []string, output string) error {
	opt, err := a.foreign.settle()
	if err != nil {
		return err
	}
	files, closeAll, err := a.inputs(paths)
	if err != nil {
		return err
	}
	defer closeAll()
	return a.writeTo(output, func(w io.Writer) error { return all.Explain(files, a.foreign.format, opt, w) })
}

func (a *app) importTo(paths []string, output, reportFile string, asCSV bool) error {
	if err := apart(reportFile, paths); err != nil {
		return err
	}
	if fsys, _, err := a.folder(paths); err == nil && fsys != nil {
		return fmt.Errorf("%s is a dataset of redthread's own already (redthread export --format yaml or csv writes it anew; --format NAME reads it as of another format)", strings.Join(paths, ", "))
	}
	ds, report, err := a.imported(paths)
	if err != nil {
		return err
	}
	if reportFile != "" {
		var b bytes.Buffer
		if err := report.WriteJSON(&b); err != nil {
			return err
		}
		if err := replaceFile(reportFile, b.Bytes()); err != nil {
			return err
		}
	}
	if err := report.WriteText(a.stderr); err != nil {
		return err
	}
	if report.Count(data.Error) > 0 {
		return &dataError{fmt.Errorf("nothing was written: %s", plural(report.Count(data.Error), "error"))}
	}
	if len(ds.Entities) == 0 {
		return &dataError{errors.New("nothing was written: " + nothingKept)}
	}
	err = newFolder(output, func(out format.Files) error {
		return data.WriteFolder(out.Create, ds.Dataset, data.FolderOptions{CSV: asCSV})
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stdout, "%s: %s\n", output, counts(ds.Dataset))
	return err
}

func (a *app) formatsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "formats",
		Short: "List the formats that can be read and written",
		Args:  cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error {
			for _, line := range formatLines() {
				fmt.Fprintln(a.stdout, line)
			}
			return nil
		},
	}
}

// formatLines are the formats with what can be done with each.
func formatLines() []string {
	type row struct{ name, title, ways string }
	rows := map[string]*row{}
	for name, e := range exporters() {
		rows[name] = &row{name, e.title, "written"}
	}
	for _, f := range all.Formats() {
		if f.Read == nil {
			continue
		}
		if r := rows[f.Name]; r != nil {
			r.ways = "read and written"
			continue
		}
		rows[f.Name] = &row{f.Name, f.Title, "read"}
	}
	for _, own := range []string{"json", "yaml"} {
		rows[own].ways = "read and written"
	}
	var list []*row
	for _, r := range rows {
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b *row) int { return cmp.Compare(a.name, b.name) })
	lines := make([]string, len(list))
	for i, r := range list {
		lines[i] = fmt.Sprintf("%-14s %-17s %s", r.name, r.ways, strings.TrimSpace(r.title))
	}
	return lines
}
