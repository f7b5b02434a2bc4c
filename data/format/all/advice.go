package all

import (
	"bytes"
	"path"
	"strings"
)

// advice says what to do with a file of a format that is not read; empty where
// nothing is known of it.
func advice(name string, head []byte) string {
	ext := strings.ToLower(path.Ext(name))
	starts := func(text string) bool { return bytes.HasPrefix(head, []byte(text)) }
	switch {
	case starts("\x1f\x8b"), starts("BZh"), starts("\xfd7zXZ"), starts("\x28\xb5\x2f\xfd"):
		return "it is compressed: unpack it first"
	case starts("PK\x03\x04"), starts("7z\xbc\xaf"), starts("Rar!"), ext == ".tar":
		return "it is an archive: unpack it and name the files or the folder"
	case ext == ".gml":
		return "GML is not read: save it as GraphML or GEXF, with Gephi, igraph or networkx"
	case ext == ".net", ext == ".pajek", ext == ".paj":
		return "Pajek's format is not read: save it as GraphML or GEXF, with Gephi, igraph or networkx"
	case ext == ".dot", ext == ".gv":
		return "DOT is written, not read: save it as GraphML or GEXF, with Gephi, igraph or networkx"
	case starts("%PDF-"):
		return "it is a PDF: bring its tables into a spreadsheet first"
	case starts("SQLite format 3"):
		return "it is an SQLite database: write its tables as CSV first"
	}
	return ""
}

func orText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
