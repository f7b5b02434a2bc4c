package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
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
	wrong string // why the latest build failed; empty after a good one
	built int64  // time of the latest good build, for the page that polls
}

func (s *server) rebuild() error {
	ds, err := s.app.read(s.args)
	if err != nil {
		return err
	}
	if err := ds.problems.Err(); err != nil {
		s.app.tell(ds.problems, data.Error)
		s.blame(err)
		return &dataError{}
	}
	files, err := render(ds, renderOptions{})
	if err != nil {
		s.blame(err)
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wrong = ""
	s.files = map[string][]byte{}
	for _, f := range files {
		s.files[f.name] = f.content
	}
	s.built = time.Now().UnixNano()
	return nil
}

func (s *server) blame(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wrong = err.Error()
}

func (s *server) run(ctx context.Context, address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.app.stdout, "http://%s/ (stop with Ctrl-C)\n", listener.Addr())
	go s.watch(ctx)
	web := &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		_ = web.Close()
	}()
	if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// reloader frames the page and reloads the frame after each good build: the
// page itself stays what build writes, and its policy stays strict. What is wrong
// with the data stands above it until it is mended.
const reloader = `<!doctype html><meta charset="utf-8"><title>redthread</title>
<style>html,body{margin:0;height:100%}body{display:flex;flex-direction:column}iframe{flex:1;border:0;width:100%}
pre{margin:0;padding:8px 12px;max-height:40%;overflow:auto;background:#fff3d6;color:#3a2a00;border-bottom:1px solid #c9a36a}pre:empty{display:none}</style>
<pre role="alert"></pre>
<iframe src="/index.html" title="The pages"></iframe>
<script>
let seen = null;
setInterval(async () => {
  try {
    const { built, wrong } = await (await fetch("/.built")).json();
    document.querySelector("pre").textContent = wrong;
    if (seen !== null && built !== seen) document.querySelector("iframe").contentWindow.location.reload();
    seen = built;
  } catch {}
}, 700);
</script>
`

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !local(r.Host) {
		http.Error(w, "redthread serves this machine only", http.StatusForbidden)
		return
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	switch content, ok := s.files[name]; {
	case ok:
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
	case name == ".built":
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]string{"built": strconv.FormatInt(s.built, 10), "wrong": s.wrong})
	case name == "" || name == ".":
		_, _ = io.WriteString(w, reloader)
	default:
		http.NotFound(w, r)
	}
}

// local refuses a name that some other site points at this machine, through
// which its pages could read a private dataset.
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	ip := net.ParseIP(strings.Trim(name, "[]"))
	return name == "localhost" || ip != nil
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
