package data

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"
)

// hostile is input made to hurt, and what Read must say to it.
var hostile = []struct {
	name string
	file string
	data func() string
	want string // in the first error; "" where the input may be fine
}{
	{"alias bomb", "a.yaml", aliasBomb, "more than 400000 values in one file, aliases counted each time"},
	{"alias holding itself", "a.yaml", constant("entities: &a [*a]\n"), "holds itself"},
	{"merge bomb", "a.yaml", mergeBomb, "more than 400000 values"},
	{"deep flow lists", "a.yaml", repeat("[", 100_000), "exceeded max depth of 64"},
	{"deep flow maps", "a.yaml", repeat("{a: ", 100_000), "exceeded max depth of 64"},
	{"deep block lists", "a.yaml", repeat("- ", 100_000), "exceeded max depth of 64"},
	{"deep block maps", "a.yaml", deepBlock, "exceeded max depth of 64"},
	{"deep flow behind a date", "a.yaml", func() string { return "date: " + strings.Repeat("[", 100_000) }, "entities"},
	{"deep JSON lists", "a.json", repeat("[", 100_000), "nested deeper than 64"},
	{"deep JSON maps", "a.json", repeat(`{"a":`, 100_000), "nested deeper than 64"},
	{"label of 2 MB in YAML", "a.yaml", func() string { return "entities: [{id: a, kind: law, name: " + strings.Repeat("x", 2<<20) + "}]" }, "the line has 2097"},
	{"label of 2 MB on many lines", "a.yaml", func() string {
		return "entities: [{id: a, kind: law, name: " + strings.Repeat(strings.Repeat("x", 100)+"\n  ", 20_000) + "}]"
	}, "the limit is 65536"},
	{"label of 2 MB in JSON", "a.json", func() string {
		return `{"entities":[{"id":"a","kind":"law","name":"` + strings.Repeat("x", 2<<20) + `"}]}`
	}, "the limit is 65536"},
	{"label of 2 MB in CSV", "entities.csv", func() string { return "id,kind,name\na,law," + strings.Repeat("x", 2<<20) + "\n" }, "a row of more than 1048576 bytes"},
	{"NUL in YAML", "a.yaml", constant("dataset:\n  title: a\x00b\n"), "a NUL byte"},
	{"NUL escaped in YAML", "a.yaml", constant("dataset:\n  title: \"a\\0b\"\n"), "control character U+0000"},
	{"NUL escaped in JSON", "a.json", constant(`{"dataset":{"title":"a\u0000b"}}`), "control character U+0000"},
	{"escape sequence of a terminal", "a.yaml", constant("dataset:\n  title: \"a\\e[2Jb\"\n"), "control character U+001B"},
	{"invalid UTF-8 in YAML", "a.yaml", constant("dataset:\n  title: a\xffb\n"), "byte 0xff is not UTF-8"},
	{"invalid UTF-8 in JSON", "a.json", constant("{\"dataset\":{\"title\":\"a\xc3\x28\"}}"), "byte 0xc3 is not UTF-8"},
	{"half a surrogate pair", "a.json", constant(`{"dataset":{"title":"\ud800"}}`), "half of a surrogate pair"},
	{"duplicate keys in YAML", "a.yaml", constant("dataset: {title: a, title: b}\n"), `key "title" stands twice`},
	{"duplicate keys in JSON", "a.json", constant(`{"dataset":{"title":"a","title":"b"}}`), `key "title" stands twice`},
	{"YAML beyond its limit", "a.yaml", repeat("# nothing at all\n", 1_000_000), "the limit for its format is"},
	{"JSON beyond its limit", "a.json", repeat("                \n", 4_000_000), "the limit for its format is"},
	{"40 MB of line ends before an error", "a.json", func() string { return strings.Repeat("\n", 40<<20) + "[x" }, "not a value"},
	{"10 MB on one line of YAML", "a.yaml", repeat("x", 10<<20), "the limit for its format is"},
	{"7 MB on one line of YAML", "a.yaml", repeat("x", 7<<20), "the limit is 1048576"},
	{"10 MB on one line of JSON", "a.json", func() string { return `{"entities":[` + strings.Repeat(`{"id":"a","x":[1,2]},`, 500_000) + `{}]}` }, "unknown key"},
	{"10 MB of unknown keys", "a.json", func() string { return `{"entities":[` + strings.Repeat(`{"id":"a","x":1},`, 240_000) + `{}]}` }, "unknown key"},
	{"10 MB in one text of JSON", "a.json", func() string { return `{"dataset":{"title":"` + strings.Repeat("x", 10<<20) + `"}}` }, "the limit is 65536"},
	{"10 MB in one cell", "entities.csv", func() string { return "id,kind,name\n\"" + strings.Repeat("x\n", 5<<20) }, "a row of more than 1048576 bytes"},
	{"values by the million in YAML", "a.yaml", func() string { return "entities: [" + strings.Repeat(strings.Repeat("a,", 1000)+"\n", 2000) + "]" }, "more than 400000 values"},
	{"as many values as YAML may hold", "a.yaml", func() string { return "entities: [" + strings.Repeat(strings.Repeat("a,", 1000)+"\n", 390) + "]" }, "expected a map"},
	{"values by the million in JSON", "a.json", func() string { return "{\"entities\":[" + strings.Repeat("1,", 5_000_000) + "1]}" }, "expected a map"},
	{"values by the million in one record", "a.json", func() string { return "{\"entities\":[[" + strings.Repeat("1,", 5_000_000) + "1]]}" }, "more than 100000 values in one record"},
	{"empty lists by the million", "a.yaml", func() string { return "entities: [" + strings.Repeat(strings.Repeat("[],", 1000)+"\n", 2000) + "]" }, "more than 400000 values"},
	{"dashes by the million", "a.yaml", func() string { return "entities:\n" + strings.Repeat("-\n", 2_000_000) }, "more than 400000 values"},
	{"dates by the ten thousand on a line", "a.yaml", func() string { return "entities: [" + strings.Repeat("{date: [..]},", 70_000) + "]" }, "no id"},
	{"a million dangling ends", "relations.csv", func() string { return "from,predicate,to\n" + strings.Repeat("aaaa,attended,bbbb\n", 100_000) }, "is said twice"},
	{"unlike dangling ends", "relations.csv", danglingEnds, "unknown entity"},
	{"wide ranges of paragraphs", "a.yaml", wideRanges, ""},
	{"stages by the ten thousand", "a.yaml", manyStages, "20000 stages, the limit is 100"},
	{"ids that are all nearly others", "a.yaml", nearMisses, "unknown entity"},
	{"a long circle", "relations.csv", longCircle, "unknown entity"},
	{"a long note on a wide header", "a.csv", func() string { return strings.Repeat("a.b.c.", 10_000) + "," + strings.Repeat("x,", 100_000) + "\n1\n" }, "header: "},
	{"an unknown key of 1 MB", "a.yaml", func() string { return strings.Repeat("k", 1<<19) + ": 1\n" }, "unknown key"},
	{"UTF-16", "a.yaml", constant("\xff\xfed\x00a\x00"), "UTF-16"},
	{"NaN in JSON", "a.json", constant(`{"entities":[NaN]}`), `not a value: "NaN"`},
}

