// Package data is the first room: a folder of YAML, JSON and CSV files enters,
// a checked Dataset leaves. What was not understood is refused with file, line
// and value, all of it at once; nothing is dropped in silence.
package data
