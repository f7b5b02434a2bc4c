package table_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

func readInto(files []format.Input, b *format.Builder) error { return table.Read(files, b) }

// cells are the header and rows of the only table of a file.
func cells(t failer, name string, content []byte, opt format.Options) [][]string {
	t.Helper()
	list, err := table.Open([]format.Input{format.Bytes(name, content)}, opt)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 {
		t.Fatal(len(list), "tables")
	}
	rows := [][]string{list[0].Header}
	err = list[0].Rows(func(r table.Row) bool {
		var row []string
		for _, c := range r.Cells {
			row = append(row, c.Text)
		}
		rows = append(rows, row)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// writing is a way to write the same cells.
type writing struct {
	comma, end string
	quote      bool // every cell, or those that need it
	guard      bool
	encoding   encoding.Encoding
}

func (w writing) text(rows [][]string) []byte {
	var b strings.Builder
	for _, row := range rows {
		for i, c := range row {
			if i > 0 {
				b.WriteString(w.comma)
			}
			if w.guard {
				c = data.Guard(c)
			}
			if w.quote || strings.ContainsAny(c, ",;\t|\"\n\r#") || c == "" && len(row) == 1 {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString(w.end)
	}
	text, err := w.encoding.NewEncoder().String(b.String())
	if err != nil {
		panic(err)
	}
	return []byte(text)
}

var writings = []struct {
	name     string
	encoding encoding.Encoding
	letters  string
}{
	{"", encoding.Nop, "aZ1 ,;|\t\"'\n=+-@＝é吴😀.:/#"},
	{"", unicode.UTF8BOM, "aZ1 ,;|\t\"'\n=+-@＝é吴😀.:/#"},
	{"", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "aZ1 ,;|\t\"'\n=é吴😀.:/#"},
	{"", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "aZ1 ,;|\t\"'\n=é吴😀.:/#"},
	{"gb18030", simplifiedchinese.GB18030, "aZ1 ,;|\t\"'\n=é吴方😀.:/#"},
	{"windows-1252", charmap.Windows1252, "aZ1 ,;|\t\"'\n=éßœ.:/#"},
	{"koi8-r", charmap.KOI8R, "aZ1 ,;|\t\"'\n=жЯ.:/#"},
}

// TestCellsComeThroughHoweverTheyAreWritten: quoting, delimiter, line ends and
// encoding do not change what a table says.
func TestCellsComeThroughHoweverTheyAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(writings).Draw(t, "encoding")
		w := writing{comma: rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "delimiter"), end: rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end"),
			quote: rapid.Bool().Draw(t, "quoted"), guard: true, encoding: e.encoding}
		cell := rapid.StringOfN(rapid.RuneFrom([]rune(e.letters)), 0, 8, -1).Filter(func(s string) bool {
			return s == table.Trim(s) && !strings.HasPrefix(s, "h")
		})
		width := rapid.IntRange(2, 5).Draw(t, "width")
		rows := [][]string{{}}
		for i := range width {
			rows[0] = append(rows[0], fmt.Sprintf("h%d", i))
		}
		for range rapid.IntRange(1, 6).Draw(t, "rows") {
			row := rapid.SliceOfN(cell, width, width).Draw(t, "row")
			if strings.Join(row, "") == "" {
				row[width-1] = "x"
			}
			rows = append(rows, row)
		}
		text := w.text(rows)
		got := cells(t, "t.csv", text, format.Options{Encoding: e.name})
		if diff := cmp.Diff(rows, got); diff != "" {
			t.Fatalf("%q: %s", text, diff)
		}
	})
}

func TestShapesOfTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"sep line", "sep=;\na;b,c\n1,5;2,5\n", "a|b,c / 1,5|2,5"},
		{"tab after sep", "sep=\t\na\tb\n1\t2\n", "a|b / 1|2"},
		{"decimal commas", "name;share\nA;1,5\nB;2,5\n", "name|share / A|1,5 / B|2,5"},
		{"count line", "3\nname,kind\na,b\nc,d\ne,f\n", "name|kind / a|b / c|d / e|f"},
		{"remark", "# made by hand\n# 2015, May\nname,kind,place\na,b,c\n", "name|kind|place / a|b|c"},
		{"hash names numbers", "#,name\n1,a\n2,b\n", "#|name / 1|a / 2|b"},
		{"title line", "Report 2015,,\nname,kind,date\na,b,2015\n", "name|kind|date / a|b|2015"},
		{"spaces", "\u00a0name \u200b, kind\u3000\n a ,b\u00a0\n", "name|kind / a|b"},
		{"mark within", "name,\ufeffkind\na,b\n", "name|kind / a|b"},
		{"blank rows", "name,kind\n\n,\na,b\n , \n", "name|kind / a|b"},
		{"ragged", "name,kind\na\nb,c,d,e\n", "name|kind / a| / b|c|d|e"},
		{"cells without text behind", "name,kind,,\na,b,,\n", "name|kind / a|b"},
		{"blank names", "name,kind,,\na,b,c\n", "name|kind|column 3 / a|b|c"},
		{"no header", "1,2\n2,3\n", "column 1|column 2 / 1|2 / 2|3"},
		{"repeated", "name,name,name (2)\na,b,c\n", "name|name (3)|name (2) / a|b|c"},
		{"one column", "name\na\nb\n", "name / a / b"},
		{"empty quotes", "name,kind\n\"\",\"a\"\n", "name|kind / |a"},
		{"line ends within", "name,kind\r\n\"a\r\nb\",c\r\n", "name|kind / a\nb|c"},
		{"old line ends", "name,kind\ra,b\rc,d", "name|kind / a|b / c|d"},
		{"guarded", "name,kind\n'=1+1,'-5\n'tis,''=x\n", "name|kind / =1+1|'-5 / 'tis|'=x"},
		{"numbers", "name,share\na,\"1,234.50\"\nb,1.234\n", "name|share / a|1,234.50 / b|1.234"},
		{"never closed", "name,kind\n\"a,b\nc,d\n\"e\",f\n", "name|kind / a|b / c|d / e|f"},
		{"never closed at the end", "name,kind\na,\"b\n", "name|kind / a|b"},
		{"stray", "name,kind\na \"x\" b,c\n\"d\" e,f\n", "name|kind / a \"x\" b|c / d\" e|f"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []string
			for _, r := range cells(t, "t.csv", []byte(c.text), format.Options{}) {
				rows = append(rows, strings.Join(r, "|"))
			}
			if got := strings.Join(rows, " / "); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestALineOfAnUnclosedQuoteIsNamed(t *testing.T) {
	text := "name,kind\na,b\n\"c,d\n" + strings.Repeat("e,"+strings.Repeat("f", 198)+"\n", 8000) // beyond the limit of a row
	b := format.NewBuilder(format.Options{})
	if err := readInto([]format.Input{format.Bytes("t.csv", []byte(text))}, b); err != nil {
		t.Fatal(err)
	}
	_, report := b.Finish()
	if report.Files[0].Read != 8002 {
		t.Error("rows read:", report.Files[0].Read)
	}
	i := slices.IndexFunc(report.Issues, func(i format.Issue) bool { return strings.Contains(i.What, "does not close") })
	if i < 0 || report.Issues[i].Examples[0].Line != 3 || report.Issues[i].N != 1 {
		t.Errorf("%+v", report.Issues)
	}
}

func TestFilesThatAreNotUTF8AreRefusedWithTheLikelyEncodings(t *testing.T) {
	for _, c := range []struct {
		name     string
		encoding encoding.Encoding
		text     string
		want     []string
	}{
		{"gbk", simplifiedchinese.GBK, "姓名,日期\n吴向洋,2015年\n李明,2016年\n", []string{"t.csv:1: byte 0xd0 is not UTF-8", `gb18030 (it reads "姓名")`, "--encoding"}},
		{"latin", charmap.Windows1252, "nom,ville\nRené,Orléans\nÉlodie,Besançon\n", []string{"t.csv:2: byte 0xe9", `windows-1252 (it reads "René")`, "--encoding"}},
		{"cyrillic", charmap.Windows1251, "имя,город\nИван,Москва\n", []string{`windows-1251 (it reads "имя")`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			content, err := c.encoding.NewEncoder().Bytes([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			_, err = table.Open([]format.Input{format.Bytes("t.csv", content)}, format.Options{})
			for _, want := range c.want {
				if err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("%v\nlacks %s", err, want)
				}
			}
		})
	}
}

func TestMislabelledFilesAreNamed(t *testing.T) {
	for magic, want := range map[string]string{"PK\x03\x04rest": "workbook (XLSX)", "%PDF-1.7": "PDF", "\x1f\x8b\x08": "gzip"} {
		_, err := table.Open([]format.Input{format.Bytes("t.csv", []byte(magic))}, format.Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", magic, err)
		}
	}
	_, err := table.Open([]format.Input{format.Bytes("t.csv", []byte("a,b\n"))}, format.Options{Encoding: "utf-9"})
	if err == nil || !strings.Contains(err.Error(), `unknown encoding "utf-9"`) {
		t.Error(err)
	}
}

func TestLimitsAreAsserted(t *testing.T) {
	long := "a,b\n" + strings.Repeat("1,2\n", 50)
	for _, c := range []struct {
		limits format.Limits
		text   string
		want   string
	}{
		{format.Limits{Records: 10}, long, "more than 10 rows"},
		{format.Limits{Cells: 10}, long, "10 cells"},
		{format.Limits{Columns: 1}, long, "2 columns, the limit is 1"},
		{format.Limits{Bytes: 10}, long, "the limit is 10"},
		{format.Limits{}, "a,b\n" + strings.Repeat("x", 2<<20) + "\n", "a row of more than 1 MiB"},
	} {
		err := readInto([]format.Input{format.Bytes("t.csv", []byte(c.text))}, format.NewBuilder(format.Options{Limits: c.limits}))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.want, err)
		}
	}
}

