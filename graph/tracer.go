package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// Tracer finds threads: chains of relations that carry influence, in its
// direction, through entities and the stages of laws and cases. It is made once
// and may be shared by readers.
//
// A relation that names a law, and not a stage of it, leaves it from its stage
// in force, or of a notice from the stage issued: what a law authorises,
// prohibits or defines it does when it binds. Only led_to may leave it before.
// See Tracer.rest for laws of which that stage is not told and for repealed ones.
type Tracer struct {
	n      *Network // with stages as nodes; nil for a tracer made from arrays
	x      *data.Index
	owner  []int32           // the entity that a mark belongs to: itself, or the owner of the stage
	begin  []span            // a mark's own stated date, where a thread that starts there must not begin earlier
	moves  []move            // by mark they leave from, then by relation id, then by mark they come to
	out    []int32           // first move of each mark
	back   rows              // moves that come to each mark
	has    [len(grades)]bool // the statuses that occur
	staged bool              // some mark is a stage
}

// move is a step that may be made: a relation followed in the direction of its
// influence, or a change of stage.
type move struct {
	from, to int32
	relation int32 // -1: a change of stage
	status   grade
	sure     bool // something stated is known of its time and of the law it rests on, so that it may prove an order
	dead     bool // it cannot have happened: the law was repealed before, or not yet passed
	draft    bool
	when     span
}

// grade is a status as a number, the strongest 0.
type grade uint8

var grades = [...]data.Status{data.Stated, data.Possible, data.Inferred, data.Disputed}

func gradeOf(s data.Status) grade {
	if at := slices.Index(grades[:], s); at > 0 {
		return grade(at)
	}
	return 0
}

// ledTo is the one predicate that may leave a law before it binds: a mere bill
// can lead to a protest. All others that carry influence from a law rest on it.
const ledTo data.PredicateID = "led_to"

// drafts are the stages of a law that is no law yet.
var drafts = map[string]bool{"drafted": true, "proposed": true, "open-for-comment": true}

// NewTracer prepares the dataset for tracing.
func NewTracer(x *data.Index) *Tracer {
	t := &Tracer{n: New(x, Options{Stages: true}), x: x}
	for v, thing := range t.n.things {
		owner := int32(v)
		if o, ok := t.n.number[thing.Owner]; ok && thing.IsStage() {
			owner, t.staged = o, true
		}
		t.owner = append(t.owner, owner)
		t.begin = append(t.begin, beginOf(thing))
	}
	t.addRelations()
	t.addStages()
	t.index()
	return t
}

// beginOf is a thing's own date unless it is derived from its stages. A thing
// whose date is doubtful may hold a thread back from being certain; one without
// any date does not.
func beginOf(thing data.Thing) span {
	if thing.Derived || thing.Date.IsZero() {
		return span{always, closed, never}
	}
	return spanOf(thing.Date)
}

func (t *Tracer) addRelations() {
	for r := range int32(t.n.Size()) {
		relation := t.n.relations[r]
		from, to := t.n.from[r], t.n.to[r]
		switch t.x.Predicate(relation.Predicate).Influence {
		case data.Forward:
		case data.Backward:
			from, to = to, from
		default:
			continue
		}
		m := move{from: from, to: to, relation: r, status: gradeOf(relation.Status)}
		t.date(&m, relation.Date)
		if relation.Date.IsZero() {
			m.when.end = t.overAt(to)
		}
		m.sure = m.sure && !t.tooSoon(from, m.when)
		if relation.Predicate != ledTo && t.n.things[t.owner[from]].Kind == "law" {
			t.rest(&m)
		}
		m.draft = m.draft || t.draft(m.from) || t.draft(m.to)
		t.moves = append(t.moves, m)
	}
}

