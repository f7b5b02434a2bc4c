package ftm

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// stage adds the event that shows a stage, and its link to the owner. Both are
// left aside when our own reader finds them: the owner holds the stage.
func (w *writer) stage(e *data.Entity, s *data.Stage) {
	id := w.ids[data.StageID(e.ID, s.Stage)]
	l := &line{record: record{id: id, word: "Event", schema: schemaNamed("Event")}}
	l.add("name", clipName(e.Name+": "+stageLabel(s)))
	l.dates(s.Date, nil)
	l.put("summary", s.Note)
	l.put("keywords", "stage")
	w.rests(l, s.Evidence)
	l.beside.set("stage_of", w.ids[e.ID])
	w.add(l)
	link := &line{record: record{id: w.taken.take(id + "--stage-of"), schema: schemaNamed("UnknownLink")}}
	link.add("subject", id)
	link.add("object", w.ids[e.ID])
	link.add("role", builtin("stage_of").Label)
	link.beside.set("stage_of", w.ids[e.ID])
	w.order = append(w.order, link)
}

func clipName(name string) string {
	if r := []rune(name); len(r) > 380 {
		return string(r[:380])
	}
	return name
}

// stageLabel are the words for a stage.
func stageLabel(s *data.Stage) string {
	if s.Label != "" {
		return s.Label
	}
	for _, n := range slices.Concat(data.LawStages, data.CaseStages) {
		if n.ID == s.Stage {
			return n.Label
		}
	}
	return strings.ReplaceAll(s.Stage, "-", " ")
}
