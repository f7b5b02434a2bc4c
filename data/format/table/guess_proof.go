package table

import "strings"

// evidence finds the columns that name sources: a title with its address is one
// source, every other column one of its own.
func (a *analysis) evidence(r *Record) {
	var titles, urls []*profile
	for _, c := range a.columns {
		if a.taken[c] || c.filled == 0 || !namesSource(c) || c.numeric() && !c.unique() {
			continue
		}
		a.taken[c] = true
		if c.look().url >= 0.5 {
			urls = append(urls, c)
		} else {
			titles = append(titles, c)
		}
	}
	if len(titles) == 1 && len(urls) == 1 {
		r.Evidence = []*Record{{Fields: map[string]*Value{"source": source(titles[0]), "url": value(urls[0], "source")}}}
	} else {
		for _, c := range append(titles, urls...) {
			r.Evidence = append(r.Evidence, &Record{Fields: map[string]*Value{"source": source(c)}})
		}
	}
	if r.Evidence != nil {
		a.put(r.Evidence[0], "at", "at", asAnything)
	}
}

// source is a value that may name several sources.
func source(c *profile) *Value {
	v := value(c, "source")
	if c.rank("source") < 0 {
		v.why = "certain: the header says so"
	}
	if sign := c.separator(";", "|"); sign != "" && c.lists == 0 {
		v.Split = sign
	}
	return v
}

// namesSource tells a header of a source; several of them may be numbered:
// source 1, source_2.
func namesSource(c *profile) bool {
	_, numbered := ranks["source"][strings.TrimRight(c.folded, "0123456789 ")]
	return numbered || c.rank("source") >= 0
}

// sourceTable plans a table of sources.
func (a *analysis) sourceTable() {
	r := &Record{Fields: map[string]*Value{}}
	a.plan.Sources = []*Record{r}
	a.because("likely: the name of the table says that it holds sources")
	for _, c := range a.columns {
		if c.look().url >= 0.5 && r.Fields["url"] == nil {
			a.taken[c] = true
			r.Fields["url"] = value(c, "source")
			r.Fields["url"].why = "certain: its values are addresses"
		}
	}
	a.put(r, "id", "id", asKeys)
	if c := a.pick("date", asDates); c != nil {
		a.setDate(r, "date", c)
	}
	if a.put(r, "title", "name", asWords) == nil {
		a.put(r, "title", "source", asWords)
	}
	a.other(r, "publisher", "|publisher|newspaper|outlet|medium|verlag|herausgeber|zeitung|editeur|journal|editor|editorial|出版社|媒体|")
	a.other(r, "authors", "|author|authors|by|autor|autoren|auteur|auteurs|autores|作者|")
	a.other(r, "language", "|language|lang|sprache|langue|idioma|语言|")
	a.put(r, "note", "summary", asTexts)
}

// other sets a field to the column with one of the headers.
func (a *analysis) other(r *Record, key, headers string) {
	for _, c := range a.columns {
		if !a.taken[c] && c.filled > 0 && strings.Contains(headers, "|"+c.folded+"|") {
			a.taken[c] = true
			r.Fields[key] = value(c, role(key))
			r.Fields[key].why = "certain: the header says so"
			return
		}
	}
}
