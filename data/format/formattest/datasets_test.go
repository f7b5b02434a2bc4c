package formattest

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
)

func TestGeneratedDatasetsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := Dataset(t)
		if err := data.Check(ds).Err(); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := data.WriteJSON(&b, ds); err != nil {
			t.Fatal(err)
		}
	})
}
