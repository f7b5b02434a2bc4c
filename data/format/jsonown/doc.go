// Package jsonown carries what our model says beside a format's own fields
// through files of JSON, below a key "redthread" that other programs pass over.
// What enters: a dataset, or what such a file holds below that key. What
// leaves: JSON, or the records at a Builder as they were. A record that no
// longer fits the model is reported and left out.
package jsonown
