package columns

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// finite is what a number is written like in XML Schema.
var finite = regexp.MustCompile(`^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$`)

// IsNumber tells whether a text is a finite decimal number.
func IsNumber(text string) bool { return finite.MatchString(text) }

// Fits tells whether a value is of a type that a file declares, in the words of
// GEXF and GraphML in lower case. Lists and words that it does not know take
// everything.
func Fits(typ, value string) bool {
	switch typ {
	case "integer", "int", "long", "short", "byte":
		_, err := strconv.ParseInt(value, 10, 64)
		return err == nil
	case "float", "double", "bigdecimal":
		word := strings.ToLower(strings.TrimLeft(value, "+-"))
		return IsNumber(value) || word == "nan" || word == "inf" || word == "infinity"
	case "boolean", "bool":
		return slices.Contains([]string{"true", "false", "1", "0"}, strings.ToLower(value))
	}
	return true
}
