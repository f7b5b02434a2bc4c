package jsongraph

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// pair is a key and its value, in the order of the file.
type pair struct {
	key   string
	value data.Value
}

// pairs are what a record says, maps within it that only group its keys taken
// apart. What only says how a program shows it is counted, not given. They are
// put into a list that may be used again.
func (d *dialect) pairs(v data.Value, into []pair) (list []pair, idle int) {
	list = into[:0]
	for k, item := range v.Pairs() {
		g, nested := d.group(k.Text())
		switch {
		case item.Form() == data.Absent, d.silent != "" && k.Text() == d.silent:
		case nested && item.Form() == data.Map:
			for k, inner := range item.Pairs() {
				if d.idle[k.Text()] {
					idle++
				} else if inner.Form() != data.Absent {
					list = append(list, pair{g.prefix + k.Text(), inner})
				}
			}
		case d.idle[k.Text()]:
			idle++
		default:
			list = append(list, pair{k.Text(), item})
		}
	}
	return list, idle
}

// textOf is a value as one text: a scalar as written, everything else as JSON.
func textOf(v data.Value) string {
	if v.Form() == data.Scalar {
		return v.Text()
	}
	return v.JSON()
}

func place(v data.Value, at string) format.Place { return format.Place{Line: v.Line(), At: at} }
