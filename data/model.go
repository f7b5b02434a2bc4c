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
	Title      string // what the briefing is called
	Standfirst string // one or two sentences below the title, plain text
	Lang       string // BCP 47 tag of the texts, "en" when empty
	Licence    string // of the data, an SPDX id
	About      string // how the data was made, Markdown

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
	ID         SourceID
	Publisher  string
	Authors    []string
	Title      string
	Date       edtf.Date
	DateNote   string // how the date was found, where the source does not print it
	URL        string
	Archive    string // address of an archived copy
	Lang       string
	Licence    string
	File       string // name of the archived text
	SHA256     string // of the archived text, lower case hexadecimal
	Paragraphs int    // non-empty lines of the text; 0 when not declared
	NoFact     []NoFact
	Outside    bool // consulted for single facts only, not one of the dataset's own sources
	Note       string
}

// NoFact declares paragraphs of a source that hold nothing to record, and why.
type NoFact struct {
	At     string // "13" or "20-22, 27"
	Reason string
}

// Entity is a thing the dataset speaks of.
type Entity struct {
	ID           EntityID
	Kind         KindID
	Name         string
	Short        string            // a shorter name for labels; Name when empty
	Names        map[string]string // by BCP 47 tag: "zh-Hans": "吴向洋"
	Aliases      []Alias
	Date         edtf.Date // zero: derived from the stages where there are any, else undated
	DateNote     string    // how the date was derived
	DateEvidence []Evidence
	Place        EntityID // where it is or took place
	Summary      string   // one or two sentences of plain text
	Tags         []string
	Links        []Link
	Count        string // for a group of people: "7", "hundreds", "tens of thousands"
	Attributes   []Attribute
	Stages       []Stage
	Evidence     []Evidence
}

// Alias is another spelling, as printed.
type Alias struct {
	Text     string
	Note     string // "misprint", "short form"
	Evidence []Evidence
}

// Link is an address a reader may want; only http and https are drawn as links.
type Link struct {
	Label string
	URL   string
}

// Attribute is a named value: role, verdict, sentence.
type Attribute struct {
	Key      string
	Value    string
	Evidence []Evidence
}

// Stage is a dated step in the life of a law or a case. It becomes a thing
// owner/stage of kind event.
type Stage struct {
	Stage    string // a name of the table of stages, or the dataset's own
	Label    string // words for the chart; the table's label when empty
	Date     edtf.Date
	DateNote string
	Status   Status
	Note     string
	Evidence []Evidence
}

// Relation joins two things. From and To name an entity or a stage.
type Relation struct {
	ID           RelationID
	From         EntityID
	Predicate    PredicateID
	To           EntityID
	Date         edtf.Date
	DateNote     string
	DateEvidence []Evidence
	Status       Status
	Note         string
	Evidence     []Evidence
}

// Evidence is a place in a source.
type Evidence struct {
	Source SourceID
	At     string   // place in the source: paragraphs "6", "6-8", "6, 10"; or "p. 12"
	Terms  []string // key terms found there: names, figures, charges
	Status Status   // where it differs from Stated
	By     string   // whom the source reports, "The New York Times"
	Note   string
}

// Figure is a number with what it counts.
type Figure struct {
	ID       string
	About    EntityID // the thing it measures; may be empty
	Counts   string   // what is counted: "Internet users in China"
	Value    string   // decimal digits as a number, no separators: "751000000"
	Bound    string   // "", "about", "more than", "at least", "less than", "at most"
	Of       string   // the whole it is part of: 180 in "176 of 180"
	Unit     string   // "people", "years", "rank"
	Date     edtf.Date
	DateNote string
	Status   Status
	Note     string
	Evidence []Evidence
}

// Conflict keeps what sources disagree on.
type Conflict struct {
	ID       string
	About    string // id of an entity, relation or figure
	Field    string // "name", "date", "count"
	Note     string
	Readings []Reading
}

// Reading is one side of a conflict.
type Reading struct {
	Value    string
	Drawn    bool // this one is on the charts
	Evidence []Evidence
}

// RuledOut keeps what a reader might wrongly conclude.
type RuledOut struct {
	ID       string
	From     EntityID
	To       EntityID
	Reason   string
	Evidence []Evidence
}

// Era is a stretch of time drawn behind the timeline.
type Era struct {
	ID       string
	Label    string
	Date     edtf.Date
	Entity   EntityID // what it opens; may be empty
	Evidence []Evidence
}

// Step is one page of a presentation.
type Step struct {
	ID       string
	Title    string
	Text     string // Markdown; [words](#entity-id) opens a thing
	Notes    string // for the speaker, Markdown
	View     string // "threads", "timeline", "network", "flow", "table"
	Focus    []string
	Window   edtf.Date
	Thread   []EntityID // from, to
	Evidence []Evidence
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
	ID     KindID
	Label  string // "law"
	Plural string // "laws and rules"
	Light  string // colour on paper, #rrggbb
	Dark   string // colour on a dark ground, #rrggbb
	Symbol string // one of the names the front end draws: page, pentagon, square, triangle, disc, diamond, ...
	Lane   int    // order of lanes, smallest on top
}

// Predicate is a kind of relation.
type Predicate struct {
	ID        PredicateID
	Label     string   // reads from -> to: "is charged under"
	Inverse   string   // reads to -> from: "is the charge against"
	From, To  []KindID // kinds it may join; empty: any
	Influence Influence
	Symmetric bool
	FtM       string // FollowTheMoney schema, "" where there is none
}
