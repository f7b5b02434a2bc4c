package graph_test

import (
	"fmt"

	lib "github.com/dominikbraun/graph"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
)

func notice() *data.Index {
	return data.NewIndex(&data.Dataset{
		Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{
			{ID: "notice", Kind: "law", Name: "Notice on networks", Stages: []data.Stage{{Stage: "issued", Date: edtf.MustParse("2017-01")}}},
			{ID: "crackdown", Kind: "event", Name: "Crackdown"},
			{ID: "seller", Kind: "person", Name: "A seller"},
			{ID: "case-seller", Kind: "case", Name: "Case of a seller"},
		},
		Relations: []data.Relation{
			{ID: "r1", From: "crackdown", Predicate: "implements", To: "notice", Date: edtf.MustParse("2017-02"), Status: data.Possible},
			{ID: "r2", From: "crackdown", Predicate: "includes", To: "case-seller", Date: edtf.MustParse("2017-12")},
			{ID: "r3", From: "seller", Predicate: "subject", To: "case-seller"},
		},
	})
}

func ExampleTracer_Threads() {
	tracer := graph.NewTracer(notice())
	// A person stands for their cases.
	found := tracer.Threads("notice", "seller", graph.ThreadOptions{})
	for _, thread := range found.Threads {
		fmt.Println(thread.Status, "as its weakest step,", thread.Time, "in time")
		for _, s := range thread.Steps {
			fmt.Println(" ", s.From, "->", s.To, s.Date)
		}
	}
	// Output:
	// possible as its weakest step, certain in time
	//   notice -> notice/issued 2017-01
	//   notice/issued -> crackdown 2017-02
	//   crackdown -> case-seller 2017-12
}

func ExampleTracer_WhyNot() {
	why := graph.NewTracer(notice()).WhyNot("seller", "notice", graph.ThreadOptions{})
	fmt.Println(why.Reason)
	for _, link := range why.Links {
		fmt.Println(link.From, "-", link.To, link.Carries)
	}
	// Output:
	// not carrying
	// seller - case-seller false
	// case-seller - crackdown false
	// crackdown - notice false
}

func ExampleNetwork_Layout() {
	network := graph.New(notice(), graph.Options{})
	drawing := network.Layout(graph.LayoutOptions{Width: 400, Aspect: 1})
	for _, p := range drawing.Placed {
		fmt.Println(p.ID, p.Text, p.Show)
	}
	// Output:
	// case-seller Case of a seller true
	// crackdown Crackdown true
	// notice Notice on networks true
	// seller A seller true
}

func ExampleNetwork_Directed() {
	network := graph.New(notice(), graph.Options{})
	order, err := lib.StableTopologicalSort(network.Directed(), func(a, b data.EntityID) bool { return a < b })
	fmt.Println(order, err)
	// Output:
	// [crackdown seller notice case-seller] <nil>
}
