package chart

import (
	"cmp"
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
)

// threadList is every thread and every absence that the page tells.
type threadList struct {
	Threads    []thread     `json:"threads"`    // by group, then by pair, the best of each pair first
	Impossible []thread     `json:"impossible"` // pairs that only a chain broken in time joins
	Ruled      []ruling     `json:"ruled"`      // what the dataset rules out; by date first
	Cases      []caseAlone  `json:"cases"`      // without any thread
	LeftOut    int          `json:"leftOut"`    // threads beyond ThreadsOptions.Most
	Beyond     int          `json:"beyond"`     // pairs of which the bounds of the search showed nothing, though there is or may be a thread
	Bounds     threadBounds `json:"bounds"`
}

// threadBounds are the limits of the search, to be told where they left
// something out.
type threadBounds struct {
	Hops  int `json:"hops"`
	Count int `json:"count"`
}

// thread is a chain as the page tells it.
type thread struct {
	ID      string          `json:"id"`
	From    data.EntityID   `json:"from"` // as asked: the law, charge or event
	To      data.EntityID   `json:"to"`   // as asked: the case
	Group   string          `json:"group"`
	Rank    int             `json:"rank"` // among the threads of its pair, the best 0
	Status  data.Status     `json:"status"`
	Time    string          `json:"time"`           // certain, possible or impossible
	Span    *threadSpan     `json:"span,omitempty"` // when it meets what has a date; not of what is impossible
	Steps   []threadStep    `json:"steps"`
	Earlier []data.EntityID `json:"earlier,omitempty"` // stages that were over before it could arrive
	Begun   bool            `json:"begun,omitempty"`   // the case had begun before it could arrive
	Before  *threadDate     `json:"before,omitempty"`  // when it had begun: its start, or that of the first of Earlier
	Breaks  []threadBreak   `json:"breaks,omitempty"`
	// What the bounds of the search left out, told at the best of a pair.
	More      bool `json:"more,omitempty"`
	Longer    bool `json:"longer,omitempty"`
	Exhausted bool `json:"exhausted,omitempty"`
}

// threadStep is the move from one mark to the next.
type threadStep struct {
	From      data.EntityID    `json:"from"`
	To        data.EntityID    `json:"to"`
	Relation  *data.RelationID `json:"relation"` // null: a change of stage
	Predicate data.PredicateID `json:"predicate,omitempty"`
	Inverse   bool             `json:"inverse,omitempty"`
	Date      *threadDate      `json:"date,omitempty"`
	Derived   bool             `json:"derived,omitempty"`
	Apart     bool             `json:"apart,omitempty"`
	Status    data.Status      `json:"status"`
	Draft     bool             `json:"draft,omitempty"`
	Tie       int              `json:"tie"` // index of the curve's datum
}

func (s *threadStep) relationID() data.RelationID {
	if s.Relation == nil {
		return ""
	}
	return *s.Relation
}

type threadDate struct {
	EDTF string `json:"edtf"`
	Text string `json:"text"`
}

// threadBreak is a step that comes too late, with the dates that say so.
type threadBreak struct {
	Step     int           `json:"step"`
	After    int           `json:"after"` // -1: the first mark itself
	Date     *threadDate   `json:"date,omitempty"`
	Since    *threadDate   `json:"since,omitempty"`
	Repealed data.EntityID `json:"repealed,omitempty"` // the stage that had ended the law before
	Unbound  data.EntityID `json:"unbound,omitempty"`  // the law, or its passing, without which it could not bind yet
	Over     *threadDate   `json:"over,omitempty"`     // of a step without a date: of what it leads to
}

// ruling is a record of what is ruled out, by its dates or because no relation
// carries.
type ruling struct {
	ID      string        `json:"id"`
	From    data.EntityID `json:"from"`
	To      data.EntityID `json:"to"`
	ByDate  bool          `json:"byDate"`
	FromDay *threadDate   `json:"fromDay,omitempty"` // the start only
	ToDay   *threadDate   `json:"toDay,omitempty"`
	Why     string        `json:"why"` // graph.Reason in words
	Links   []whyLink     `json:"links,omitempty"`
	Thread  string        `json:"thread,omitempty"` // the thread that the dataset nevertheless has
	Tie     int           `json:"tie"`
}

// caseAlone is a case without a thread, with the nearest that any law, charge or
// event comes.
type caseAlone struct {
	ID    string        `json:"id"`
	Case  data.EntityID `json:"case"`
	Why   string        `json:"why"`
	From  data.EntityID `json:"from,omitempty"` // what comes nearest
	Links []whyLink     `json:"links,omitempty"`
}

type whyLink struct {
	Relation data.RelationID `json:"relation"`
	From     data.EntityID   `json:"from"`
	To       data.EntityID   `json:"to"`
	Carries  bool            `json:"carries,omitempty"`
}

// The groups of threads by what they begin with.
const (
	byLaw    = "law"
	byCharge = "charge" // no law is named
	byEvent  = "event"  // no law is named
)

func tellThreads(x *data.Index, t *graph.Tracer, o ThreadsOptions) threadList {
	all := o.All
	if all == nil {
		found := t.ThreadsAll(o.Search)
		all = &found
	}
	l := threadList{Threads: []thread{}, Impossible: []thread{}, Ruled: []ruling{}, Cases: []caseAlone{}}
	l.Bounds = threadBounds{cmp.Or(o.Search.Hops, 8), cmp.Or(o.Search.Count, 10)}
	for _, f := range slices.Concat(all.Pairs, all.Charges) {
		l.add(x, f, o.Most)
	}
	l.Beyond = len(all.Beyond)
	l.order(x)
	l.rule(x, t, o)
	for _, why := range t.Alone(*all, o.Search) {
		l.Cases = append(l.Cases, caseAlone{"alone:" + string(why.To), why.To, why.Reason.String(), why.From, links(why.Links)})
	}
	return l
}

