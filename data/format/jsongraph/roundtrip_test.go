package jsongraph

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// formats are all three.
var formats = []format.Format{JGF(), D3(), Cytoscape()}

func encoded(t interface{ Fatal(...any) }, f format.Format, ds *data.Dataset) []byte {
	var out bytes.Buffer
	var lost format.Losses
	if err := f.Write(format.One{Writer: &out}, ds, &lost); err != nil {
		t.Fatal(err)
	}
	if len(lost.List()) > 0 {
		t.Fatal(f.Name, "loses", lost.List())
	}
	return out.Bytes()
}

func readBack(t interface{ Fatal(...any) }, f format.Format, text []byte) (*data.Dataset, *format.Report) {
	b := format.NewBuilder(format.Options{})
	if err := f.Read([]format.Input{format.Bytes("x.json", text)}, b); err != nil {
		t.Fatal(err)
	}
	return b.Finish()
}

func canonical(t interface{ Fatal(...any) }, ds *data.Dataset) string {
	var out bytes.Buffer
	if err := data.WriteJSON(&out, ds); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestAllOfADatasetComesBack(t *testing.T) {
	for _, f := range formats {
		t.Run(f.Name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				ds := formattest.Dataset(t)
				text := encoded(t, f, ds)
				if f.Detect("x.json", text) != format.Certain {
					t.Fatal("not sure of what we wrote")
				}
				back, report := readBack(t, f, text)
				if report.Count(data.Error) > 0 {
					t.Fatal(report.Issues)
				}
				if diff := cmp.Diff(canonical(t, ds), canonical(t, back)); diff != "" {
					t.Fatal(diff, string(text))
				}
			})
		})
	}
}

func TestTheBundledDatasetComesBackWithAllItsSections(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	for _, f := range formats {
		text := encoded(t, f, ds)
		if again := encoded(t, f, ds); !bytes.Equal(text, again) {
			t.Errorf("%s: not the same bytes twice", f.Name)
		}
		back, report := readBack(t, f, text)
		if n := report.Count(data.Error); n > 0 {
			t.Error(report.Issues)
		}
		if diff := cmp.Diff(canonical(t, ds), canonical(t, back)); diff != "" {
			t.Errorf("%s: %s", f.Name, diff)
		}
	}
}
