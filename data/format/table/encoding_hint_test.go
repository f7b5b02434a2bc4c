package table_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

func encoded(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestTheHintNamesTheEncodingFirst: of a text that is not UTF-8 the likeliest
// encoding stands first, with the line of the first byte that is wrong.
func TestTheHintNamesTheEncodingFirst(t *testing.T) {
	late := []byte(strings.Repeat("Ann,person\n", 20_000))
	for _, c := range []struct {
		name string
		text []byte
		want string
	}{
		{"Shift-JIS", encoded(t, japanese.ShiftJIS, "氏名,生年月日\n山田太郎,平成27年6月3日\n鈴木ソ表,昭和60年\n"), `a.csv:1: byte 0x8e is not UTF-8 (it could be shift_jis (it reads "氏名")`},
		{"Shift-JIS with many kana", encoded(t, japanese.ShiftJIS, "氏名,備考\n"+strings.Repeat("山田太郎,これはテストです\n", 50)), `a.csv:1: byte 0x8e is not UTF-8 (it could be shift_jis (it reads "氏名")`},
		{"Big5", encoded(t, traditionalchinese.Big5, "姓名,日期\n李明,2015年9月\n王小明,民國104年\n"), `a.csv:1: byte 0xa9 is not UTF-8 (it could be big5 (it reads "姓名")`},
		{"GBK", encoded(t, simplifiedchinese.GBK, "姓名,日期\n李明,2015年9月\n"), `a.csv:1: byte 0xd0 is not UTF-8 (it could be gb18030 (it reads "姓名")`},
		{"Latin-1", encoded(t, charmap.Windows1252, "name,type\nMüller,person\nRené,person\n"), `a.csv:2: byte 0xfc is not UTF-8 (it could be windows-1252 (it reads "Müller")`},
		{"Cyrillic", encoded(t, charmap.Windows1251, "Имя,Дата\nИван,2015\n"), `a.csv:1: byte 0xc8 is not UTF-8 (it could be windows-1251 (it reads "Имя")`},
		{"late in the file", append(late, encoded(t, charmap.Windows1252, "Müller,person\n")...), `a.csv:20001: byte 0xfc is not UTF-8 (it could be windows-1252 (it reads "Müller")`},
		{"among UTF-8", append(encoded(t, charmap.Windows1252, "name,type\nAnn,person\nMüller,person\n"), "Größe,person\n北京市,place\n"...), `a.csv:3: byte 0xfc is not UTF-8 (it could be windows-1252 (it reads "Müller")`},
		{"UTF-32", encoded(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "name,type\nAnn,person\n"), "a.csv: this is UTF-32"},
		{"UTF-32 without a mark", encoded(t, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "name,type\nAnn,person\n"), "a.csv: this is UTF-32"},
		{"ISO-2022-JP", encoded(t, japanese.ISO2022JP, "氏名,備考\n山田,x\n"), "a.csv: this is ISO-2022-JP (say --encoding iso-2022-jp"},
	} {
		_, _, err := read(t, []format.Input{format.Bytes("a.csv", c.text)}, format.Options{})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	text := encoded(t, japanese.ISO2022JP, "氏名,備考\n山田,x\n")
	if rows := cells(t, "a.csv", text, format.Options{Encoding: "iso-2022-jp"}); rows[0][0] != "氏名" {
		t.Errorf("%q", rows)
	}
}

// TestJSONOfUTF16IsRead with and without a mark, in both orders.
func TestJSONOfUTF16IsRead(t *testing.T) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
			text := encoded(t, unicode.UTF16(order, mark), `[{"name": "Ann Müller", "type": "person"}, {"name": "李明", "type": "person"}]`)
			if got := table.JSONRecords().Detect("file", text); got != format.Maybe {
				t.Errorf("detected %d", got)
			}
			ds, report, err := read(t, []format.Input{format.Bytes("file", text)}, format.Options{})
			if err != nil || len(ds.Entities) != 2 || ds.Entities[1].Name != "李明" && ds.Entities[0].Name != "李明" || report.Count(data.Warning) > 0 {
				t.Errorf("%v: %+v", err, ds)
			}
		}
	}
}

// TestATableWithoutANameIsToldByItsHeader, though its rows are of several widths.
func TestATableWithoutANameIsToldByItsHeader(t *testing.T) {
	text := "name ;type;birth date;country\nAda Mora ;person;03/04/2015;FR\n\nCy;person;;\nToo;person;2015-06-01;DE;extra1;extra2\nshort\n"
	if got := table.CSV().Detect("standard input", []byte(text)); got != format.Maybe {
		t.Errorf("detected %d", got)
	}
	if got := table.CSV().Detect("standard input", []byte("Just a name, and\nsome words of a letter.\nIt ends, as letters do, here.\n")); got != format.No {
		t.Errorf("a letter is %d", got)
	}
}
