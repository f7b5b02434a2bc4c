package edtf

// Words says the date in English.
func (d Date) Words() string { return d.text }
