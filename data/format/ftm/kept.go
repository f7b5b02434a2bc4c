package ftm

import (
	"strings"

	"github.com/redthread/redthread/data"
)

// kept is what we write beside the properties, because FollowTheMoney has no
// property for it: parts of our record as data.Cells. A part that stands here
// takes the place of what the properties say.
type kept struct {
	cells   map[string][]data.Cell    // by what they are of: "entity", "relation", "source"
	stageOf string                    // this entity shows a stage of that one, or the link to it
	links   map[[2]string][]data.Cell // by property and id: the relation that it became
	define  map[string][][]data.Cell  // kinds, predicates and sources that the file needs
}

func (k kept) empty() bool {
	return len(k.cells) == 0 && k.stageOf == "" && len(k.links) == 0 && len(k.define) == 0
}

// says tells whether a part of our record stands here.
func (k kept) says(of, group string) bool {
	for _, c := range k.cells[of] {
		if groupOf(c) == group {
			return true
		}
	}
	return false
}

func readKept(v data.Value) kept {
	k := kept{cells: map[string][]data.Cell{}, stageOf: v.Key("stage_of").Text()}
	for _, of := range []string{"entity", "relation", "source"} {
		if list := v.Key(of); list.Form() == data.Map {
			k.cells[of] = cells(list)
		}
	}
	for name, ids := range v.Key("links").Pairs() {
		for id, list := range ids.Pairs() {
			if k.links == nil {
				k.links = map[[2]string][]data.Cell{}
			}
			k.links[[2]string{name.Text(), id.Text()}] = cells(list)
		}
	}
	for _, section := range []string{"kinds", "predicates", "sources"} {
		for _, list := range v.Path("define", section).Items() {
			if k.define == nil {
				k.define = map[string][][]data.Cell{}
			}
			k.define[section] = append(k.define[section], cells(list))
		}
	}
	return k
}

// cells are the pairs of a map as texts.
func cells(v data.Value) []data.Cell {
	var list []data.Cell
	for key, text := range v.Pairs() {
		c := data.Cell{Key: key.Text(), Text: text.Text()}
		if text.Form() == data.List || text.Form() == data.Map {
			c.Text = text.JSON()
		}
		list = append(list, c)
	}
	return list
}

// over lays kept cells over those of a record: a group of cells (all names, all
// attributes) is replaced as a whole.
func over[R any](record R, kept []data.Cell) (R, error) {
	if len(kept) == 0 {
		return record, nil
	}
	replaced := map[string]bool{}
	for _, c := range kept {
		replaced[groupOf(c)] = true
	}
	var all []data.Cell
	for _, c := range data.Cells(record) {
		if !replaced[groupOf(c)] {
			all = append(all, c)
		}
	}
	full, _, err := data.FromCells[R](append(all, kept...))
	if err != nil {
		return record, err
	}
	return full, nil
}

// differing are the groups of cells in which the wanted record differs from
// the one that the properties give back; a group that should be empty has an
// empty text.
func differing[R any](want, given R) []data.Cell {
	have := groups(data.Cells(given))
	var list []data.Cell
	wanted := data.Cells(want)
	needed := groups(wanted)
	for _, c := range wanted {
		if needed[groupOf(c)] != have[groupOf(c)] {
			list = append(list, c)
		}
	}
	for _, c := range data.Cells(given) {
		if g := groupOf(c); needed[g] == "" && have[g] != "" {
			list = append(list, data.Cell{Key: g})
			have[g] = ""
		}
	}
	return list
}

func groupOf(c data.Cell) string {
	group, _, _ := strings.Cut(c.Key, ".")
	return group
}

// groups are the texts of all cells of a group, as one text to compare.
func groups(list []data.Cell) map[string]string {
	all := map[string]string{}
	for _, c := range list {
		all[groupOf(c)] += c.Key + "\x00" + c.Text + "\x00"
	}
	return all
}
