package graph

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
)

var labels = []string{"Cyber Security Law", "吴向洋", "World Internet Conference", "Police", "", "Cyberspace Administration of China"}

// named is a network whose labels have all widths.
func named(nodes int, from, to []int32) *Network {
	ds := &data.Dataset{Predicates: data.BuiltinPredicates}
	for v := range nodes {
		ds.Entities = append(ds.Entities, data.Entity{
			ID: data.EntityID(fmt.Sprintf("e%04d", v)), Kind: "event", Name: labels[v%len(labels)],
		})
	}
	for i := range from {
		ds.Relations = append(ds.Relations, data.Relation{
			ID: data.RelationID(fmt.Sprintf("r%04d", i)), Predicate: "related_to",
			From: ds.Entities[from[i]].ID, To: ds.Entities[to[i]].ID,
		})
	}
	return New(data.NewIndex(ds), Options{})
}

// briefing is about as large as a dataset of five articles: communities, hubs,
// a few small components, isolates.
func briefing() *Network {
	core := clustered(112, 200, 7, 5)
	from, to := core.from, core.to
	for v := int32(113); v < 118; v++ {
		from, to = append(from, v), append(to, 112)
	}
	from, to = append(from, 118, 120, 121), append(to, 119, 121, 122)
	return named(130, from, to)
}

var shapes = map[string]LayoutOptions{
	"landscape": {},
	"portrait":  {Width: 430, Aspect: 0.7},
	"square":    {Width: 700, Aspect: 1},
}

// checkDrawing asserts what every drawing promises.
func checkDrawing(t interface{ Errorf(string, ...any) }, d Drawing) {
	for i, p := range d.Placed {
		inside := p.X >= 0 && p.X <= d.Width && p.Y >= 0 && p.Y <= d.Height // false for NaN
		if !inside {
			t.Errorf("%s stands at %v, %v, outside %v x %v", p.ID, p.X, p.Y, d.Width, d.Height)
		}
		if !p.Show {
			continue
		}
		box := p.LabelBox()
		if box.Left < 0 || box.Top < 0 || box.Right > d.Width || box.Bottom > d.Height {
			t.Errorf("the label of %s leaves the canvas: %+v", p.ID, box)
		}
		for j, q := range d.Placed {
			if i != j && box.Overlaps(q.Mark()) {
				t.Errorf("the label of %s covers the mark of %s", p.ID, q.ID)
			}
			if i < j && q.Show && box.Overlaps(q.LabelBox()) {
				t.Errorf("the labels of %s and %s overlap", p.ID, q.ID)
			}
		}
	}
}

func TestLayoutKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := anyNetwork(t)
		n := named(raw.Len(), raw.from, raw.to)
		o := shapes[rapid.SampledFrom([]string{"landscape", "portrait", "square"}).Draw(t, "shape")]
		o.Seed = rapid.Uint64().Draw(t, "seed")
		d := n.Layout(o)
		if len(d.Placed) != n.Len() {
			t.Fatalf("%d of %d nodes are placed", len(d.Placed), n.Len())
		}
		checkDrawing(t, d)
	})
}

func TestLayoutOfEveryTopology(t *testing.T) {
	star := func(leaves int) *Network {
		from, to := make([]int32, leaves), make([]int32, leaves)
		for i := range to {
			to[i] = int32(i + 1)
		}
		return named(leaves+1, from, to)
	}
	path := func(nodes int) *Network {
		var from, to []int32
		for v := range int32(nodes - 1) {
			from, to = append(from, v), append(to, v+1)
		}
		return named(nodes, from, to)
	}
	clique := func(nodes int) *Network {
		var from, to []int32
		for v := range int32(nodes) {
			for w := range v {
				from, to = append(from, v), append(to, w)
			}
		}
		return named(nodes, from, to)
	}
	tests := map[string]*Network{
		"nothing": named(0, nil, nil), "one": named(1, nil, nil), "pair": path(2), "three": path(3),
		"star": star(60), "path": path(50), "clique": clique(25), "isolates": named(300, nil, nil),
		"thousands of isolates": named(4000, nil, nil), "two of a kind": twice(star(30)), "briefing": briefing(),
		"large": clustered(1200, 2600, 12, 1),
	}
	for name, n := range tests {
		for shape, o := range shapes {
			t.Run(name+" "+shape, func(t *testing.T) { checkDrawing(t, n.Layout(o)) })
		}
	}
}

