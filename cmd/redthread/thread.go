package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
)

func (a *app) threadCommand() *cobra.Command {
	var why, asJSON bool
	var options graph.ThreadOptions
	c := &cobra.Command{
		Use:   "thread FROM TO [DATASET | FILE...]",
		Short: "Tell how a law may have led to a case, step by step, with the evidence",
		Long: `Thread tells the chains of relations that carry influence from one thing to
another and that could have happened in that order: the strongest first, then
the surest in time, then the shortest. FROM and TO are ids, names or aliases; a
person means their cases.`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := checkBounds(options); err != nil {
				return err
			}
			ds, err := a.load(args[2:])
			if err != nil {
				return err
			}
			x := data.NewIndex(ds.Dataset)
			from, err := findThing(x, args[0])
			if err != nil {
				return err
			}
			to, err := findThing(x, args[1])
			if err != nil {
				return err
			}
			tracer := graph.NewTracer(x)
			if err := checkEnds(tracer, from.ID, to.ID); err != nil {
				return err
			}
			if why && asJSON {
				return fmt.Errorf("--why is told in words: leave out --json")
			}
			if asJSON {
				return a.writeThreads(tracer.Threads(from.ID, to.ID, options).Threads)
			}
			var b bytes.Buffer
			s := story{dossier: dossier{x: x, w: &b}}
			if why {
				s.why(tracer.WhyNot(from.ID, to.ID, options))
			} else {
				s.found(tracer.Threads(from.ID, to.ID, options))
			}
			_, err = a.stdout.Write(b.Bytes())
			return err
		},
	}
	c.Flags().BoolVar(&why, "why", false, "say why there is no thread")
	c.Flags().BoolVar(&asJSON, "json", false, "write the threads as JSON")
	boundFlags(c, &options)
	a.foreign.register(c, "read-as")
	return c
}

func boundFlags(c *cobra.Command, o *graph.ThreadOptions) {
	c.Flags().IntVar(&o.Hops, "hops", 8, "most steps of a thread")
	c.Flags().IntVar(&o.Count, "count", 10, "most threads between two things")
}

func checkBounds(o graph.ThreadOptions) error {
	switch {
	case o.Hops < 1:
		return fmt.Errorf("--hops %d: a thread has at least one step", o.Hops)
	case o.Count < 1:
		return fmt.Errorf("--count %d: ask for at least one thread", o.Count)
	}
	return nil
}

func checkEnds(t *graph.Tracer, from, to data.EntityID) error {
	switch {
	case from == to:
		return fmt.Errorf("FROM and TO are both %s: a thread leads from one thing to another", from)
	case t.Same(from, to):
		return fmt.Errorf("%s stands for %s as well: a thread leads from one thing to another", to, from)
	}
	return nil
}

// story tells threads in words.
type story struct{ dossier }

func (s story) found(f graph.Found) {
	for i, t := range f.Threads {
		if i > 0 {
			s.line(0, "")
		}
		s.thread(t)
	}
	if len(f.Threads) == 0 {
		s.line(0, "No thread from %s to %s. (--why says why)", s.name(f.From), s.name(f.To))
	}
	if f.More {
		s.line(0, "There are more: --count asks for them.")
	}
	if f.Longer {
		s.line(0, "There are longer ones: --hops asks for them.")
	}
	if f.Exhausted {
		s.line(0, "The search was given up at its limit of work: there may be others.")
	}
}

func (s story) thread(t graph.Thread) {
	s.line(0, "%s to %s: %s, %s", s.name(t.From), s.name(t.To), t.Status, orderWords[t.Time])
	for i, step := range t.Steps {
		s.step(i, step)
	}
	if last, ok := s.owner(t.To); ok && t.Begun {
		s.line(1, "Note: %s (%s) had begun before this thread could arrive; the thread cannot have led to that.", last.Name, last.Date.Words())
	}
	for _, id := range t.Earlier {
		if stage, ok := s.x.Thing(id); ok {
			s.line(1, "Note: %s, %s, before this thread could arrive; it cannot have led to that.", stage.Name, stage.Date.Words())
		}
	}
}

// owner is the thing itself, or whose stage it is.
func (s story) owner(id data.EntityID) (data.Thing, bool) {
	t, ok := s.x.Thing(id)
	if ok && t.IsStage() {
		return s.x.Thing(t.Owner)
	}
	return t, ok
}

// orderWords say how sure the order in time is.
var orderWords = map[edtf.Order]string{
	edtf.Certain:    "the order in time is certain",
	edtf.Possible:   "the order in time is possible",
	edtf.Impossible: "impossible in time",
}

