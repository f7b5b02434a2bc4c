package table_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/redthread/redthread/data/format"
)

// TestHostileFilesEndSoon: files made to be slow end in seconds, with an error
// or without.
func TestHostileFilesEndSoon(t *testing.T) {
	wide := func(n int, cell string) string { return strings.TrimSuffix(strings.Repeat(cell+",", n), ",") + "\n" }
	names := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "source %d,", i)
		}
		return b.String() + "x\n"
	}
	for _, c := range []struct{ name, file, text string }{
		{"blank lines between rows", "a.csv", "a,b\n1,2\n" + strings.Repeat("\n", 3<<20) + "3,4\n"},
		{"quotes that never close", "a.csv", "a,b\n" + strings.Repeat("\"x,y\n", 20_000)},
		{"escaped quotes for ever", "a.csv", "a,b\n\"x" + strings.Repeat("\"\"\n", 500_000)},
		{"quotes and words", "a.csv", "a,b\n" + strings.Repeat("x\"\"\",\"\"\"y\n", 20_000)},
		{"nothing but line ends", "a.csv", strings.Repeat("\n", 5<<20)},
		{"nothing but delimiters", "a.csv", strings.Repeat(",", 900_000) + "\na,b\n"},
		{"a wide table", "a.csv", names(16_000) + strings.Repeat(wide(16_000, "1"), 5)},
		{"one name in all columns", "a.csv", wide(10_000, "date") + wide(10_000, "2015")},
		{"dates of all sorts", "a.csv", "date,name\n" + strings.Repeat("12 juin 1951 or so at 5 pm in the morning,x\n", 40_000)},
		{"nested lists", "a.json", strings.Repeat("[", 100_000)},
		{"nested maps", "a.json", strings.Repeat(`{"a":`, 60) + "1" + strings.Repeat("}", 60)},
		{"keys of all sorts", "a.json", "[" + strings.TrimSuffix(func() string {
			var b strings.Builder
			for i := range 30_000 {
				fmt.Fprintf(&b, `{"k%d":1},`, i)
			}
			return b.String()
		}(), ",") + "]"},
		{"aliases of YAML", "a.yaml", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"},
		{"edges of one node", "a.csv", "from,to\n" + strings.Repeat("a,b\n", 30_000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			err := readInto([]format.Input{csvFile(c.file, c.text)}, format.NewBuilder(format.Options{}))
			if took := time.Since(start); took > 30*time.Second { // a machine under load; alone it is below a second or two
				t.Errorf("%v (%v)", took, err)
			} else {
				t.Logf("%v %.200v", took, err)
			}
		})
	}
}
