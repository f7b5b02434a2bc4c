package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
)

// app carries the streams and the flags that every command shares.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	dir            string // of the dataset; empty: the bundled one
	foreign        importFlags
}

// bundledName is what messages call the bundled dataset.
const bundledName = "data/china-cyber-sovereignty"

func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "redthread",
		Short: "Timelines, networks and the red thread from sourced facts",
		Long: `redthread turns a folder of sourced facts about people, laws, agencies,
companies, events and cases into interactive HTML that asks the network for
nothing. Every mark opens its evidence.

A dataset is a folder of YAML, JSON and CSV; where a command takes one, it takes
spreadsheets, Gephi's, Aleph's and other tools' files too (redthread formats lists
them). Without a dataset a command uses the bundled one.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.PersistentFlags().StringVar(&a.dir, "data", "", "folder of the dataset, or a file to import (default: the bundled one)")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.showCommand(), a.threadCommand(), a.threadsCommand(), a.exportCommand(), a.schemaCommand(),
		a.serveCommand(), a.newCommand(), a.importCommand(), a.formatsCommand())
	return root
}

// dataset is what a command works on, with the name that messages give it.
type dataset struct {
	*data.Dataset
	name     string
	problems data.Problems
}

// where is what the arguments name, else --data, else nothing: the bundled
// dataset.
func (a *app) where(args []string) ([]string, error) {
	switch {
	case len(args) == 0 && a.dir == "":
		return nil, nil
	case len(args) == 0:
		return []string{a.dir}, nil
	case a.dir != "" && (len(args) > 1 || a.dir != args[0]):
		return nil, fmt.Errorf("two datasets named: %q and --data %q", args[0], a.dir)
	}
	return args, nil
}

// folder opens the folder of a dataset in redthread's own form; nil where the
// arguments name other people's files.
func (a *app) folder(paths []string) (fs.FS, string, error) {
	if len(paths) == 0 {
		return data.Bundled(), bundledName, nil
	}
	if len(paths) > 1 || paths[0] == "-" || a.foreign.format != "" {
		return nil, "", nil
	}
	path := paths[0]
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, "", err
	case !info.IsDir():
		return ownFile(path)
	}
	fsys := os.DirFS(path)
	if data.FolderHolds(fsys) {
		return fsys, path, nil
	}
	files, err := filesOf(path)
	if err != nil || len(files) == 0 {
		return fsys, path, err
	}
	return nil, "", nil
}

// ownFile is the folder of a single file in redthread's own form; nil for
// another's.
func ownFile(path string) (fs.FS, string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, "", err
	}
	defer f.Close()
	head := make([]byte, 64<<10)
	n, _ := io.ReadFull(f, head)
	if !data.Holds(filepath.Base(path), head[:n]) {
		return nil, "", nil
	}
	return oneFile{os.DirFS(filepath.Dir(path)), filepath.Base(path)}, path, nil
}

// oneFile is a folder in which only one file is seen.
type oneFile struct {
	fs.FS
	name string
}

// ReadDir lists the file.
func (o oneFile) ReadDir(string) ([]fs.DirEntry, error) {
	info, err := fs.Stat(o.FS, o.name)
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}

// load reads a dataset and refuses a wrong one, with all that is wrong.
func (a *app) load(args []string) (*dataset, error) {
	ds, err := a.read(args)
	if err != nil {
		return nil, err
	}
	if ds.problems.Err() != nil {
		a.tell(ds.problems, data.Error)
		return nil, &dataError{}
	}
	return ds, nil
}

// read reads a dataset, wrong or not: a folder of redthread's own, or other
// people's files.
func (a *app) read(args []string) (*dataset, error) {
	paths, err := a.where(args)
	if err != nil {
		return nil, err
	}
	fsys, name, err := a.folder(paths)
	if err != nil {
		return nil, err
	}
	if fsys == nil {
		ds, _, err := a.imported(paths)
		return ds, err
	}
	ds, problems := data.Read(fsys)
	return &dataset{Dataset: ds, name: name, problems: problems}, nil
}
