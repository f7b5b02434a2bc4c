package columns

import (
	"encoding/json"
	"strings"

	"github.com/redthread/redthread/data"
)

// Object is cells as a JSON object of texts, in their order.
func Object(cells []data.Cell) string {
	var b strings.Builder
	b.WriteByte('{')
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(quoted(c.Key) + ":" + quoted(c.Text))
	}
	b.WriteByte('}')
	return b.String()
}

func quoted(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string into memory cannot fail
	return strings.TrimSuffix(b.String(), "\n")
}

// cellsOf are the pairs of a JSON object; what is no text stands as JSON.
func cellsOf(v data.Value) []data.Cell {
	var cells []data.Cell
	for k, item := range v.Pairs() {
		text := item.Text()
		if item.Form() == data.List || item.Form() == data.Map {
			text = item.JSON()
		}
		cells = append(cells, data.Cell{Key: k.Text(), Text: text})
	}
	return cells
}
