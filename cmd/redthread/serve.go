package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"
)

func (a *app) serveCommand() *cobra.Command {
	var address string
	c := &cobra.Command{
		Use:   "serve [DATASET]",
		Short: "Show the pages in a browser and rebuild them when the dataset changes",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			s := &server{app: a, args: args}
			if err := s.rebuild(); err != nil && !isData(err) {
				return err
			}
			return s.run(c.Context(), address)
		},
	}
	c.Flags().StringVar(&address, "address", "127.0.0.1:8347", "address to listen on")
	return c
}

func isData(err error) bool {
	var wrong *dataError
	return errors.As(err, &wrong)
}

// server keeps the latest good build in memory.
type server struct {
	app  *app
	args []string

	mu    sync.RWMutex
	files map[string][]byte
	built int64 // time of the latest good build, for the page that polls
}

func (s *server) rebuild() error {
	ds, err := s.app.load(s.args)
	if err != nil {
		return err
	}
	files, err := render(ds, renderOptions{})
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = map[string][]byte{}
	for _, f := range files {
		s.files[f.name] = f.content
	}
	s.built = time.Now().UnixNano()
	return nil
}

func (s *server) run(ctx context.Context, address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return &dataError{err}
	}
	fmt.Fprintf(s.app.stdout, "http://%s/ (stop with Ctrl-C)\n", listener.Addr())
	go s.watch(ctx)
	web := &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		_ = web.Close()
	}()
	if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return &dataError{err}
	}
	return nil
}

// reloader frames the page and reloads the frame after each good build: the
// page itself stays what build writes, and its policy stays strict.
const reloader = `<!doctype html><meta charset="utf-8"><title>redthread</title>
<style>html,body,iframe{margin:0;border:0;width:100%%;height:100%%;display:block}</style>
<iframe src="/%s"></iframe>
<script>
let seen = null;
setInterval(async () => {
  try {
    const built = await (await fetch("/.built")).text();
    if (seen !== null && built !== seen) document.querySelector("iframe").contentWindow.location.reload();
    seen = built;
  } catch {}
}, 700);
</script>
`

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	switch content, ok := s.files[name]; {
	case ok:
		http.ServeContent(w, r, name, time.Time{}, strings.NewReader(string(content)))
	case name == ".built":
		fmt.Fprint(w, s.built)
	case name == "" || name == ".":
		fmt.Fprintf(w, reloader, "index.html")
	default:
		http.NotFound(w, r)
	}
}

// watch rebuilds after a change, a moment later, so that an editor's several
// writes are one.
func (s *server) watch(ctx context.Context) {
	dir := s.app.dir
	if len(s.args) > 0 {
		dir = s.args[0]
	}
	if dir == "" {
		return // the bundled dataset does not change
	}
	w, err := fsnotify.NewWatcher()
	if err == nil {
		defer w.Close()
		err = addFolders(w, dir)
	}
	if err != nil {
		fmt.Fprintf(s.app.stderr, "redthread: not watching %s: %v\n", dir, err)
		return
	}
	settle := time.NewTimer(time.Hour)
	settle.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-w.Events:
			settle.Reset(150 * time.Millisecond)
		case err := <-w.Errors:
			fmt.Fprintf(s.app.stderr, "redthread: %v\n", err)
		case <-settle.C:
			s.again()
		}
	}
}

func (s *server) again() {
	switch err := s.rebuild(); {
	case err == nil:
		fmt.Fprintln(s.app.stdout, "rebuilt")
	case isData(err):
		fmt.Fprintln(s.app.stdout, "not rebuilt: the data is wrong")
	default:
		fmt.Fprintf(s.app.stderr, "redthread: %v\n", err)
	}
}

func addFolders(w *fsnotify.Watcher, root string) error {
	return fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return w.Add(path.Join(root, p))
	})
}
