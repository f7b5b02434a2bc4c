// Package graph is the second room: an index of a dataset enters as compact
// arrays; measures, communities, a layout and threads leave. It refuses
// nothing that the data room let through, draws nothing, and is the only
// importer of dominikbraun/graph (see Directed).
//
// Everything here is repeatable: nodes stand in the order of their ids,
// relations in the order of the index, every generator has a seed, and floating
// products that feed a sum are rounded first (float64(a*b) + c), because some
// processors would fuse the two and end one bit away.
package graph
