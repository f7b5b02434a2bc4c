package columns

import (
	"cmp"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
)

// Type is what all values of a column are.
type Type uint8

// The types, from the narrowest; a column has the narrowest that fits.
const (
	Integer Type = iota // within 32 bits
	Long                // within 64 bits
	Double              // a decimal number that a double gives back digit by digit
	Text
)

// Prefix begins the ids of the columns that carry our model, so that reading
// knows them after other programs added theirs.
const Prefix = "redthread."

// Column is a named value of all nodes, or all edges.
type Column struct {
	ID   string // "redthread.kind": letters, digits, ".", "-" and "_" only
	Key  string // as data.Cells names it: "kind", "attributes.verdict"
	Type Type
}

// Gather finds the columns of n records, in the order of the model R. Columns
// of the model's own keys hold texts, the numbers of attributes and counts keep
// being numbers where all of them are.
func Gather[R any](n int, cells func(i int) []data.Cell) []Column {
	types := map[string]Type{}
	for i := range n {
		for _, c := range cells(i) {
			t := Text
			if numeric(c.Key) {
				t = typeOf(c.Text)
			}
			types[c.Key] = join(types, c.Key, t)
		}
	}
	list := make([]Column, 0, len(types))
	for key, t := range types {
		list = append(list, Column{Key: key, Type: t})
	}
	order := keys[R]()
	slices.SortFunc(list, func(a, b Column) int {
		return cmp.Or(cmp.Compare(rank(order, a.Key), rank(order, b.Key)), cmp.Compare(a.Key, b.Key))
	})
	name(list)
	return list
}

// join is the type that fits both what was seen of a column and a new value.
func join(types map[string]Type, key string, t Type) Type {
	seen, ok := types[key]
	switch {
	case !ok:
		return t
	case seen != t && max(seen, t) == Double:
		return Text // 2 and 2.5 are not written alike by those that read doubles
	}
	return max(seen, t)
}

// numeric tells the keys whose values may be numbers.
func numeric(key string) bool { return key == "count" || strings.HasPrefix(key, "attributes.") }

var (
	integer = regexp.MustCompile(`^(0|-?[1-9][0-9]{0,17})$`)
	decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,9})\.[0-9]{1,5}$`)
)

// typeOf is Text for whatever a program could write in another way: 007, 1e3.
func typeOf(text string) Type {
	switch n, err := strconv.ParseInt(text, 10, 64); {
	case err == nil && integer.MatchString(text) && int64(int32(n)) == n:
		return Integer
	case err == nil && integer.MatchString(text):
		return Long
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil && decimal.MatchString(text) && strconv.FormatFloat(f, 'f', -1, 64) == text {
		return Double
	}
	return Text
}

// keys are the keys of a record of the model, in its order.
func keys[R any]() []string {
	var list []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[R]()) {
		if key := f.Tag.Get("key"); key != "" {
			list = append(list, key)
		}
	}
	return list
}

func rank(order []string, key string) int {
	first, _, _ := strings.Cut(key, ".")
	if i := slices.Index(order, first); i >= 0 {
		return i
	}
	return len(order)
}

var notOfID = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// name gives each column an id of its own, upper and lower case alike, for
// some programs do not tell them apart.
func name(list []Column) {
	taken := map[string]bool{}
	for i := range list {
		id := Prefix + notOfID.ReplaceAllString(list[i].Key, "_")
		for n := 2; taken[strings.ToLower(id)]; n++ {
			id = Prefix + notOfID.ReplaceAllString(list[i].Key, "_") + "." + strconv.Itoa(n)
		}
		taken[strings.ToLower(id)] = true
		list[i].ID = id
	}
}
