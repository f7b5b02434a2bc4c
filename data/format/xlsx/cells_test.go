package xlsx

import (
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
)

func sameGrid(t *testing.T, got, want string) {
	t.Helper()
	if want = strings.TrimSpace(want); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCellsAreReadByTheirNumberFormat(t *testing.T) {
	b := book{sheets: []handSheet{{name: "s", xml: `<dimension ref="A1:XFD1048576"/><sheetData>
		<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
		<row r="2"><c r="A2" t="inlineStr"><is><t>date</t></is></c><c r="B2" s="1"><v>42158</v></c></row>
		<row r="3"><c r="A3" t="inlineStr"><is><t>date and time</t></is></c><c r="B3" s="2"><v>42158.75</v></c></row>
		<row r="4"><c r="A4" t="inlineStr"><is><t>month</t></is></c><c r="B4" s="3"><v>42156</v></c></row>
		<row r="5"><c r="A5" t="inlineStr"><is><t>month on a day</t></is></c><c r="B5" s="3"><v>42158</v></c></row>
		<row r="6"><c r="A6" t="inlineStr"><is><t>percent</t></is></c><c r="B6" s="4"><v>4.2000000000000003E-2</v></c></row>
		<row r="7"><c r="A7" t="inlineStr"><is><t>time</t></is></c><c r="B7" s="5"><v>0.75</v></c></row>
		<row r="8"><c r="A8" t="inlineStr"><is><t>hours</t></is></c><c r="B8" s="6"><v>1.5</v></c></row>
		<row r="9"><c r="A9" t="inlineStr"><is><t>year</t></is></c><c r="B9" s="7"><v>42005</v></c></row>
		<row r="10"><c r="A10" t="inlineStr"><is><t>days in quotes</t></is></c><c r="B10" s="8"><v>42158</v></c></row>
		<row r="11"><c r="A11" t="inlineStr"><is><t>leap day that never was</t></is></c><c r="B11" s="1"><v>60</v></c></row>
		<row r="12"><c r="A12" t="inlineStr"><is><t>number</t></is></c><c r="B12"><v>12345678901234567890</v></c></row>
		<row r="13"><c r="A13" t="inlineStr"><is><t>yes</t></is></c><c r="B13" t="b"><v>1</v></c></row>
		<row r="14"><c r="A14" t="inlineStr"><is><t>error</t></is></c><c r="B14" t="e"><v>#REF!</v></c></row>
		<row r="15"><c r="A15" t="inlineStr"><is><t>formula</t></is></c><c r="B15"><f>A1&amp;"x"</f><v>7</v></c></row>
		<row r="16"><c r="A16" t="inlineStr"><is><t>formula without a value</t></is></c><c r="B16"><f>SUM(1,2)</f></c></row>
		<row r="17"><c r="A17" t="inlineStr"><is><t>formula of a text</t></is></c><c r="B17" t="str"><f>"a"</f><v>a &lt; b</v></c></row>
		<row r="18"><c r="A18" t="inlineStr"><is><t>ISO</t></is></c><c r="B18" t="d"><v>2015-06-03T00:00:00Z</v></c></row>
		<row r="19"><c r="A19" t="inlineStr"><is><t>text like a number</t></is></c><c r="B19" t="s"><v>2</v></c></row>
		<row r="20"><c r="A20" t="inlineStr"><is><t>escapes</t></is></c><c r="B20" t="inlineStr"><is><t>a_x000D_b _x005F_x000D_ _xyz</t></is></c></row>
		<row r="21"><c r="A21" t="inlineStr"><is><t>no such text</t></is></c><c r="B21" t="s"><v>9</v></c></row>
		<row r="22"><c r="A22" t="inlineStr"><is><t>formula of openpyxl</t></is></c><c r="B22"><f>A1*2</f><v></v></c></row>
		<row r="23"><c r="A23" t="inlineStr"><is><t>formula of the empty text</t></is></c><c r="B23" t="str"><f>""</f><v></v></c></row>
	</sheetData>`}}, strings: `<si><t>what</t></si><si><r><rPr><b/></rPr><t>val</t></r><r><t>ue</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si><si><t>007</t></si>`}
	sameGrid(t, grid(t, only(t, b, format.Options{})), `
what|value
2: date|2015-06-03<2015-06-03>
3: date and time|2015-06-03T18:00<2015-06-03>
4: month|2015-06<2015-06>
5: month on a day|2015-06-03<2015-06-03>
6: percent|0.042
7: time|18:00
8: hours|36:00
9: year|2015<2015>
10: days in quotes|42158
11: leap day that never was|60!day 60 of a spreadsheet, 29 February 1900, never was
12: number|12345678901234567890
13: yes|true
14: error|!an error stands in place of a value: #REF!
15: formula|7
16: formula without a value|!a formula without a value (open and save the workbook in a spreadsheet program)
17: formula of a text|a < b
18: ISO|2015-06-03<2015-06-03>
19: text like a number|007
20: escapes|a`+"\r"+`b _x000D_ _xyz
21: no such text|!a text that the workbook does not hold
22: formula of openpyxl|!a formula without a value (open and save the workbook in a spreadsheet program)
23: formula of the empty text|`)
}

func TestDaysAreCountedFrom1904WhereTheWorkbookSaysSo(t *testing.T) {
	b := book{from1904: true, sheets: []handSheet{{name: "s", xml: `<sheetData><row><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>date</t></is></c></row>
		<row><c t="inlineStr"><is><t>a</t></is></c><c s="1"><v>40696</v></c></row><row><c t="inlineStr"><is><t>b</t></is></c><c s="1"><v>0</v></c></row></sheetData>`}}}
	sameGrid(t, grid(t, only(t, b, format.Options{})), "name|date\n2: a|2015-06-03<2015-06-03>\n3: b|1904-01-01<1904-01-01>")
}

// TestPlainNumbersOfA1904Workbook: a number below a header of dates is counted as
// the workbook counts, whatever its number format.
func TestPlainNumbersOfA1904Workbook(t *testing.T) {
	sheet := `<sheetData><row><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>date</t></is></c></row>
		<row><c t="inlineStr"><is><t>a</t></is></c><c><v>42158</v></c></row><row><c t="inlineStr"><is><t>b</t></is></c><c s="8"><v>42158</v></c></row><row><c t="inlineStr"><is><t>c</t></is></c><c s="1"><v>42158</v></c></row></sheetData>`
	for from1904, want := range map[bool]string{true: "2019-06-04", false: "2015-06-03"} {
		b := book{from1904: from1904, sheets: []handSheet{{name: "s", xml: sheet}}}
		to := format.NewBuilder(format.Options{})
		if err := Read([]format.Input{b.input()}, to); err != nil {
			t.Fatal(err)
		}
		ds, _ := to.Finish()
		for _, e := range ds.Entities {
			if e.Date.String() != want {
				t.Errorf("1904 %t: %s is %s, want %s", from1904, e.Name, e.Date, want)
			}
		}
	}
}

// TestADayStaysOnItsDay: what shows no time of day is not rounded up to the next
// midnight; sums that miss midnight by the noise of numbers are.
func TestADayStaysOnItsDay(t *testing.T) {
	w := &workbook{formats: []numberFormat{days, moments}}
	for _, c := range []struct {
		value string
		style int
		want  string
	}{
		{"42158.9999999", 0, "2015-06-03"}, {"42158.9999999", 1, "2015-06-04"}, {"42158.99999999999", 0, "2015-06-04"},
		{"42158.99", 0, "2015-06-03"}, {"42158", 0, "2015-06-03"}, {"42158.000001", 0, "2015-06-03"},
	} {
		if got := w.number(rawCell{value: c.value, style: c.style}).Date.String(); got != c.want {
			t.Errorf("%s in format %d is %s, want %s", c.value, c.style, got, c.want)
		}
	}
}

func TestDaysBeforeMarch1900AreThoseOfTheProgram(t *testing.T) {
	days := `<sheetData><row><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>date</t></is></c></row>
		<row><c t="inlineStr"><is><t>a</t></is></c><c s="1"><v>16</v></c></row><row><c t="inlineStr"><is><t>b</t></is></c><c s="1"><v>-18107</v></c></row><row><c t="inlineStr"><is><t>c</t></is></c><c s="1"><v>61</v></c></row></sheetData>`
	b := oneSheet(days)
	sameGrid(t, grid(t, only(t, b, format.Options{})), "name|date\n2: a|1900-01-16<1900-01-16>\n3: b|-18107!a number that no spreadsheet shows as a date\n4: c|1900-03-01<1900-03-01>")
	b.parts = map[string]string{"docProps/app.xml": "<Properties><Application>LibreOffice/7.4</Application></Properties>"}
	sameGrid(t, grid(t, only(t, b, format.Options{})), "name|date\n2: a|1900-01-15<1900-01-15>\n3: b|1850-06-03<1850-06-03>\n4: c|1900-03-01<1900-03-01>")
}

func TestNumberFormatsThatMakeDates(t *testing.T) {
	for code, want := range map[string]numberFormat{
		"General": plain, "0.00": plain, "0.00E+00": plain, "#,##0": plain, "@": plain, `0 "days"`: plain, `"y"0`: plain, "[Red]0": plain, `\d0`: plain, "": plain, `_(* #,##0_)`: plain,
		"yyyy-mm-dd": days, "d/m/yy": days, "dd.mm.yyyy;@": days, "[$-409]mmmm d, yyyy;@": days, `yyyy"年"m"月"d"日"`: days, "m/d/yy h:mm": moments, "[$-F800]dddd, mmmm dd, yyyy": days, "d-mmm": days,
		"mmm-yy": months, "mmmm yyyy": months, `yyyy"年"m"月"`: months, "yyyy": years, "hh:mm": clock, "h:mm AM/PM": clock, "h:mm:ss.000": clock, "[h]:mm": duration, "[mm]:ss": duration, "mm:ss.0": clock, "yyyy-mm-dd hh:mm:ss": moments, "[Blue]yyyy": years,
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
}

func TestMergedCellsGiveTheirValueToEach(t *testing.T) {
	b := book{sheets: []handSheet{{name: "s", xml: texts("Persons of the case||", "name|role|from|to", "Ada|judge|2015|2016", "|witness|2017|", "Bob|clerk|2018|2019") +
		`<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="C4:D4"/></mergeCells>`}}}
	sameGrid(t, grid(t, only(t, b, format.Options{})), `
name|role|from|to
3: Ada|judge|2015|2016
4: Ada|witness|2017|2017
5: Bob|clerk|2018|2019`)
}

func TestAHeaderOfTwoRowsNamesColumnsByBoth(t *testing.T) {
	lines := []string{"People", "Name|Born||Role", "|Date|Place|", "Ada|1970|Rome|judge", "Bo|1971|Oslo|clerk"}
	merges := `<mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="B2:C2"/><mergeCell ref="A2:A3"/><mergeCell ref="D2:D3"/></mergeCells>`
	sameGrid(t, grid(t, only(t, oneSheet(texts(lines...)+merges), format.Options{})), "Name|Born Date|Born Place|Role\n4: Ada|1970|Rome|judge\n5: Bo|1971|Oslo|clerk")
	lines = []string{"Name|Born||Role", "Ada|1970|Rome|judge", "Bo|1971|Oslo|clerk"}
	merges = `<mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells>`
	sameGrid(t, grid(t, only(t, oneSheet(texts(lines...)+merges), format.Options{})), "Name|Born|Born (2)|Role\n2: Ada|1970|Rome|judge\n3: Bo|1971|Oslo|clerk")
}

func TestHiddenRowsAndColumnsAreLeftOut(t *testing.T) {
	b := book{sheets: []handSheet{{name: "s", xml: `<cols><col min="2" max="2" width="9" hidden="1"/></cols>` +
		strings.Replace(texts("name|secret|date", "Ada|x|2015", "Bob|y|2016", "Eve|z|2017"), `<row r="3">`, `<row r="3" hidden="1">`, 1)}}}
	sameGrid(t, grid(t, only(t, b, format.Options{})), "name|date\n2: Ada|2015\n4: Eve|2017")
}

func TestBlankRowsAndColumnsAndTitlesAreNoRecords(t *testing.T) {
	b := book{sheets: []handSheet{{name: "s", xml: texts("", "A list of cases", "", "|name|date|court", "|A v B|2015|Rome", "", "|C v D|2016|Oslo")}}}
	sameGrid(t, grid(t, only(t, b, format.Options{})), "column 1|name|date|court\n5: |A v B|2015|Rome\n7: |C v D|2016|Oslo")
}

func TestLinksOfCellsBecomeAColumn(t *testing.T) {
	b := book{sheets: []handSheet{{name: "s", links: []string{"https://example.org/a", "https://example.org/b", "mailto:x@example.org"}, xml: texts("List of laws", "name|date|court", "Law A|2015|x", "Law B|2016|y", "Law C|2017|z") +
		`<hyperlinks><hyperlink ref="A3" r:id="rId1"/><hyperlink ref="A5" r:id="rId2"/><hyperlink ref="A4" r:id="rId3"/></hyperlinks>`}}}
	sameGrid(t, grid(t, only(t, b, format.Options{})), `
name|date|court|link
3: Law A|2015|x|https://example.org/a
4: Law B|2016|y|
5: Law C|2017|z|https://example.org/b`)
	formula := `<c r="A2" t="str"><f>HYPERLINK("https://example.org/x?a=1&amp;b=2","Law X")</f><v>Law X</v></c>`
	sameGrid(t, grid(t, only(t, oneSheet(strings.Replace(texts("name|date", "|2015", "Law Y|2016"), `<row r="2">`, `<row r="2">`+formula, 1)), format.Options{})),
		"name|date|link\n2: Law X|2015|https://example.org/x?a=1&b=2\n3: Law Y|2016|")
	b.sheets[0].xml = texts("name|url", "Law A|https://example.org/a", "Law B|") + `<hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks>`
	sameGrid(t, grid(t, only(t, b, format.Options{})), "name|url\n2: Law A|https://example.org/a\n3: Law B|")
}

func TestSheetsAreChosenByNameOrNumber(t *testing.T) {
	b := book{sheets: []handSheet{{name: "2015", xml: texts("name|date", "a|2015")}, {name: "Notes", state: "hidden", xml: texts("name|date", "b|2016")}, {name: "Old", state: "veryHidden", xml: texts("name|date", "c|2017")}, {name: "Blank", xml: "<sheetData/>"}, {name: "x", xml: texts("name|date", "d|2018")}}}
	for _, c := range []struct {
		sheets []string
		want   string
	}{
		{nil, "2015 x"}, {[]string{"Notes"}, "Notes"}, {[]string{"2"}, "Notes"}, {[]string{"x", "2015"}, "x 2015"}, {[]string{"notes"}, "Notes"}, {[]string{"1", "2015"}, "2015"},
	} {
		list, err := Tables(b.input(), format.Options{Sheets: c.sheets})
		var got []string
		for _, tab := range list {
			got = append(got, tab.Sheet)
		}
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q %v", c.sheets, got, err)
		}
	}
	if _, err := Tables(b.input(), format.Options{Sheets: []string{"2019"}}); err == nil || !strings.Contains(err.Error(), `no sheet "2019"; its sheets are "2015", "Notes"`) {
		t.Error(err)
	}
}
