package table

// Say adds something odd about the table that whoever read it has seen; it is
// reported with what the table itself finds.
func (t *Table) Say(f Finding) {
	if len(t.findings) < 2 {
		t.findings = append(t.findings, &findings{})
	}
	said := t.findings[len(t.findings)-1]
	said.add(said.counts[f.What]+1, f)
}
