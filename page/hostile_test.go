package page

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
)

// nasty are texts that have broken pages elsewhere.
var nasty = []string{
	`</script><script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `__f__(alert(1))__f__`, `{b|x}`, `{{.Title}}`, `__proto__`,
	"\u202eevil\u202c", `javascript:alert(1)`, `image://x`, `"><svg onload=alert(1)>`, `<!--<script>`, `]]>`, `</title></style></pre>`,
	"\u2028\u2029", `'';!--"<XSS>=&{()}`, `<!--#exec-->`, "a\x00b", "\xff\xfe", `&lt;b&gt;`, `</template>`, `<plaintext>`,
}

// hostile says one text wherever a dataset may say something.
func hostile(s string) *data.Dataset {
	id := data.EntityID(s)
	ev := []data.Evidence{{Source: data.SourceID(s), At: s, Terms: []string{s}, By: s, Note: s, Status: data.Status(s)}}
	return &data.Dataset{
		Title: s, Standfirst: s, Lang: s, Licence: s, About: s + "\n\n- [x](" + s + ")\n\n" + s,
		Kinds:     []data.Kind{{ID: data.KindID(s), Label: s, Plural: s, Light: s, Dark: s, Symbol: s}},
		Sources:   []data.Source{{ID: data.SourceID(s), Publisher: s, Authors: []string{s}, Title: s, URL: s, Archive: s, Lang: s, Note: s}},
		Entities:  []data.Entity{{ID: id, Kind: data.KindID(s), Name: s, Short: s, Names: map[string]string{s: s}, Summary: s, Links: []data.Link{{Label: s, URL: s}}, Evidence: ev, Stages: []data.Stage{{Stage: s, Label: s, Note: s}}}},
		Relations: []data.Relation{{ID: data.RelationID(s), From: id, To: id, Predicate: data.PredicateID(s), Note: s, Evidence: ev}},
		Figures:   []data.Figure{{ID: s, Counts: s, Value: s, Bound: s, Of: s, Unit: s}},
		Conflicts: []data.Conflict{{ID: s, About: s, Field: s, Note: s, Readings: []data.Reading{{Value: s, Evidence: ev}}}},
		RuledOut:  []data.RuledOut{{ID: s, From: id, To: id, Reason: s}},
		Story:     []data.Step{{ID: s, Title: s, Text: s, Notes: s}},
	}
}

// shape is what a page is made of, texts and values left out.
func shape(t *testing.T, page string) string {
	var b strings.Builder
	all(t, page, func(n *html.Node, attrs map[string]string) {
		b.WriteString("<" + n.Data)
		for _, key := range []string{"onerror", "onload", "src", "id", "style"} {
			if v, ok := attrs[key]; ok {
				b.WriteString(" " + key + "=" + v)
			}
		}
	})
	return b.String()
}

func TestHostileTextStaysText(t *testing.T) {
	p := Page{Views: []View{Table}}
	want := shape(t, write(t, hostile("plain"), p))
	for _, s := range nasty {
		page := write(t, hostile(s), p)
		if got := shape(t, page); got != want {
			t.Errorf("%q changes what the page is made of:\n%s\nwant\n%s", s, got, want)
		}
		all(t, page, func(n *html.Node, attrs map[string]string) {
			if h := attrs["href"]; strings.HasPrefix(strings.ToLower(strings.TrimSpace(h)), "javascript:") {
				t.Errorf("%q is a link to follow", h)
			}
		})
	}
}

func TestAnyTextComesBackFromTheIsland(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.OneOf(rapid.SampledFrom(nasty), rapid.String()).Draw(rt, "text")
		want := strings.ToValidUTF8(s, "\ufffd")
		page := write(t, hostile(s), Page{Views: []View{Table}})
		var m Model
		if err := json.Unmarshal([]byte(islandsOf(t, page)["rt-model"]), &m); err != nil {
			rt.Fatal(err)
		}
		if got := nameOf(t, page, m.Things[0]); got != want && strings.ToValidUTF8(s, "") == s {
			rt.Errorf("name %q came back as %q", s, got)
		}
	})
}

// nameOf is the name of a page's only thing, which the island may leave to the
// words.
func nameOf(t *testing.T, page string, thing Thing) string {
	names := []string{thing.Name}
	all(t, page, func(n *html.Node, attrs map[string]string) {
		if n.Data == "b" && n.Parent.Data == "li" {
			names = append(names, inner(n))
		}
	})
	if thing.Name == "" {
		return names[1]
	}
	return names[0]
}
