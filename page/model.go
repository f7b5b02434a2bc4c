package page

// Model is the data as the front end reads it. What can be told from the rest
// is left out and put back there (web/src/island.ts), which makes the contract
// of web/src/contract.ts whole. Slices the front end loops over are never nil.
type Model struct {
	Version    int         `json:"redthread"`
	Title      string      `json:"title"`
	Standfirst string      `json:"standfirst,omitempty"`
	Lang       string      `json:"lang"`
	Licence    string      `json:"licence,omitempty"`
	About      []Block     `json:"about,omitempty"`
	Kinds      []Kind      `json:"kinds"`      // in use, in the order of their lanes
	Predicates []Predicate `json:"predicates"` // in use, by id
	Sources    []Source    `json:"sources"`
	Things     []Thing     `json:"things"` // entities, and stages in their order after their owners
	Relations  []Relation  `json:"relations"`
	Figures    []Figure    `json:"figures"`
	Conflicts  []Conflict  `json:"conflicts"`
	RuledOut   []RuledOut  `json:"ruledOut"`
	Eras       []Era       `json:"eras"`
	Story      []Step      `json:"story"`
}

// When is a date. Days are counted from 1970-01-01; null where nothing is
// known on that side.
type When struct {
	EDTF         string      `json:"edtf"`
	Text         string      `json:"text"`
	Start        [2]*float64 `json:"start"`
	End          [2]*float64 `json:"end"`
	Uncertain    bool        `json:"uncertain,omitempty"`
	Approximate  bool        `json:"approximate,omitempty"`
	OpenStart    bool        `json:"openStart,omitempty"`
	OpenEnd      bool        `json:"openEnd,omitempty"`
	UnknownStart bool        `json:"unknownStart,omitempty"`
	UnknownEnd   bool        `json:"unknownEnd,omitempty"`
	Span         bool        `json:"span,omitempty"`
	Derived      bool        `json:"derived,omitempty"`
}

// Evidence is a place in a source.
type Evidence struct {
	Source string   `json:"source"`
	At     string   `json:"at,omitempty"`
	Terms  []string `json:"terms,omitempty"`
	Status string   `json:"status,omitempty"` // empty: stated
	By     string   `json:"by,omitempty"`
	Note   string   `json:"note,omitempty"`
}

// Thing is an entity or a stage.
type Thing struct {
	ID           string            `json:"id"`
	Kind         string            `json:"kind"`
	Name         string            `json:"name,omitempty"` // empty in the island: as in the words
	Short        string            `json:"short,omitempty"`
	Names        map[string]string `json:"names,omitempty"`
	Aliases      []Alias           `json:"aliases,omitempty"`
	When         *When             `json:"when,omitempty"`
	DateNote     string            `json:"dateNote,omitempty"`
	DateEvidence []Evidence        `json:"dateEvidence,omitempty"`
	Place        string            `json:"place,omitempty"`
	Summary      string            `json:"summary,omitempty"`
	Tags         []string          `json:"tags,omitempty"`
	Links        []Link            `json:"links,omitempty"`
	Count        string            `json:"count,omitempty"`
	Attributes   []Attribute       `json:"attributes,omitempty"`
	Owner        string            `json:"owner,omitempty"`
	Stage        string            `json:"stage,omitempty"`
	StageLabel   string            `json:"stageLabel,omitempty"`
	Status       string            `json:"status,omitempty"`
	Note         string            `json:"note,omitempty"`
	Outside      bool              `json:"outside,omitempty"`
	Evidence     []Evidence        `json:"evidence"` // its own: a stage does not borrow here
}

