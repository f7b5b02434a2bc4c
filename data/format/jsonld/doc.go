// Package jsonld writes JSON-LD in the words of schema.org. What enters: a
// dataset. What leaves: one document whose context stands in it, so that no
// program asks the network: a node for each thing, stage, relation, source and
// figure. What schema.org has no word for is said in a vocabulary of our own
// (urn:redthread:), declared in the document. Not read.
//
// A relation is a node of its own (rdf:Statement and schema:Role), so that two
// between the same two things stay two and each keeps its date, status and
// evidence. It is said as a plain property too, but only where a source states
// it: a hedge never becomes a fact.
package jsonld
