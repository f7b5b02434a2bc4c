// Package format is where other people's files come in and ours go out. It
// holds what all formats share: the file handed in, the options, the Builder
// that turns foreign records into a data.Dataset, and the Report that says what
// became of each. Every format is a package below it and offers one Format;
// package all lists them.
//
// What enters: bytes of a file. What leaves: a Dataset whose every record
// cites the place in the file where it stood, and a Report. What was not
// understood is reported with file, place, field and value, never dropped in
// silence. Readers ask no network, open no file but the one handed in, and
// stop at the Limits with a clear error.
package format
