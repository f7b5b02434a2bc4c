package bods

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format/jsonread"
)

// taken is a value of a record of which we use some keys only. It stays an
// attribute, too, where an item of it says more than that.
func taken(d *jsonread.Record, key string, used func(item data.Value) []string) data.Value {
	v := d.Key(key)
	for _, item := range v.Items() {
		if more(item, used(item)) {
			return v
		}
	}
	return d.Take(key)
}

// more tells whether a map holds something under other keys than those.
func more(v data.Value, used []string) bool {
	for k, value := range v.Pairs() {
		if !slices.Contains(used, k.Text()) && (value.Text() != "" || value.Form() > data.Scalar) {
			return true
		}
	}
	return false
}
