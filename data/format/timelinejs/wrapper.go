package timelinejs

import (
	"bytes"
	"regexp"
	"unicode/utf8"
)

// wrapper is what stands before the JSON where a page loads it as a script:
// "storyjs_jsonp_data = " or a call.
var wrapper = regexp.MustCompile(`^(?:(?:var|let|const)\s+)?[A-Za-z_$][\w$.]*\s*(?:=|\()\s*`)

// unwrapped is the JSON within a script that holds nothing else, with spaces
// where the script was, so that places stay. Nothing is run: what is no JSON is
// refused by whoever reads it. The second value tells whether there was one.
func unwrapped(text []byte) ([]byte, bool) {
	start := 0
	if bytes.HasPrefix(text, []byte("\xef\xbb\xbf")) {
		start = 3
	}
	for start < len(text) && (text[start] == ' ' || text[start] == '\t' || text[start] == '\r' || text[start] == '\n') {
		start++
	}
	head := text[start:min(len(text), start+1024)]
	for len(head) > 0 && !utf8.Valid(head) && len(head)+utf8.UTFMax > 1024 {
		head = head[:len(head)-1]
	}
	at := wrapper.FindIndex(head)
	if at == nil {
		return text, false
	}
	plain := bytes.Clone(text)
	blank(plain[:start+at[1]])
	end := bytes.LastIndexByte(plain, '}')
	if tail := bytes.Join(bytes.Fields(plain[end+1:]), nil); len(tail) <= 2 && len(bytes.Trim(tail, ");")) == 0 {
		blank(plain[end+1:])
	}
	return plain, true
}

func blank(text []byte) {
	for i, c := range text {
		if c != '\n' {
			text[i] = ' '
		}
	}
}