func constant(s string) func() string { return func() string { return s } }

func repeat(s string, n int) func() string { return func() string { return strings.Repeat(s, n) } }

// lines joins n lines, each made of its number, below a head.
func lines(head string, n int, line func(i int) string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range n {
		b.WriteString(line(i) + "\n")
	}
	return b.String()
}

func aliasBomb() string {
	return lines("a0: &a0 [x, x, x, x, x, x, x, x, x]\n", 11, func(i int) string {
		return fmt.Sprintf("a%d: &a%d [%s]", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), ", "))
	})
}

func mergeBomb() string {
	return lines("a0: &a0 {k: x}\n", 24, func(i int) string { return fmt.Sprintf("a%d: &a%d\n  <<: [*a%d, *a%d]", i+1, i+1, i, i) })
}

func deepBlock() string {
	return lines("", 3000, func(i int) string { return strings.Repeat(" ", i) + "a:" })
}

func danglingEnds() string {
	return lines("from,predicate,to\n", 50_000, func(i int) string { return fmt.Sprintf("someone-%d,attendd,somewhere-%d", i, i) })
}

func wideRanges() string {
	return lines("sources: [{id: s, title: S, paragraphs: 100000}]\nentities:\n", 20_000, func(i int) string {
		return fmt.Sprintf("  - {id: e-%d, kind: law, name: N %d, evidence: s#1-100000}", i, i)
	})
}