func twice(n *Network) *Network {
	from, to := slices.Clone(n.from), slices.Clone(n.to)
	for r := range n.from {
		from = append(from, n.from[r]+int32(n.Len()))
		to = append(to, n.to[r]+int32(n.Len()))
	}
	return named(2*n.Len(), from, to)
}

func TestMarksDoNotOverlap(t *testing.T) {
	for shape, o := range shapes {
		d := briefing().Layout(o)
		for i, p := range d.Placed {
			for _, q := range d.Placed[i+1:] {
				if p.Mark().Overlaps(q.Mark()) {
					t.Errorf("%s: the marks of %s (%.0f, %.0f) and %s (%.0f, %.0f) overlap", shape, p.ID, p.X, p.Y, q.ID, q.X, q.Y)
				}
			}
		}
	}
}

func TestTwelveOfTheHighestDegreeAreNamed(t *testing.T) {
	for shape, o := range shapes {
		n := briefing()
		d := n.Layout(o)
		for rank, v := range n.ByDegree() {
			if p := d.Placed[v]; rank < 12 && p.TextWidth > 0 && !p.Show {
				t.Errorf("%s: %s, of degree %d, shows no label", shape, p.ID, n.Degree(v).Total)
			}
		}
	}
}

func TestCommunitiesStandApart(t *testing.T) {
	least := map[string]float64{"landscape": 0.2, "portrait": 0.15, "square": 0.2}
	for shape, o := range shapes {
		d := briefing().Layout(o)
		t.Logf("%s: silhouette %.3f, %d crossings", shape, d.Silhouette, d.Crossings)
		if d.Silhouette < least[shape] {
			t.Errorf("%s: mean silhouette %.3f, want at least %.2f", shape, d.Silhouette, least[shape])
		}
	}
}

func TestMostLabelsShowInLandscape(t *testing.T) {
	shown, all := 0, 0
	for _, p := range briefing().Layout(LayoutOptions{}).Placed {
		if p.TextWidth > 0 {
			all++
		}
		if p.Show {
			shown++
		}
	}
	if shown*10 < all*8 {
		t.Errorf("%d of %d labels show, want four fifths", shown, all)
	}
}

func TestIsolatesStandInTheStrip(t *testing.T) {
	n := briefing()
	d := n.Layout(LayoutOptions{})
	for v, p := range d.Placed {
		lonely := len(n.Neighbours(int32(v))) == 0
		if lonely && p.Y < d.Strip {
			t.Errorf("%s has no neighbour and stands at %.0f above the strip at %.0f", p.ID, p.Y, d.Strip)
		}
		if v < 112 && p.Y >= d.Strip {
			t.Errorf("%s of the large component stands in the strip", p.ID)
		}
	}
}

func TestLayoutIsTheSameForAnyOrderOfTheInput(t *testing.T) {
	ds := small()
	want := New(data.NewIndex(ds), Options{}).Layout(LayoutOptions{})
	rapid.Check(t, func(t *rapid.T) {
		ds := small()
		ds.Entities = rapid.Permutation(ds.Entities).Draw(t, "entities")
		ds.Relations = rapid.Permutation(ds.Relations).Draw(t, "relations")
		if got := New(data.NewIndex(ds), Options{}).Layout(LayoutOptions{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got.Placed, want.Placed)
		}
	})
}

