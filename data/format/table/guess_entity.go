package table

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// entities plans a table of which each row is a thing: nodes, people, events.
func (a *analysis) entities() {
	r := &Record{Fields: map[string]*Value{}}
	a.plan.Entities = []*Record{r}
	for _, c := range a.columns {
		if c.of.role == "names" && c.filled > 0 && !a.hasLanguage(r, c.of.lang) {
			a.taken[c] = true
			v := value(c, "names")
			v.why = "certain: the header says the language"
			r.Names = append(r.Names, Named{c.of.lang, v})
		}
	}
	a.dates(r)
	a.put(r, "id", "id", asKeys)
	a.nameOf(r)
	kind := a.kindOf(r)
	a.put(r, "short", "short", asTexts)
	a.lists(r, "aliases", "aliases", ";", "|", "、")
	a.lists(r, "tags", "tags", ";", "|", "、", ",")
	a.lists(r, "links", "links", ";", "|")
	a.evidence(r)
	a.put(r, "summary", "summary", asTexts)
	a.put(r, "count", "count", asCount)
	if kind != "place" && a.put(r, "place", "place", asWords) != nil {
		r.Fields["place"].Make = "place"
	}
	if end := r.Fields["end"]; end != nil && kind == "event" {
		end.Blank = "same"
	}
	if end := r.Fields["end_year"]; end != nil && kind == "event" {
		end.Blank = "same"
	}
}

func (a *analysis) hasLanguage(r *Record, lang string) bool {
	for _, n := range r.Names {
		if n.Name == lang {
			return true
		}
	}
	return false
}

// parts of a person's name, folded.
var (
	givenNames  = "|first name|firstname|given name|given names|forename|vorname|prenom|名|"
	familyNames = "|last name|lastname|surname|family name|nachname|familienname|nom de famille|apellido|apellidos|姓|"
)

// nameOf finds the name: by its header, of two parts, or the first column of
// words that hardly ever stand twice.
func (a *analysis) nameOf(r *Record) {
	var given, family *profile
	for _, c := range a.columns {
		switch folded := "|" + c.folded + "|"; {
		case c.filled == 0 || a.taken[c]:
		case strings.Contains(givenNames, folded):
			given = c
		case strings.Contains(familyNames, folded):
			family = c
		}
	}
	if given != nil && family != nil && !a.named() {
		a.taken[given], a.taken[family] = true, true
		r.Fields["name"] = &Value{Columns: []string{given.name, family.name}, Join: " ", why: "certain: the headers say so"}
		return
	}
	if a.put(r, "name", "name", asWords) != nil {
		return
	}
	for _, unique := range []bool{true, false} {
		for _, c := range a.columns {
			if a.taken[c] || c.filled == 0 || c.of.role != "" && c.of.role != "from" && c.of.role != "to" || !asWords(c) || unique && !c.unique() {
				continue
			}
			a.taken[c] = true
			r.Fields["name"] = value(c, "name")
			r.Fields["name"].why = "guess: the first column of words"
			return
		}
	}
	a.nameless(r)
}

// nameless gives rows a name that have nothing but a summary or an id.
func (a *analysis) nameless(r *Record) {
	for _, c := range a.columns {
		if c.of.role == "summary" && c.filled > 0 && !a.taken[c] {
			a.taken[c] = true
			r.Fields["name"] = value(c, "name")
			r.Fields["name"].why = "guess: nothing else could be the name"
			return
		}
	}
	switch {
	case r.Fields["id"] != nil:
		return
	case len(r.Names) > 0:
		r.Fields["name"] = &Value{Columns: r.Names[0].Value.Columns, Join: " ", why: "guess: the first of the names"}
	default:
		r.Fields["name"] = &Value{Columns: []string{a.columns[0].name}, Join: " ", why: "guess: the first column"}
		a.taken[a.columns[0]] = true
	}
}

// named tells whether a column's header is a word for a whole name.
func (a *analysis) named() bool {
	for _, c := range a.columns {
		if n := c.rank("name"); n >= 0 && n < holdsWord && asWords(c) {
			return true
		}
	}
	return false
}