func TestDetection(t *testing.T) {
	for _, c := range []struct {
		name, text string
		csv, tsv   format.Confidence
	}{
		{"a.csv", "a,b\n1,2\n", format.Likely, format.No},
		{"a.csv", "a\tb\n1\t2\n", format.Likely, format.No},
		{"a.tsv", "a\tb\n1\t2\n", format.No, format.Likely},
		{"a.txt", "a\tb\n1\t2\n", format.No, format.Maybe},
		{"a", "a;b\n1;2\n", format.Maybe, format.No},
		{"a.txt", "Dear all,\nthis is a letter.\n", format.No, format.No},
		{"a.csv", `{"a": 1}`, format.No, format.No},
		{"a.csv", "<gexf>", format.No, format.No},
		{"a.csv", "PK\x03\x04", format.No, format.No},
		{"t.csv", "Year,Month,Day,Time,End Year,Headline,Text,Media\n2015,1,1,,,A,B,\n", format.Maybe, format.No},
		{"a.json", "[1,2]", format.No, format.No},
	} {
		if got := table.CSV().Detect(c.name, []byte(c.text)); got != c.csv {
			t.Errorf("%s %q: csv %d, want %d", c.name, c.text, got, c.csv)
		}
		if got := table.TSV().Detect(c.name, []byte(c.text)); got != c.tsv {
			t.Errorf("%s %q: tsv %d, want %d", c.name, c.text, got, c.tsv)
		}
	}
	if got := table.JSONRecords().Detect("x", []byte(" [{\"a\":1}]")); got != format.Maybe {
		t.Error(got)
	}
	if got := table.YAMLRecords().Detect("x.yml", []byte("a: 1")); got != format.Maybe {
		t.Error(got)
	}
}
