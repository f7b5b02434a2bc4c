// Package ftm reads and writes FollowTheMoney: entities as JSON lines, as
// Aleph, OpenAleph and OpenSanctions export them.
//
// What enters: lines of {"id", "schema", "properties"}, a JSON list of them, or
// the answer of an API with "results". What leaves: entities and relations. A
// schema with an edge of its own (Ownership, Family, Payment) is a relation;
// every other schema, of things and of intervals alike, is an entity, and its
// properties that name other entities are relations. What is refused:
// statements (OpenSanctions' statements.csv), which are parts of entities.
//
// FollowTheMoney allows the properties of its schemata only. What they cannot
// hold is written beside them under the key "redthread", which other tools
// carry along or ignore; what stands there is read back as it was.
package ftm
