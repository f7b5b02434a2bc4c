// Package xmlread reads the XML of other people's formats. What enters: a file
// in any encoding that it declares; what leaves: its elements, one at a time,
// each with its line. Nothing but the file is opened: entities that a document
// declares are refused, documents it names are not fetched. Depth, length of a
// tag and number of attributes are bounded, so that a hostile file ends in an
// error that names the place.
package xmlread
