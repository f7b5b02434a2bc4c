package chart

import (
	"fmt"
	"math"
	"regexp"

	"github.com/redthread/redthread/graph"
)

// fitting refuses drawings of another network and numbers that are none.
func fitting(n *graph.Network, d NetworkDrawings) error {
	for _, drawing := range []struct {
		name   string
		placed []graph.Placed
	}{{"landscape", d.Landscape.Placed}, {"portrait", d.Portrait.Placed}} {
		if len(drawing.placed) != n.Len() {
			return fmt.Errorf("network chart: the %s drawing places %d nodes, the network has %d", drawing.name, len(drawing.placed), n.Len())
		}
		for v, p := range drawing.placed {
			if p.ID != n.ID(int32(v)) {
				return fmt.Errorf("network chart: the %s drawing has %q where the network has %q", drawing.name, p.ID, n.ID(int32(v)))
			}
			if sum := p.X + p.Y + p.Size; math.IsNaN(sum) || math.IsInf(sum, 0) {
				return fmt.Errorf("network chart: the %s drawing places %q at %v, %v", drawing.name, p.ID, p.X, p.Y)
			}
		}
	}
	return nil
}

// Symbols are the shapes the front end draws. A symbol from the data is only
// ever a name on this list: ECharts would fetch an "image://" and trace a
// "path://".
var Symbols = []string{"page", "hexagon", "ring", "pentagon", "square", "tablet", "triangle", "disc", "person", "diamond", "book", "pin", "star", "cross"}

func symbolName(name string) string {
	for _, known := range Symbols {
		if name == known {
			return name
		}
	}
	return "disc"
}

var plainColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// colour lets only #rrggbb through; anything else is the grey of no kind.
func colour(c string) string {
	if plainColour.MatchString(c) {
		return c
	}
	return "#5c6470"
}

// rounded keeps measures short in the page: steps of 1/per.
func rounded(x, per float64) float64 { return math.Round(x*per) / per }
