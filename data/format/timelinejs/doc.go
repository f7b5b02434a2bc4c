// Package timelinejs reads and writes the timelines of TimelineJS 3: its JSON,
// with or without a JavaScript wrapper, the JSON of its version 2, and its
// spreadsheet as CSV.
//
// What enters: the text of a file. What leaves: an entity of kind event for
// every slide with a place in time or without one, the title slide as the
// heading, eras. HTML becomes text and links; nothing of it is kept as HTML.
// What we write is a timeline that TimelineJS shows without further ado, every
// text escaped, and below the key "redthread", which it passes over, all that
// restores the dataset. Refused: what is no JSON behind its wrapper, and a
// table without the columns of the template.
package timelinejs
