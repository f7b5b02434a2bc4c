package formattest

import (
	"os"
	"path/filepath"
	"testing"
)

// File is a file of testdata.
func File(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Files are the files of testdata with a pattern such as *.gexf, by name. There
// must be one.
func Files(t testing.TB, pattern string) [][]byte {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures %s (%v)", pattern, err)
	}
	var list [][]byte
	for _, path := range paths {
		list = append(list, File(t, filepath.Base(path)))
	}
	return list
}
