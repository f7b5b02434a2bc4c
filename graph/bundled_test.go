package graph

import (
	"testing"

	"github.com/redthread/redthread/data"
)

// bundled is the network that readers of the briefing see.
func bundled(t testing.TB) *data.Index {
	t.Helper()
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return data.NewIndex(ds)
}

func TestBundledNetworkIsReadable(t *testing.T) {
	n := New(bundled(t), Options{})
	for shape, o := range shapes {
		d := n.Layout(o)
		checkDrawing(t, d)
		shown := 0
		for _, p := range d.Placed {
			if p.Show {
				shown++
			}
		}
		t.Logf("%s: %d things, %d relations, %d communities; silhouette %.3f, %d labels, %d crossings",
			shape, n.Len(), n.Size(), len(d.Communities.Groups), d.Silhouette, shown, d.Crossings)
		if d.Silhouette < 0.25 {
			t.Errorf("%s: mean silhouette %.3f, want at least 0.25: the communities are not apart", shape, d.Silhouette)
		}
		for rank, v := range n.ByDegree() {
			if rank < 12 && !d.Placed[v].Show {
				t.Errorf("%s: %s, number %d by degree, is not named", shape, d.Placed[v].ID, rank+1)
			}
		}
	}
}

func TestBundledThreadsKeepTheRules(t *testing.T) {
	x := bundled(t)
	tracer := NewTracer(x)
	all := tracer.ThreadsAll(ThreadOptions{})
	for _, f := range append(all.Pairs, all.Charges...) {
		if f.Exhausted {
			t.Errorf("%s to %s: the search was given up", f.From, f.To)
		}
		brutes := bruteThreads(x, f.From, f.To, 8)
		for i, thread := range f.Threads {
			if got, want := len(thread.Steps), len(brutes[i].steps); got != want {
				t.Errorf("%s to %s: thread %d has %d steps, trying every chain gives %d", f.From, f.To, i, got, want)
			}
		}
	}
	for _, r := range tracer.RuledOut(ThreadOptions{}) {
		if r.Thread != nil {
			t.Errorf("%s is ruled out and yet the dataset has %s", r.Record.ID, told(*r.Thread))
		}
	}
}