// tooSoon tells whether a move lies before all that is told of the thing it
// leaves, where it has stages and no date of its own: there may be an earlier stage
// that nobody reports, so that it is possible, and not certain. The stages
// themselves are asked, doubtful dates as they stand, since the date derived from
// them may be written wider or not at all.
func (t *Tracer) tooSoon(from int32, when span) bool {
	thing := t.n.things[from]
	if thing.IsStage() || !thing.Entity.Date.IsZero() {
		return false
	}
	told := false
	for _, s := range t.x.Stages(thing.ID) {
		if s.Date.IsZero() {
			continue
		}
		told = true
		if start := s.Date.Start().Earliest; start == nil || momentOf(*start) <= when.high {
			return false
		}
	}
	return told
}

// date gives a move the time of its relation. The time in which both of its ends
// exist is told to readers (see Step), but being derived it decides nothing. A
// time that contradicts itself decides nothing either.
func (t *Tracer) date(m *move, d edtf.Date) {
	m.when = spanOf(d)
	if m.when.end < m.when.low || m.when.high < m.when.low {
		m.when = undecided
	}
	m.sure = m.when != undecided
}

// overAt is when a stage, an event or a case was over by its own date. A step
// to it that has no date cannot be made later. Things of other kinds may outlast
// their dates, and a derived date decides nothing.
func (t *Tracer) overAt(v int32) moment {
	thing := t.n.things[v]
	dated := thing.IsStage() || thing.Kind == "event" || thing.Kind == "case"
	if when := spanOf(thing.Date); dated && !thing.Derived && when.low <= when.end {
		return when.end
	}
	return never
}

// rest lets a move rest on the law it leaves: not before it binds, nor after it
// was repealed. A relation that names a stage keeps that stage, and one that
// names the end of a law does not rest on it.
func (t *Tracer) rest(m *move) {
	if ends(t.n.things[m.from].Stage) {
		return
	}
	t.repeal(m)
	if t.owner[m.from] != m.from {
		return
	}
	m.draft = t.onlyDraft(m.from)
	from, _ := t.binding(m.from)
	if v := t.inForce(m.from); v != m.from {
		m.from = v
		force := spanOf(t.n.things[v].Date)
		if force.low != always || from.low == always {
			m.sure = m.sure && force.high >= from.low // else it would have bound before it was passed
			return
		}
	}
	m.sure = m.sure && from.high < m.when.low
	if m.when.end < from.low {
		m.dead = true
		return
	}
	m.when.low = max(m.when.low, from.low)
	m.when.high = max(m.when.high, from.low)
}

// inForce is the stage of a law that binds, where the law itself is named.
func (t *Tracer) inForce(law int32) int32 {
	for _, stage := range []string{"in-force", "issued"} {
		if v, ok := t.n.number[data.StageID(t.n.ID(law), stage)]; ok && t.n.things[law].Kind == "law" {
			return v
		}
	}
	return law
}

// binding tells of a law of which no day is told from which it was in force, since
// when it may have bound, and which mark says so. A law without stages binds from
// its own date. Another cannot bind before it was passed; when it came into force
// nobody knows, so that nothing is certain. That it was amended says nothing: it
// was a law before.
func (t *Tracer) binding(law int32) (span, data.EntityID) {
	thing := t.n.things[law]
	stages := t.x.Stages(thing.ID)
	if len(stages) == 0 && !thing.Date.IsZero() {
		return spanOf(thing.Date), thing.ID
	}
	for _, s := range stages {
		if s.Stage == "passed" {
			return span{spanOf(s.Date).low, never, never}, s.ID
		}
	}
	return undecided, ""
}

// repeal closes what an abolished law can no longer bring about: where the
// repeal surely came first the move is dead, where it may have it is not sure.
// Nor is it beyond a span that is stated of the law: that it was over then is not
// said, but neither that it still bound.
func (t *Tracer) repeal(m *move) {
	if law := t.n.things[t.owner[m.from]]; !law.Derived && law.Date.IsInterval() {
		m.sure = m.sure && m.when.high <= spanOf(law.Date).end
	}
	for _, stage := range t.x.Stages(t.n.ID(t.owner[m.from])) {
		if !ends(stage.Stage) {
			continue
		}
		over := spanOf(stage.Date)
		m.dead = m.dead || over.high < m.when.low
		m.sure = m.sure && m.when.high < over.low
	}
}

