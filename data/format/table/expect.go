package table

import "github.com/redthread/redthread/data/format"

// refs are foreign ids, by space.
type refs map[string]map[string]struct{}

// add adds one to a space, of which so many are expected.
func (r refs) add(ref format.Ref, expected int) {
	ids := r[ref.Space]
	if ids == nil {
		ids = make(map[string]struct{}, expected)
		r[ref.Space] = ids
	}
	ids[ref.ID] = struct{}{}
}

func (r refs) has(ref format.Ref) bool {
	_, ok := r[ref.Space][ref.ID]
	return ok
}

// expect tells the Builder how many records the rows will become: those of which
// each row makes one.
func (im *importer) expect() {
	entities, relations := 0, 0
	for _, t := range im.tables {
		if t.plan == nil {
			continue
		}
		for _, r := range t.plan.Entities {
			if !r.Once && r.Each == "" && len(r.When) == 0 {
				entities += t.count
			}
		}
		for _, r := range t.plan.Relations {
			if r.Each == "" && len(r.When) == 0 {
				relations += t.count
			}
		}
	}
	im.to.Expect(entities, relations)
}
