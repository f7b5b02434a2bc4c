package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
)

// app carries the streams and the flags that every command shares.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	dir            string // of the dataset; empty: the bundled one
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

Without a dataset a command uses the bundled one.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.PersistentFlags().StringVar(&a.dir, "data", "", "folder of the dataset (default: the bundled one)")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.showCommand(), a.threadCommand(), a.threadsCommand(), a.exportCommand(), a.schemaCommand(),
		a.serveCommand(), a.newCommand())
	return root
}

// dataset is what a command works on, with the name that messages give it.
type dataset struct {
	*data.Dataset
	name     string
	problems data.Problems
}

// folder opens the folder of the dataset: the argument, else --data, else the
// bundled one.
func (a *app) folder(args []string) (fs.FS, string, error) {
	dir := a.dir
	if len(args) > 0 {
		if dir != "" && dir != args[0] {
			return nil, "", fmt.Errorf("two datasets named: %q and --data %q", args[0], dir)
		}
		dir = args[0]
	}
	if dir == "" {
		return data.Bundled(), bundledName, nil
	}
	info, err := os.Stat(dir)
	if err != nil {
		return nil, "", err
	}
	if !info.IsDir() {
		return nil, "", fmt.Errorf("%s is a file: a dataset is a folder", dir)
	}
	return os.DirFS(dir), dir, nil
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

// read reads a dataset, wrong or not.
func (a *app) read(args []string) (*dataset, error) {
	fsys, name, err := a.folder(args)
	if err != nil {
		return nil, err
	}
	ds, problems := data.Read(fsys)
	return &dataset{Dataset: ds, name: name, problems: problems}, nil
}