// manyStages are half of one name and half of as many, and relations to them.
func manyStages() string {
	stages := lines("entities:\n  - id: a\n    kind: law\n    name: A\n    stages:\n", 20_000, func(i int) string {
		return fmt.Sprintf("      - {stage: %s, date: %d}", [...]string{"passed", fmt.Sprintf("s%d, label: L", i)}[i%2], 1000+i%1000)
	})
	return stages + lines("relations:\n", 10_000, func(i int) string { return fmt.Sprintf("  - {from: a, predicate: uses, to: a/s%d, date: 0900}", 2*i+1) })
}

func nearMisses() string {
	entities := lines("entities:\n", 10_000, func(i int) string {
		return fmt.Sprintf("  - {id: %s%d, kind: law, name: A}", strings.Repeat("ab", 20), i)
	})
	return entities + lines("relations:\n", 10_000, func(i int) string {
		return fmt.Sprintf("  - {from: %s%d, predicate: amends, to: %s%d}", strings.Repeat("ba", 20), i, strings.Repeat("aa", 20), i)
	})
}

func longCircle() string {
	return lines("from,predicate,to\n", 100_000, func(i int) string { return fmt.Sprintf("a%d,part_of,a%d", i, (i+1)%100_000) })
}

const hostileEnv = "REDTHREAD_HOSTILE"

// TestHostileInputIsBounded reads each input in a process of its own: an
// answer within two seconds and 256 MB, never a panic.
func TestHostileInputIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a process for each input")
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			cmd := exec.Command(os.Args[0], "-test.run=^TestHostileChild$", "-test.v")
			cmd.Env = append(os.Environ(), hostileEnv+"="+h.name)
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, clip(string(out)))
			}
			if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok && runtime.GOOS == "linux" {
				if usage.Maxrss > 256<<10 {
					t.Errorf("took %d MB", usage.Maxrss>>10)
				}
				t.Logf("%d MB, %s", usage.Maxrss>>10, cmd.ProcessState.UserTime())
			}
			if took := cmd.ProcessState.UserTime(); took > 2*time.Second { // not the wall's clock: other processes run too
				t.Errorf("took %s", took)
			}
		})
	}
}

// TestHostileChild reads the input that the environment names.
func TestHostileChild(t *testing.T) {
	name := os.Getenv(hostileEnv)
	if name == "" {
		t.Skip("run by TestHostileInputIsBounded")
	}
	for _, h := range hostile {
		if h.name == name {
			readHostile(t, h.file, h.data(), h.want)
		}
	}
}

func readHostile(t *testing.T, file, data, want string) {
	fsys := fstest.MapFS{file: {Data: []byte(data)}}
	_, problems := Read(fsys)
	err := problems.Err()
	if want == "" && err == nil {
		return
	}
	if err == nil {
		t.Fatalf("no error; want %q", want)
	}
	if first, _, _ := strings.Cut(err.Error(), "\n"); !strings.Contains(first, want) {
		t.Errorf("said %q, want %q", clip(first), want)
	}
	if len(err.Error()) > 2<<20 {
		t.Errorf("an error of %d bytes", len(err.Error()))
	}
}
