package ftm

import (
	"bytes"
	"encoding/json"

	"github.com/redthread/redthread/data"
)

// object is a JSON map whose keys keep their order.
type object []pair

type pair struct {
	key   string
	value any
}

func (o *object) set(key string, value any) { *o = append(*o, pair{key, value}) }

// MarshalJSON writes the pairs in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(compact(p.key))
		b.WriteByte(':')
		b.Write(compact(p.value))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// compact is a value as JSON on one line, signs of HTML as they are. The values
// are texts, lists and objects of them, so that nothing can fail.
func compact(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("ftm: " + err.Error())
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// ofCells is a flat record as a JSON map.
func ofCells(cells []data.Cell) object {
	var o object
	for _, c := range cells {
		o.set(c.Key, c.Text)
	}
	return o
}

// line is a record as it is written, with what stands beside its properties.
type line struct {
	record
	beside object // under "redthread"
	define map[string][]object
}

// bytes is the line, its end included.
func (l *line) bytes() []byte {
	var properties object
	for _, p := range l.props {
		properties.set(p.name, p.values)
	}
	if properties == nil {
		properties = object{}
	}
	o := object{{"id", l.id}, {"schema", l.schema.Name}, {"properties", properties}}
	for _, c := range l.context {
		o = o.append(c.Key, c.Value)
	}
	var define object
	for _, section := range []string{"kinds", "predicates", "sources"} {
		if list := l.define[section]; len(list) > 0 {
			define.set(section, list)
		}
	}
	if define != nil {
		l.beside.set("define", define)
	}
	if l.beside != nil {
		o.set("redthread", l.beside)
	}
	return append(compact(o), '\n')
}

// listKeys are keys beside the properties whose values stand in a list.
var listKeys = map[string]bool{"datasets": true, "referents": true}

// contextKeys are keys beside the properties that other tools know, too.
var contextKeys = map[string]bool{"datasets": true, "referents": true, "caption": true, "first_seen": true, "last_seen": true, "last_change": true, "target": true}

// append adds a value beside the properties.
func (o object) append(key, value string) object {
	if !listKeys[key] {
		if key == "target" && (value == "true" || value == "false") {
			return append(o, pair{key, value == "true"})
		}
		return append(o, pair{key, value})
	}
	for i := range o {
		if o[i].key == key {
			o[i].value = append(o[i].value.([]string), value)
			return o
		}
	}
	return append(o, pair{key, []string{value}})
}
