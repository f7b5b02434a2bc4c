package jsonld

import "github.com/redthread/redthread/data"

// types are the types of schema.org nearest to our kinds. Kinds of a dataset's
// own are Things.
var types = map[data.KindID]string{
	"person": "Person", "law": "Legislation", "agency": "GovernmentOrganization", "company": "Corporation", "organization": "Organization",
	"event": "Event", "platform": "WebSite", "place": "Place", "publication": "CreativeWork", "charge": "DefinedTerm", "concept": "DefinedTerm", "case": "Thing",
}

func typeOf(kind data.KindID) string {
	if t, ok := types[kind]; ok {
		return t
	}
	return "Thing"
}

// broader are properties of schema.org that say less than our predicates and
// nothing else.
var broader = map[data.PredicateID]string{
	"owns": "owns", "works_for": "worksFor", "member_of": "memberOf", "located_in": "location", "about": "about",
}

// lawDates are the properties of schema.org for the stages of a law.
var lawDates = map[string]string{"passed": "legislationDate", "issued": "datePublished", "in-force": "legislationDateOfApplicability", "amended": "legislationDateVersion"}

// places are the properties that say where a thing is; of others it is ours.
var places = map[string]string{"Event": "location", "Organization": "location", "Corporation": "location", "GovernmentOrganization": "location",
	"Place": "containedInPlace", "Legislation": "spatialCoverage", "CreativeWork": "locationCreated"}

// works are the types whose evidence is a citation; of other things it is a
// work that speaks of them.
var works = map[string]bool{"Legislation": true, "CreativeWork": true, "WebSite": true}

// context is the same in every document, but for the prefixes of its ids.
const context = `{
    "@version": 1.1,
    "@vocab": "http://schema.org/",
    "schema": "http://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rt": "urn:redthread:vocabulary:",
    "kind": "urn:redthread:kind:",
    "predicate": "urn:redthread:predicate:",
    "thing": %s,
    "relation": %s,
    "source": %s,
    "figure": %s,
    "additionalType": {"@type": "@id"},
    "url": {"@type": "@id"},
    "archivedAt": {"@type": "@id"},
    "edtf": {"@id": "rt:date", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    "stageOf": {"@id": "rt:stageOf", "@type": "@id"},
    "place": {"@id": "rt:place", "@type": "@id"},
    "status": "rt:status",
    "reportedBy": "rt:reportedBy",
    "dateNote": "rt:dateNote",
    "counts": "rt:counts",
    "bound": "rt:bound",
    "outOf": "rt:outOf",
    "urlText": "rt:urlText",
    "archivedAtText": "rt:archivedAtText",
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicateOf": {"@id": "rdf:predicate", "@type": "@id"},
    "object": {"@id": "rdf:object", "@type": "@id"},
    "subPropertyOf": {"@id": "rdfs:subPropertyOf", "@type": "@id"},
    "subClassOf": {"@id": "rdfs:subClassOf", "@type": "@id"},
    "label": "rdfs:label",
    "datePublished": {"@type": "schema:Date"},
    "startDate": {"@type": "schema:Date"},
    "endDate": {"@type": "schema:Date"},
    "legislationDate": {"@type": "schema:Date"},
    "legislationDateVersion": {"@type": "schema:Date"},
    "legislationDateOfApplicability": {"@type": "schema:Date"},
    "observationDate": {"@type": "schema:Date"}
  }`
