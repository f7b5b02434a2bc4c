package xlsx

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func written(t rapid.TB, ds *data.Dataset) ([]byte, []format.Count) {
	t.Helper()
	return formattest.Written(t, Format(), ds)
}

func TestAWorkbookReadsBackToTheSameDataset(t *testing.T) {
	formattest.RoundTrip(t, Format(), func(ds *data.Dataset) *data.Dataset {
		inOrder(ds.Entities, func(e *data.Entity) []data.Attribute { return e.Attributes })
		inOrder(ds.Relations, func(r *data.Relation) []data.Attribute { return r.Attributes })
		return ds
	})
}

// inOrder puts attributes that have columns in the order of those, which is that
// in which the records first have them.
func inOrder[R any](list []R, attributes func(*R) []data.Attribute) {
	first := map[string]int{}
	for i := range list {
		var columns []string
		for _, c := range data.Cells(list[i]) {
			if key, ok := strings.CutPrefix(c.Key, "attributes."); ok {
				columns = append(columns, key)
			}
		}
		for _, key := range columns {
			if _, seen := first[key]; !seen {
				first[key] = len(first)
			}
		}
		if len(columns) > 0 {
			slices.SortStableFunc(attributes(&list[i]), func(a, b data.Attribute) int { return cmp.Compare(first[a.Key], first[b.Key]) })
		}
	}
}

func TestTheOrderOfAttributesThatColumnsCannotSayIsCounted(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for _, keys := range [][]string{{"z", "a"}, {"a", "z"}, {"b", "z"}} {
		e := data.Entity{ID: data.EntityID("e-" + keys[0]), Kind: "person", Name: "x"}
		for _, k := range keys {
			e.Attributes = append(e.Attributes, data.Attribute{Key: k, Value: "v"})
		}
		ds.Entities = append(ds.Entities, e)
	}
	text, lost := written(t, ds)
	back, _ := formattest.Back(t, Format(), text)
	if got := back.Entities[len(back.Entities)-1].Attributes[0].Key; got != "z" || !strings.Contains(fmt.Sprint(lost), "order of attributes") {
		t.Errorf("%s first, lost %v", got, lost)
	}
}

func TestTheBundledDatasetComesBackFromAWorkbook(t *testing.T) {
	if report := formattest.RoundTripBundled(t, Format(), nil); len(report.Issues) > 0 {
		t.Errorf("said %v", report.Issues)
	}
}

// dangerous are texts that spreadsheet programs run, or make something else of.
var dangerous = []string{"=1+1", "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "007", "1e3", "3-4", "TRUE", "#REF!", "a\nb", " spaced ", "a_x000D_b", "_x005F_", "<&>\"'", "😀", "吴", "\ufffd", "{\"a\":1}"}

func TestValuesAreTextsThatNoProgramRuns(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Sources: []data.Source{{ID: "s", Title: "S"}}}
	for i, text := range dangerous {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID("e-" + string(rune('a'+i))), Kind: "person", Name: "x", Attributes: []data.Attribute{{Key: "k", Value: text}}, Evidence: []data.Evidence{{Source: "s"}}})
	}
	content, _ := written(t, ds)
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("entities")
	if err != nil {
		t.Fatal(err)
	}
	column := slices.Index(rows[0], "attributes.k")
	for i, text := range dangerous {
		cell := columnName(column) + strconv.Itoa(i+2)
		formula, _ := f.GetCellFormula("entities", cell)
		sort, _ := f.GetCellType("entities", cell)
		if rows[i+1][column] != text || formula != "" || sort != excelize.CellTypeInlineString && sort != excelize.CellTypeSharedString {
			t.Errorf("%q: %q, formula %q, type %d", text, rows[i+1][column], formula, sort)
		}
	}
}

func TestATextLongerThanACellIsCountedAsLost(t *testing.T) {
	ds := formattest.Bundled(t)
	ds.About = strings.Repeat("吴", 40_000)
	_, lost := written(t, ds)
	if len(lost) != 1 || lost[0].N != 1 || !strings.Contains(lost[0].From, "32,767") {
		t.Error(lost)
	}
}

func TestLibreOfficeOpensTheWorkbook(t *testing.T) {
	soffice := formattest.Peer(t, "soffice")
	ds := formattest.Bundled(t)
	content, _ := written(t, ds)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "book.xlsx"), content, 0o644); err != nil {
		t.Fatal(err)
	}
	// 44,34,76: commas, quotes, UTF-8; -1: every sheet into a file of its own
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", dir, filepath.Join(dir, "book.xlsx"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		text, err := os.ReadFile(filepath.Join(dir, "book-"+sheet+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want, _ := f.GetRows(sheet)
		compareRows(t, sheet, got, want)
	}
}

// compareRows compares cell by cell; blank cells at the end of a row may be left out.
func compareRows(t *testing.T, sheet string, got, want [][]string) {
	t.Helper()
	if len(got) != len(want) || len(want) < 2 {
		t.Errorf("%s: %d rows, want %d", sheet, len(got), len(want))
		return
	}
	for i := range want {
		for len(want[i]) < len(got[i]) {
			want[i] = append(want[i], "")
		}
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("%s, row %d:\n%q\n%q", sheet, i+1, got[i], want[i])
			return
		}
	}
}
