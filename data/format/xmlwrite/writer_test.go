package xmlwrite

import (
	"encoding/xml"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAnyTextReadsBackWithoutWhatXMLCannotHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("<>&\"'\r\n\t \x00\x1f\u0085\ufffe\uffff]]>é😀")))).Draw(t, "text")
		var b strings.Builder
		x := New(&b)
		x.Open("a", "k", text, "empty", "")
		x.Text("b", text)
		want := x.Legal(text)
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		var got struct {
			K     *string `xml:"k,attr"`
			Empty *string `xml:"empty,attr"`
			B     string  `xml:"b"`
		}
		if err := xml.Unmarshal([]byte(b.String()), &got); err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if got.B != want || got.Empty != nil {
			t.Fatalf("%q became %q", text, got.B)
		}
		if text != "" && *got.K != want {
			t.Fatalf("%q became %q in an attribute", text, *got.K)
		}
	})
}

func TestDroppedCharactersAreCounted(t *testing.T) {
	x := New(&strings.Builder{})
	x.Text("a", "\x00b\x1fc\ufffe", "k", "d\xff")
	if x.Dropped != 4 {
		t.Errorf("%d dropped", x.Dropped)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestTheErrorOfTheWriterIsTold(t *testing.T) {
	x := New(broken{})
	x.Open("a")
	if err := x.Close(); err == nil || err.Error() != "disk full" {
		t.Error(err)
	}
}
