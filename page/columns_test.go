package page

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
)

// unpacked is what the front end makes of packed JSON (web/src/unpack.ts).
func unpacked(t testing.TB, packed any, table []string) any {
	t.Helper()
	u := unpacker{t, table}
	return u.value(packed)
}

type unpacker struct {
	t     testing.TB
	table []string
}

func (u unpacker) value(v any) any {
	switch v := v.(type) {
	case []any:
		all := []any{}
		for _, one := range v {
			all = append(all, u.value(one))
		}
		return all
	case map[string]any:
		for key, of := range v {
			if len(v) == 1 && len(key) == 2 && key[0] == '$' && key[1] != '$' {
				return u.form(key, of)
			}
		}
		plain := map[string]any{}
		for key, of := range v {
			plain[strings.TrimPrefix(key, "$")] = u.value(of)
		}
		return plain
	}
	return v
}

func (u unpacker) list(v any) []any { return u.value(v).([]any) }

func whole(v any) int {
	n, err := strconv.Atoi(v.(json.Number).String())
	if err != nil {
		panic(err)
	}
	return n
}

func (u unpacker) form(key string, of any) any {
	all := []any{}
	switch key {
	case "$s":
		for _, one := range of.([]any) {
			if at, ok := one.(json.Number); ok {
				one = u.table[whole(at)]
			}
			all = append(all, one)
		}
	case "$c":
		for range whole(of.([]any)[0]) {
			all = append(all, u.value(of.([]any)[1]))
		}
	case "$d":
		once := u.list(of.([]any)[0])
		for _, at := range of.([]any)[1].([]any) {
			all = append(all, once[whole(at)])
		}
	case "$l":
		kids := u.list(of.([]any)[1])
		for _, n := range u.list(of.([]any)[0]) {
			all = append(all, append([]any{}, kids[:whole(n)]...))
			kids = kids[whole(n):]
		}
	case "$o":
		for range whole(of.([]any)[0]) {
			all = append(all, map[string]any{})
		}
		for key, column := range of.([]any)[1].(map[string]any) {
			u.spread(all, strings.TrimPrefix(key, "$"), column)
		}
	case "$e":
		before := ""
		for _, one := range of.([]any) {
			if text, ok := one.(string); ok {
				before = text
			} else {
				before = u.edited(before, one.([]any))
			}
			all = append(all, before)
		}
	case "$j":
		for _, parts := range u.list(of) {
			var texts []string
			for _, part := range parts.([]any) {
				texts = append(texts, part.(string))
			}
			all = append(all, strings.Join(texts, "--"))
		}
	default:
		u.t.Fatalf("there is no form %s", key)
	}
	return all
}

func (u unpacker) edited(before string, parts []any) string {
	now := ""
	for _, part := range parts {
		if text, ok := part.(string); ok {
			now += text
		} else {
			now += before[len(now):][:whole(part)]
		}
	}
	return now
}

func (u unpacker) spread(rows []any, key string, column any) {
	runs := []any{json.Number(strconv.Itoa(len(rows)))}
	if form, ok := column.(map[string]any); ok && form["$h"] != nil {
		holes := form["$h"].([]any)
		runs, column = holes[0].([]any), holes[1]
	}
	values := u.list(column)
	row := 0
	for i, n := range runs {
		for range whole(n) {
			if i%2 == 0 {
				rows[row].(map[string]any)[key] = values[0]
				values = values[1:]
			}
			row++
		}
	}
	if len(values) > 0 {
		u.t.Fatalf("%d values of %q are left over", len(values), key)
	}
}

// read is any JSON with its numbers as they are written.
func read(t testing.TB, text []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return v
}

func comesBack(t testing.TB, texts map[string][]byte) {
	t.Helper()
	table, packed, err := packAll(texts)
	if err != nil {
		t.Fatal(err)
	}
	var strings []string
	if err := json.Unmarshal(table, &strings); err != nil {
		t.Fatal(err)
	}
	for name, text := range texts {
		want := read(t, text)
		if got := unpacked(t, read(t, packed[name]), strings); !reflect.DeepEqual(got, want) {
			t.Errorf("%s came back as %v, packed as %s", text, got, packed[name])
		}
	}
}

// long are texts of the kind that edits pack.
var long = `["` + strings.Repeat("02W~+0", 20) + `","` + strings.Repeat("02W~+0", 19) + `02W1R0","x2W~+0` + strings.Repeat("02W~+0", 18) + `02W1Ry","` +
	strings.Repeat("02W~+0", 10) + `11b` + strings.Repeat("02W~+0", 9) + `02W","` + strings.Repeat("02W~+0", 20) + `","` + strings.Repeat("02W~+0", 20) + `","short"]`

