package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// world writes a dataset in short: "law cyber proposed=2015 in-force=2017-06"
// is an entity with stages, "event ban =2018" one with a date of its own, and
// "police -enforces-> cyber 2018 possible" a relation.
func world(t *testing.T, lines ...string) *data.Index {
	t.Helper()
	ds := &data.Dataset{Predicates: data.BuiltinPredicates}
	for _, line := range lines {
		words := strings.Fields(line)
		if strings.HasPrefix(words[1], "-") {
			ds.Relations = append(ds.Relations, relationOf(words, len(ds.Relations)))
		} else {
			ds.Entities = append(ds.Entities, entityOf(words))
		}
	}
	return data.NewIndex(ds)
}

func entityOf(words []string) data.Entity {
	e := data.Entity{Kind: data.KindID(words[0]), ID: data.EntityID(words[1]), Name: words[1]}
	for _, w := range words[2:] {
		stage, date, _ := strings.Cut(w, "=")
		var d edtf.Date
		if date != "" {
			d = edtf.MustParse(date)
		}
		if stage == "" {
			e.Date = d
		} else {
			e.Stages = append(e.Stages, data.Stage{Stage: stage, Date: d})
		}
	}
	return e
}

func relationOf(words []string, number int) data.Relation {
	predicate := strings.TrimSuffix(strings.TrimPrefix(words[1], "-"), "->")
	r := data.Relation{
		ID: data.RelationID(fmt.Sprintf("r%d", number)), From: data.EntityID(words[0]),
		Predicate: data.PredicateID(predicate), To: data.EntityID(words[2]),
	}
	for _, w := range words[3:] {
		if slices.Contains(grades[:], data.Status(w)) {
			r.Status = data.Status(w)
		} else {
			r.Date = edtf.MustParse(w)
		}
	}
	return r
}

// told writes a thread in short: "stated certain: law > law/in-force > case".
func told(t Thread) string {
	var marks []string
	for _, m := range t.Marks() {
		marks = append(marks, string(m))
	}
	return fmt.Sprintf("%s %s: %s", t.Status, t.Time, strings.Join(marks, " > "))
}