// kindWords are headers of a name that say the kind, and headers of dates.
var kindWords = map[string]string{"person": "person", "company": "company", "company name": "company", "organization": "organization", "organisation": "organization",
	"event": "event", "event name": "event", "headline": "event", "firma": "company", "ereignis": "event", "evenement": "event", "evento": "event", "raison sociale": "company",
	"姓名": "person", "事件": "event", "公司": "company", "机构": "organization", "full name": "person", "birth": "person", "born": "person", "birth date": "person", "date of birth": "person", "dob": "person",
	"geburtsdatum": "person", "geboren": "person", "date de naissance": "person", "fecha de nacimiento": "person", "出生日期": "person", "case no": "case", "case number": "case", "case id": "case", "aktenzeichen": "case", "案号": "case", "案件号": "case", "incorporation date": "company", "incorporated": "company", "founded": "organization", "gegrundet": "organization", "grundungsdatum": "organization", "成立日期": "organization", "first name": "person", "given name": "person", "vorname": "person", "prenom": "person"}

// kindOf finds the kind: in a column, by the name of the file or of a column, or
// because rows with dates are events.
func (a *analysis) kindOf(r *Record) string {
	if a.put(r, "kind", "kind", asChoices) != nil {
		return ""
	}
	if id, ok := format.KindNamed(a.stem()); ok {
		r.Fields["kind"] = fixed(string(id), "likely: the name of the table says so")
		return string(id)
	}
	for _, c := range a.columns {
		if kind := kindWords[c.folded]; kind != "" && c.filled > 0 {
			r.Fields["kind"] = fixed(kind, "likely: the column "+c.name+" says so")
			return kind
		}
	}
	dated := r.Fields["date"] != nil || r.Fields["start"] != nil || r.Fields["year"] != nil
	if dated && r.Fields["id"] == nil {
		r.Fields["kind"] = fixed("event", "guess: the rows have dates and no ids")
		return "event"
	}
	r.Fields["kind"] = fixed("thing", "guess: nothing says what the rows are")
	return "thing"
}

// dates finds one date, a start and an end, or columns of years and months.
func (a *analysis) dates(r *Record) {
	start, end := a.pickDate("start"), a.pickDate("end")
	if start == nil && end == nil {
		if from, to := a.pick("from", asSpan), a.pick("to", asSpan); from != nil || to != nil {
			start, end = from, to
		}
	}
	date := a.pickDate("date")
	if start == nil && end != nil {
		start, date = date, nil
	}
	switch {
	case start != nil || end != nil:
		if date != nil {
			a.taken[date] = false // an attribute: start and end say more
		}
		a.setDate(r, "start", start)
		a.setDate(r, "end", end)
		if end != nil {
			r.Fields["end"].Blank = "unknown"
		}
	case date != nil:
		a.setDate(r, "date", date)
	case a.years(r):
	default:
		for _, c := range a.columns {
			if !a.taken[c] && c.of.role == "" && c.unmistakable() {
				a.taken[c] = true
				a.setDate(r, "date", c)
				return
			}
		}
	}
}

// pickDate takes the best column whose values are dates, else one that is called
// so.
func (a *analysis) pickDate(r role) *profile {
	if c := a.pick(r, (*profile).dated); c != nil {
		return c
	}
	return a.pick(r, asDates)
}

// otherDates says which columns that are called dates become attributes.
func (a *analysis) otherDates() {
	for _, c := range a.columns {
		called := c.of.exact && (c.of.role == "date" || c.of.role == "start" || c.of.role == "end")
		if a.taken[c] || !called || c.filled == 0 || c.numeric() && !c.dated() {
			continue
		}
		what := "a column of dates becomes attributes: another one says when"
		if !c.look().anyDate {
			what = "a column is called a date and holds none that can be read: its texts become attributes"
		}
		a.Say(Finding{Severity: data.Note, What: what, Hint: "a mapping can say otherwise", At: format.Place{Line: a.HeaderLine, Field: c.name, Value: c.values[0]}})
	}
}

// asSpan takes an end of a stretch of time below a header that could name an end
// of a relation, too.
func asSpan(p *profile) bool { return p.unmistakable() || p.years() }

func (a *analysis) setDate(r *Record, key string, c *profile) {
	if c == nil {
		return
	}
	r.Fields[key] = value(c, role(key))
}

// years finds columns of years, months and days.
func (a *analysis) years(r *Record) bool {
	if a.put(r, "year", "year", asNumbers) == nil {
		return false
	}
	a.put(r, "month", "month", asAnything)
	a.put(r, "day", "day", asAnything)
	if a.put(r, "end_year", "end year", asNumbers) != nil {
		r.Fields["end_year"].Blank = "unknown"
		a.put(r, "end_month", "end month", asAnything)
		a.put(r, "end_day", "end day", asAnything)
	}
	return true
}
