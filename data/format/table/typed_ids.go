package table

import (
	"maps"
	"slices"
	"strconv"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// idKeys are keys under which records keep their ids.
var idKeys = []string{"id", "_id", "@id", "uid"}

// typedIDs tells ids of records apart that differ by their type only: 7 and
// "7". Programs that write both mostly mean the same thing, so the texts are
// told from the numbers only where records of both have them.
type typedIDs struct {
	numbers, texts bool            // an id is a number; one is a text that could be a number
	both           map[string]bool // ids that stand as both; mostly nil
}

// look looks at the id of a record.
func (t *typedIDs) look(v data.Value) {
	for _, key := range idKeys {
		if id := v.Key(key); id.Form() == data.Scalar {
			t.numbers = t.numbers || id.Bare()
			t.texts = t.texts || inQuotes(id)
		}
	}
}

// inQuotes tells whether a value is a text that looks like a number or a word of
// JSON.
func inQuotes(v data.Value) bool {
	text := v.Text()
	if v.Bare() || text == "" {
		return false
	}
	return text[0] >= '0' && text[0] <= '9' || text[0] == '-' || text == "true" || text == "false"
}

// settle goes through the records once more where there may be such ids.
func (t *typedIDs) settle(tables []*records) error {
	if !t.numbers || !t.texts {
		return nil
	}
	const number, text = 1, 2
	seen := map[string]int{}
	for _, r := range tables {
		for _, f := range r.files {
			err := f.each(r.list, func(v data.Value, _ int) bool {
				for _, key := range idKeys {
					if id := v.Key(key); id.Form() != data.Scalar {
					} else if id.Bare() {
						seen[Trim(id.Text())] |= number
					} else if inQuotes(id) {
						seen[Trim(id.Text())] |= text
					}
				}
				return true
			}, func(string, data.Value) {})
			if err != nil {
				return err
			}
		}
	}
	for id, as := range seen {
		if as == number|text {
			if t.both == nil {
				t.both = map[string]bool{}
			}
			t.both[id] = true
		}
	}
	return nil
}

// apart writes a text in its quotes where a number is an id like it.
func (t *typedIDs) apart(c Cell) Cell {
	if c.quoted && t.both[c.Text] {
		c.Text = strconv.Quote(c.Text)
	}
	return c
}

// say reports that there are such ids.
func (t *typedIDs) say(to *findings) {
	if len(t.both) == 0 {
		return
	}
	to.add(len(to.list)+1, Finding{Severity: data.Note, What: "ids that differ by their type only are told apart: those that are texts stand in quotes",
		At: format.Place{Value: slices.Min(slices.Collect(maps.Keys(t.both)))}})
}
