package data

// BuiltinPredicates are the relations every dataset knows, by id. Influence is
// the direction in which a thread may follow the relation, whatever way the
// sentence is written; None carries nothing. Membership, presence and opinion
// carry nothing: that police targeted a group is not that they charged its head.
var BuiltinPredicates = []Predicate{
	// Making rules.
	{ID: "amends", Label: "amends", Inverse: "is amended by", From: kinds("law"), To: kinds("law"), Influence: Backward, FtM: "UnknownLink"},
	{ID: "drafted", Label: "drafted", Inverse: "was drafted by", From: kinds("agency", "person", "organization"), To: kinds("law"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "proposed", Label: "proposed", Inverse: "was proposed by", From: kinds("agency", "person", "organization"), To: kinds("law"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "enacted", Label: "enacted", Inverse: "was enacted by", From: kinds("agency"), To: kinds("law"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "issued", Label: "issued", Inverse: "was issued by", From: kinds("agency", "company", "organization"), To: kinds("law"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "repeals", Label: "repeals", Inverse: "is repealed by", From: kinds("law"), To: kinds("law"), Influence: None, FtM: "UnknownLink"},

	// What rules do.
	{ID: "authorises", Label: "authorises", Inverse: "is authorised by", From: kinds("law"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "requires", Label: "requires", Inverse: "is required by", From: kinds("law"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "prohibits", Label: "prohibits", Inverse: "is prohibited by", From: kinds("law"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "implements", Label: "implements", Inverse: "is implemented by", From: kinds("law", "event", "agency"), To: kinds("law", "concept"), Influence: Backward, FtM: "UnknownLink"},
	{ID: "enforces", Label: "enforces", Inverse: "is enforced by", From: kinds("agency", "event", "company"), To: kinds("law", "concept"), Influence: Backward, FtM: "UnknownLink"},
	{ID: "justified_by", Label: "is justified by", Inverse: "is invoked to justify", To: kinds("concept", "law"), Influence: None, FtM: "UnknownLink"},

	// What follows from what.
	{ID: "led_to", Label: "led to", Inverse: "followed from", Influence: Forward, FtM: "UnknownLink"},
	{ID: "targets", Label: "targets", Inverse: "is targeted by", Influence: Forward, FtM: "UnknownLink"},
	{ID: "includes", Label: "includes", Inverse: "is among", From: kinds("event", "case"), To: kinds("event", "case"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "conducted", Label: "carried out", Inverse: "was carried out by", From: kinds("agency", "company", "organization", "person"), To: kinds("event"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "blocks", Label: "blocks", Inverse: "is blocked by", From: kinds("agency", "company", "event", "law", "place"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "censors", Label: "censors", Inverse: "is censored by", From: kinds("agency", "company", "event", "platform"), Influence: Forward, FtM: "UnknownLink"},

	// Cases.
	{ID: "charged_under", Label: "is charged under", Inverse: "is the law applied to", From: kinds("case"), To: kinds("law"), Influence: Backward, FtM: "UnknownLink"},
	{ID: "charged_with", Label: "is charged with", Inverse: "is the charge in", From: kinds("case"), To: kinds("charge"), Influence: Backward, FtM: "UnknownLink"},
	{ID: "accused_of", Label: "is accused of", Inverse: "is alleged in", From: kinds("case"), To: kinds("charge", "event"), Influence: Backward, FtM: "UnknownLink"},
	{ID: "convicted_of", Label: "is convicted of", Inverse: "is the offence in", From: kinds("case"), To: kinds("charge"), Influence: Backward, FtM: "UnknownLink"},
	{ID: "evidence_in", Label: "is used as evidence in", Inverse: "rests on", To: kinds("case"), Influence: None, FtM: "UnknownLink"},
	{ID: "defined_in", Label: "is defined in", Inverse: "defines", From: kinds("charge"), To: kinds("law"), Influence: Backward, FtM: "UnknownLink"},
	{ID: "detained", Label: "detained", Inverse: "was detained by", From: kinds("agency"), To: kinds("case"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "prosecuted", Label: "prosecuted", Inverse: "was prosecuted by", From: kinds("agency"), To: kinds("case"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "sentenced", Label: "sentenced", Inverse: "was sentenced by", From: kinds("agency"), To: kinds("case"), Influence: Forward, FtM: "UnknownLink"},
	{ID: "subject", Label: "is the subject of", Inverse: "concerns", From: kinds("person", "organization", "company"), To: kinds("case"), Influence: None, FtM: "CourtCaseParty"},

	// Presence at events.
	{ID: "participated_in", Label: "took part in", Inverse: "had as participant", From: actors, To: kinds("event", "case"), Influence: None, FtM: "EventParticipant"},
	{ID: "attended", Label: "attended", Inverse: "was attended by", From: actors, To: kinds("event"), Influence: None, FtM: "EventParticipant"},
	{ID: "expected_at", Label: "was expected at", Inverse: "expected", From: actors, To: kinds("event"), Influence: None, FtM: "EventParticipant"},
	{ID: "absent_from", Label: "stayed away from", Inverse: "took place without", From: actors, To: kinds("event"), Influence: None, FtM: "EventParticipant"},
	{ID: "spoke_at", Label: "spoke at", Inverse: "heard", From: actors, To: kinds("event"), Influence: None, FtM: "EventParticipant"},
	{ID: "addressed", Label: "sent a message to", Inverse: "received a message from", From: actors, Influence: None, FtM: "UnknownLink"},
	{ID: "read_for", Label: "read the message of", Inverse: "had the message read by", From: kinds("person"), To: kinds("person"), Influence: None, FtM: "UnknownLink"},
	{ID: "organised", Label: "organised", Inverse: "was organised by", From: actors, To: kinds("event"), Influence: None, FtM: "EventParticipant"},
	{ID: "hosted", Label: "hosted", Inverse: "was hosted by", To: kinds("event"), Influence: None, FtM: "EventParticipant"},
	{ID: "protested_at", Label: "protested at", Inverse: "was protested by", From: actors, To: kinds("event"), Influence: None, FtM: "EventParticipant"},
	{ID: "visited", Label: "visited", Inverse: "was visited by", From: actors, To: kinds("place", "organization"), Influence: None, FtM: "UnknownLink"},

	// Words and opinions.
	{ID: "urged", Label: "urged", Inverse: "was urged by", From: actors, Influence: None, FtM: "UnknownLink"},
	{ID: "criticised", Label: "criticised", Inverse: "was criticised by", From: append(kinds("publication", "case"), actors...), Influence: None, FtM: "UnknownLink"},
	{ID: "defended", Label: "defended", Inverse: "was defended by", From: actors, Influence: None, FtM: "UnknownLink"},
	{ID: "promotes", Label: "promotes", Inverse: "is promoted by", Influence: None, FtM: "UnknownLink"},
	{ID: "commented_on", Label: "commented on", Inverse: "was commented on by", Influence: None, FtM: "UnknownLink"},
	{ID: "asked", Label: "asked", Inverse: "was asked by", From: actors, Influence: None, FtM: "UnknownLink"},
	{ID: "reported", Label: "reported", Inverse: "was reported by", From: append(kinds("publication"), actors...), Influence: None, FtM: "UnknownLink"},
	{ID: "published", Label: "published", Inverse: "was published by", From: actors, To: kinds("publication"), Influence: None, FtM: "Documentation"},
	{ID: "refused", Label: "refused", Inverse: "was refused by", From: actors, Influence: None, FtM: "UnknownLink"},

	// Belonging.
	{ID: "heads", Label: "heads", Inverse: "is headed by", From: kinds("person"), To: bodies, Influence: None, FtM: "Directorship"},
	{ID: "works_for", Label: "works for", Inverse: "employs", From: kinds("person"), To: bodies, Influence: None, FtM: "Employment"},
	{ID: "founded", Label: "founded", Inverse: "was founded by", Influence: None, FtM: "UnknownLink"},
	{ID: "volunteered_for", Label: "volunteered for", Inverse: "had as volunteer", From: kinds("person"), To: bodies, Influence: None, FtM: "Membership"},
	{ID: "member_of", Label: "is a member of", Inverse: "has as member", From: append(kinds("person"), bodies...), To: bodies, Influence: None, FtM: "Membership"},
	{ID: "owns", Label: "owns", Inverse: "is owned by", Influence: None, FtM: "Ownership"},
	{ID: "operates", Label: "operates", Inverse: "is operated by", Influence: None, FtM: "UnknownLink"},
	{ID: "uses", Label: "uses", Inverse: "is used by", Influence: None, FtM: "UnknownLink"},
	{ID: "part_of", Label: "is part of", Inverse: "includes", Influence: None, FtM: "UnknownLink"},
	{ID: "located_in", Label: "is located in", Inverse: "is the place of", To: kinds("place"), Influence: None, FtM: "UnknownLink"},
	{ID: "about", Label: "is about", Inverse: "is the matter of", Influence: None, FtM: "UnknownLink"},
	{ID: "related_to", Label: "is related to", Inverse: "is related to", Influence: None, Symmetric: true, FtM: "UnknownLink"},
	{ID: "stage_of", Label: "is a stage of", Inverse: "went through", From: kinds("event"), Influence: None, FtM: "UnknownLink"},
}

var (
	actors = kinds("person", "agency", "company", "organization", "platform", "publication", "place")
	bodies = kinds("agency", "company", "organization", "platform", "publication")
)

func kinds(ids ...KindID) []KindID { return ids }
