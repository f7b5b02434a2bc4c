package xmlread

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/redthread/redthread/data/format"
)

// outline reads a whole document: names, lines and texts.
func outline(text string, opt format.Options) (string, error) {
	return outlineOf(format.Bytes("a.xml", []byte(text)), opt)
}

func outlineOf(in format.Input, opt format.Options) (string, error) {
	r, err := New(in, opt)
	if err != nil {
		return "", err
	}
	root, err := r.Root()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	var visit func(*Element) error
	visit = func(e *Element) error {
		fmt.Fprintf(&b, "%d:%s(", e.Line, e.Name)
		text, err := r.Each(visit)
		b.WriteString(strings.TrimSpace(text) + ")")
		return err
	}
	if err := visit(root); err != nil {
		return "", err
	}
	return b.String(), r.End()
}

func TestElementsKnowTheirLineAndText(t *testing.T) {
	got, err := outline("<?xml version='1.0'?>\n<!-- words -->\n<a>\n <b x='1'/>\n <c>t<![CDATA[<&]]>u</c>\n</a>\n", format.Options{})
	if want := "3:a(4:b()5:c(t<&u))"; got != want || err != nil {
		t.Errorf("%s, %v", got, err)
	}
}

func TestEncodings(t *testing.T) {
	const doc = "<a>é吴</a>"
	utf16 := func(e unicode.Endianness, mark unicode.BOMPolicy, text string) string {
		out, err := unicode.UTF16(e, mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	latin, err := charmap.ISO8859_1.NewEncoder().String("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>")
	if err != nil {
		t.Fatal(err)
	}
	bare, err := charmap.Windows1252.NewEncoder().String("<a>é€</a>")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, encoding, want string }{
		{"utf-8", doc, "", "1:a(é吴)"},
		{"a mark", "\ufeff" + doc, "", "1:a(é吴)"},
		{"a mark that contradicts the declaration", "\ufeff<?xml version='1.0' encoding='latin1'?>" + doc, "", "1:a(é吴)"},
		{"utf-16 with a mark", utf16(unicode.LittleEndian, unicode.UseBOM, "<?xml version='1.0' encoding='UTF-16'?>"+doc), "", "1:a(é吴)"},
		{"utf-16 without", utf16(unicode.BigEndian, unicode.IgnoreBOM, doc), "", "1:a(é吴)"},
		{"latin-1 as declared", latin, "", "1:a(é)"},
		{"as told", bare, "windows-1252", "1:a(é€)"},
	} {
		if got, err := outline(c.text, format.Options{Encoding: c.encoding}); got != c.want || err != nil {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}

func TestBrokenFilesEndInAnErrorThatNamesThePlace(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "a.xml: no XML element"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", "a.xml: not XML: it begins with \"\\x89PNG"},
		{"a table", "id,name\n1,x\n", "not XML: it begins with \"id,name"},
		{"cut in a tag", "<a>\n<b x='1", "a.xml:2: the file ends in the middle"},
		{"cut in an element", "<a>\n<b>", "cut off"},
		{"crossed", "<a>\n<b></a></b>", "a.xml:2: not well-formed XML"},
		{"two roots", "<a/>\n<b/>", "a.xml:2: a second root element <b>"},
		{"text after the root", "<a/>\nmore", "text outside"},
		{"an attribute twice", "<a>\n<b x='1' y='2' x='3'/></a>", "a.xml:2: <b> has the attribute x twice"},
		{"an attribute twice among many", "<a a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m='' n='' o='' p='' q='' a=''/>", "has the attribute a twice"},
		{"not UTF-8", "<a>\xe9</a>", "bytes that are not UTF-8 (name their --encoding)"},
		{"an encoding nobody knows", "<?xml version='1.0' encoding='klingon'?><a/>", `unknown encoding "klingon"`},
		{"an entity", "<a>&nbsp;</a>", "not well-formed XML"},
		{"a control character", "<a>\x01</a>", "not well-formed XML"},
	} {
		_, err := outline(c.text, format.Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestDocumentTypesAreRefusedOnceTheyDeclare(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{`<!DOCTYPE a><a/>`, true},
		{`<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>`, true},
		{`<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`, false},
		{`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`, false},
		{`<!DOCTYPE a [<!ELEMENT a ANY>]><a/>`, false},
		{`<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x"> %x;]><a/>`, false},
		{`<!doctype a [<!entity a "aaaaaaaaaa"><!entity b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>`, false},
	} {
		if _, err := outline(c.text, format.Options{}); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.text, err)
		}
	}
}

// endless is a file of one text after the other, as long as wanted.
type endless struct {
	head, unit string
	size       int64
}

func (e endless) ReadAt(p []byte, at int64) (int, error) {
	for i := range p {
		switch pos := at + int64(i); {
		case pos >= e.size:
			return i, io.EOF
		case pos < int64(len(e.head)):
			p[i] = e.head[pos]
		default:
			p[i] = e.unit[(pos-int64(len(e.head)))%int64(len(e.unit))]
		}
	}
	return len(p), nil
}

func TestHugeFilesAreRefusedInLittleMemory(t *testing.T) {
	const giant = 1 << 30
	for _, c := range []struct{ name, head, unit, want string }{
		{"nesting", "<a>", "<a>", "nested deeper than 64"},
		{"attributes", "<a ", `b="" `, "more than 8388608 bytes"},
		{"some thousand attributes", "<a " + unique(2000) + "/>", " ", "has 2000 attributes"},
		{"text", "<a>", "text ", "more than 8388608 bytes"},
		{"a name", "<", "a", "more than 8388608 bytes"},
		{"a comment", "<!--", " ", "more than 8388608 bytes"},
		{"a document type", "<!DOCTYPE ", "a", "more than 8388608 bytes"},
		{"text in pieces", "<a>", "text <!-- -->", "more than 8388608 bytes"},
	} {
		before := debug.SetMemoryLimit(-1)
		debug.SetMemoryLimit(300 << 20)
		var m0, m1 runtime.MemStats
		runtime.ReadMemStats(&m0)
		in := format.Input{Name: "a.xml", Size: giant, At: endless{c.head, c.unit, giant}}
		_, err := outlineOf(in, format.Options{})
		runtime.ReadMemStats(&m1)
		debug.SetMemoryLimit(before)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
		if grown := m1.TotalAlloc - m0.TotalAlloc; grown > 500<<20 {
			t.Errorf("%s: %d bytes allocated", c.name, grown)
		}
	}
}

func unique(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d='' ", i)
	}
	return b.String()
}

