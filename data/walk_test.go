package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// walked are the paths and values that a walk hands on.
func walked(t *testing.T, text string, lists ...string) []string {
	t.Helper()
	var got []string
	problems := WalkJSON("x.json", []byte(text), lists, func(path string, v Value) error {
		got = append(got, path+" "+v.JSON())
		return nil
	})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestListsWithinTheItemsOfAListAreTakenApart(t *testing.T) {
	text := `{"a":1,"graphs":[{"id":"x","nodes":[1,2]},{"nodes":[3],"edges":{"k":4}},5],"nodes":[6]}`
	want := []string{"a 1", `graphs[0].id "x"`, "graphs[0].nodes 1", "graphs[0].nodes 2", "graphs[1].nodes 3", `graphs[1].edges {"k":4}`, "graphs[2] 5", "nodes [6]"}
	if diff := cmp.Diff(want, walked(t, text, "graphs[].nodes")); diff != "" {
		t.Error(diff)
	}
}

func TestAMapIsTakenApartWhereAListBelowItIsNamed(t *testing.T) {
	want := []string{`nodes.a {"x":1}`, `nodes.b.c[0] [2]`}
	if diff := cmp.Diff(want, walked(t, `{"nodes":{"a":{"x":1},"b.c[0]":[2]}}`, "nodes", "nodes.")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"nodes 1", "nodes 2"}, walked(t, `{"nodes":[1,2]}`, "nodes", "nodes.")); diff != "" {
		t.Error(diff)
	}
}
