// Package columns carries our model through graph formats that know nodes and
// edges with named values: GEXF, GraphML. What enters: records, or the named
// values of a foreign file; what leaves: the columns that a writer declares,
// and records again. Values that another tool gave are understood where their
// names leave no doubt (a type, a date), and kept as attributes where not.
package columns