func TestTreesKeepWhatHasNoPlace(t *testing.T) {
	r, err := New(format.Bytes("a.xml", []byte(`<a><b k="v&quot;">one <c/>two<d>three</d></b></a>`)), format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Root(); err != nil {
		t.Fatal(err)
	}
	_, err = r.Each(func(e *Element) error {
		tree, err := r.Tree(e)
		if got := tree.JSON(); got != `["b",{"k":"v\""},"one",["c"],"two",["d","three"]]` {
			t.Error(got)
		}
		if tree.Find("d").Own() != "three" || tree.Find("x") != nil || len(tree.Children()) != 2 || tree.Plain() != "one twothree" {
			t.Error("the tree is not found in")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFilesAreKnownByTheirRoot(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       format.Confidence
	}{
		{"x.xml", "<?xml version='1.0'?><!-- a --><g:gexf xmlns:g='http://gexf.net/1.3'>", format.Certain},
		{"x.gexf", "<html>", format.Likely},
		{"X.GEXF", "no XML", format.Likely},
		{"x.gexf", "\ufeff {\"nodes\": []}", format.No},
		{"x.xml", "<graphml>", format.No},
	} {
		if got := Detect(c.name, []byte(c.head), "gexf", []string{".gexf"}); got != c.want {
			t.Errorf("%s %s: %d", c.name, c.head, got)
		}
	}
}

func FuzzReader(f *testing.F) {
	for _, seed := range []string{"<a><b x='1'>t</b></a>", "<!DOCTYPE a [", "\xff\xfe<\x00a\x00/\x00>\x00", "<?xml version='1.0' encoding='gbk'?><a>\xc4\xe3</a>", "<a>&#x41;<![CDATA[]]></a>"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		RootOf(text)
		if _, err := outlineOf(format.Bytes("a.xml", text), format.Options{}); err != nil && !strings.HasPrefix(err.Error(), "a.xml") {
			t.Errorf("an error without a place: %v", err)
		}
	})
}
