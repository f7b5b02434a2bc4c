package jsongraph

import (
	"strings"
	"testing"
)

// TestOneBrokenLinkDoesNotChangeWhatTheOthersName: links by number stay so, and
// a number that many nodes share is no id.
func TestOneBrokenLinkDoesNotChangeWhatTheOthersName(t *testing.T) {
	const nodes = `{"nodes":[{"name":"Ann","group":1},{"name":"Bo","group":1},{"name":"Cy","group":2}],"links":[`
	for links, want := range map[string]string{
		`{"source":1,"target":0},{"source":2,"target":1}`:                         "bo>ann cy>bo",
		`{"source":1,"target":0},{"source":2,"target":9}`:                         "bo>ann",
		`{"source":1,"target":2},{"source":2,"target":7}`:                         "bo>cy",
		`{"source":"Ann","target":"Bo"},{"source":"Bo","target":"Nobody"}`:        "ann>bo",
		`{"source":101,"target":102},{"source":102,"target":103}`:                 "",
		`{"source":1,"target":0},{"source":2,"target":9},{"source":0,"target":2}`: "ann>cy bo>ann",
	} {
		ds, _ := imported(t, nodes+links+`]}`)
		var got []string
		for _, r := range ds.Relations {
			got = append(got, string(r.From+">"+r.To))
		}
		if text := strings.Join(got, " "); text != want || len(ds.Entities) != 3 {
			t.Errorf("%s: %q, want %q", links, text, want)
		}
	}
}

// TestANodeThatIsNullIsCounted: below its id it is a node of which nothing is
// said, and in a list it keeps its number.
func TestANodeThatIsNullIsCounted(t *testing.T) {
	ds, report := imported(t, `{"nodes":[{"name":"Ann"},null,{"name":"Cy"}],"links":[{"source":0,"target":2}]}`)
	if len(ds.Relations) != 1 || ds.Relations[0].To != "cy" || len(report.Issues) == 0 {
		t.Errorf("%+v %+v", ds.Relations, report.Issues)
	}
}
