// Package chart turns what timeline and graph have laid out into go-echarts
// options: pure data, as JSON. It draws nothing and writes no script: where
// ECharts wants a function, the options name one from a fixed list of the
// front end ("rt.timeline"), and no text of a dataset ever stands where a name
// of a function could.
package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// drawable is what every go-echarts chart can do.
type drawable interface {
	Validate()
	Accept(charts.ConfigurationVisitor)
	JSON() map[string]any
}

// OwnKey is the key of the options below which redthread keeps what ECharts
// does not know. The front end takes it out before it draws.
const OwnKey = "redthread"

// encode validates a chart and writes its options with our own part. Keys come
// sorted and <, > and & escaped, so that the bytes may stand in a page.
func encode(c drawable, own any) ([]byte, error) {
	c.Accept(&options{own: own})
	c.Validate()
	return json.Marshal(c.JSON())
}

// options leaves out what the page draws itself: titles, legends, tooltips,
// tools, and the library's colours.
type options struct {
	charts.BaseConfigurationVisitor
	own any
}

func (o *options) Visit(chart map[string]any) {
	for _, key := range []string{"title", "legend", "tooltip", "toolbox", "color"} {
		delete(chart, key)
	}
	chart[OwnKey] = o.own
}
