package bods

import (
	"strings"

	"github.com/redthread/redthread/data"
)

// shareWords is a share as text: "25 %", "more than 25 %, at most 50 %". An
// exact share leaves out bounds that only repeat it.
func shareWords(v data.Value) string {
	exact := first(v, "exact")
	var parts []string
	if exact != "" {
		parts = append(parts, exact+" %")
	}
	if low := bound(v, "exclusiveMinimum", "more than ", "minimum", "at least ", exact); low != "" {
		parts = append(parts, low)
	}
	if high := bound(v, "exclusiveMaximum", "less than ", "maximum", "at most ", exact); high != "" {
		parts = append(parts, high)
	}
	return strings.Join(parts, ", ")
}

// bound is one side of a share. The exclusive key holds a number (0.4), or says
// whether the other is meant so (0.2).
func bound(v data.Value, exclusive, beyond, inclusive, within, exact string) string {
	x, in := first(v, exclusive), first(v, inclusive)
	switch {
	case x != "" && x != "true" && x != "false":
		return beyond + x + " %"
	case in == "" || in == exact:
		return ""
	case x == "true":
		return beyond + in + " %"
	}
	return within + in + " %"
}
