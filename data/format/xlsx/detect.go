package xlsx

import (
	"bytes"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// names are the endings of files that this package reads, or refuses with a
// better word than others could.
var names = []string{".xlsx", ".xlsm", ".xltx", ".xltm"}

var refused = []string{".xls", ".xlsb", ".ods", ".numbers"}

var (
	zipSign = []byte("PK\x03\x04")
	oleSign = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1} // of a compound file: .xls, or .xlsx with a password
)

// detect knows a workbook by its signature and by the names of its parts.
// Workbooks of other formats are taken, too, so that they are refused with a
// word on what to do.
func detect(name string, head []byte) format.Confidence {
	ending := strings.ToLower(path.Ext(name))
	ours := slices.Contains(names, ending) || slices.Contains(refused, ending)
	switch {
	case bytes.HasPrefix(head, zipSign) && (bytes.Contains(head, []byte("xl/")) || otherZip(head)):
		return format.Certain
	case bytes.HasPrefix(head, zipSign) && (ours || bytes.Contains(head, []byte("[Content_Types].xml"))):
		return format.Likely
	case bytes.HasPrefix(head, oleSign) && ours, ending == ".xls" && isBIFF(head):
		return format.Certain
	case bytes.HasPrefix(head, oleSign):
		return format.Likely
	}
	return format.No
}

// isBIFF tells an .xls of the time before compound files.
func isBIFF(head []byte) bool {
	return len(head) > 4 && head[0] == 0x09 && head[1] <= 0x08 && head[2] <= 0x10
}

// openDocument stands behind the first entry's 30 bytes in every .ods file.
var openDocument = []byte("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")

// others are parts that only workbooks of other formats have.
var others = []struct{ part, name string }{
	{"index/document.iwa", "a Numbers spreadsheet"},
	{"xl/workbook.bin", "a binary workbook (.xlsb)"},
	{"content.xml", "an OpenDocument spreadsheet (.ods)"},
}

// otherZip tells the first bytes of an archive that is a workbook of another
// program.
func otherZip(head []byte) bool {
	return len(head) > 30 && bytes.HasPrefix(head[30:], openDocument) || bytes.Contains(head, []byte("Index/Document.iwa"))
}

// saveAs is what to do with a workbook that is not read.
const saveAs = "open it in a spreadsheet program and save it as .xlsx"

// encryptedPackage is the name of the stream, in UTF-16, that holds a workbook
// that a password protects.
var encryptedPackage = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// compound says what a compound file is.
func compound(in format.Input) string {
	r, keep := in.Reader(), 0
	buf := make([]byte, 64<<10)
	for {
		n, err := io.ReadFull(r, buf[keep:])
		if bytes.Contains(buf[:keep+n], encryptedPackage) {
			return "a workbook that a password protects: open it, take the password off and save it"
		}
		if err != nil {
			return "a workbook of the older format .xls: " + saveAs
		}
		copy(buf, buf[len(buf)-len(encryptedPackage):])
		keep = len(encryptedPackage)
	}
}