func TestRulesOfThreads(t *testing.T) {
	tests := []struct {
		name       string
		world      []string
		from, to   data.EntityID
		want       []string
		impossible string
	}{
		{
			name:  "influence runs against the sentence",
			world: []string{"law law in-force=2017-06", "agency police", "case case", "police -enforces-> law 2018", "police -detained-> case 2019"},
			from:  "law", to: "case",
			want: []string{"stated certain: law > law/in-force > police > case"},
		},
		{
			name:  "presence and opinion carry nothing",
			world: []string{"law law =2017", "person head", "organization group", "case case", "law -targets-> group 2018", "head -heads-> group", "head -subject-> case"},
			from:  "law", to: "case",
		},
		{
			name:  "arrest before enactment",
			world: []string{"law law in-force=2017-06", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > case",
		},
		{
			name:  "arrest before the law of that date, which has no stages",
			world: []string{"law law =2017", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > case",
		},
		{
			name:  "a repealed law is not enforced",
			world: []string{"law law in-force=2010 repealed=2014", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > case",
		},
		{
			name:  "a law repealed in the same year may have been enforced before",
			world: []string{"law law in-force=2010 repealed=2016", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "a law repealed at the very moment may have been enforced",
			world: []string{"law law in-force=2010 repealed=2016-03-01T12:00:00Z", "case case", "case -charged_under-> law 2016-03-01T12:00:00Z"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "a law repealed afterwards was in force",
			world: []string{"law law in-force=2010 repealed=2018", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			want: []string{"stated certain: law > law/in-force > case"},
		},
		{
			name:  "a draft leads on, as a draft",
			world: []string{"law law proposed=2015", "event protest", "law/proposed -led_to-> protest 2016"},
			from:  "law", to: "protest",
			want: []string{"stated certain: law > law/proposed > protest"},
		},
		{
			name:  "a relation that names a stage means that stage",
			world: []string{"law law proposed=2015 in-force=2017", "case case", "case -charged_under-> law/proposed 2016"},
			from:  "law", to: "case",
			want: []string{"stated certain: law > law/proposed > case"},
		},
		{
			name:  "a notice binds as issued",
			world: []string{"law notice issued=2017-01", "event crackdown", "crackdown -implements-> notice 2017-02"},
			from:  "notice", to: "crackdown",
			want: []string{"stated certain: notice > notice/issued > crackdown"},
		},
		{
			name:  "before a day is possible, not certain",
			world: []string{"law law in-force=2017-06", "case case", "case -charged_under-> law [..2018-04-19]"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "before the law is impossible",
			world: []string{"law law in-force=2017-06", "case case", "case -charged_under-> law [..2017-05-31]"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > case",
		},
		{
			name:  "the same day is possible",
			world: []string{"law law in-force=2017-06-01", "case case", "case -charged_under-> law 2017-06-01"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "the day after is certain",
			world: []string{"law law in-force=2017-06-01", "case case", "case -charged_under-> law 2017-06-02"},
			from:  "law", to: "case",
			want: []string{"stated certain: law > law/in-force > case"},
		},
		{
			name:  "an undated step is possible at most",
			world: []string{"event a =2014", "event b =2016", "a -led_to-> b"},
			from:  "a", to: "b",
			want: []string{"stated possible: a > b"},
		},
		{
			name:  "an undated step to an event that was over before",
			world: []string{"law law in-force=2017-06", "event ban =2016", "ban -implements-> law"},
			from:  "law", to: "ban",
			impossible: "stated impossible: law > law/in-force > ban",
		},
		{
			name:  "arrest before enactment, the step to the arrest undated",
			world: []string{"law law in-force=2017-06", "agency police", "case case arrested=2016-11", "police -enforces-> law", "police -detained-> case/arrested"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > police > case/arrested",
		},
		{
			name:  "a case of a date before the law, charged without a date",
			world: []string{"law law in-force=2017-06", "case case =2016", "case -charged_under-> law"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > case",
		},
		{
			name:  "an undated step to what was not over yet is possible, never certain",
			world: []string{"law law in-force=2017-06", "case case =2016/2018", "case -charged_under-> law"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "a date derived from stages makes nothing impossible",
			world: []string{"law law in-force=2017-06", "case case detained=2016", "case -charged_under-> law"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "a doubtful date of the event sets no bound",
			world: []string{"law law in-force=2017-06", "event ban =2016?", "ban -implements-> law"},
			from:  "law", to: "ban",
			want: []string{"stated possible: law > law/in-force > ban"},
		},
		{
			name:  "an agency may outlast its date",
			world: []string{"law law in-force=2017-06", "agency police =2016", "police -enforces-> law"},
			from:  "law", to: "police",
			want: []string{"stated possible: law > law/in-force > police"},
		},
		{
			name:  "a cause may be over before its effect",
			world: []string{"event a", "event b =2010", "event c", "a -led_to-> b", "b -led_to-> c 2016"},
			from:  "a", to: "c",
			want: []string{"stated possible: a > b > c"},
		},
		{
			name:  "a case before the law was passed",
			world: []string{"law law passed=2015", "case case =2014", "case -charged_under-> law 2014"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > case",
		},
		{
			name:  "a case of before the law was passed, charged without a date",
			world: []string{"law law passed=2015", "case case =2014", "case -charged_under-> law"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > case",
		},
		{
			name:  "when a passed law came into force is not known",
			world: []string{"law law passed=2015", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > case"},
		},
		{
			name:  "what rests on a passed law comes no earlier than the passing",
			world: []string{"law law passed=2015", "agency police", "case case", "police -enforces-> law", "police -detained-> case 2014"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > police > case",
		},
		{
			name:  "a mere draft proves nothing",
			world: []string{"law law drafted=2013", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > case"},
		},
		{
			name:  "a law without stages binds from its date",
			world: []string{"agency npc", "law law =2015", "case case", "npc -enacted-> law 2012", "case -charged_under-> law 2014"},
			from:  "npc", to: "case",
			impossible: "stated impossible: npc > law > case",
		},
		{
			name:  "a law without stages surely bound after its date",
			world: []string{"law law =2015", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			want: []string{"stated certain: law > case"},
		},
		{
			name:  "what a law prohibits it prohibits in force",
			world: []string{"law law in-force=2017-06", "concept ban", "event raids", "case case", "law -prohibits-> ban", "raids -enforces-> ban 2016", "raids -includes-> case 2016"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > ban > raids > case",
		},
		{
			name:  "what a law authorises it authorises in force",
			world: []string{"law law passed=2016-11 in-force=2017-06", "agency police", "case case", "law -authorises-> police", "police -detained-> case 2017-01"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > police > case",
		},
		{
			name:  "what a law defines it defines in force",
			world: []string{"law law in-force=2010", "charge charge", "case case", "charge -defined_in-> law", "case -charged_with-> charge 2009"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > charge > case",
		},
		{
			name:  "a law may lead to something before it binds",
			world: []string{"law law proposed=2015 in-force=2017", "event protest", "law -led_to-> protest 2016"},
			from:  "law", to: "protest",
			want: []string{"stated certain: law > protest"},
		},
		{
			name:  "a repealed law authorises nothing more",
			world: []string{"law law in-force=2010 repealed=2013", "event raids", "case case", "law -authorises-> raids 2016", "raids -includes-> case 2017"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > raids > case",
		},
		{
			name:  "a repeal that takes years counts from its beginning",
			world: []string{"law law in-force=2010 repealed=2013/2018", "event raids", "law -authorises-> raids 2016"},
			from:  "law", to: "raids",
			impossible: "stated impossible: law > law/in-force > raids",
		},
		{
			name:  "a repeal itself is no law that was repealed",
			world: []string{"law law in-force=2010 repealed=2013", "event releases", "law/repealed -requires-> releases 2014"},
			from:  "law", to: "releases",
			want: []string{"stated certain: law > law/repealed > releases"},
		},
		{
			name:  "beyond the span that is stated of a law nothing is certain",
			world: []string{"law law =2000/2005", "case case", "case -charged_under-> law 2012"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > case"},
		},
		{
			name:  "within it is",
			world: []string{"law law =2000/2015", "case case", "case -charged_under-> law 2012"},
			from:  "law", to: "case",
			want: []string{"stated certain: law > case"},
		},
		{
			name:  "a single date of a law is no end of it",
			world: []string{"law law =2000", "case case", "case -charged_under-> law 2012"},
			from:  "law", to: "case",
			want: []string{"stated certain: law > case"},
		},
		{
			name:  "what is amended was a law before",
			world: []string{"law law amended=2015", "case case", "case -charged_under-> law 2014"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > case"},
		},
		{
			name:  "a law in force on a day that is not told binds no earlier than it was passed",
			world: []string{"law law passed=2012 in-force=", "case case", "case -charged_under-> law 2010"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > case",
		},
		{
			name:  "in force by a day, passed after the charge",
			world: []string{"law law passed=2016-11-07 in-force=[..2018-04-19]", "case case", "case -charged_under-> law 2015"},
			from:  "law", to: "case",
			impossible: "stated impossible: law > law/in-force > case",
		},
		{
			name:  "in force by a day, passed before the charge",
			world: []string{"law law passed=2016-11-07 in-force=[..2018-04-19]", "case case", "case -charged_under-> law 2017"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "in force before it was passed: two dates of which one is wrong prove nothing",
			world: []string{"law law passed=2010 in-force=2008", "case case", "case -charged_under-> law 2009"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "a repealed law may still lead to something",
			world: []string{"law law in-force=2010 repealed=2013", "event outcry", "law -led_to-> outcry 2016"},
			from:  "law", to: "outcry",
			want: []string{"stated certain: law > outcry"},
		},
		{
			name:  "a span derived from stages makes nothing impossible, and before it nothing is certain",
			world: []string{"law law proposed=2015 in-force=2017", "event ban", "law -led_to-> ban 2014"},
			from:  "law", to: "ban",
			want: []string{"stated possible: law > ban"},
		},
		{
			name:  "nor before the first stage, where the span is written wider than the stages are: 201X",
			world: []string{"law law proposed=[2015..2017] in-force=2017", "event ban", "law -led_to-> ban 2014"},
			from:  "law", to: "ban",
			want: []string{"stated possible: law > ban"},
		},
		{
			name:  "nor before the first of stages that no one date tells",
			world: []string{"law law passed=[2016..] in-force=2018", "event ban", "law -led_to-> ban 2014"},
			from:  "law", to: "ban",
			want: []string{"stated possible: law > ban"},
		},
		{
			name:  "within a span derived from stages it is",
			world: []string{"law law proposed=2015 in-force=2017", "event ban", "law -led_to-> ban 2016"},
			from:  "law", to: "ban",
			want: []string{"stated certain: law > ban"},
		},
		{
			name:  "a doubtful date decides nothing",
			world: []string{"law law in-force=2017-06?", "case case", "case -charged_under-> law 2016"},
			from:  "law", to: "case",
			want: []string{"stated possible: law > law/in-force > case"},
		},
		{
			name:  "the next step may follow while a long one still lasts",
			world: []string{"event a", "event b", "event c", "a -led_to-> b 2014/2018", "b -led_to-> c 2016"},
			from:  "a", to: "c",
			want: []string{"stated certain: a > b > c"},
		},
		{
			name:  "an earlier step in the middle breaks what comes after",
			world: []string{"event a", "event b", "event c", "event d", "a -led_to-> b 2018", "b -led_to-> c", "c -led_to-> d 2017"},
			from:  "a", to: "d",
			impossible: "stated impossible: a > b > c > d",
		},
		{
			name:  "a cycle ends",
			world: []string{"event a", "event b", "event c", "a -led_to-> b", "b -led_to-> a", "b -led_to-> c", "c -led_to-> b"},
			from:  "a", to: "c",
			want: []string{"stated possible: a > b > c"},
		},
		{
			name:  "a loop leads nowhere",
			world: []string{"event a", "event b", "a -led_to-> a 2015", "a -led_to-> b 2016"},
			from:  "a", to: "b",
			want: []string{"stated certain: a > b"},
		},
		{
			name:  "a law is not left and entered again by another stage",
			world: []string{"law law drafted=2014 in-force=2017", "agency npc", "case case", "law/drafted -led_to-> npc 2015", "npc -enacted-> law/in-force 2017", "law/in-force -led_to-> case 2018"},
			from:  "law/drafted", to: "case",
			want: []string{"stated certain: law/drafted > law/in-force > case"},
		},
		{
			name:  "no change of stage after another",
			world: []string{"law law drafted=2014 passed=2016 in-force=2017", "case case", "case -charged_under-> law 2018"},
			from:  "law", to: "case",
			want: []string{"stated certain: law > law/in-force > case"},
		},
		{
			name:  "a later stage does not lead to an earlier one",
			world: []string{"law law drafted=2014 in-force=2017", "event a", "law/drafted -led_to-> a 2018"},
			from:  "law/in-force", to: "a",
		},
		{
			name:  "the goal is reached at a stage of the case",
			world: []string{"event a", "case case detained=2015 sentenced=2017", "a -led_to-> case/sentenced 2017"},
			from:  "a", to: "case",
			want: []string{"stated certain: a > case/sentenced"},
		},
		{
			name:  "a case leads to its stages",
			world: []string{"event a", "case case sentenced=2017", "a -led_to-> case 2015"},
			from:  "a", to: "case/sentenced",
			want: []string{"stated certain: a > case > case/sentenced"},
		},
		{
			name:  "a person stands for their cases",
			world: []string{"event a", "person wu", "case case", "wu -subject-> case", "a -led_to-> case 2015"},
			from:  "a", to: "wu",
			want: []string{"stated certain: a > case"},
		},
		{
			name: "weakest link before time before length before ids",
			world: []string{
				"event a", "event b", "event c",
				"a -led_to-> c 2015 possible", "a -led_to-> c", "a -led_to-> b 2014", "b -led_to-> c 2015", "a -led_to-> c disputed", "a -led_to-> c 2016 possible",
			},
			from: "a", to: "c",
			want: []string{"stated certain: a > b > c", "stated possible: a > c", "possible certain: a > c", "possible certain: a > c", "disputed possible: a > c"},
		},
		{
			name:  "the impossible thread with the fewest breaks",
			world: []string{"event a =2018", "event b", "event c", "a -led_to-> b 2015", "b -led_to-> c 2014", "a -led_to-> c 2016"},
			from:  "a", to: "c",
			impossible: "stated impossible: a > c",
		},
		{
			name:  "nothing leads to itself",
			world: []string{"event a", "event b", "a -led_to-> b", "b -led_to-> a"},
			from:  "a", to: "a",
		},
		{name: "the unknown", world: []string{"event a"}, from: "a", to: "nobody"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := NewTracer(world(t, tt.world...)).Threads(tt.from, tt.to, ThreadOptions{})
			var got []string
			for _, thread := range f.Threads {
				got = append(got, told(thread))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			impossible := ""
			if f.Impossible != nil {
				impossible = told(*f.Impossible)
			}
			if impossible != tt.impossible {
				t.Errorf("impossible: %q, want %q", impossible, tt.impossible)
			}
		})
	}
}

func TestBoundsSayWhatTheyLeftOut(t *testing.T) {
	lines := []string{"event a", "event b", "event c", "a -led_to-> b", "a -led_to-> b", "b -led_to-> c", "a -led_to-> c"}
	tracer := NewTracer(world(t, lines...))
	tests := []struct {
		o            ThreadOptions
		threads      int
		more, longer bool
	}{
		{ThreadOptions{}, 3, false, false},
		{ThreadOptions{Count: 2}, 2, true, false},
		{ThreadOptions{Hops: 1}, 1, false, true},
		{ThreadOptions{Hops: 1 << 30}, 3, false, false},
	}
	for _, tt := range tests {
		f := tracer.Threads("a", "c", tt.o)
		if len(f.Threads) != tt.threads || f.More != tt.more || f.Longer != tt.longer || f.Exhausted {
			t.Errorf("%+v: %d threads, more %v, longer %v, exhausted %v", tt.o, len(f.Threads), f.More, f.Longer, f.Exhausted)
		}
	}
	if f := tracer.Threads("a", "c", ThreadOptions{Work: 2}); !f.Exhausted {
		t.Error("two moves are enough for everything")
	}
}

func TestBoundsHideNoPairAndNoCaseInSilence(t *testing.T) {
	tracer := NewTracer(world(t, "law law =2010", "event a", "event b", "case far", "case old", "case lone", "charge theft",
		"a -enforces-> law 2011", "a -led_to-> b 2012", "b -led_to-> far 2013", "old -charged_under-> law 2009", "lone -subject-> theft"))
	o := ThreadOptions{Hops: 1}
	if f := tracer.Threads("law", "far", o); !f.Longer || f.Impossible != nil {
		t.Errorf("a thread of three steps, bound 1: %+v", f)
	}
	all := tracer.ThreadsAll(o)
	if len(all.Beyond) != 1 || all.Beyond[0].From != "law" || all.Beyond[0].To != "far" {
		t.Errorf("beyond the bound: %+v", all.Beyond)
	}
	var got []string
	for _, y := range tracer.Alone(all, o) {
		got = append(got, fmt.Sprintf("%s: %s, %s", y.To, y.Reason, y.From))
	}
	if want := []string{"far: too far, law", "lone: no connection, ", "old: broken, law"}; !slices.Equal(got, want) {
		t.Errorf("without a thread: %q, want %q", got, want)
	}
	if all = tracer.ThreadsAll(ThreadOptions{}); len(all.Beyond) != 0 {
		t.Errorf("nothing is beyond eight steps: %+v", all.Beyond)
	}
}

func TestWhatIsKnownIsToldHoweverManyCasesThereAre(t *testing.T) {
	lines := []string{"law law =2010"}
	for i := range 3000 {
		lines = append(lines, fmt.Sprintf("case c%04d", i))
	}
	tracer := NewTracer(world(t, append(lines, "c2999 -charged_under-> law 2009")...))
	list := tracer.Alone(tracer.ThreadsAll(ThreadOptions{}), ThreadOptions{})
	for i, want := range map[int]Reason{0: NoConnection, 2998: NotAsked, 2999: Broken} {
		if list[i].Reason != want {
			t.Errorf("%s: %s, want %s", list[i].To, list[i].Reason, want)
		}
	}
}

func TestSameIsWhatTheBeginningStandsFor(t *testing.T) {
	tracer := NewTracer(world(t, "law law in-force=2010", "case case charged=2011", "person li", "li -subject-> case"))
	for pair, want := range map[[2]data.EntityID]bool{
		{"law", "law"}: true, {"law/in-force", "law"}: true, {"case", "li"}: true, {"case/charged", "li"}: true,
		{"law", "law/in-force"}: false, {"law", "case"}: false, {"li", "case"}: false, {"nobody", "nobody"}: false,
	} {
		if got := tracer.Same(pair[0], pair[1]); got != want {
			t.Errorf("%v: %v", pair, got)
		}
	}
}

func TestStepsTellDraftsDerivedDatesAndClashes(t *testing.T) {
	x := world(t,
		"law law proposed=2015", "event a =2016/2018", "event b =2017/2019", "event c =2010",
		"a -enforces-> law", "a -led_to-> b", "b -led_to-> c",
	)
	f := NewTracer(x).Threads("law", "c", ThreadOptions{})
	if len(f.Threads) != 1 {
		t.Fatalf("%d threads, want 1", len(f.Threads))
	}
	steps := f.Threads[0].Steps
	if !steps[0].Draft || !steps[0].Inverse {
		t.Errorf("enforcing a law that is a draft: %+v", steps[0])
	}
	if !steps[1].Derived || steps[1].Date.String() != "2017/2018" || steps[1].Draft || steps[1].Inverse {
		t.Errorf("both exist from 2017 to 2018: %+v", steps[1])
	}
	if !steps[2].Apart || steps[2].Derived || !steps[2].Date.IsZero() {
		t.Errorf("the dates of b and c do not meet: %+v", steps[2])
	}
}

func TestBreaksNameTheStepAndWhatItWouldFollow(t *testing.T) {
	x := world(t, "event a", "event b", "event c", "law law =2018", "law old in-force=2000 repealed=2005", "law bill passed=2015", "case case",
		"a -led_to-> b 2018", "b -led_to-> c 2017", "law -led_to-> c 2016", "case -charged_under-> old 2010", "case -charged_under-> bill 2014")
	tracer := NewTracer(x)
	tests := []struct {
		from, to data.EntityID
		want     Break
	}{
		{"a", "c", Break{Step: 1, After: 0}},
		{"law", "c", Break{Step: 0, After: -1}},
		{"old", "case", Break{Step: 1, After: 0, Repealed: "old/repealed"}},
		{"bill", "case", Break{Step: 0, After: -1, Unbound: "bill/passed"}},
	}
	for _, tt := range tests {
		y := tracer.WhyNot(tt.from, tt.to, ThreadOptions{})
		if y.Reason != Broken || !slices.Equal(y.Thread.Breaks, []Break{tt.want}) {
			t.Errorf("%s to %s: %s %+v, want %+v", tt.from, tt.to, y.Reason, y.Thread, tt.want)
		}
	}
}

func TestEarlierStagesAreWarnedOf(t *testing.T) {
	x := world(t, "law law in-force=2017-06", "case case detained=2016-11 faces-indictment=2018", "event action",
		"action -enforces-> law 2017-07", "action -includes-> case/faces-indictment 2018")
	f := NewTracer(x).Threads("law", "case", ThreadOptions{})
	if len(f.Threads) != 1 || !slices.Equal(f.Threads[0].Earlier, []data.EntityID{"case/detained"}) {
		t.Errorf("got %+v, want a warning of the detention", f.Threads)
	}
}

func TestEarlierStagesDoNotStandOnTheThread(t *testing.T) {
	x := world(t, "law law passed=2009 in-force=2010", "case case detained=2009 charged=2012 sentenced=2013 released=2016", "case/charged -charged_under-> law 2012",
		"case other =2011 charged=2012", "other -charged_under-> law 2013")
	tracer := NewTracer(x)
	f := tracer.Threads("law", "case/sentenced", ThreadOptions{})
	if len(f.Threads) != 1 || !slices.Equal(f.Threads[0].Earlier, []data.EntityID{"case/detained"}) {
		t.Errorf("got %+v, want a warning of the detention alone", f.Threads)
	}
	if f = tracer.Threads("case/charged", "case/released", ThreadOptions{}); len(f.Threads) != 1 || !slices.Equal(f.Threads[0].Earlier, []data.EntityID{"case/detained"}) {
		t.Errorf("within the case: got %+v, want what was over before the charge", f.Threads)
	}
	if f = tracer.Threads("law", "other", ThreadOptions{}); len(f.Threads) != 1 || !f.Threads[0].Begun {
		t.Errorf("got %+v, want the case to have begun before", f.Threads)
	}
}

func TestOriginsListLawsApartFromCharges(t *testing.T) {
	x := world(t, "law law", "charge known", "charge alone", "event trigger", "event chain", "case case",
		"known -defined_in-> law", "case -charged_with-> known", "case -charged_with-> alone",
		"trigger -led_to-> chain", "chain -led_to-> case")
	got := NewTracer(x).Origins("case")
	if !slices.Equal(got.Laws, []data.EntityID{"law"}) || !slices.Equal(got.Without, []data.EntityID{"alone", "trigger"}) {
		t.Errorf("got %+v, want the law, and apart the charge alone and the first event", got)
	}
}

func TestWhyNotAnswers(t *testing.T) {
	x := world(t, "event a", "event b", "event c", "event d", "event far", "person p",
		"a -led_to-> b", "b -led_to-> c", "p -criticised-> c", "a -led_to-> d 2016", "d -led_to-> far 2015")
	tracer := NewTracer(x)
	tests := []struct {
		from, to data.EntityID
		hops     int
		want     Reason
	}{
		{"a", "c", 2, HasThread}, {"a", "c", 1, TooFar}, {"a", "p", 8, NotCarrying}, {"c", "a", 8, NotCarrying},
		{"a", "far", 8, Broken}, {"a", "nobody", 8, NoConnection},
	}
	for _, tt := range tests {
		if y := tracer.WhyNot(tt.from, tt.to, ThreadOptions{Hops: tt.hops}); y.Reason != tt.want {
			t.Errorf("%s to %s within %d: %s, want %s", tt.from, tt.to, tt.hops, y.Reason, tt.want)
		}
	}
	y := tracer.WhyNot("a", "p", ThreadOptions{})
	want := []Link{{"r0", "a", "b", true}, {"r1", "b", "c", true}, {"r2", "c", "p", false}}
	if !slices.Equal(y.Links, want) {
		t.Errorf("links %+v, want %+v", y.Links, want)
	}
}

func TestRulingsAreCheckedByDates(t *testing.T) {
	x := world(t, "law rules proposed=2017-08 in-force=2017-10", "case case detained=2017-09", "case late detained=2018", "event e", "rules -led_to-> e", "case told detained=2016-11 indicted=[..2017-04-19]")
	x.Dataset.RuledOut = []data.RuledOut{{ID: "1", From: "rules", To: "case"}, {ID: "2", From: "rules", To: "late"}, {ID: "3", From: "rules", To: "e"}, {ID: "4", From: "rules", To: "told"}}
	tracer := NewTracer(x)
	got := tracer.RuledOut(ThreadOptions{})
	for i, want := range []edtf.Order{edtf.Impossible, edtf.Certain, edtf.Possible, edtf.Impossible} {
		if got[i].Order != want || (got[i].Thread != nil) != (i == 2) {
			t.Errorf("%s: order %s, thread %v; want %s", got[i].Record.ID, got[i].Order, got[i].Thread, want)
		}
	}
	if y := tracer.WhyNot("rules/in-force", "case", ThreadOptions{}); y.Ruled == nil || y.Ruled.ID != "1" {
		t.Errorf("the ruling on the law is not found for its stage: %+v", y.Ruled)
	}
}

func TestThreadsAllLeavesNoCaseUnsaid(t *testing.T) {
	x := world(t, "law law in-force=2017", "law late in-force=2019", "charge charge", "case led", "case charged", "case alone",
		"led -charged_under-> law 2018", "charged -charged_with-> charge", "led -charged_under-> late 2018")
	all := NewTracer(x).ThreadsAll(ThreadOptions{})
	if len(all.Pairs) != 2 || all.Pairs[0].Impossible == nil || len(all.Pairs[1].Threads) != 1 {
		t.Errorf("pairs %+v", all.Pairs)
	}
	if len(all.Charges) != 1 || all.Charges[0].From != "charge" {
		t.Errorf("charges %+v", all.Charges)
	}
	if !slices.Equal(all.Cases, []data.EntityID{"alone"}) {
		t.Errorf("cases without a thread: %v", all.Cases)
	}
}

func TestThreadIDsTellParallelRelationsApart(t *testing.T) {
	f := NewTracer(world(t, "event a", "event b", "a -led_to-> b", "a -led_to-> b")).Threads("a", "b", ThreadOptions{})
	if len(f.Threads) != 2 || f.Threads[0].ID() == f.Threads[1].ID() {
		t.Fatalf("got %+v", f.Threads)
	}
	if got, want := f.Threads[0].ID(), "a--b--"; !strings.HasPrefix(got, want) {
		t.Errorf("id %q, want it to begin with %q", got, want)
	}
}
