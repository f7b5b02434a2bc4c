package main

import (
	"bufio"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// canonicalHead is how the canonical form begins, and nothing else does.
var canonicalHead = regexp.MustCompile(`^\x{feff}?\s*\{\s*"redthread"\s*:\s*[0-9]`)

// canonical is the folder of a file in the canonical form that its name does
// not tell: on standard input, or with another ending than .json. nil for every
// other file.
func (a *app) canonical(path string) (fs.FS, error) {
	if path == "-" {
		return a.canonicalInput()
	}
	head, err := firstBytes(path)
	if err != nil || !canonicalHead.Match(head) {
		return nil, err
	}
	text, err := os.ReadFile(path)
	return oneFile{filepath.Base(path) + ".json", text}, err
}

// canonicalInput looks at standard input and leaves it as it was.
func (a *app) canonicalInput() (fs.FS, error) {
	in := bufio.NewReader(a.stdin)
	a.stdin = in
	if head, _ := in.Peek(256); !canonicalHead.Match(head) {
		return nil, nil
	}
	whole, err := a.standardInput()
	if err != nil {
		return nil, err
	}
	text, err := whole.All(whole.Size)
	a.stdin = bytes.NewReader(text)
	return oneFile{"standard-input.json", text}, err
}

// oneFile is a folder in memory with a single file.
type oneFile struct {
	name string
	text []byte
}

// Open opens the file.
func (o oneFile) Open(name string) (fs.File, error) {
	if name != o.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return openedFile{o, bytes.NewReader(o.text)}, nil
}

// ReadDir lists the file.
func (o oneFile) ReadDir(string) ([]fs.DirEntry, error) {
	return []fs.DirEntry{fs.FileInfoToDirEntry(oneInfo{o})}, nil
}

type openedFile struct {
	oneFile
	*bytes.Reader
}

func (f openedFile) Stat() (fs.FileInfo, error) { return oneInfo{f.oneFile}, nil }
func (f openedFile) Close() error               { return nil }

type oneInfo struct{ of oneFile }

func (i oneInfo) Name() string       { return i.of.name }
func (i oneInfo) Size() int64        { return int64(len(i.of.text)) }
func (i oneInfo) Mode() fs.FileMode  { return 0o444 }
func (i oneInfo) ModTime() time.Time { return time.Time{} }
func (i oneInfo) IsDir() bool        { return false }
func (i oneInfo) Sys() any           { return nil }
