package main

import (
	"fmt"
	"time"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

// measureLayout prints how far apart the communities of the bundled network
// stand on the plane (mean silhouette: 1 apart, 0 touching), and the time of
// the layout itself.
func measureLayout() error {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		return err
	}
	network := graph.New(data.NewIndex(ds), graph.Options{})
	for _, shape := range []struct {
		name    string
		options graph.LayoutOptions
	}{
		{"landscape", graph.LayoutOptions{}},
		{"portrait", graph.LayoutOptions{Width: 390, Aspect: 0.7}},
	} {
		begin := time.Now()
		drawing := network.Layout(shape.options)
		fmt.Printf("network, %-10s %4d things, mean silhouette %5.2f, layout %.3f s\n",
			shape.name, network.Len(), drawing.Silhouette, time.Since(begin).Seconds())
	}
	fmt.Println()
	return nil
}