// Alias is another spelling.
type Alias struct {
	Text     string     `json:"text"`
	Note     string     `json:"note,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Link is an address; the front end follows http and https only.
type Link struct {
	Label string `json:"label"`
	URL   string `json:"url"`
}

// Attribute is a named value.
type Attribute struct {
	Key      string     `json:"key"`
	Value    string     `json:"value"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Relation joins two things.
type Relation struct {
	ID           string      `json:"id,omitempty"` // left out of a page where it is the usual one
	From         string      `json:"from"`
	Predicate    string      `json:"predicate"`
	To           string      `json:"to"`
	When         *When       `json:"when,omitempty"`
	DateNote     string      `json:"dateNote,omitempty"`
	DateEvidence []Evidence  `json:"dateEvidence,omitempty"`
	Status       string      `json:"status,omitempty"` // empty: stated
	Note         string      `json:"note,omitempty"`
	Attributes   []Attribute `json:"attributes,omitempty"`
	Outside      bool        `json:"outside,omitempty"`
	Evidence     []Evidence  `json:"evidence"`
}

// Kind is a kind of thing and how it looks.
type Kind struct {
	ID     string `json:"id"`
	Label  string `json:"label"`
	Plural string `json:"plural"`
	Light  string `json:"light"`
	Dark   string `json:"dark"`
	Symbol string `json:"symbol"`
	Lane   int    `json:"lane"`
}

// Predicate is a kind of relation.
type Predicate struct {
	ID        string `json:"id"`
	Label     string `json:"label"`
	Inverse   string `json:"inverse"`
	Influence string `json:"influence"`
	Symmetric bool   `json:"symmetric,omitempty"`
}

// Source is a text that evidence points into.
type Source struct {
	ID         string   `json:"id"`
	Short      string   `json:"short"` // how places in it are cited: "CHRD 2018"
	Publisher  string   `json:"publisher,omitempty"`
	Authors    []string `json:"authors,omitempty"`
	Title      string   `json:"title"`
	When       *When    `json:"when,omitempty"`
	DateNote   string   `json:"dateNote,omitempty"`
	URL        string   `json:"url,omitempty"`
	Archive    string   `json:"archive,omitempty"`
	Lang       string   `json:"lang,omitempty"`
	Licence    string   `json:"licence,omitempty"`
	File       string   `json:"file,omitempty"`
	SHA256     string   `json:"sha256,omitempty"`
	Paragraphs int      `json:"paragraphs,omitempty"`
	Outside    bool     `json:"outside,omitempty"`
	Note       string   `json:"note,omitempty"`
	NoFact     []NoFact `json:"noFact,omitempty"`
}

// NoFact declares paragraphs that hold nothing to record.
type NoFact struct {
	At     string `json:"at"`
	Reason string `json:"reason"`
}

// Figure is a number with what it counts.
type Figure struct {
	ID       string     `json:"id"`
	About    string     `json:"about,omitempty"`
	Counts   string     `json:"counts"`
	Value    string     `json:"value"`
	Bound    string     `json:"bound,omitempty"`
	Of       string     `json:"of,omitempty"`
	Unit     string     `json:"unit,omitempty"`
	When     *When      `json:"when,omitempty"`
	DateNote string     `json:"dateNote,omitempty"`
	Status   string     `json:"status,omitempty"` // empty: stated
	Note     string     `json:"note,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// Conflict keeps what sources disagree on.
type Conflict struct {
	ID       string    `json:"id"`
	About    string    `json:"about"`
	Field    string    `json:"field"`
	Note     string    `json:"note,omitempty"`
	Readings []Reading `json:"readings"`
}

// Reading is one side of a conflict.
type Reading struct {
	Value    string     `json:"value"`
	Drawn    bool       `json:"drawn,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// RuledOut keeps what a reader might wrongly conclude.
type RuledOut struct {
	ID       string     `json:"id"`
	From     string     `json:"from"`
	To       string     `json:"to"`
	Reason   string     `json:"reason"`
	Evidence []Evidence `json:"evidence"`
}

// Era is a stretch of time behind the timeline.
type Era struct {
	ID       string     `json:"id"`
	Label    string     `json:"label"`
	When     When       `json:"when"`
	Entity   string     `json:"entity,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// Step is one page of a presentation.
type Step struct {
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	Text     []Block     `json:"text"`
	Notes    []Block     `json:"notes,omitempty"`
	View     string      `json:"view,omitempty"`
	Focus    []string    `json:"focus,omitempty"`
	Window   *[2]float64 `json:"window,omitempty"`
	Thread   []string    `json:"thread,omitempty"`
	Evidence []Evidence  `json:"evidence"`
}
