// Package table reads whatever is a table: CSV and TSV files, lists of JSON
// objects, folders of small YAML or JSON files, and the sheets that package
// xlsx hands it.
//
// What enters: files, or Tables that another package has read. What leaves:
// entities, relations and sources at a format.Builder, as a Mapping says, which
// the user wrote or which was guessed from headers and values. What it refuses:
// texts in an encoding nobody named, a quote that never closes, a mapping that
// names a column no table has.
package table
