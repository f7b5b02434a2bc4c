package xlsx

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data/format"
)

func TestPackedRowsComeBack(t *testing.T) {
	cell := rapid.Custom(func(t *rapid.T) rawCell {
		return rawCell{
			column: rapid.IntRange(0, maxColumns-1).Draw(t, "column"), sort: rapid.SampledFrom(append([]string{"array"}, sorts...)).Draw(t, "sort"),
			style: rapid.IntRange(-3, 70_000).Draw(t, "style"), value: rapid.String().Draw(t, "value"), valued: rapid.Bool().Draw(t, "valued"),
			formula: rapid.Bool().Draw(t, "formula"), url: rapid.SampledFrom([]string{"", "https://example.org/a"}).Draw(t, "url"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		p := packedRows{most: maxPacked}
		var rows []rawRow
		for n := range rapid.IntRange(0, 20).Draw(t, "rows") {
			r := rawRow{number: 1 + n*rapid.IntRange(1, 9).Draw(t, "gap"), hidden: rapid.Bool().Draw(t, "hidden"), cells: rapid.SliceOfN(cell, 0, 9).Draw(t, "cells")}
			if rapid.IntRange(0, 9).Draw(t, "long") == 0 {
				r.cells = append(r.cells, rawCell{value: strings.Repeat("x", partSize)}) // a part of its own
			}
			rows = append(rows, r)
			p.add(&r)
		}
		for range 2 { // it can be read more than once
			n := 0
			p.each(func(r *rawRow) bool {
				want := rows[n]
				if r.number != want.number || r.hidden != want.hidden || len(r.cells) != len(want.cells) || len(want.cells) > 0 && !reflect.DeepEqual(r.cells, want.cells) {
					t.Fatalf("row %d: %+v, want %+v", n, *r, want)
				}
				n++
				return true
			})
			if n != len(rows) {
				t.Fatalf("%d rows of %d", n, len(rows))
			}
		}
	})
}

// TestASheetTooLargeToHoldIsReadAgain reads a sheet whose rows are held, and the
// same one where they are not.
func TestASheetTooLargeToHoldIsReadAgain(t *testing.T) {
	in := oneSheet(texts("name|date", "Ann|2015", "|", "Bea|2016")).input()
	var seen [2]string
	for i, most := range []int{maxPacked, 12} {
		w, err := read(in, format.Options{})
		if err != nil {
			t.Fatal(err)
		}
		v := &view{w: w, sheet: w.sheets[0], last: -1, urls: map[corner]string{}, kept: packedRows{most: most}}
		if err := v.look(); err != nil {
			t.Fatal(err)
		}
		if held := i == 0; v.kept.over == held || held == (v.kept.size == 0) {
			t.Fatalf("at most %d bytes: over %v, %d bytes", most, v.kept.over, v.kept.size)
		}
		for range 2 {
			if err := v.each(func(r *rawRow) bool { seen[i] += fmt.Sprint(*r); return true }); err != nil {
				t.Fatal(err)
			}
		}
	}
	if seen[0] != seen[1] || !strings.Contains(seen[0], "Bea") {
		t.Errorf("held: %s\nread again: %s", seen[0], seen[1])
	}
}
