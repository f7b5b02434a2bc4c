package formattest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
)

// Hostile is a file that a reader refuses.
type Hostile struct {
	Name, Text string
	Limits     format.Limits // the zero value: those of the program
	Want       string        // in the error
}

// Refuses holds a reader to an error with its place for each of the files, all
// of which are called name.
func Refuses(t *testing.T, f format.Format, name string, list []Hostile) {
	t.Helper()
	for _, h := range list {
		t.Run(h.Name, func(t *testing.T) {
			err := f.Read([]format.Input{format.Bytes(name, []byte(h.Text))}, format.NewBuilder(format.Options{Limits: h.Limits}))
			switch {
			case err == nil:
				t.Errorf("%.80s... is read", h.Text)
			case !strings.Contains(err.Error(), h.Want):
				t.Errorf("%v, want %s", err, h.Want)
			}
		})
	}
}

// Many joins n texts made of a pattern and their number.
func Many(n int, pattern string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, pattern, i)
	}
	return b.String()
}

// HostileXML are files, called a.<root>, that every reader of XML with a root
// element refuses.
func HostileXML(root string) []Hostile {
	place := "a." + root + ":1: "
	return []Hostile{
		{"a bomb of entities", `<!DOCTYPE ` + root + ` [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><` + root + `/>`, format.Limits{}, place + "a document type that declares"},
		{"an external entity", "<!DOCTYPE " + root + " [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>\n<" + root + ">&a;</" + root + ">", format.Limits{}, place + "a document type"},
		{"another format", "<html/>", format.Limits{}, place + "the root element is <html>, not <" + root + ">"},
		{"an archive", "PK\x03\x04", format.Limits{}, "not XML"},
		{"another notation", "graph [ node [ id 1 ] ]", format.Limits{}, "not XML"},
		{"a million attributes of a tag", "<" + root + " " + Many(1_000_000, "a%d='' ") + "/>", format.Limits{}, "more than 8388608 bytes"},
		{"a file beyond the limit", "<" + root + "/>", format.Limits{Bytes: 3}, "bytes, the limit is 3"},
	}
}
