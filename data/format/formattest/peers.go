// Package formattest holds what the tests of all formats share.
package formattest

import (
	"os"
	"os/exec"
	"testing"
)

// Peer is the path of another program that must take what we write. Where it is
// missing the test is skipped; in make test, which installs all peers, it fails.
func Peer(t testing.TB, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		Missing(t, program)
	}
	return path
}

// Missing skips the test, or fails it in make test.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("REDTHREAD_REQUIRE_PEERS") != "" {
		t.Fatalf("%s is missing, which make test installs", what)
	}
	t.Skipf("%s is not installed", what)
}
