package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
)

// writeTo writes to a file at once, or to standard output for no name.
func (a *app) writeTo(name string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return &dataError{err}
	}
	if name == "" {
		_, err := a.stdout.Write(b.Bytes())
		return err
	}
	return replaceFile(name, b.Bytes())
}

// replaceFile writes a temporary file beside the target and renames it, so
// that a reader never sees half a file and a failure leaves the old one.
func replaceFile(name string, content []byte) error {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already when the rename succeeded
	_, err = f.Write(content)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return err
	}
	return nil
}
