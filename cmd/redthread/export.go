package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
)

// exporters write a dataset in a format, by the name of the format.
var exporters = map[string]func(io.Writer, *data.Dataset) error{
	"json": data.WriteJSON,
}

func (a *app) exportCommand() *cobra.Command {
	var format, output string
	c := &cobra.Command{
		Use:   "export [DATASET]",
		Short: "Write a dataset in another format",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			write, ok := exporters[format]
			if !ok {
				return fmt.Errorf("unknown format %q (known: %s)", format, strings.Join(formats(), ", "))
			}
			ds, err := a.load(args)
			if err != nil {
				return err
			}
			return a.writeTo(output, func(w io.Writer) error { return write(w, ds.Dataset) })
		},
	}
	c.Flags().StringVar(&format, "format", "json", "format: "+strings.Join(formats(), ", "))
	c.Flags().StringVarP(&output, "output", "o", "", "file to write (default: standard output)")
	return c
}

func formats() []string {
	var names []string
	for name := range exporters {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
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
