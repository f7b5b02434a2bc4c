package data

import (
	"github.com/redthread/redthread/data/edtf"
)

// The typed ids. An id is lower case letters, digits and hyphens; a stage is
// addressed as owner/stage ("cyber-security-law/in-force").
type (
	SourceID    string
	EntityID    string
	RelationID  string
	KindID      string
	PredicateID string
)

// Dataset is everything a folder says, in the order of its ids. Slices that
// are empty are nil or empty alike; readers must not tell them apart.
type Dataset struct {
	Title      string `key:"title" doc:"what the briefing is called"`
	Standfirst string `key:"standfirst" doc:"one or two sentences below the title, plain text"`
	Lang       string `key:"language" doc:"BCP 47 tag of the texts; en when left out"`
	Licence    string `key:"licence" doc:"of the data, an SPDX id"`
	About      string `key:"about" doc:"how the data was made, Markdown"`

	Kinds      []Kind      // the built-in kinds and those the dataset adds, in drawing order
	Predicates []Predicate // the built-in predicates and those the dataset adds, by id
	Sources    []Source
	Entities   []Entity
	Relations  []Relation
	Figures    []Figure
	Conflicts  []Conflict
	RuledOut   []RuledOut
	Eras       []Era
	Story      []Step // in the order of the presentation

	origins origins // where each record was read; nil for a dataset made in a program
}

// Status says how sure the evidence is. The empty status means "not said" and
// counts as Stated.
type Status string

// The statuses, from the strongest to the weakest.
const (
	Stated   Status = "stated"   // the source says so
	Possible Status = "possible" // the source hedges
	Inferred Status = "inferred" // we conclude it
	Disputed Status = "disputed" // sources disagree
)

// Source is a text that evidence points into.
type Source struct {
	ID         SourceID  `key:"id" doc:"lower case letters, digits and hyphens; evidence names it"`
	Publisher  string    `key:"publisher" doc:"who published the text"`
	Authors    []string  `key:"authors" doc:"who wrote it"`
	Title      string    `key:"title" doc:"as printed"`
	Date       edtf.Date `key:"date" doc:"when it was published, EDTF"`
	DateNote   string    `key:"date_note" doc:"how the date was found, where the source does not print it"`
	URL        string    `key:"url" doc:"address of the text"`
	Archive    string    `key:"archive" doc:"address of an archived copy"`
	Lang       string    `key:"language" doc:"BCP 47 tag of the text"`
	Licence    string    `key:"licence" doc:"of the text"`
	File       string    `key:"file" doc:"name of the archived text"`
	SHA256     string    `key:"sha256" doc:"of the archived text, lower case hexadecimal"`
	Paragraphs int       `key:"paragraphs" doc:"non-empty lines of the text; leave out when not counted"`
	NoFact     []NoFact  `key:"no_fact" doc:"paragraphs that hold nothing to record"`
	Outside    bool      `key:"outside" doc:"consulted for single facts only, not one of the own sources of the dataset"`
	Note       string    `key:"note" doc:"anything a reader of the sources should know"`
}

// NoFact declares paragraphs of a source that hold nothing to record, and why.
type NoFact struct {
	At     string `key:"at" doc:"paragraphs: 13, or 20-22, 27"`
	Reason string `key:"reason" doc:"why there is nothing to record"`
}

// Entity is a thing the dataset speaks of.
type Entity struct {
	ID           EntityID          `key:"id" doc:"lower case letters, digits and hyphens"`
	Kind         KindID            `key:"kind" doc:"what it is: person, law, case, ..."`
	Name         string            `key:"name" doc:"what it is called"`
	Short        string            `key:"short" doc:"a shorter name for labels; the name when left out"`
	Names        map[string]string `key:"names" doc:"in other languages and scripts, by BCP 47 tag"`
	Aliases      []Alias           `key:"aliases" doc:"other spellings, as printed"`
	Date         edtf.Date         `key:"date" doc:"EDTF; left out: derived from the stages where there are any, else undated"`
	DateNote     string            `key:"date_note" doc:"how the date was derived"`
	DateEvidence []Evidence        `key:"date_evidence" doc:"where the date stands, when not where the thing does"`
	Place        EntityID          `key:"place" doc:"id of the place where it is or took place"`
	Summary      string            `key:"summary" doc:"one or two sentences of plain text"`
	Tags         []string          `key:"tags" doc:"words to group by"`
	Links        []Link            `key:"links" doc:"addresses a reader may want, http or https"`
	Count        string            `key:"count" doc:"for a group of people: 7, hundreds, tens of thousands"`
	Attributes   []Attribute       `key:"attributes" doc:"named values: role, verdict, sentence"`
	Stages       []Stage           `key:"stages" doc:"dated steps in the life of a law or a case"`
	Evidence     []Evidence        `key:"evidence" doc:"where the sources speak of it"`
}

