package data

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/redthread/redthread/data/edtf"
)

// decoder fills records of the model from trees and reports what does not fit,
// with its place.
type decoder struct {
	*collector
	suggest suggester
	record  string // names the record in messages: `relation "vpn-notice": `
}

func (d *decoder) wrong(n *node, hint, format string, args ...any) {
	if d.full(Error) {
		d.more[Error]++
		return
	}
	d.at(n, Error, n.text, hint, d.record+format, args...)
}

// shape reports a value of the wrong form.
func (d *decoder) shape(n *node, key, want, hint string) {
	if d.full(Error) {
		d.more[Error]++
		return
	}
	found := n.form.String()
	if n.form == scalar {
		found = quote(n.text)
	}
	d.wrong(n, hint, "%s: expected %s, found %s", key, want, found)
}

var (
	dateType     = reflect.TypeFor[edtf.Date]()
	evidenceType = reflect.TypeFor[Evidence]()
)

// value decodes a node into a variable of the model. Nothing written leaves
// the variable as it is.
func (d *decoder) value(n *node, v reflect.Value, key string) {
	switch {
	case n.form == absent:
	case v.Type() == dateType:
		d.date(n, v, key)
	case v.Kind() == reflect.String:
		d.text(n, v, key)
	case v.Kind() == reflect.Int:
		d.number(n, v, key)
	case v.Kind() == reflect.Bool:
		d.truth(n, v, key)
	case v.Kind() == reflect.Map:
		d.texts(n, v, key)
	case v.Kind() == reflect.Slice:
		d.list(n, v, key)
	case v.Kind() == reflect.Struct:
		d.element(n, v, key)
	default:
		panic("data: no decoder for " + v.Type().String())
	}
}

func (d *decoder) date(n *node, v reflect.Value, key string) {
	if n.form != scalar {
		d.shape(n, key, "an EDTF date", "put it in quotes")
		return
	}
	date, err := edtf.Parse(n.text)
	if err != nil {
		d.badDate(n, key, err)
		return
	}
	v.Set(reflect.ValueOf(date))
}

// badDate points at the character where the date goes wrong.
func (d *decoder) badDate(n *node, key string, err error) {
	var broken *edtf.Error
	if !errors.As(err, &broken) {
		d.wrong(n, "", "%s: %v", key, err)
		return
	}
	spot := *n
	if n.plain && broken.Column > 1 && broken.Column <= len(n.text)+1 {
		spot.col += int32(utf8.RuneCountInString(n.text[:broken.Column-1]))
	}
	d.wrong(&spot, broken.Hint, "%s %s: %s", key, quote(n.text), broken.What)
}

func (d *decoder) text(n *node, v reflect.Value, key string) {
	if n.form != scalar {
		d.shape(n, key, "a text", "quote a text that begins with a bracket or holds \": \"")
		return
	}
	if d.decent(n, key) {
		v.SetString(n.text)
	}
}

// decent refuses texts that nothing can show.
func (d *decoder) decent(n *node, key string) bool {
	if len(n.text) > maxText {
		d.at(n, Error, clip(n.text), "shorten it", d.record+"%s: a text of %d bytes, the limit is %d", key, len(n.text), maxText)
		return false
	}
	if at := strings.IndexFunc(n.text, unprintable); at >= 0 {
		char, _ := utf8.DecodeRuneInString(n.text[at:])
		d.wrong(n, "remove it", "%s: control character U+%04X", key, char)
		return false
	}
	return true
}

func unprintable(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0
}

func (d *decoder) number(n *node, v reflect.Value, key string) {
	i, err := strconv.ParseInt(n.text, 10, 32)
	if n.form != scalar || err != nil {
		d.shape(n, key, "a whole number", "")
		return
	}
	v.SetInt(i)
}

func (d *decoder) truth(n *node, v reflect.Value, key string) {
	if n.form != scalar || n.text != "true" && n.text != "false" {
		d.shape(n, key, "true or false", "")
		return
	}
	v.SetBool(n.text == "true")
}

// texts decodes a map of texts: names by language.
func (d *decoder) texts(n *node, v reflect.Value, key string) {
	if tree := cellTree(n); n.form == scalar && n.file.table && tree != nil {
		n = tree
	}
	if n.form != object {
		d.shape(n, key, "a map", "zh-Hans: 吴向洋")
		return
	}
	m := map[string]string{}
	for k, item := range n.pairs {
		var text string
		d.value(item, reflect.ValueOf(&text).Elem(), key+"."+k.text)
		if d.decent(k, key) && text != "" {
			m[k.text] = text
		}
	}
	v.Set(reflect.ValueOf(m))
}

