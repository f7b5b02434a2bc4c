// Package snap reads plain edge lists: two ids a line, then perhaps a weight and
// a time, as SNAP, KONECT and most network programs hand them out. What enters:
// lines of text, with comments that start with # or %. What leaves: a thing for
// every id and a relation for every line.
//
// The file is read twice and never held: first to decide over all of it what
// separates the columns and what each is, then to build. Refused: matrices
// (Matrix Market), bytes that are no text, lines and files over the limits.
package snap
