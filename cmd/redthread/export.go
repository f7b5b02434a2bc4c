package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/all"
)

// exporter writes a dataset in a format, by the name of the format.
type exporter struct {
	title  string
	folder bool // several files
	write  func(out format.Files, ds *data.Dataset, lost *format.Losses) error
}

// exporters are redthread's own forms and those of others.
func exporters() map[string]exporter {
	list := map[string]exporter{
		"json": {"redthread's own, canonical", false, func(out format.Files, ds *data.Dataset, _ *format.Losses) error {
			w, err := out.Create("")
			if err != nil {
				return err
			}
			return data.WriteJSON(w, ds)
		}},
		"csv":  {"tables that redthread reads back: entities.csv, relations.csv, ...", true, writeFolder(data.FolderOptions{CSV: true})},
		"yaml": {"a dataset folder", true, writeFolder(data.FolderOptions{})},
	}
	for _, f := range all.Formats() {
		if _, own := list[f.Name]; f.Write != nil && !own {
			list[f.Name] = exporter{f.Title, false, f.Write}
		}
	}
	return list
}

func writeFolder(opt data.FolderOptions) func(format.Files, *data.Dataset, *format.Losses) error {
	return func(out format.Files, ds *data.Dataset, _ *format.Losses) error {
		return data.WriteFolder(out.Create, ds, opt)
	}
}

func exportable() []string {
	var names []string
	for name := range exporters() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (a *app) exportCommand() *cobra.Command {
	var name, output string
	var part partFlags
	c := &cobra.Command{
		Use:   "export [DATASET | FILE...]",
		Short: "Write a dataset, or a part of it, in another format",
		Long: `Export writes a dataset in another format. The flags --focus, --thread, --from,
--to and --kinds choose a part; given together, all of them must hold. What the
format cannot carry is said at the end, on the error stream.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			e, ok := exporters()[name]
			if !ok {
				return fmt.Errorf("unknown format %q (known: %s)", name, strings.Join(exportable(), ", "))
			}
			if e.folder && output == "" {
				return fmt.Errorf("%s is several files: name a folder with -o", name)
			}
			paths, err := a.where(args)
			if err != nil {
				return err
			}
			if err := apart(output, paths); err != nil {
				return err
			}
			ds, err := a.load(args)
			if err != nil {
				return err
			}
			chosen, err := part.of(ds.Dataset)
			if err != nil {
				return err
			}
			return a.export(e, name, chosen, output)
		},
	}
	c.Flags().StringVar(&name, "format", "json", "format to write: "+strings.Join(exportable(), ", "))
	c.Flags().StringVarP(&output, "output", "o", "", "file to write, or a new folder where the format has several files (default: standard output)")
	part.register(c)
	a.foreign.register(c, "read-as")
	return c
}

// export writes and says what was lost.
func (a *app) export(e exporter, name string, p chosenPart, output string) error {
	var lost format.Losses
	var err error
	if e.folder {
		err = newFolder(output, func(out format.Files) error { return e.write(out, p.dataset, &lost) })
	} else {
		err = a.writeTo(output, func(w io.Writer) error { return e.write(format.One{Writer: w}, p.dataset, &lost) })
	}
	if err != nil {
		return err
	}
	for _, line := range p.left {
		fmt.Fprintln(a.stderr, line)
	}
	for _, l := range lost.List() {
		fmt.Fprintf(a.stderr, "%s does not carry: %s (%d)\n", name, l.From, l.N)
	}
	var unseen []string
	for _, l := range lost.Unseen() {
		unseen = append(unseen, fmt.Sprintf("%s (%d)", l.From, l.N))
	}
	if unseen != nil {
		fmt.Fprintf(a.stderr, "%s has no word for these; they stand where only redthread looks, and come back: %s\n", name, strings.Join(unseen, ", "))
	}
	return nil
}

// newFolder writes files into a folder that did not exist or was empty: beside
// it first, so that a failure leaves nothing.
func newFolder(dir string, write func(format.Files) error) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s is not empty: name a new folder", dir)
	} else if err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("%s is not a folder: name a new one", dir)
	}
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	temporary, err := os.MkdirTemp(parent, ".redthread-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary) // gone already when the rename succeeded
	out := &folderFiles{dir: temporary}
	if err := write(out); err != nil {
		return &dataError{err}
	}
	if err := out.close(); err != nil {
		return err
	}
	if err := os.Chmod(temporary, 0o755); err != nil {
		return err
	}
	_ = os.Remove(dir) // empty, or not there
	return os.Rename(temporary, dir)
}

// folderFiles writes each file when the next begins.
type folderFiles struct {
	dir  string
	name string
	buf  bytes.Buffer
}

// Create begins a file; its name is a plain one.
func (f *folderFiles) Create(name string) (io.Writer, error) {
	if err := f.close(); err != nil {
		return nil, err
	}
	if name != filepath.Base(name) || strings.HasPrefix(name, ".") || name == "" {
		return nil, fmt.Errorf("not a name for a file of a folder: %q", name)
	}
	f.name = name
	return &f.buf, nil
}

func (f *folderFiles) close() error {
	if f.name == "" {
		return nil
	}
	err := os.WriteFile(filepath.Join(f.dir, f.name), f.buf.Bytes(), 0o644)
	f.name = ""
	f.buf.Reset()
	return err
}

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a dataset, for editors",
		Args:  cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error {
			_, err := a.stdout.Write(data.Schema())
			return err
		},
	}
}