// list decodes a list; one item may stand without it, a cell of CSV holds
// several with semicolons or the whole as JSON, and some lists may be written as
// a map.
func (d *decoder) list(n *node, v reflect.Value, key string) {
	elem := v.Type().Elem()
	if n.form == scalar && n.file.table {
		if tree := cellTree(n); tree != nil {
			d.list(tree, v, key)
			return
		}
	}
	switch {
	case n.form == list:
		d.items(n.items, v, key)
	case n.form == scalar && n.file.table:
		d.items(n.split(), v, key)
	case n.form == scalar && !bareText(elem), n.form == object && elem.Kind() != reflect.Struct:
		d.shape(n, key, "a list", "begin each item with a hyphen")
	case n.form == object && keyedBy[elem] != [2]string{} && !n.single(elem):
		d.keyed(n, v, key)
	default:
		d.items([]*node{n}, v, key)
	}
}

// bareText tells whether a record or value may be written as a text.
func bareText(t reflect.Type) bool {
	return t.Kind() == reflect.String || t == evidenceType || scalarKey[t] != ""
}

// single tells whether a map in the place of a list of records is its one item,
// not items by key. Only keys of the record count; all of them without a type.
func (n *node) single(elem reflect.Type) bool {
	for _, key := range []string{"source", "text", "key", "stage", "label", "url", "who", "at", "value"} {
		if n.value(key) != nil && (elem == nil || fieldNamed(elem, key) != nil) {
			return true
		}
	}
	return false
}

func (d *decoder) items(items []*node, v reflect.Value, key string) {
	out := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		if item.form == absent {
			d.wrong(item, "write it or remove the hyphen", "%s: an empty item", key)
			continue
		}
		d.value(item, out.Index(i), key)
	}
	v.Set(out)
}

// split cuts a cell at its semicolons.
func (n *node) split() []*node {
	var items []*node
	col := n.col
	for part := range strings.SplitSeq(n.text, ";") {
		item := *n
		item.text = strings.TrimSpace(part)
		lead := part[:len(part)-len(strings.TrimLeft(part, " "))]
		item.col = col + int32(len(lead))
		col += int32(utf8.RuneCountInString(part)) + 1
		if item.text != "" {
			items = append(items, &item)
		}
	}
	return items
}

// keyed decodes a map whose keys are the first field of its records.
func (d *decoder) keyed(n *node, v reflect.Value, key string) {
	elem := v.Type().Elem()
	by := keyedBy[elem]
	out := reflect.MakeSlice(v.Type(), 0, len(n.items)/2)
	for k, item := range n.pairs {
		record := reflect.New(elem).Elem()
		d.value(k, record.FieldByIndex(fieldNamed(elem, by[0]).index), key+"."+by[0])
		if item.form == object {
			d.fields(item, record, key)
		} else {
			d.value(item, record.FieldByIndex(fieldNamed(elem, by[1]).index), key+"."+by[1])
		}
		out = reflect.Append(out, record)
	}
	v.Set(out)
}

// element decodes a record within another: a map, or the text it may be.
func (d *decoder) element(n *node, v reflect.Value, key string) {
	t := v.Type()
	switch {
	case n.form == object:
		d.fields(n, v, key)
	case n.form == scalar && t == evidenceType:
		d.reference(n, v, key)
	case n.form == scalar && scalarKey[t] != "":
		d.value(n, v.FieldByIndex(fieldNamed(t, scalarKey[t]).index), key)
	default:
		d.shape(n, key, "a map", "known keys: "+strings.Join(keysOf(t), ", "))
	}
}

// reference decodes evidence written as source#at.
func (d *decoder) reference(n *node, v reflect.Value, key string) {
	if !d.decent(n, key) {
		return
	}
	source, place, _ := strings.Cut(n.text, "#")
	v.Set(reflect.ValueOf(Evidence{Source: SourceID(strings.TrimSpace(source)), At: strings.TrimSpace(place)}))
}

// fields decodes a map into a struct and reports the keys it does not have.
func (d *decoder) fields(n *node, v reflect.Value, key string) {
	for k, item := range n.pairs {
		f := fieldNamed(v.Type(), k.text)
		if f == nil {
			if item.form == absent && strings.Contains(k.text, " ") {
				d.wrong(k, "quote a text that holds a comma within { }", "%s: %s is neither a key nor within quotes", key, quote(k.text))
				continue
			}
			d.unknownKey(k, key, keysOf(v.Type()))
			continue
		}
		name := k.text
		if key != "" {
			name = key + "." + name
		}
		d.value(item, v.FieldByIndex(f.index), name)
	}
}

func (d *decoder) unknownKey(k *node, within string, known []string) {
	if d.full(Error) {
		d.more[Error]++
		return
	}
	if within != "" {
		within += ": "
	}
	hint := d.suggest.near(k.text, known)
	if hint == "" {
		hint = "known keys: " + strings.Join(known, ", ")
	} else {
		hint = "did you mean " + quote(hint) + "?"
	}
	d.wrong(k, hint, "%sunknown key %s", within, quote(k.text))
}
