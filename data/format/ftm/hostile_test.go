package ftm

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/redthread/redthread/data/format"
)

// repeat joins n texts made of a pattern and their number.
func repeat(pattern, between string, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf(pattern, i)
	}
	return strings.Join(list, between)
}

func TestHostileFilesEndSoon(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for name, text := range map[string]string{
		"properties without end":  `{"id":"a","schema":"Person","properties":{` + repeat(`"p%d":["v"]`, ",", 30_000) + `}}`,
		"fragments without end":   repeat(`{"id":"a","schema":"Person","properties":{"p%[1]d":["v"],"name":["n%[1]d"]},"k%[1]d":"v"}`, "\n", 30_000),
		"addresses without end":   `{"id":"a","schema":"Person","properties":{"sourceUrl":[` + repeat(`"https://example.org/%d"`, ",", 30_000) + `]}}`,
		"proofs without end":      `{"id":"a","schema":"Document","properties":{"proof":["a"],"sourceUrl":[` + repeat(`"https://example.org/%d"`, ",", 30_000) + `]}}`,
		"dates that are none":     `{"id":"a","schema":"Person","properties":{"birthDate":[` + repeat(`"in the year %d"`, ",", 30_000) + `]}}`,
		"keywords and topics":     `{"id":"a","schema":"Person","properties":{"keywords":[` + repeat(`"w%d"`, ",", 30_000) + `]}}`,
		"references that dangle":  `{"id":"a","schema":"Person","properties":{"addressEntity":[` + repeat(`"x%d"`, ",", 30_000) + `]}}`,
		"nested at its wrong end": `{"id":"a","schema":"Person","properties":{"ownershipOwner":[` + repeat(`{"id":"o%d","schema":"Ownership"}`, ",", 10_000) + `]}}`,
		"pairs without end":       `{"id":"a","schema":"Ownership","properties":{"owner":[` + repeat(`"x%d"`, ",", 20_000) + `],"asset":[` + repeat(`"y%d"`, ",", 20_000) + `]}}`,
	} {
		start := time.Now()
		to := format.NewBuilder(format.Options{})
		err := Format().Read([]format.Input{format.Bytes("x", []byte(text+"\n"))}, to)
		if (err != nil) != strings.HasPrefix(name, "pairs") {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			ds, _ := to.Finish()
			written(t, ds)
		}
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: %v", name, took)
		} else {
			t.Log(name, took)
		}
	}
}
