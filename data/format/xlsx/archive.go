package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// archive is the zip file that a workbook is, vetted: what it declares to
// unpack to is within the limit.
type archive struct {
	name  string
	parts map[string]*zip.File // by name in lower case, with slashes and none in front
}

// maxParts bounds the parts of a workbook: one for each sheet, with its
// comments, drawings and tables.
const maxParts = 20_000

// open vets the directory of a workbook before anything is unpacked.
func open(in format.Input, limits format.Limits) (*archive, error) {
	head := in.Head(64 << 10)
	switch {
	case bytes.HasPrefix(head, oleSign):
		return nil, fmt.Errorf("%s: %s", in.Name, compound(in))
	case isBIFF(head):
		return nil, fmt.Errorf("%s: a workbook of the older format .xls: %s", in.Name, saveAs)
	case !bytes.HasPrefix(head, zipSign):
		return nil, fmt.Errorf("%s: no workbook: it does not begin as a .xlsx file does", in.Name)
	case len(head) > 30 && bytes.HasPrefix(head[30:], openDocument):
		return nil, fmt.Errorf("%s: an OpenDocument spreadsheet (.ods): %s", in.Name, saveAs)
	}
	if err := directory(in); err != nil {
		return nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	r, err := zip.NewReader(in.At, in.Size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("%s: a broken workbook: %w", in.Name, err)
	}
	a := &archive{name: in.Name, parts: map[string]*zip.File{}}
	if err := a.take(r.File, limits); err != nil {
		return nil, err
	}
	for _, o := range others {
		if a.parts[o.part] != nil {
			return nil, fmt.Errorf("%s: %s: %s", in.Name, o.name, saveAs)
		}
	}
	return a, nil
}

// directory asserts that the directory of the archive is small, before the
// zip reader makes a record of every entry: it stands right before the end
// record, and is as long as that says.
func directory(in format.Input) error {
	const size = 22
	tail := make([]byte, min(in.Size, 64<<10+size))
	if _, err := in.At.ReadAt(tail, in.Size-int64(len(tail))); err != nil && err != io.EOF {
		return err
	}
	for i := len(tail) - size; i >= 0; i-- {
		end := tail[i:]
		if !bytes.HasPrefix(end, []byte("PK\x05\x06")) || int(binary.LittleEndian.Uint16(end[20:]))+size > len(end) {
			continue
		}
		length, begin := int64(binary.LittleEndian.Uint32(end[12:])), int64(binary.LittleEndian.Uint32(end[16:]))
		switch at := in.Size - int64(len(tail)) + int64(i); {
		case begin+length != at:
			return errors.New("a broken workbook: its directory does not stand where its end says")
		case length > maxParts*100 || binary.LittleEndian.Uint16(end[10:]) > maxParts:
			return fmt.Errorf("more than %d parts", maxParts)
		}
		return nil
	}
	return errors.New("a broken workbook: its end is missing, the file was cut off")
}

// take asserts what the entries declare and keeps them by name.
func (a *archive) take(files []*zip.File, limits format.Limits) error {
	var all uint64
	for _, f := range files {
		if all += f.UncompressedSize64; f.UncompressedSize64 > uint64(limits.Expanded) || all > uint64(limits.Expanded) {
			return fmt.Errorf("%s: unpacks to more than %d bytes, the limit (--max-records raises it)", a.name, limits.Expanded)
		}
		if f.Flags&1 != 0 {
			return fmt.Errorf("%s: %s: a password protects it: save it without one", a.name, f.Name)
		}
		name := partName(f.Name)
		if a.parts[name] != nil {
			return fmt.Errorf("%s: the part %q stands twice", a.name, f.Name)
		}
		if !strings.HasSuffix(name, "/") {
			a.parts[name] = f
		}
	}
	return nil
}

// partName is the name under which a part is found. It is never used as a path.
func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// part opens a part. The zip reader ends in an error where a part gives more
// than it declares.
func (a *archive) part(name string) (io.ReadCloser, error) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, fmt.Errorf("%s: a broken workbook: the part %q is missing", a.name, name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %s: a broken workbook: %w", a.name, name, err)
	}
	return r, nil
}