// odd are texts that look like what the packer writes, and lists of each kind.
var odd = []string{
	`null`, `"a"`, `-0`, `1e400`, `[]`, `{}`, `[[]]`, `[[],[],[]]`, `[{},{},{}]`, `[null,null,null]`, `[1,2]`, `["a"]`, `["a--b"]`,
	`{"$s":[0]}`, `[{"$s":[0]},{"$s":[0]},{"$c":[1,2]}]`, `{"$":1}`, `{"$$s":1,"":2}`, `{"$h":[[1],[2]]}`, `[{"$h":1},{"$h":2},{"a":3}]`, `{"\u0024s":[0]}`,
	`{"__proto__":{"a":1},"constructor":2}`, `[{"__proto__":1},{"__proto__":2},{"toString":3}]`,
	`["a--b","c--d--e","--"]`, `["\\--","\"--\"","--\\"]`, `["</script>--a","\u2028--b","🧵--赤"]`,
	long, strings.Replace(long, "x", "\\n", 1), strings.Replace(long, "x", "é", 1),
	`[1,"1",null]`, `[[1,[2]],[3],[{"a":[1,2,3]}]]`, `[true,false,true,true,true,true]`,
	`[{"a":1},{"b":2},{"a":3,"b":4},{}]`, `[{"w":{"s":[1,2]}},{"w":{"s":[1,2]}},{"w":{"s":[3,4]}},{"w":{"s":[1,2]}}]`,
	`[{"id":"tsai--led_to--lin","e":[{"s":"chrd-2018"}]},{"id":"lin--led_to--tsai","e":[{"s":"chrd-2018","t":["x"]},{"s":"chrd-2018"}]},{"id":"a--led_to--b","e":[]}]`,
}

func TestWhatIsPackedComesBack(t *testing.T) {
	for _, text := range odd {
		comesBack(t, map[string][]byte{"text": []byte(text)})
	}
	all := []byte("[" + strings.Join(odd, ",") + "]")
	comesBack(t, map[string][]byte{"all": all, "again": []byte(`{"of":` + string(all) + `}`)})
}

// anyJSON draws lists of alike things often, which is what packing is for.
func anyJSON() *rapid.Generator[any] {
	text := rapid.OneOf(rapid.SampledFrom([]string{"a", "chrd-2018", "$s", "$$", "--", "a--b", "wu--heads--csl", "__proto__", "<&>", "\u2028"}), rapid.String())
	scalar := rapid.OneOf(rapid.Just[any](nil), rapid.Map(text, func(s string) any { return s }), rapid.Map(rapid.IntRange(-3, 3), func(i int) any { return i }),
		rapid.Map(rapid.Bool(), func(b bool) any { return b }), rapid.Map(rapid.Float64(), func(f float64) any { return f }))
	var value func(depth int) *rapid.Generator[any]
	value = func(depth int) *rapid.Generator[any] {
		if depth == 0 {
			return scalar
		}
		inner := value(depth - 1)
		key := rapid.SampledFrom([]string{"id", "from", "$s", "$", "__proto__", "w"})
		return rapid.OneOf(scalar,
			rapid.Map(rapid.SliceOfN(inner, 0, 6), func(l []any) any { return append([]any{}, l...) }),
			rapid.Map(rapid.SliceOfN(rapid.MapOfN(key, inner, 0, 4), 0, 6), func(l []map[string]any) any { return append([]map[string]any{}, l...) }),
			rapid.Map(rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("0a~")), 45, 46, -1), 0, 6), func(l []string) any { return append([]string{}, l...) }),
			rapid.Map(rapid.SliceOfN(text, 0, 6), func(l []string) any { return append([]string{}, l...) }),
			rapid.Map(rapid.MapOfN(key, inner, 0, 4), func(m map[string]any) any { return m }))
	}
	return value(4)
}

func TestAnythingPackedComesBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texts := map[string][]byte{}
		for _, name := range []string{"a", "b"} {
			text, err := json.Marshal(anyJSON().Draw(rt, name))
			if err != nil {
				rt.Fatal(err)
			}
			texts[name] = text
		}
		comesBack(t, texts)
		if t.Failed() {
			rt.FailNow()
		}
	})
}

func TestPackingMakesTheModelShorter(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(NewModel(data.NewIndex(ds)))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string][]byte{"model": text}
	comesBack(t, texts)
	table, packed, err := packAll(texts)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(table) + len(packed["model"]); 10*got > 6*len(text) {
		t.Errorf("%d bytes of %d remain", got, len(text))
	}
}

// The front end reads the same file (web/test/unpack.test.ts).
func TestPackedGolden(t *testing.T) {
	type pair struct {
		Plain  json.RawMessage `json:"plain"`
		Packed json.RawMessage `json:"packed"`
	}
	texts := map[string][]byte{}
	for i, text := range odd {
		texts[strconv.Itoa(100+i)] = []byte(strings.Replace(text, "1e400", "1e300", 1)) // JavaScript has no greater
	}
	table, packed, err := packAll(texts)
	if err != nil {
		t.Fatal(err)
	}
	golden := struct {
		Strings json.RawMessage `json:"strings"`
		Pairs   map[string]pair `json:"pairs"`
	}{table, map[string]pair{}}
	for name, text := range texts {
		golden.Pairs[name] = pair{text, packed[name]}
	}
	got, err := json.MarshalIndent(golden, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "packed.json", got)
}
