package ftm

// taking is a record while its properties find their places; what is left
// becomes attributes.
type taking struct {
	*record
	used uses // how many values of a property have found their place
}

// uses are few: a list is quicker than a map.
type uses []use

type use struct {
	name string
	n    int
}

func (u uses) of(name string) int {
	for i := range u {
		if u[i].name == name {
			return u[i].n
		}
	}
	return 0
}

// take uses up the first n values of a property.
func (t *taking) take(name string, n int) {
	for i := range t.used {
		if t.used[i].name == name {
			t.used[i].n = n
			return
		}
	}
	if n > 0 {
		t.used = append(t.used, use{name, n})
	}
}

// all are the values of a property, used up.
func (t *taking) all(name string) []string {
	v := t.values(name)
	t.take(name, len(v))
	return v
}

// rest are the values of a property that have found no place yet, used up.
func (t *taking) rest(name string) []string {
	done := t.used.of(name)
	return t.all(name)[done:]
}
