package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ask gives the answer of a server to one request.
func ask(t *testing.T, s *server, host, path string) (int, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = host
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	body, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Code, string(body)
}

func TestServeKeepsTheLastGoodPagesAndSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	write := func(text string) {
		if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var said bytes.Buffer
	s := &server{app: &app{stdout: &said, stderr: &said}, args: []string{dir}}

	write("dataset: {title: First title}\nentities: [{id: a, kind: law, name: A}]\n")
	if err := s.rebuild(); err != nil {
		t.Fatal(err)
	}
	if code, page := ask(t, s, "127.0.0.1:8347", "/index.html"); code != 200 || !strings.Contains(page, "First title") {
		t.Fatalf("index.html: %d, %.80s", code, page)
	}
	_, before := ask(t, s, "localhost:8347", "/.built")

	write("dataset: {title: Second}\nentities: [{id: a, kind: lew, name: A}]\n")
	if err := s.rebuild(); !isData(err) {
		t.Fatalf("a wrong dataset gives %v", err)
	}
	if _, page := ask(t, s, "127.0.0.1", "/index.html"); !strings.Contains(page, "First title") {
		t.Error("the last good page is gone")
	}
	if _, built := ask(t, s, "127.0.0.1", "/.built"); built == before || !strings.Contains(built, "lew") {
		t.Errorf("what is wrong is not said: %s", built)
	}
}

func TestServeAnswersThisMachineOnly(t *testing.T) {
	s := &server{files: map[string][]byte{"index.html": []byte("private")}}
	for host, want := range map[string]int{"localhost:8347": 200, "127.0.0.1": 200, "[::1]:8347": 200, "evil.example:8347": 403, "": 403} {
		if code, body := ask(t, s, host, "/index.html"); code != want || want == 403 && strings.Contains(body, "private") {
			t.Errorf("host %q: %d, want %d", host, code, want)
		}
	}
}
