package page_test

import (
	"fmt"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/page"
)

func ExampleWrite() {
	ds := &data.Dataset{
		Title: "A law and a case", Kinds: data.BuiltinKinds,
		Entities: []data.Entity{{ID: "a-law", Kind: "law", Name: "A Law"}, {ID: "a-case", Kind: "case", Name: "A Case"}},
	}
	var html strings.Builder
	err := page.Write(&html, page.Page{
		Model: page.NewModel(data.NewIndex(ds)),
		Views: []page.View{page.Table, page.Sources},
	})
	fmt.Println(err)
	for line := range strings.Lines(html.String()) {
		if strings.Contains(line, "<title>") || strings.Contains(line, "things") && strings.HasPrefix(line, "<p") {
			fmt.Print(line)
		}
	}
	// Output:
	// <nil>
	// <title>A law and a case</title>
	// <p class="counts">0 sources · 2 things · 0 relations</p>
}
