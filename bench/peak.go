package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// peak is what a process took.
type peak struct {
	Seconds float64
	MB      int64 // most memory at once
	Failed  bool
	Said    string // on its error stream
}

// peakOf runs a command by way of a small process: Linux counts the memory of
// who starts a process as the process's own, and this one has held large files.
func peakOf(command ...string) (p peak, err error) {
	self, err := os.Executable()
	if err != nil {
		return p, err
	}
	out, err := exec.Command(self, append([]string{peakWord}, command...)...).Output()
	if err != nil {
		return p, err
	}
	return p, json.Unmarshal(out, &p)
}

// peakWord, as the first argument, makes this command the small process.
const peakWord = "peak-of"

// sayPeak runs a command and writes what it took.
func sayPeak(command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	var said bytes.Buffer
	cmd.Stderr = &said
	start := time.Now()
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return errors.New("no figures of the process")
	}
	return json.NewEncoder(os.Stdout).Encode(peak{time.Since(start).Seconds(), usage.Maxrss >> 10, err != nil, said.String()})
}