// Alias is another spelling, as printed.
type Alias struct {
	Text     string     `key:"text" doc:"the spelling"`
	Note     string     `key:"note" doc:"misprint, short form, ..."`
	Evidence []Evidence `key:"evidence" doc:"where it is spelled so"`
}

// Link is an address a reader may want; only http and https are drawn as links.
type Link struct {
	Label string `key:"label" doc:"words for the link"`
	URL   string `key:"url" doc:"http or https"`
}

// Attribute is a named value: role, verdict, sentence.
type Attribute struct {
	Key      string     `key:"key" doc:"role, verdict, sentence, ..."`
	Value    string     `key:"value" doc:"as text"`
	Evidence []Evidence `key:"evidence" doc:"where it stands"`
}

// Stage is a dated step in the life of a law or a case. It becomes a thing
// owner/stage of kind event.
type Stage struct {
	Stage    string     `key:"stage" doc:"a name of the table of stages, or one of the dataset with a label"`
	Label    string     `key:"label" doc:"words for the chart; those of the table when left out"`
	Date     edtf.Date  `key:"date" doc:"EDTF"`
	DateNote string     `key:"date_note" doc:"how the date was derived"`
	Status   Status     `key:"status" doc:"how sure the evidence is; stated when left out"`
	Note     string     `key:"note" doc:"a remark for the reader"`
	Evidence []Evidence `key:"evidence" doc:"where it stands"`
}

// Relation joins two things. From and To name an entity or a stage.
type Relation struct {
	ID           RelationID  `key:"id" doc:"from--predicate--to when left out"`
	From         EntityID    `key:"from" doc:"id of an entity or of a stage, owner/stage"`
	Predicate    PredicateID `key:"predicate" doc:"how the two are joined"`
	To           EntityID    `key:"to" doc:"id of an entity or of a stage, owner/stage"`
	Date         edtf.Date   `key:"date" doc:"EDTF"`
	DateNote     string      `key:"date_note" doc:"how the date was derived"`
	DateEvidence []Evidence  `key:"date_evidence" doc:"where the date stands, when not where the relation does"`
	Status       Status      `key:"status" doc:"how sure the evidence is; stated when left out"`
	Note         string      `key:"note" doc:"a remark for the reader"`
	Attributes   []Attribute `key:"attributes" doc:"named values: share, weight, role"`
	Evidence     []Evidence  `key:"evidence" doc:"where it stands"`
}

// Evidence is a place in a source.
type Evidence struct {
	Source SourceID `key:"source" doc:"id of the source"`
	At     string   `key:"at" doc:"paragraphs 6, 6-8, or 6, 10; or a page: p. 12"`
	Terms  []string `key:"terms" doc:"key terms found there: names, figures, charges; not sentences"`
	Status Status   `key:"status" doc:"where it differs from stated"`
	By     string   `key:"by" doc:"whom the source reports"`
	Note   string   `key:"note" doc:"a remark for the reader"`
}

// Figure is a number with what it counts.
type Figure struct {
	ID       string     `key:"id" doc:"lower case letters, digits and hyphens"`
	About    EntityID   `key:"about" doc:"id of the thing it measures"`
	Counts   string     `key:"counts" doc:"what is counted"`
	Value    string     `key:"value" doc:"decimal digits without separators"`
	Bound    string     `key:"bound" doc:"about, more than, at least, less than, at most; exact when left out"`
	Of       string     `key:"of" doc:"the whole it is part of: 180 in 176 of 180"`
	Unit     string     `key:"unit" doc:"people, years, rank, ..."`
	Date     edtf.Date  `key:"date" doc:"EDTF"`
	DateNote string     `key:"date_note" doc:"how the date was derived"`
	Status   Status     `key:"status" doc:"how sure the evidence is; stated when left out"`
	Note     string     `key:"note" doc:"a remark for the reader"`
	Evidence []Evidence `key:"evidence" doc:"where it stands"`
}

