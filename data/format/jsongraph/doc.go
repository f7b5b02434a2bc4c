// Package jsongraph reads and writes graphs as JSON, in the three dialects that
// most tools speak: JSON Graph Format 1 and 2, the node-link JSON of d3 and
// networkx (and what sigma, vis and graphology make of it), and Cytoscape's, of
// the library and of the desktop program.
//
// What enters: the text of a file. What leaves: entities, relations and what
// the graph says of itself, at the Builder. A file is walked twice and never
// stands in memory as a tree: first to decide over all of it what is an id, how
// links name their ends and how dates are written, then to build. Refused: what
// is no JSON, duplicate keys, and files over the limits.
package jsongraph
