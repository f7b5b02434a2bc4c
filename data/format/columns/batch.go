package columns

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// batchSize is how many records are checked at once: a check costs the same for
// one and for some hundred.
const batchSize = 256

// batch holds records back until they are checked.
type batch[R any] struct {
	sound func([]R) bool
	list  []waiting[R]
}

// waiting is a record that is not checked yet.
type waiting[R any] struct {
	cells []data.Cell
	at    format.Place
	keep  func(R, []data.Attribute)
}

func (b *batch[R]) add(o *Own, cells []data.Cell, at format.Place, keep func(R, []data.Attribute)) {
	if b.list = append(b.list, waiting[R]{cells, at, keep}); len(b.list) >= batchSize {
		b.flush(o)
	}
}

// flush hands on the records. Where one of them is not sound, each is looked at
// alone.
func (b *batch[R]) flush(o *Own) {
	if records, rests, ok := b.all(); ok && b.sound(records) {
		for i, w := range b.list {
			w.keep(records[i], attributesOf(rests[i]))
		}
	} else {
		for _, w := range b.list {
			record, refused, rest := fit(w.cells, func(r R) bool { return b.sound([]R{r}) })
			o.refuse(refused, w.at)
			w.keep(record, attributesOf(append(refused, rest...)))
		}
	}
	b.list = b.list[:0]
}

// all are the records of the batch; false where a cell does not decode.
func (b *batch[R]) all() (records []R, rests [][]data.Cell, ok bool) {
	for _, w := range b.list {
		record, rest, err := data.FromCells[R](w.cells)
		if err != nil {
			return nil, nil, false
		}
		records, rests = append(records, record), append(rests, rest)
	}
	return records, rests, true
}

// refuse reports values that the model does not take.
func (o *Own) refuse(cells []data.Cell, at format.Place) {
	for _, c := range cells {
		at.Field, at.Value = c.Key, c.Text
		o.to.Say(data.Warning, at, "a value does not fit its key: kept as an attribute", "")
	}
}

func attributesOf(cells []data.Cell) []data.Attribute {
	var list []data.Attribute
	for _, c := range cells {
		list = append(list, data.Attribute{Key: c.Key, Value: c.Text})
	}
	return list
}

// Flush hands on the records that were held back; after the last one.
func (o *Own) Flush() {
	o.entities.flush(o)
	o.relations.flush(o)
}
