package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
)

func (a *app) buildCommand() *cobra.Command {
	var out string
	var options renderOptions
	c := &cobra.Command{
		Use:   "build [DATASET | FILE...]",
		Short: "Write the pages of a dataset",
		Long: `Build writes index.html (the briefing), timeline.html and network.html. Each
page is one file that asks the network for nothing. Nothing is written when the
data is wrong; the same data gives the same bytes.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			ds, err := a.load(args)
			if err != nil {
				return err
			}
			unhurried()
			files, err := render(ds, options)
			if err != nil {
				return err
			}
			for _, f := range files {
				if err := replaceFile(filepath.Join(out, f.name), f.content); err != nil {
					return err
				}
			}
			a.tellBuild(ds, out, files)
			return nil
		},
	}
	a.foreign.register(c, "read-as")
	c.Flags().StringVarP(&out, "out", "o", "out", "folder to write to")
	c.Flags().BoolVar(&options.shared, "shared-assets", false, "one script and one style sheet beside the pages (for a site; needs http, not file)")
	return c
}

// unhurried lets the garbage collector come three times less often while the
// dataset is small: an eighth less time, for 30 MB. GOGC, where it is set,
// decides.
func unhurried() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if os.Getenv("GOGC") == "" && m.HeapAlloc < 32<<20 {
		debug.SetGCPercent(300)
	}
}

func (a *app) tellBuild(ds *dataset, out string, files []file) {
	fmt.Fprintf(a.stdout, "%s: %s\n", ds.name, counts(ds.Dataset))
	for _, f := range files {
		fmt.Fprintf(a.stdout, "  %s  %d kB\n", filepath.Join(out, f.name), (len(f.content)+999)/1000)
	}
	if warnings := ds.problems.Count(data.Warning); warnings > 0 {
		fmt.Fprintf(a.stdout, "%s: see redthread check\n", plural(warnings, "warning"))
	}
}
