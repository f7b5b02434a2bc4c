// Command redthread turns a folder of sourced facts into interactive HTML:
// timelines, network charts, and the thread that shows how a law led to a case.
//
// It is the only place with paths, a clock and an environment. Exit 0 is fine,
// 1 says that the data is wrong, 2 that the call is wrong.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Exit codes.
const (
	exitFine = iota
	exitData // the data is wrong, or writing failed
	exitCall // the call is wrong
)

// run is main without the process: everything it needs is handed in.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	root := a.command()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var wrong *dataError
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &wrong):
		if wrong.err != nil {
			fmt.Fprintf(stderr, "redthread: %v\n", wrong.err)
		}
		return exitData
	default:
		fmt.Fprintf(stderr, "redthread: %v\n", err)
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintln(stderr, "hint: name a folder of .yaml, .json and .csv files, or none for the bundled dataset")
		}
		return exitCall
	}
}

// dataError says that the call was right and the data, or the writing, was
// not. A nil err has already been told.
type dataError struct{ err error }

func (e *dataError) Error() string {
	if e.err == nil {
		return "the data is wrong"
	}
	return e.err.Error()
}

func (e *dataError) Unwrap() error { return e.err }
