package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
)

func (a *app) checkCommand() *cobra.Command {
	var coverage, asJSON, quiet bool
	c := &cobra.Command{
		Use:   "check [DATASET | FILE...]",
		Short: "Say all that is wrong with a dataset",
		Long: `Check reads a dataset and reports every defect with file, line, column, value
and what to do. Errors make it exit 1; warnings and notes do not.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			ds, err := a.read(args)
			if err != nil {
				return err
			}
			switch {
			case asJSON:
				err = a.checkJSON(ds, coverage)
			default:
				mildest := data.Note
				if quiet {
					mildest = data.Error
				}
				err = a.checkWords(ds, mildest, coverage)
			}
			if err == nil && ds.problems.Err() != nil {
				return &dataError{}
			}
			return err
		},
	}
	a.foreign.register(c, "read-as")
	c.Flags().BoolVar(&coverage, "coverage", false, "list the paragraphs that no evidence cites and that are not declared to hold no fact")
	c.Flags().BoolVar(&asJSON, "json", false, "write the report as JSON")
	c.Flags().BoolVarP(&quiet, "quiet", "q", false, "errors only, no warnings and notes")
	return c
}

func (a *app) checkWords(ds *dataset, mildest data.Severity, coverage bool) error {
	a.tell(ds.problems, mildest)
	fmt.Fprintf(a.stdout, "%s: %s\n", ds.name, counts(ds.Dataset))
	if kinds := countsByKind(ds.Dataset); kinds != "" {
		fmt.Fprintf(a.stdout, "  %s\n", kinds)
	}
	if coverage {
		tellCoverage(a.stdout, data.Coverage(ds.Dataset))
	}
	errors, warnings := ds.problems.Count(data.Error), ds.problems.Count(data.Warning)
	_, err := fmt.Fprintf(a.stdout, "%s, %s\n", plural(errors, "error"), plural(warnings, "warning"))
	return err
}

// tell writes the problems to the error stream, down to the mildest severity asked for.
func (a *app) tell(problems data.Problems, mildest data.Severity) {
	for _, p := range problems {
		if p.Severity >= mildest {
			fmt.Fprint(a.stderr, p.Full())
		}
	}
}

func tellCoverage(w io.Writer, all []data.SourceCoverage) {
	for _, c := range all {
		fmt.Fprintf(w, "  %s: %d paragraphs, %d cited, %d declared without facts, %d unexplained", c.Source, c.Paragraphs, len(c.Cited), len(c.NoFact), len(c.Unexplained))
		if len(c.Unexplained) > 0 {
			fmt.Fprintf(w, ": %s", strings.Trim(strings.ReplaceAll(fmt.Sprint(c.Unexplained), " ", ", "), "[]"))
		}
		fmt.Fprintln(w)
	}
}

func (a *app) checkJSON(ds *dataset, coverage bool) error {
	report := struct {
		Dataset  string                `json:"dataset"`
		Problems data.Problems         `json:"problems"`
		Coverage []data.SourceCoverage `json:"coverage,omitempty"`
	}{Dataset: ds.name, Problems: ds.problems}
	if report.Problems == nil {
		report.Problems = data.Problems{}
	}
	if coverage {
		report.Coverage = data.Coverage(ds.Dataset)
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	return enc.Encode(report)
}
