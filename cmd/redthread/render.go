package main

import (
	"bytes"

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
	options, err := drawCharts(x)
	if err != nil {
		return nil, &dataError{err}
	}
	model := page.NewModel(x)
	var files []file
	for _, d := range documents {
		var b bytes.Buffer
		p := page.Page{Model: model, Views: d.views, Options: options, Shared: o.shared}
		if err := page.Write(&b, p); err != nil {
			return nil, &dataError{err}
		}
		files = append(files, file{d.name, b.Bytes()})
	}
	if o.shared {
		for _, a := range page.SharedAssets() {
			files = append(files, file{a.Name, []byte(a.Text)})
		}
	}
	return files, nil
}

// drawCharts makes the options of each chart.
func drawCharts(x *data.Index) (map[page.View][]byte, error) {
	time, err := chart.Timeline(timeline.New(x, timeline.Options{}))
	if err != nil {
		return nil, err
	}
	n := graph.New(x, graph.Options{})
	network, err := chart.Network(n, x, chart.DrawNetwork(n))
	if err != nil {
		return nil, err
	}
	tracer := graph.NewTracer(x)
	flow, err := chart.Flow(x, tracer.ThreadsAll(graph.ThreadOptions{}), tracer.RuledOut(graph.ThreadOptions{}))
	if err != nil {
		return nil, err
	}
	threads, err := chart.Threads(x, tracer, chart.ThreadsOptions{})
	if err != nil {
		return nil, err
	}
	return map[page.View][]byte{page.Threads: threads, page.Timeline: time, page.Network: network, page.Flow: flow}, nil
}
