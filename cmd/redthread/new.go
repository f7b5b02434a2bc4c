package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
)

//go:embed starter
var starter embed.FS

func (a *app) newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new FOLDER",
		Short: "Write a small dataset to start from, with the schema for editors",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := args[0]
			if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
				return fmt.Errorf("%s is not empty: nothing is written over", dir)
			}
			if err := copyStarter(dir); err != nil {
				return err
			}
			if err := replaceFile(filepath.Join(dir, "redthread.schema.json"), data.Schema()); err != nil {
				return err
			}
			fmt.Fprintf(a.stdout, "wrote a dataset to %s\nnext: redthread serve %s, and edit its files\n", dir, dir)
			return nil
		},
	}
}

func copyStarter(dir string) error {
	files, err := fs.Sub(starter, "starter")
	if err != nil {
		return err
	}
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return replaceFile(filepath.Join(dir, filepath.FromSlash(name)), content)
	})
}
