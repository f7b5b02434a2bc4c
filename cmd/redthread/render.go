package main

import (
	"bytes"
	"slices"
	"sync"

	"github.com/redthread/redthread/chart"
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
	"github.com/redthread/redthread/page"
	"github.com/redthread/redthread/timeline"
)

// file is what build writes and serve serves.
type file struct {
	name    string
	content []byte
}

type renderOptions struct {
	shared bool // --shared-assets
}

// documents are the pages of a dataset; a view alone brings its words.
var documents = []struct {
	name  string
	views []page.View
}{
	{"index.html", []page.View{page.Threads, page.Timeline, page.Network, page.Flow, page.Table, page.Sources}},
	{"threads.html", []page.View{page.Threads, page.Table}},
	{"timeline.html", []page.View{page.Timeline, page.Table}},
	{"network.html", []page.View{page.Network, page.Table}},
}

// render makes every file of a dataset, in memory: nothing is written when one
// of them fails.
func render(ds *dataset, o renderOptions) ([]file, error) {
	x := data.NewIndex(ds.Dataset)
	tracer := graph.NewTracer(x)
	all := tracer.ThreadsAll(graph.ThreadOptions{})
	options, err := drawCharts(x, tracer, all)
	if err != nil {
		return nil, &dataError{err}
	}
	model := page.NewModel(x)
	packed, err := page.Pack(model, options)
	if err != nil {
		return nil, &dataError{err}
	}
	dated := anyDated(x)
	files := make([]file, len(documents))
	var steps []func() error
	for i, d := range documents {
		steps = append(steps, func() error {
			var b bytes.Buffer
			err := page.Write(&b, page.Page{Model: model, Views: inOrder(d.views, all, dated), Options: options, Packed: packed, Shared: o.shared})
			files[i] = file{d.name, b.Bytes()}
			return err
		})
	}
	if err := together(steps...); err != nil {
		return nil, &dataError{err}
	}
	if o.shared {
		for _, a := range page.SharedAssets() {
			files = append(files, file{a.Name, []byte(a.Text)})
		}
	}
	return files, nil
}

// inOrder lets a dataset without threads open on its timeline, and one without
// dates on its network.
func inOrder(views []page.View, all graph.All, dated bool) []page.View {
	if views[0] != page.Threads || !slices.Contains(views, page.Timeline) || len(all.Pairs)+len(all.Charges) > 0 {
		return views
	}
	front := []page.View{page.Timeline, page.Network, page.Threads}
	if !dated {
		front = []page.View{page.Network, page.Timeline, page.Threads}
	}
	rest := slices.DeleteFunc(slices.Clone(views), func(v page.View) bool { return slices.Contains(front, v) })
	return append(front, rest...)
}

// anyDated tells whether a thing has a date, so that a timeline shows something.
func anyDated(x *data.Index) bool {
	return slices.ContainsFunc(x.Things(), func(t data.Thing) bool { return !t.Date.IsZero() })
}

// drawCharts makes the options of each chart.
func drawCharts(x *data.Index, tracer *graph.Tracer, all graph.All) (map[page.View][]byte, error) {
	var time, network, flow, threads []byte
	err := together(func() error {
		var err error
		if threads, err = chart.Threads(x, tracer, chart.ThreadsOptions{All: &all}); err != nil {
			return err
		}
		flow, err = chart.Flow(x, all, tracer.RuledOut(graph.ThreadOptions{}))
		return err
	}, func() (err error) {
		n := graph.New(x, graph.Options{})
		network, err = chart.Network(n, x, chart.DrawNetwork(n))
		return err
	}, func() (err error) {
		time, err = chart.Timeline(timeline.New(x, timeline.Options{}))
		return err
	})
	if err != nil {
		return nil, err
	}
	return map[page.View][]byte{page.Threads: threads, page.Timeline: time, page.Network: network, page.Flow: flow}, nil
}

// together takes steps that do not wait for each other and gives the error of
// the first that failed, in their order.
func together(steps ...func() error) error {
	errs := make([]error, len(steps))
	var done sync.WaitGroup
	for i, step := range steps {
		done.Go(func() { errs[i] = step() })
	}
	done.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