func ends(stage string) bool {
	return slices.ContainsFunc(data.LawStages, func(s data.StageName) bool { return s.ID == stage && s.Ends })
}

func (t *Tracer) draft(v int32) bool {
	thing := t.n.things[v]
	return thing.IsStage() && drafts[thing.Stage] && t.n.things[t.owner[v]].Kind == "law"
}

// onlyDraft tells a law that never got beyond a draft.
func (t *Tracer) onlyDraft(v int32) bool {
	stages := t.x.Stages(t.n.ID(v))
	return len(stages) > 0 && !slices.ContainsFunc(stages, func(s data.Thing) bool { return !drafts[s.Stage] })
}

// addStages lets a thread go from an owner to each of its stages and from a
// stage to every later one.
func (t *Tracer) addStages() {
	for v := range t.n.things {
		stages := t.x.Stages(t.n.things[v].ID)
		for i, to := range stages {
			t.changeStage(int32(v), to)
			for _, from := range stages[:i] {
				t.changeStage(t.n.number[from.ID], to)
			}
		}
	}
}

func (t *Tracer) changeStage(from int32, to data.Thing) {
	m := move{from: from, to: t.n.number[to.ID], relation: -1, status: gradeOf(to.Status)}
	t.date(&m, to.Date)
	m.draft = t.draft(m.to)
	t.moves = append(t.moves, m)
}

// index sorts the moves and builds the rows. A move that ends where it begins
// leads nowhere and is left out.
func (t *Tracer) index() {
	t.moves = slices.DeleteFunc(t.moves, func(m move) bool { return m.from == m.to })
	slices.SortStableFunc(t.moves, func(a, b move) int {
		return cmp.Or(int(a.from)-int(b.from), strings.Compare(t.relationID(a), t.relationID(b)), int(a.to)-int(b.to))
	})
	t.out = make([]int32, len(t.owner)+1)
	to := make([]int32, len(t.moves))
	for i := range t.moves {
		m := &t.moves[i]
		t.has[m.status] = true
		t.out[m.from+1]++
		to[i] = m.to
	}
	for v := range t.owner {
		t.out[v+1] += t.out[v]
	}
	t.back = rowsOf(len(t.owner), to)
}

// relationID sorts a change of stage before all relations.
func (t *Tracer) relationID(m move) string {
	if m.relation < 0 {
		return ""
	}
	if t.n == nil {
		return ""
	}
	return string(t.n.relations[m.relation].ID)
}

// mark finds a thing by id.
func (t *Tracer) mark(id data.EntityID) (int32, bool) {
	v, ok := t.n.number[id]
	return v, ok
}

// goals are the marks at which a thread to a thing may end: the thing; of a law
// or case also its stages; and of a person also the cases they are the subject
// of. A stage stands for itself alone.
func (t *Tracer) goals(id data.EntityID) []int32 {
	v, ok := t.mark(id)
	if !ok {
		return nil
	}
	goals := []int32{v}
	if t.owner[v] != v {
		return goals
	}
	goals = append(goals, t.stagesOf(v)...)
	for _, r := range t.n.out.of(v) {
		if t.n.relations[r].Predicate == "subject" {
			c := t.owner[t.n.to[r]]
			goals = append(append(goals, c), t.stagesOf(c)...)
		}
	}
	sortInt32(goals)
	return slices.Compact(goals)
}

func (t *Tracer) stagesOf(v int32) []int32 {
	var marks []int32
	for _, s := range t.x.Stages(t.n.ID(v)) {
		marks = append(marks, t.n.number[s.ID])
	}
	return marks
}
