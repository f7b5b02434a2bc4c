package xlsx

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format/dates"
	"github.com/redthread/redthread/data/format/table"
)

// cell is what a cell says: a date where its number format makes it one, else
// the raw value; never what the screen shows of it.
func (w *workbook) cell(c rawCell) table.Cell {
	switch c.sort {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(c.value))
		if err != nil || n < 0 || n >= len(w.strings) {
			return table.Cell{Note: "a text that the workbook does not hold"}
		}
		return table.Cell{Text: w.strings[n]}
	case "inlineStr", "str":
		return missing(c, table.Cell{Text: c.value})
	case "b":
		return missing(c, table.Cell{Text: strconv.FormatBool(isTrue(c.value))})
	case "e":
		return table.Cell{Note: "an error stands in place of a value: " + c.value}
	case "d":
		return isoCell(c.value)
	}
	return missing(c, w.number(c))
}

// missing speaks of a formula whose value no program has worked out.
func missing(c rawCell, cell table.Cell) table.Cell {
	if c.formula && !c.valued {
		return table.Cell{Note: "a formula without a value (open and save the workbook in a spreadsheet program)"}
	}
	return cell
}

// isoCell is a cell that holds a date as text, as strict workbooks do.
func isoCell(value string) table.Cell {
	day, at, _ := strings.Cut(value, "T")
	d, err := edtf.Parse(day)
	if err != nil {
		return table.Cell{Text: value}
	}
	if strings.Trim(at, "0:.Z") == "" {
		return table.Cell{Text: day, Date: d}
	}
	return table.Cell{Text: value, Date: d}
}

// number is a cell with a number.
func (w *workbook) number(c rawCell) table.Cell {
	text := strings.TrimSpace(c.value)
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return table.Cell{Text: c.value}
	}
	kind := plain
	if c.style >= 0 && c.style < len(w.formats) {
		kind = w.formats[c.style]
	}
	switch kind {
	case moments, days, months, years:
		return w.date(n, kind, digits(text, n))
	case clock, duration:
		return table.Cell{Text: hours(n, digits(text, n))}
	}
	return table.Cell{Text: digits(text, n)}
}

// digits is a number with the fewest digits that say it: programs write 0.042
// as 4.2000000000000003E-2. Whole numbers stay as they are.
func digits(text string, n float64) string {
	if strings.Trim(text, "-0123456789") == "" {
		return text
	}
	if a := math.Abs(n); a >= 1e21 || a != 0 && a < 1e-9 {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// date is a number that is shown as a date. A format without days shows a
// month: its first day stands for it. One without a time of day stays on its
// day, however little of it is left.
func (w *workbook) date(n float64, kind numberFormat, text string) table.Cell {
	const noise = 1e-9 // days by which sums of numbers miss midnight
	if next := math.Round(n); kind != moments && n < next-noise && next-n < 0.5/86400 {
		n = next - 1
	}
	d, at, doubt := dates.Serial(n, w.from1904)
	if early, ok := w.early(n); ok {
		d, doubt = early, nil
	}
	if doubt != nil {
		return table.Cell{Text: text, Note: doubt.What}
	}
	day := d.String()
	switch {
	case kind == years && strings.HasSuffix(day, "-01-01") && at == "":
		day = day[:4]
	case (kind == months || kind == years) && strings.HasSuffix(day, "-01") && at == "":
		day = day[:7]
	}
	if d, _ = edtf.Parse(day); at == "" {
		return table.Cell{Text: day, Date: d}
	}
	return table.Cell{Text: day + "T" + at, Date: d}
}

// early is a whole day before March 1900 as LibreOffice counts it: without the
// 29 February 1900 that Excel believes in, and on below zero, back to the first
// day of our calendar.
func (w *workbook) early(n float64) (edtf.Date, bool) {
	const calendar = -115_858 // 15 October 1582
	if !w.libre || w.from1904 || n >= 61 || n < calendar || n != math.Trunc(n) || n == 0 {
		return edtf.Date{}, false
	}
	d, err := edtf.Parse(time.Date(1899, 12, 30+int(n), 0, 0, 0, 0, time.UTC).Format("2006-01-02"))
	return d, err == nil
}

// hours is a time of day or a span of hours as hh:mm or hh:mm:ss.
func hours(n float64, text string) string {
	seconds := int64(math.Round(n * 86400))
	if n < 0 || n > 1e6 {
		return text
	}
	two := func(n int64) string {
		if n < 10 {
			return "0" + strconv.FormatInt(n, 10)
		}
		return strconv.FormatInt(n, 10)
	}
	out := two(seconds/3600) + ":" + two(seconds/60%60)
	if s := seconds % 60; s > 0 {
		out += ":" + two(s)
	}
	return out
}
