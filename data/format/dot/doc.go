// Package dot writes DOT, the language of Graphviz. What enters: a dataset. What
// leaves: a directed graph that dot, neato and sfdp draw as it is, with a shape
// and colour for each kind, a line style for each status, parallel relations
// apart, and a short legend. Nothing of the data can end a text, and no label is
// one of HTML. Not read.
package dot