func (s story) step(i int, step graph.Step) {
	s.line(1, "%d. %s%s", i+1, s.sentence(step), hedge(step.Status))
	s.line(2, "%s", stepDate(step))
	if step.Draft {
		s.line(2, "at this point the law was only a draft")
	}
	r, ok := s.x.Relation(step.Relation)
	if !ok {
		if stage, known := s.x.Thing(step.To); known {
			evidence, _ := stage.Evidence()
			s.evidence(2, evidence)
		}
		return
	}
	if r.Note != "" {
		s.line(2, "%s", r.Note)
	}
	s.evidence(2, r.Evidence)
}

// sentence reads a step in the direction of the thread.
func (s story) sentence(step graph.Step) string {
	if step.Relation == "" {
		return fmt.Sprintf("%s, then %s", s.name(step.From), s.name(step.To))
	}
	p := s.x.Predicate(step.Predicate)
	label := p.Label
	if step.Inverse {
		label = p.Inverse
	}
	return strings.Join([]string{s.name(step.From), label, s.name(step.To)}, " ")
}

func stepDate(step graph.Step) string {
	switch {
	case step.Apart:
		return "no date; the times of its two ends do not meet"
	case step.Date.IsZero():
		return "no date"
	case step.Derived:
		return fmt.Sprintf("%s (%s, derived: the time in which both ends exist)", step.Date.Words(), step.Date)
	}
	return fmt.Sprintf("%s (%s)", step.Date.Words(), step.Date)
}

func (s story) why(y graph.Why) {
	from, to := s.name(y.From), s.name(y.To)
	switch y.Reason {
	case graph.HasThread:
		s.line(0, "There is a thread from %s to %s:", from, to)
	case graph.NoConnection:
		s.line(0, "Nothing joins %s and %s, whatever way the relations point.", from, to)
	case graph.NotCarrying:
		s.line(0, "%s and %s are joined only by relations that do not carry a thread this way:", from, to)
		s.links(y.Links)
	case graph.Broken:
		s.line(0, "The relations from %s to %s would carry, but it cannot have happened in this order:", from, to)
	case graph.TooFar:
		s.line(0, "There is a thread from %s to %s, longer than the limit (--hops %d):", from, to, len(y.Thread.Steps))
	}
	if y.Thread != nil {
		s.thread(*y.Thread)
		s.breaks(1, *y.Thread)
	}
	if y.Ruled != nil {
		s.line(0, "The dataset %s: %s", s.rulesOut(y), y.Ruled.Reason)
		s.evidence(1, y.Ruled.Evidence)
	}
	if y.Exhausted {
		s.line(0, "The search was given up at its limit of work: this holds for what was looked at.")
	}
}

// rulesOut names what the dataset rules out where that is not just what was asked
// for: that a law led to the custody, while a thread may lead to the trial.
func (s story) rulesOut(y graph.Why) string {
	if y.Ruled.From == y.From && y.Ruled.To == y.To {
		return "rules it out"
	}
	return fmt.Sprintf("rules out %s to %s", s.name(y.Ruled.From), s.name(y.Ruled.To))
}

func (s story) links(links []graph.Link) {
	for _, l := range links {
		r, _ := s.x.Relation(l.Relation)
		carries := "does not carry this way"
		if l.Carries {
			carries = "carries"
		}
		s.line(1, "%s %s %s: %s", s.name(r.From), s.x.Predicate(r.Predicate).Label, s.name(r.To), carries)
	}
}

func (s story) breaks(indent int, t graph.Thread) {
	for _, b := range t.Breaks {
		switch step := t.Steps[b.Step]; {
		case b.Repealed != "":
			s.line(indent, "Broken at step %d: %s, after %s.", b.Step+1, s.tooEarly(step), s.dated(b.Repealed))
		case b.Unbound != "":
			s.line(indent, "Broken at step %d: %s, before the law could bind: %s.", b.Step+1, s.tooEarly(step), s.dated(b.Unbound))
		case b.After < 0:
			s.line(indent, "Broken at step %d: %s, but the beginning is later: %s.", b.Step+1, s.tooEarly(step), s.dated(t.From))
		default:
			s.line(indent, "Broken at step %d: %s, but step %d is later: %s.", b.Step+1, s.tooEarly(step), b.After+1, stepDate(t.Steps[b.After]))
		}
	}
}

// tooEarly is the time that breaks a thread: of the step or, where it has none,
// of what it leads to.
func (s story) tooEarly(step graph.Step) string {
	if to, ok := s.x.Thing(step.To); ok && (step.Date.IsZero() || step.Derived) {
		return fmt.Sprintf("no date, and what it leads to is dated %s (%s)", to.Date.Words(), to.Date)
	}
	return stepDate(step)
}

// dated names a thing with its date.
func (s story) dated(id data.EntityID) string {
	thing, _ := s.x.Thing(id)
	return fmt.Sprintf("%s, %s (%s)", s.name(id), thing.Date.Words(), thing.Date)
}
