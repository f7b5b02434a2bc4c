package table

// unknowns are texts that say "not known". Every cell is looked up there, and
// most are longer than all of them.
type unknowns struct {
	texts   map[string]bool
	longest int
}

func (u *unknowns) add(text string) {
	if u.texts == nil {
		u.texts = map[string]bool{}
	}
	u.texts[text] = true
	u.longest = max(u.longest, len(text))
}

func (u *unknowns) has(text string) bool { return len(text) <= u.longest && u.texts[text] }