func (l *threadList) add(x *data.Index, f graph.Found, most int) {
	for rank, found := range f.Threads {
		if len(l.Threads) >= most {
			l.LeftOut++
			continue
		}
		told := tell(x, f, found)
		told.Rank = rank
		if rank == 0 {
			told.More, told.Longer, told.Exhausted = f.More, f.Longer, f.Exhausted
		}
		l.Threads = append(l.Threads, told)
	}
	if f.Impossible != nil && len(f.Threads) == 0 {
		l.Impossible = append(l.Impossible, tell(x, f, *f.Impossible))
	}
}

// order puts laws before charges before events, within each the origin with the
// most steps first, and the cases of many people behind those of one.
func (l *threadList) order(x *data.Index) {
	groups := []string{byLaw, byCharge, byEvent}
	count := map[data.EntityID]int{}
	for _, t := range l.Threads {
		count[t.From] += len(t.Steps)
	}
	slices.SortStableFunc(l.Threads, func(a, b thread) int {
		return cmp.Or(
			slices.Index(groups, a.Group)-slices.Index(groups, b.Group),
			count[b.From]-count[a.From], cmp.Compare(a.From, b.From),
			cmp.Compare(crowd(x, a.To), crowd(x, b.To)), cmp.Compare(a.To, b.To), a.Rank-b.Rank)
	})
}

// crowd puts the cases of many people behind those of one.
func crowd(x *data.Index, id data.EntityID) int {
	if t, ok := x.Thing(id); ok && t.Entity.Count != "" {
		return 1
	}
	return 0
}

func tell(x *data.Index, f graph.Found, found graph.Thread) thread {
	t := thread{ID: found.ID(), From: f.From, To: f.To, Group: groupOf(x, f.From), Status: found.Status, Time: found.Time.String(), Earlier: found.Earlier, Begun: found.Begun}
	t.Before = begunBefore(x, f.To, found)
	for _, s := range found.Steps {
		t.Steps = append(t.Steps, tellStep(s))
	}
	for _, b := range found.Breaks {
		told := threadBreak{Step: b.Step, After: b.After, Repealed: b.Repealed, Unbound: b.Unbound, Date: dateOf(found.Steps[b.Step].Date)}
		if s := found.Steps[b.Step]; s.Date.IsZero() || s.Derived {
			told.Date, told.Over = nil, dayOf(x, s.To)
		}
		if b.After >= 0 {
			told.Since = sinceOf(found.Steps[b.After].Date)
		} else if first, ok := x.Thing(found.From); ok {
			told.Since = sinceOf(first.Date)
		}
		t.Breaks = append(t.Breaks, told)
	}
	return t
}

// begunBefore is when the case had begun that a thread arrives at too late for
// its beginning; nil where it had not.
func begunBefore(x *data.Index, to data.EntityID, t graph.Thread) *threadDate {
	if len(t.Earlier) > 0 {
		first, _ := x.Thing(t.Earlier[0])
		return sinceOf(first.Date)
	}
	if !t.Begun {
		return nil
	}
	thing, _ := x.Thing(to)
	if thing.IsStage() {
		thing, _ = x.Thing(thing.Owner)
	}
	return sinceOf(thing.Date)
}

func groupOf(x *data.Index, from data.EntityID) string {
	switch t, _ := x.Thing(from); t.Kind {
	case "law":
		return byLaw
	case "charge":
		return byCharge
	}
	return byEvent
}

func tellStep(s graph.Step) threadStep {
	told := threadStep{
		From: s.From, To: s.To, Predicate: s.Predicate, Inverse: s.Inverse, Date: dateOf(s.Date),
		Derived: s.Derived, Apart: s.Apart, Status: s.Status, Draft: s.Draft, Tie: -1,
	}
	if s.Relation != "" {
		told.Relation = &s.Relation
	}
	return told
}

func dateOf(d edtf.Date) *threadDate {
	if d.IsZero() {
		return nil
	}
	return &threadDate{d.String(), d.Words()}
}

func (l *threadList) rule(x *data.Index, t *graph.Tracer, o ThreadsOptions) {
	for _, r := range t.RuledOut(o.Search) {
		why := t.WhyNot(r.Record.From, r.Record.To, o.Search)
		told := ruling{
			ID: "ruled:" + r.Record.ID, From: r.Record.From, To: r.Record.To,
			ByDate: r.Order == edtf.Impossible, Why: why.Reason.String(), Links: links(why.Links), Tie: -1,
			FromDay: beginning(x, r.Record.From), ToDay: dayOf(x, r.Record.To),
		}
		if r.Thread != nil {
			told.Thread = r.Thread.ID()
		}
		l.Ruled = append(l.Ruled, told)
	}
	slices.SortStableFunc(l.Ruled, func(a, b ruling) int { return truth(b.ByDate) - truth(a.ByDate) })
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func dayOf(x *data.Index, id data.EntityID) *threadDate {
	thing, _ := x.Thing(id)
	return dateOf(thing.Date)
}

func links(list []graph.Link) []whyLink {
	var out []whyLink
	for _, k := range list {
		out = append(out, whyLink(k))
	}
	return out
}
