// Command web bundles the front end: TypeScript and CSS from web/src enter,
// page/assets/app.js, app.css and NOTICES.txt leave. The output is committed,
// so that building a briefing needs neither Node nor a bundler.
//
//	npm --prefix web ci && go run ./web
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	root := flag.String("root", ".", "the top `directory` of the repository")
	watch := flag.Bool("watch", false, "bundle again whenever a source changes, until interrupted")
	flag.Parse()
	if err := run(os.Stdout, *root, *watch); err != nil {
		fmt.Fprintln(os.Stderr, "web:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, root string, watch bool) error {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer dir.Close()
	if watch {
		stop := make(chan os.Signal, 1)
		signal.Notify(stop, os.Interrupt)
		return watchSources(out, root, dir, stop)
	}
	files, err := bundle(root)
	if err != nil {
		return err
	}
	return write(out, dir, files)
}

// write replaces the assets that changed and says so.
func write(out io.Writer, dir *os.Root, files []file) error {
	if err := dir.MkdirAll("page/assets", 0o755); err != nil {
		return err
	}
	var errs []error
	for _, f := range files {
		name := "page/assets/" + f.name
		if old, err := dir.ReadFile(name); err == nil && string(old) == string(f.text) {
			continue
		}
		errs = append(errs, dir.WriteFile(name, f.text, 0o644))
		fmt.Fprintf(out, "%s: %d bytes\n", name, len(f.text))
	}
	return errors.Join(errs...)
}
