// Package cypher writes statements for Neo4j and other stores that speak Cypher.
// What enters: a dataset. What leaves: one statement a line, each ended by a
// semicolon, that cypher-shell takes from a pipe however many there are. Running
// them twice changes nothing: things and relations are merged by their ids. No
// text of the data can end its literal, whichever way a parser treats \u. Not
// read.
package cypher
