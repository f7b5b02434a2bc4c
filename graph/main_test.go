package graph

import (
	"flag"
	"os"
	"testing"
)

// TestMain draws the same worlds on every run, so that a failure is of the
// change that brought it; -rapid.seed draws others, as does RAPID_SEED.
func TestMain(m *testing.M) {
	flag.Parse()
	if seed := flag.Lookup("rapid.seed"); seed != nil && seed.Value.String() == "0" {
		value := os.Getenv("RAPID_SEED")
		if value == "" {
			value = "20261122"
		}
		if err := flag.Set("rapid.seed", value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
