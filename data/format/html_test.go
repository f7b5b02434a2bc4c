package format

import (
	"strings"
	"testing"
)

func TestHTMLIsReducedToText(t *testing.T) {
	for html, want := range map[string][2]string{
		"plain & simple":                             {"plain & simple", "plain & simple"},
		"<p>One <b>two</b></p><p>three</p>":          {"One two\n\nthree", "One **two**\n\nthree"},
		`<a href="https://example.org/a">page</a>`:   {"page", "[page](https://example.org/a)"},
		`<a href="javascript:alert(1)">page</a>`:     {"page", "page"},
		"<script>alert(1)</script>a<style>b</style>": {"a", "a"},
		"a &lt;b&gt; *c* [d](x)":                     {"a <b> *c* [d](x)", `a \<b> \*c\* \[d\](x)`},
		"<ul><li>x</li><li>y</li></ul>":              {"- x\n- y", "- x\n- y"},
		"a<br>b<img src=x onerror=alert(1)>":         {"a\nb", "a\nb"},
		"2 < 3 and 4 > 1":                            {"2 < 3 and 4 > 1", `2 \< 3 and 4 > 1`},
	} {
		if got := PlainText(html); got != want[0] {
			t.Errorf("PlainText(%q) = %q, want %q", html, got, want[0])
		}
		if got := Markdown(html); got != want[1] {
			t.Errorf("Markdown(%q) = %q, want %q", html, got, want[1])
		}
	}
	if got := PlainText(strings.Repeat("<div>", 100_000) + "x"); got != "x" {
		t.Errorf("deep nesting: %q", got[:min(20, len(got))])
	}
}
