package format

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// codePages are names of Windows that the web does not use.
var codePages = map[string]string{
	"cp936": "gbk", "cp950": "big5", "cp932": "shift_jis", "cp949": "euc-kr", "gb2312": "gbk", "ansi": "windows-1252",
	"utf16": "utf-16le", "utf-16": "utf-16le", "utf8": "utf-8",
}

// EncodingNamed is an encoding of texts by one of its usual names, those of
// Windows among them; the error lists names that are known.
func EncodingNamed(name string) (encoding.Encoding, error) {
	key := strings.ToLower(strings.TrimSpace(name))
	if other, ok := codePages[key]; ok {
		key = other
	}
	if key == "utf-8" {
		return unicode.UTF8, nil
	}
	e, err := htmlindex.Get(key)
	if err != nil {
		return nil, fmt.Errorf("unknown encoding %q (known: utf-8, utf-16le, utf-16be, gbk, gb18030, big5, shift_jis, euc-jp, euc-kr, windows-1250 to windows-1258, iso-8859-1 to -16, koi8-r)", name)
	}
	return e, nil
}
