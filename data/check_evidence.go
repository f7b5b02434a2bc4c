package data

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/redthread/redthread/data/edtf"
)

// sources checks what is declared of the texts.
func (k *checker) sources() {
	cited := map[SourceID]bool{}
	each(k.ds, func(_ spot, _ string, e *Evidence) { cited[e.Source] = true })
	for i := range k.ds.Sources {
		s := &k.ds.Sources[i]
		if s.Paragraphs < 0 || s.Paragraphs > maxParagraph {
			k.wrong(at("sources", i, "paragraphs"), "", "count the non-empty lines of the text", "paragraphs: %d is not a number from 1 to %d", s.Paragraphs, maxParagraph)
		}
		if s.SHA256 != "" && !sha256Form(s.SHA256) {
			k.wrong(at("sources", i, "sha256"), s.SHA256, "64 hexadecimal digits in lower case", "sha256: not a hash: %s", quote(s.SHA256))
		}
		if !cited[s.ID] && !k.partly {
			k.say(at("sources", i), Note, string(s.ID), "", "no evidence cites it")
		}
		k.noFact(i, s)
	}
}

// contradictions warns of paragraphs that are declared to hold no fact and are
// cited all the same.
func (k *checker) contradictions() {
	if !slices.ContainsFunc(k.ds.Sources, func(s Source) bool { return len(s.NoFact) > 0 }) {
		return
	}
	rows := map[SourceID][]int{}
	for _, row := range Coverage(k.ds) {
		rows[row.Source] = row.Contradicts
	}
	for i, s := range k.ds.Sources {
		if list := rows[s.ID]; len(list) > 0 {
			k.warn(at("sources", i, "no_fact"), "", "take them out of no_fact, or do not cite them", "evidence cites paragraphs that no_fact declares empty: %s", listed(list[:min(len(list), 20)]))
		}
	}
}

func sha256Form(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}

// noFact checks the paragraphs declared to hold nothing: they exist, have a
// reason.
func (k *checker) noFact(i int, s *Source) {
	for j, n := range s.NoFact {
		where := at("sources", i, "no_fact", j, "at")
		k.paragraphs(where, "no_fact", n.At, s)
		if n.Reason == "" {
			k.wrong(at("sources", i, "no_fact", j), n.At, "reason: repeated headline", "no_fact %s: no reason", quote(n.At))
		}
	}
}

// statuses checks the words, and that nothing is surer than its best evidence.
func (k *checker) statuses() {
	each(k.ds, func(s spot, key string, status *Status) {
		k.oneOf(s, key, string(*status), statusWords)
	})
	for i := range k.ds.Relations {
		r := &k.ds.Relations[i]
		k.notAbove(at("relations", i), "", r.Status, r.Evidence)
	}
	for i := range k.ds.Figures {
		f := &k.ds.Figures[i]
		k.notAbove(at("figures", i), "", f.Status, f.Evidence)
	}
	for i := range k.ds.Entities {
		for j, st := range k.ds.Entities[i].Stages {
			k.notAbove(at("entities", i, "stages", j), "stage "+quote(st.Stage)+": ", st.Status, st.Evidence)
		}
	}
}

func (k *checker) notAbove(s spot, what string, status Status, evidence []Evidence) {
	if len(evidence) == 0 {
		return
	}
	best := len(statusWords)
	for _, e := range evidence {
		best = min(best, rank(e.Status))
	}
	if rank(status) < best {
		said := statusWords[rank(status)]
		k.wrong(s.to("status"), string(status), "write status: "+statusWords[best], "%s%s is more than its best evidence, %s", what, said, statusWords[best])
	}
}

// evidence checks every citation, and names what has none.
func (k *checker) evidence() {
	each(k.ds, func(s spot, key string, e *Evidence) {
		source := k.source[e.Source]
		switch {
		case e.Source == "" && k.refused(s):
		case e.Source == "":
			k.wrong(s, "", "source: the id of a source", "%s: no source", key)
		case source == nil && k.partly:
		case source == nil:
			k.wrong(s.to("source"), string(e.Source), k.suggest.meant(string(e.Source), known(k, "source", k.source)), "%s: unknown source %s", key, quote(e.Source))
		case source.Paragraphs == 0:
		case source.Paragraphs > 0 && e.At == "":
			k.warn(s, string(e.Source), "at: the paragraph", "%s: no paragraph of %s is named", key, quote(e.Source))
		default:
			k.paragraphs(s.to("at"), key, e.At, source)
		}
	})
	k.without()
}

// refused tells whether what stands at a spot was no record when it was read,
// and was reported then.
func (k *checker) refused(s spot) bool {
	n := k.ds.origins.find(s)
	return n != nil && n.form != object
}

