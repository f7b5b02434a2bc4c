package page

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A packer writes JSON shorter, as JSON: the front end undoes it
// (web/src/unpack.ts). An object whose only key is one of these stands for a
// list:
//
//	{"$s":[text or number, ...]}   texts; a number is the place of one in the table
//	{"$c":[n, value]}              n times the same
//	{"$d":[list, [i, ...]]}        the values of the first list, by their places in it
//	{"$l":[list, list]}            lists: how long each is, and what they hold, end to end
//	{"$o":[n, {key: list, ...}]}   n objects, a list of values for each key
//	{"$e":[text, edits, ...]}      texts of one length, each told by the one before it: a number of
//	                               characters that stay, a text that stands instead of as many, ...
//	{"$j":list}                    lists of texts, each to be joined by "--" as in the ids of relations
//
// and for a key of "$o" that not all have {"$h":[[run, ...], list]}: how many in
// a row have it, then have it not, and so on; and the values of those that do.
// Keys of the data that begin with "$" get another.
type packer struct {
	count map[string]int // of the strings, by their JSON text; filled while packing
	table map[string]int // their places
}

func newPacker() *packer { return &packer{count: map[string]int{}, table: map[string]int{}} }

// strings settles the table from the strings counted so far and gives it as
// JSON: those that repay their place, the frequent ones where places are short,
// neighbours alike for the sake of gzip.
func (p *packer) strings() []byte {
	var all []string
	for s, n := range p.count {
		if n*len(s) > len(s)+n*usualPlace {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(p.count[b]-p.count[a], cmp.Compare(a, b)) })
	for from, to := 0, 10; from < len(all); from, to = to, to*10 {
		slices.Sort(all[from:min(to, len(all))])
	}
	for i, s := range all {
		p.table[s] = i
	}
	return []byte("[" + strings.Join(all, ",") + "]")
}

// usualPlace is how long a place in the table is, roughly, with its comma.
const usualPlace = 4

// value packs any value.
func (p *packer) value(n node) string {
	switch n.kind {
	case '[':
		return p.list(n.kids)
	case '{':
		return p.object(n)
	}
	return n.raw
}

func (p *packer) object(n node) string {
	fields := make([]string, len(n.keys))
	for i, key := range n.keys {
		fields[i] = escaped(key) + ":" + p.value(n.kids[i])
	}
	return "{" + strings.Join(fields, ",") + "}"
}

// escaped tells a key of the data from those of the packer.
func escaped(key string) string {
	if strings.HasPrefix(key, `"$`) || strings.HasPrefix(key, `"\u0024`) {
		return `"$` + key[1:]
	}
	return key
}

// list packs the values of a list, in the way that fits all of them.
func (p *packer) list(all []node) string {
	kind, same := alike(all)
	switch {
	case len(all) > 2 && same:
		return form("c", strconv.Itoa(len(all)), p.value(all[0]))
	case kind == '"':
		return p.texts(all)
	case len(all) < 3 || kind == 0:
		return p.plain(all)
	}
	if packed, ok := p.distinct(all); ok {
		return packed
	}
	switch kind {
	case '{':
		return p.objects(all)
	case '[':
		return p.lists(all)
	}
	return p.plain(all)
}

// alike gives the kind that all values are of ('0' for numbers, true, false and
// null together, 0 for a mixture), and whether they are all the same.
func alike(all []node) (kind byte, same bool) {
	same = true
	for i, n := range all {
		k := n.kind
		if k != '{' && k != '[' && k != '"' {
			k = '0'
		}
		if i == 0 {
			kind = k
		} else if kind != k {
			kind = 0
		}
		same = same && n.raw == all[0].raw
	}
	return kind, same
}

func (p *packer) plain(all []node) string {
	values := make([]string, len(all))
	for i, n := range all {
		values[i] = p.value(n)
	}
	return "[" + strings.Join(values, ",") + "]"
}

func (p *packer) texts(all []node) string {
	if len(all) > 2 && !slices.ContainsFunc(all, func(n node) bool { return !strings.Contains(n.raw, "--") }) {
		return form("j", p.list(apart(all)))
	}
	if packed, ok := edits(all); ok {
		return packed
	}
	plain, short := make([]string, len(all)), make([]string, len(all))
	for i, n := range all {
		p.count[n.raw]++
		plain[i], short[i] = n.raw, n.raw
		if at, ok := p.table[n.raw]; ok {
			short[i] = strconv.Itoa(at)
		}
	}
	return shorter("["+strings.Join(plain, ",")+"]", `{"$s":[`+strings.Join(short, ",")+"]}")
}

// Texts shorter than leastEdited gain nothing from edits, and places that stay
// are not worth a number below leastKept.
const leastEdited, leastKept = 40, 5

