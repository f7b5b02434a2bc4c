package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data/format/table"
)

// links finds the addresses that cells lead to, and the columns where they say
// more than the texts do: these get a column of links at the end.
func (v *view) links() error {
	addresses, err := v.addresses()
	if err != nil {
		return err
	}
	for _, l := range v.tail.links {
		if url := addresses[l.id]; url != "" {
			v.urls[corner{l.row, l.column}] = url
		}
	}
	return v.each(func(r *rawRow) bool {
		for _, raw := range r.cells {
			url := v.urls[corner{r.number - 1, raw.column}]
			if url == "" || r.hidden || v.isBlind(raw.column) || slices.Contains(v.linked, raw.column) {
				continue
			}
			if v.w.cell(raw).Text != url {
				v.linked = append(v.linked, raw.column)
				slices.Sort(v.linked)
			}
		}
		return true
	})
}

// addresses are the addresses on the web that the sheet's relations hold, by id.
func (v *view) addresses() (map[string]string, error) {
	dir, base := "", v.sheet.part
	if i := strings.LastIndexByte(base, '/'); i >= 0 {
		dir, base = base[:i+1], base[i+1:]
	}
	name := dir + "_rels/" + base + ".rels"
	if v.w.parts[name] == nil {
		return nil, nil
	}
	text, err := v.w.text(name, maxFrame)
	if err != nil {
		return nil, err
	}
	list, err := relations(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", v.w.name, name, err)
	}
	byID := map[string]string{}
	for _, r := range list {
		if r.Mode == "External" && webAddress(r.Target) != "" {
			byID[r.ID] = r.Target
		}
	}
	return byID, nil
}

// withLinks adds the columns of links to a row.
func (v *view) withLinks(row int, cells []table.Cell) []table.Cell {
	if v.header == 0 || row < v.header {
		return cells
	}
	for len(cells) < v.width {
		cells = append(cells, table.Cell{})
	}
	for _, column := range v.linked {
		if row == v.header {
			cells = append(cells, table.Cell{Text: "link"})
			continue
		}
		cells = append(cells, table.Cell{Text: v.urls[corner{row - 1, column}]})
	}
	return cells
}
