package timelinejs

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

type fataler interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

// encoded is a dataset as we write it, and what of it only redthread sees.
func encoded(t fataler, ds *data.Dataset) ([]byte, []format.Count) {
	var out bytes.Buffer
	var lost format.Losses
	if err := Format().Write(format.One{Writer: &out}, ds, &lost); err != nil {
		t.Fatal(err)
	}
	if len(lost.List()) > 0 {
		t.Fatal("lost: ", lost.List())
	}
	return out.Bytes(), lost.Unseen()
}

func imported(t fataler, name string, text []byte, opt format.Options) (*data.Dataset, *format.Report) {
	b := format.NewBuilder(opt)
	if err := Format().Read([]format.Input{format.Bytes(name, text)}, b); err != nil {
		t.Fatal(err)
	}
	return b.Finish()
}

func canonical(t fataler, ds *data.Dataset) string {
	var out bytes.Buffer
	if err := data.WriteJSON(&out, ds); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// accounted checks that every record was kept or left out, none in silence.
func accounted(t fataler, report *format.Report) {
	left := 0
	for _, c := range report.Turned {
		if c.Into == "left out" {
			left += c.N
		}
	}
	if f := report.Files[0]; f.Read != f.Kept+left {
		t.Fatalf("%d records read, %d kept and %d left out", f.Read, f.Kept, left)
	}
}

// back writes and reads a dataset, and holds the two against each other.
func back(t fataler, ds *data.Dataset) []format.Count {
	text, unseen := encoded(t, ds)
	if sure := Format().Detect("x.json", text); sure != format.Certain {
		t.Fatal("not sure of what we wrote:", sure)
	}
	restored, report := imported(t, "x.json", text, format.Options{})
	for _, i := range report.Issues {
		if i.Severity == data.Error || strings.Contains(i.What, "redthread") {
			t.Fatal(i)
		}
	}
	accounted(t, report)
	if diff := cmp.Diff(canonical(t, ds), canonical(t, restored)); diff != "" {
		t.Fatal(diff, string(text))
	}
	return unseen
}

func TestAllOfADatasetComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		if rapid.Bool().Draw(t, "untitled") {
			ds.Title = ""
		}
		undated := 0
		for _, thing := range data.NewIndex(ds).Things() {
			if thing.Date.IsZero() {
				undated++
			}
		}
		said := 0
		for _, c := range back(t, ds) {
			if strings.HasSuffix(c.From, "without a date") {
				said += c.N
			}
		}
		if said != undated {
			t.Fatalf("%d things without a date, %d are said to be unseen", undated, said)
		}
	})
}

func TestTheBundledDatasetComesBackWithAllItsSections(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	back(t, ds)
	first, _ := encoded(t, ds)
	if again, _ := encoded(t, ds); !bytes.Equal(first, again) {
		t.Error("not the same bytes twice")
	}
	if bytes.ContainsRune(first, '<') {
		t.Error("a < stands in the file: within a script it could end it")
	}
}
