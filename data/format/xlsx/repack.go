package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"time"
)

// repack writes the archive with its parts in order and a fixed time.
func repack(to io.Writer, archive []byte) error {
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return err
	}
	files := slices.Clone(r.File)
	slices.SortFunc(files, func(a, b *zip.File) int { return order(a.Name, b.Name) })
	z := zip.NewWriter(to)
	for _, f := range files {
		part, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		from, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(part, from); err != nil {
			return err
		}
		from.Close()
	}
	return z.Close()
}

// order puts the list of types first, as programs expect it.
func order(a, b string) int {
	first := "[Content_Types].xml"
	switch {
	case a == b:
		return 0
	case a == first || b != first && a < b:
		return -1
	}
	return 1
}