// Conflict keeps what sources disagree on.
type Conflict struct {
	ID       string    `key:"id" doc:"lower case letters, digits and hyphens"`
	About    string    `key:"about" doc:"id of an entity, relation or figure"`
	Field    string    `key:"field" doc:"what is in dispute: name, date, count, ..."`
	Note     string    `key:"note" doc:"a remark for the reader"`
	Readings []Reading `key:"readings" doc:"the sides, one of them drawn"`
}

// Reading is one side of a conflict.
type Reading struct {
	Value    string     `key:"value" doc:"what this side says"`
	Drawn    bool       `key:"drawn" doc:"true for the one on the charts"`
	Evidence []Evidence `key:"evidence" doc:"who says so"`
}

// RuledOut keeps what a reader might wrongly conclude.
type RuledOut struct {
	ID       string     `key:"id" doc:"lower case letters, digits and hyphens"`
	From     EntityID   `key:"from" doc:"id of an entity or of a stage"`
	To       EntityID   `key:"to" doc:"id of an entity or of a stage"`
	Reason   string     `key:"reason" doc:"why the conclusion would be wrong"`
	Evidence []Evidence `key:"evidence" doc:"where it stands"`
}

// Era is a stretch of time drawn behind the timeline.
type Era struct {
	ID       string     `key:"id" doc:"lower case letters, digits and hyphens"`
	Label    string     `key:"label" doc:"words on the chart"`
	Date     edtf.Date  `key:"date" doc:"EDTF, a span"`
	Entity   EntityID   `key:"entity" doc:"id of what it opens"`
	Evidence []Evidence `key:"evidence" doc:"where it stands"`
}

// Step is one page of a presentation.
type Step struct {
	ID       string     `key:"id" doc:"lower case letters, digits and hyphens"`
	Title    string     `key:"title" doc:"of the step"`
	Text     string     `key:"text" doc:"Markdown; [words](#entity-id) opens a thing"`
	Notes    string     `key:"notes" doc:"for the speaker, Markdown"`
	View     string     `key:"view" doc:"threads, timeline, network, flow, table or sources"`
	Focus    []string   `key:"focus" doc:"ids of the things in focus"`
	Window   edtf.Date  `key:"window" doc:"EDTF interval shown"`
	Thread   []EntityID `key:"thread" doc:"the two ends of a thread: from, to"`
	Evidence []Evidence `key:"evidence" doc:"what the step rests on"`
}

// Influence says which way a predicate carries a thread.
type Influence string

// The directions of influence.
const (
	None     Influence = "none"     // it does not carry a thread
	Forward  Influence = "forward"  // from -> to
	Backward Influence = "backward" // to -> from: "agency enforces law" runs from the law
)

// Kind is a kind of thing and how it is drawn.
type Kind struct {
	ID     KindID `key:"id" doc:"lower case letters, digits and hyphens"`
	Label  string `key:"label" doc:"one of them: law"`
	Plural string `key:"plural" doc:"several of them: laws and rules"`
	Light  string `key:"light" doc:"colour on paper, #rrggbb"`
	Dark   string `key:"dark" doc:"colour on a dark ground, #rrggbb"`
	Symbol string `key:"symbol" doc:"shape of the mark"`
	Lane   int    `key:"lane" doc:"order of lanes, smallest on top"`
}

// Predicate is a kind of relation.
type Predicate struct {
	ID        PredicateID `key:"id" doc:"lower case letters, digits and underscores"`
	Label     string      `key:"label" doc:"reads from -> to: is charged under"`
	Inverse   string      `key:"inverse" doc:"reads to -> from: is the law applied to"`
	From      []KindID    `key:"from" doc:"kinds it may start at; any when left out"`
	To        []KindID    `key:"to" doc:"kinds it may end at; any when left out"`
	Influence Influence   `key:"influence" doc:"which way a thread may follow it: none, forward or backward"`
	Symmetric bool        `key:"symmetric" doc:"reads the same both ways"`
	FtM       string      `key:"ftm" doc:"FollowTheMoney schema"`
}