func TestSilhouetteOfTwoPairs(t *testing.T) {
	x, y := []float64{0, 0, 10, 10}, []float64{0, 1, 0, 1}
	want := (math.Sqrt(101)+10)/2 - 1
	want /= (math.Sqrt(101) + 10) / 2
	if got := Silhouette(x, y, []int32{0, 0, 1, 1}); math.Abs(got-want) > 1e-12 {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Silhouette(x, y, []int32{0, 1, 0, 1}); got > -0.4 {
		t.Errorf("interleaved groups score %v, want far below 0", got)
	}
}

// fingerprint is the hash of drawings of all shapes with every bit of every
// number.
func fingerprint() string {
	h := sha256.New()
	for _, n := range []*Network{briefing(), clustered(700, 1500, 9, 2)} {
		for _, shape := range []string{"landscape", "portrait", "square"} {
			if err := json.NewEncoder(h).Encode(n.Layout(shapes[shape])); err != nil {
				panic(err)
			}
		}
		fmt.Fprint(h, n.Betweenness())
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

const fingerprintFile = "testdata/layout.sha256"

// The golden holds on every processor and for any number of them. Write it
// again with: go test ./graph -run Fingerprint -update
func TestFingerprintOfTheLayout(t *testing.T) {
	for _, procs := range []int{1, 2, 8} {
		before := runtime.GOMAXPROCS(procs)
		got := fingerprint()
		runtime.GOMAXPROCS(before)
		if *update {
			writeGolden(t, got)
		}
		want, err := os.ReadFile(fingerprintFile)
		if err != nil {
			t.Fatal(err)
		}
		if got+"\n" != string(want) {
			t.Errorf("GOMAXPROCS=%d: %s, want %s: if the layout was meant to change, run with -update", procs, got, want)
		}
	}
}

func writeGolden(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(fingerprintFile, []byte(text+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// arm64 fuses multiply and add where the source allows it; the same golden must
// hold there.
func TestFingerprintOnARM64(t *testing.T) {
	if testing.Short() {
		t.Skip("cross-compiles and emulates: left out by -short")
	}
	if runtime.GOARCH == "arm64" {
		t.Skip("this is arm64: TestFingerprintOfTheLayout has it")
	}
	qemu, err := exec.LookPath("qemu-aarch64")
	if err != nil {
		qemu, err = exec.LookPath("qemu-aarch64-static")
	}
	if err != nil {
		t.Skip("qemu-aarch64 is not installed (Debian: apt-get install qemu-user): the layout was not compared with arm64")
	}
	binary := filepath.Join(t.TempDir(), "graph.test")
	build := exec.Command("go", "test", "-c", "-o", binary, ".")
	build.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building for arm64: %v\n%s", err, out)
	}
	run := exec.Command(qemu, binary, "-test.run", "^TestFingerprintOfTheLayout$")
	if out, err := run.CombinedOutput(); err != nil {
		t.Errorf("on arm64: %v\n%s", err, out)
	}
}

// Making room for the names of a block in a narrow strip once pushed its marks
// over the left edge of an upright canvas.
func TestBlockInAnUprightStripStaysOnTheCanvas(t *testing.T) {
	n := named(19, []int32{2, 2, 17, 3, 1, 1, 4}, []int32{0, 5, 6, 0, 4, 6, 1})
	checkDrawing(t, n.Layout(shapes["portrait"]))
}

// TestSmallPiecesStandApart: in a network of many small pieces rows were lower
// than marks, and pairs stood upon each other.
func TestSmallPiecesStandApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var from, to []int32
		nodes := int32(0)
		for range rapid.IntRange(1, 40).Draw(t, "pieces") {
			size := int32(rapid.IntRange(1, 6).Draw(t, "size"))
			for v := nodes + 1; v < nodes+size; v++ {
				to = append(to, v)
				from = append(from, rapid.Int32Range(nodes, v-1).Draw(t, "parent"))
			}
			nodes += size
		}
		for range rapid.IntRange(0, 30).Draw(t, "parallels") {
			if len(from) > 0 {
				e := rapid.IntRange(0, len(from)-1).Draw(t, "edge")
				from, to = append(from, from[e]), append(to, to[e])
			}
		}
		n := named(int(nodes), from, to)
		d := n.Layout(shapes[rapid.SampledFrom([]string{"landscape", "portrait", "square"}).Draw(t, "shape")])
		checkDrawing(t, d)
		for i, p := range d.Placed {
			for _, q := range d.Placed[:i] {
				if p.Mark().grown(-0.25).Overlaps(q.Mark().grown(-0.25)) { // half a pixel cannot be seen
					t.Fatalf("%s at %+v and %s at %+v stand upon each other", p.ID, p.Mark(), q.ID, q.Mark())
				}
			}
		}
	})
}

// TestOneRelationIsNoFullMark: where 1 was the highest degree, every joined
// mark had the full size.
func TestOneRelationIsNoFullMark(t *testing.T) {
	few := named(10, []int32{0, 2, 4}, []int32{1, 3, 5}).Layout(LayoutOptions{})
	if joined, alone := few.Placed[0].Size, few.Placed[9].Size; joined > 16 || joined <= alone {
		t.Errorf("a mark of one relation is %v px, of none %v", joined, alone)
	}
}

// TestPiecesOfOneSizeShareTheCanvas: five pairs and thirty single things were
// squeezed into the lowest fifth, one pair had the rest.
func TestPiecesOfOneSizeShareTheCanvas(t *testing.T) {
	d := named(40, []int32{0, 2, 4, 6, 8}, []int32{1, 3, 5, 7, 9}).Layout(LayoutOptions{})
	above := 0
	for _, p := range d.Placed[:10] {
		if p.Y < d.Strip {
			above++
		}
	}
	if above != 10 {
		t.Errorf("%d of the ten joined things stand above the strip", above)
	}
}
