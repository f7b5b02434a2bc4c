package main

import (
	"strings"
	"testing"
)

func TestColumnsStandBelowEachOtherInAnyScript(t *testing.T) {
	var b strings.Builder
	columns(&b, [][]string{{"网络安全法", "stated"}, {"Cafe\u0301 Act", "possible"}, {"A law of ten", "inferred"}, {}})
	want := "  网络安全法    stated\n  Cafe\u0301 Act      possible\n  A law of ten  inferred\n\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