// paragraphs checks that a place lies within its source.
func (k *checker) paragraphs(s spot, key, place string, source *Source) {
	if source.Paragraphs == 0 || place == "" {
		return
	}
	ranges, err := Paragraphs(place)
	if err != nil {
		k.wrong(s, place, "paragraphs as 6, 6-8, or 6, 10", "%s: %v", key, err)
		return
	}
	for _, r := range ranges {
		if r.To > source.Paragraphs {
			k.wrong(s, place, "", "%s: paragraph %d is beyond the end of %s, which has %d", key, r.To, quote(source.ID), source.Paragraphs)
			return
		}
	}
}

// without warns of what rests on nothing, and counts the dates that show the
// evidence of their thing.
func (k *checker) without() {
	const borrowed = "the evidence shown is for the thing, not for this %s"
	var dates []string
	for i := range k.ds.Entities {
		e := &k.ds.Entities[i]
		k.rests(at("entities", i), len(e.Evidence))
		for j, s := range e.Stages {
			if len(s.Evidence) == 0 {
				k.warn(at("entities", i, "stages", j), s.Stage, "give the stage its own evidence", "stage %s: "+borrowed, quote(s.Stage), "stage")
			}
		}
		for j, a := range e.Attributes {
			if len(a.Evidence) == 0 && len(e.Evidence) > 1 {
				k.warn(at("entities", i, "attributes", j), a.Key, "give the attribute its own evidence", "attribute %s: "+borrowed, quote(a.Key), "attribute")
			}
		}
		if !e.Date.IsZero() && len(e.DateEvidence) == 0 && len(e.Evidence) > 1 {
			dates = append(dates, string(e.ID))
		}
	}
	for i := range k.ds.Relations {
		r := &k.ds.Relations[i]
		k.rests(at("relations", i), len(r.Evidence))
		if !r.Date.IsZero() && len(r.DateEvidence) == 0 && len(r.Evidence) > 1 {
			dates = append(dates, string(r.ID))
		}
	}
	k.withoutOthers()
	k.borrowedDates(dates)
}

func (k *checker) rests(s spot, evidence int) {
	if evidence == 0 {
		k.warn(s, "", "write where it stands: evidence: source#paragraph", "no evidence")
	}
}

func (k *checker) withoutOthers() {
	for i := range k.ds.Figures {
		k.rests(at("figures", i), len(k.ds.Figures[i].Evidence))
	}
	for i := range k.ds.RuledOut {
		k.rests(at("ruled_out", i), len(k.ds.RuledOut[i].Evidence))
	}
	for i := range k.ds.Conflicts {
		for j, r := range k.ds.Conflicts[i].Readings {
			if len(r.Evidence) == 0 {
				k.warn(at("conflicts", i, "readings", j), r.Value, "say which source says so", "reading %s: no evidence", quote(r.Value))
			}
		}
	}
}

// borrowedDates says in one line how many dates show several pieces of
// evidence of their thing without saying which gives the date.
func (k *checker) borrowedDates(ids []string) {
	if len(ids) == 0 {
		return
	}
	some := strings.Join(ids[:min(3, len(ids))], ", ")
	if len(ids) > 3 {
		some += ", ..."
	}
	k.out.add(Problem{Severity: Note, Hint: "name it with date_evidence where it matters",
		What: fmt.Sprintf("dates that do not say which of several pieces of evidence gives them: %d (%s)", len(ids), some)})
}

// dates finds dates that end before they start.
func (k *checker) dates() {
	each(k.ds, func(s spot, key string, d *edtf.Date) {
		if d.IsZero() {
			return
		}
		start, end := d.Start().Earliest, d.End().Latest
		if start != nil && end != nil && end.Before(*start) {
			k.wrong(s, d.String(), "the earlier date comes first", "%s %s ends before it starts", key, quote(d.String()))
		}
	})
}

// links checks that addresses are of the web: nothing else becomes a link.
func (k *checker) links() {
	each(k.ds, func(s spot, key string, l *Link) {
		if l.URL == "" {
			k.wrong(s, "", "url: https://...", "%s: no url", key)
		}
		k.address(s.to("url"), key, l.URL)
	})
	for i, s := range k.ds.Sources {
		k.address(at("sources", i, "url"), "url", s.URL)
		k.address(at("sources", i, "archive"), "archive", s.Archive)
	}
}

// WebAddress tells whether a text is one that a page may link: http or https
// with a host.
func WebAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func (k *checker) address(s spot, key, text string) {
	if text == "" {
		return
	}
	if !WebAddress(text) {
		k.wrong(s, text, "https://...", "%s: not a web address: %s", key, quote(text))
	}
}
