package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
)

func (a *app) threadsCommand() *cobra.Command {
	var asJSON bool
	var options graph.ThreadOptions
	c := &cobra.Command{
		Use:   "threads [DATASET | FILE...]",
		Short: "List the threads from every law, and from charges and events where no law is named, to every case",
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			ds, err := a.load(args)
			if err != nil {
				return err
			}
			if err := checkBounds(options); err != nil {
				return err
			}
			x := data.NewIndex(ds.Dataset)
			tracer := graph.NewTracer(x)
			all := tracer.ThreadsAll(options)
			if asJSON {
				return a.writeThreads(everyThread(all))
			}
			var b bytes.Buffer
			l := listing{story: story{dossier{x: x, w: &b}}}
			l.all(all, tracer.Alone(all, options))
			l.ruledOut(tracer.RuledOut(options))
			_, err = a.stdout.Write(b.Bytes())
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "write the threads as JSON")
	a.foreign.register(c, "read-as")
	boundFlags(c, &options)
	return c
}

func everyThread(all graph.All) []graph.Thread {
	var threads []graph.Thread
	for _, found := range [][]graph.Found{all.Pairs, all.Charges} {
		for _, f := range found {
			threads = append(threads, f.Threads...)
		}
	}
	return threads
}

// listing is the table of all threads.
type listing struct{ story }

func (l listing) all(all graph.All, alone []graph.Why) {
	l.table("From a law, a notice or a draft", all.Pairs)
	l.table("From a charge or an event; no law is named", all.Charges)
	if len(everyThread(all)) == 0 {
		l.line(0, "No thread leads from a law, a charge or an event to a case.\n")
	}
	l.impossible(all.Pairs)
	if n := len(all.Beyond); n > 0 {
		l.line(0, "Between %s no thread is seen within the bounds: --hops asks for longer ones.\n", plural(n, "more pair"))
	}
	if len(alone) > 0 {
		l.line(0, "Cases without a thread")
	}
	for _, y := range alone {
		l.line(1, "%s: %s", l.name(y.To), l.absence(y))
	}
}

// impossible lists the pairs that only chains broken in time join.
func (l listing) impossible(pairs []graph.Found) {
	first := true
	for _, f := range pairs {
		if f.Impossible == nil || len(f.Threads) > 0 {
			continue
		}
		if first {
			l.line(0, "Impossible in time")
		}
		first = false
		l.line(1, "%s to %s", l.name(f.From), l.name(f.To))
		for i, step := range f.Impossible.Steps {
			l.line(2, "%d. %s", i+1, l.sentence(step))
		}
		l.breaks(2, *f.Impossible)
	}
	if !first {
		l.line(0, "")
	}
}

// absence says why a case has no thread.
func (l listing) absence(y graph.Why) string {
	switch y.Reason {
	case graph.NotCarrying:
		return fmt.Sprintf("the nearest is %s, joined only by relations that carry no thread this way", l.name(y.From))
	case graph.Broken:
		return fmt.Sprintf("the nearest is %s, from which a step would come too late", l.name(y.From))
	case graph.TooFar:
		return fmt.Sprintf("the thread from %s has %s, more than the limit", l.name(y.From), plural(len(y.Thread.Steps), "step"))
	case graph.NotAsked:
		return "the reason was not looked for, there being very many"
	}
	return "no law, charge or event is joined with it"
}

func (l listing) table(title string, found []graph.Found) {
	var rows [][]string
	more := false
	for _, f := range found {
		for _, t := range f.Threads {
			rows = append(rows, []string{l.name(t.From), l.name(t.To), string(t.Status), "in time " + t.Time.String(), plural(len(t.Steps), "step")})
		}
		more = more || f.More || f.Longer || f.Exhausted
	}
	if len(rows) == 0 {
		return
	}
	l.line(0, "%s", title)
	columns(l.w, rows)
	if more {
		l.line(1, "There are more or longer ones: --count and --hops ask for them.")
	}
	l.line(0, "")
}

func (l listing) ruledOut(rulings []graph.Ruling) {
	for i, r := range rulings {
		if i == 0 {
			l.line(0, "\nRuled out by the dataset")
		}
		l.line(1, "%s to %s", l.name(r.Record.From), l.name(r.Record.To))
		l.line(2, "%s%s", r.Record.Reason, confirmed[r.Order == edtf.Impossible])
		if r.Thread != nil {
			l.line(2, "yet there is a thread: %s, %s", r.Thread.Status, orderWords[r.Thread.Time])
		}
	}
}

// confirmed says what the dates say of a pair that is ruled out.
var confirmed = map[bool]string{true: " (impossible: the dates confirm it)"}

// threadJSON is a thread as programs read it.
type threadJSON struct {
	From   data.EntityID `json:"from"`
	To     data.EntityID `json:"to"`
	Status data.Status   `json:"status"`
	Time   string        `json:"time"`
	Steps  []stepJSON    `json:"steps"`
}

type stepJSON struct {
	Relation  *data.RelationID  `json:"relation"` // null: a change of stage
	From      data.EntityID     `json:"from"`
	To        data.EntityID     `json:"to"`
	Predicate *data.PredicateID `json:"predicate"`         // null: a change of stage
	Date      *string           `json:"date"`              // null: none is known
	Derived   bool              `json:"derived,omitempty"` // the date is the time in which both ends exist
	Draft     bool              `json:"draft,omitempty"`   // the law was only a draft
	Status    data.Status       `json:"status"`
}

func (a *app) writeThreads(threads []graph.Thread) error {
	list := make([]threadJSON, 0, len(threads))
	for _, t := range threads {
		j := threadJSON{From: t.From, To: t.To, Status: t.Status, Time: t.Time.String(), Steps: []stepJSON{}}
		for _, s := range t.Steps {
			j.Steps = append(j.Steps, jsonStep(s))
		}
		list = append(list, j)
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	return enc.Encode(list)
}

func jsonStep(s graph.Step) stepJSON {
	j := stepJSON{From: s.From, To: s.To, Derived: s.Derived, Draft: s.Draft, Status: s.Status}
	if s.Relation != "" {
		j.Relation, j.Predicate = &s.Relation, &s.Predicate
	}
	if date := s.Date.String(); date != "" {
		j.Date = &date
	}
	return j
}
