package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	if a.foreign.format != "" {
		return nil, "", nil
	}
	if paths[0] == "-" && len(paths) == 1 {
		fsys, err := a.canonical("-")
		return fsys, "standard input", err
	}
	if len(paths) > 1 {
		return ownFiles(paths)
	}
	path := paths[0]
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, "", err
	case !info.IsDir():
		return a.ownFile(path)
	}
	fsys := os.DirFS(path)
	if data.FolderHolds(fsys) {
		return fsys, path, nil
	}
	files, err := filesOf(path)
	if err != nil || !slices.ContainsFunc(files, func(f found) bool { return f.unread == "" }) {
		return fsys, path, err
	}
	return nil, "", nil
}

// isOwn tells whether a file or folder is in redthread's own form.
func isOwn(path string) (own, folder bool, err error) {
	if path == "-" {
		return false, false, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return false, false, err
	}
	if info.IsDir() {
		return data.FolderHolds(os.DirFS(path)), true, nil
	}
	head, err := firstBytes(path)
	return data.Holds(filepath.Base(path), head), false, err
}

// firstBytes is enough of a file to tell its form.
func firstBytes(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, 64<<10)
	n, _ := io.ReadFull(f, head)
	return head[:n], nil
}

// ownFile is the folder of a single file in redthread's own form; nil for
// another's.
func (a *app) ownFile(path string) (fs.FS, string, error) {
	own, _, err := isOwn(path)
	switch {
	case err != nil:
		return nil, "", err
	case !own:
		fsys, err := a.canonical(path)
		return fsys, path, err
	}
	return someFiles{os.DirFS(filepath.Dir(path)), []string{filepath.Base(path)}}, path, nil
}

// ownFiles is the folder of several files in redthread's own form that stand in
// one; nil where all are of others. Both together are no dataset.
func ownFiles(paths []string) (fs.FS, string, error) {
	dir := filepath.Dir(paths[0])
	var names []string
	for _, path := range paths {
		own, folder, err := isOwn(path)
		switch {
		case err != nil:
			return nil, "", err
		case own && folder:
			return nil, "", fmt.Errorf("%s is a dataset: name it alone", path)
		case own && filepath.Dir(path) == dir:
			names = append(names, filepath.Base(path))
		}
	}
	name := strings.Join(paths, ", ")
	switch len(names) {
	case 0:
		return nil, "", nil
	case len(paths):
		slices.Sort(names)
		return someFiles{os.DirFS(dir), names}, name, nil
	}
	return nil, "", fmt.Errorf("%s: some are redthread's own and some are not: import those first, or put ours into one folder", name)
}

// someFiles is a folder in which only some files are seen.
type someFiles struct {
	fs.FS
	names []string
}

// ReadDir lists the files.
func (s someFiles) ReadDir(string) ([]fs.DirEntry, error) {
	var list []fs.DirEntry
	for _, name := range s.names {
		info, err := fs.Stat(s.FS, name)
		if err != nil {
			return nil, err
		}
		list = append(list, fs.FileInfoToDirEntry(info))
	}
	return list, nil
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