// edits packs long texts of the same length that change little from one to the
// next, as the layouts of neighbouring scales do.
func edits(all []node) (string, bool) {
	if len(all) < 2 || len(all[0].raw) < leastEdited {
		return "", false
	}
	parts, plain := []string{all[0].raw}, 0
	for i, n := range all {
		if !simple(n.raw) {
			return "", false
		}
		if i > 0 {
			parts = append(parts, shorter(n.raw, edited(all[i-1].raw, n.raw)))
		}
		plain += 1 + len(n.raw)
	}
	packed := form("e", "["+strings.Join(parts, ",")+"]")
	return packed, 2*len(packed) < plain
}

// simple tells that a character of a JSON string is a byte.
func simple(raw string) bool {
	return !strings.ContainsFunc(raw, func(r rune) bool { return r == '\\' || r > '~' })
}

// edited tells a string by the one before it, both with their quotes.
func edited(before, raw string) string {
	if len(before) != len(raw) {
		return raw
	}
	from, to := before[1:len(before)-1], raw[1:len(raw)-1]
	var parts []string
	said := 0
	for i := 0; i < len(to); {
		stays := i
		for stays < len(to) && from[stays] == to[stays] {
			stays++
		}
		if stays == len(to) || stays-i >= leastKept {
			if said < i {
				parts = append(parts, `"`+to[said:i]+`"`)
			}
			parts = append(parts, strconv.Itoa(stays-i))
			said = stays
		}
		for i = stays; i < len(to) && from[i] != to[i]; {
			i++
		}
	}
	if said < len(to) {
		parts = append(parts, `"`+to[said:]+`"`)
	}
	return "[" + strings.Join(parts, ",") + "]"
}

// apart cuts texts at each "--".
func apart(all []node) []node {
	lists := make([]node, len(all))
	for i, n := range all {
		lists[i].kind, lists[i].raw = '[', n.raw
		for _, part := range strings.Split(n.raw[1:len(n.raw)-1], "--") {
			lists[i].kids = append(lists[i].kids, node{kind: '"', raw: `"` + part + `"`})
		}
	}
	return lists
}

// distinct packs a list in which most values stand more than once.
func (p *packer) distinct(all []node) (string, bool) {
	at := make(map[string]int, len(all))
	var once []node
	places := make([]string, len(all))
	plain := 0
	for i, n := range all {
		if _, seen := at[n.raw]; !seen {
			at[n.raw] = len(once)
			once = append(once, n)
		}
		places[i] = strconv.Itoa(at[n.raw])
		plain += 1 + len(n.raw)
	}
	if 2*len(once) > len(all) {
		return "", false
	}
	packed := form("d", p.list(once), "["+strings.Join(places, ",")+"]")
	return packed, len(packed) < plain
}

func (p *packer) lists(all []node) string {
	lengths := make([]node, len(all))
	var kids []node
	for i, n := range all {
		lengths[i] = node{kind: '0', raw: strconv.Itoa(len(n.kids))}
		kids = append(kids, n.kids...)
	}
	return form("l", p.list(lengths), p.list(kids))
}

func (p *packer) objects(all []node) string {
	var keys []string
	seen := map[string]bool{}
	for _, n := range all {
		for _, key := range n.keys {
			if !seen[key] {
				seen[key] = true
				keys = append(keys, key)
			}
		}
	}
	columns := make([]string, len(keys))
	for i, key := range keys {
		columns[i] = escaped(key) + ":" + p.column(all, key)
	}
	return form("o", strconv.Itoa(len(all)), "{"+strings.Join(columns, ",")+"}")
}

// column is what the objects have under a key.
func (p *packer) column(all []node, key string) string {
	var have []node
	runs := []int{0} // having it and not, in turns
	for _, n := range all {
		value, ok := n.field(key)
		if ok != (len(runs)%2 == 1) {
			runs = append(runs, 0)
		}
		runs[len(runs)-1]++
		if ok {
			have = append(have, value)
		}
	}
	if len(have) == len(all) {
		return p.list(have)
	}
	text, _ := json.Marshal(runs) // whole numbers do not fail
	return form("h", string(text), p.list(have))
}

// form is {"$k":[...]}, without the brackets where it holds one list only.
func form(key string, parts ...string) string {
	if len(parts) == 1 {
		return `{"$` + key + `":` + parts[0] + "}"
	}
	return `{"$` + key + `":[` + strings.Join(parts, ",") + "]}"
}

func shorter(a, b string) string {
	if len(b) < len(a) {
		return b
	}
	return a
}

// packAll packs texts of JSON together: the table of the strings they share,
// and each of them by its name.
func packAll(texts map[string][]byte) (table []byte, packed map[string][]byte, err error) {
	p := newPacker()
	nodes := map[string]node{}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if nodes[name], err = readNode(texts[name]); err != nil {
			return nil, nil, err
		}
		p.value(nodes[name]) // for the count
	}
	table = p.strings()
	packed = map[string][]byte{}
	for name, n := range nodes {
		packed[name] = []byte(p.value(n))
	}
	return table, packed, nil
}
