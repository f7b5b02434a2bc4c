package data

// Check applies the rules over a whole Dataset. Read has done so already; a
// dataset made in a program is checked by calling it.
func Check(ds *Dataset) Problems {
	c := &collector{}
	check(ds, c)
	return c.problems()
}

func check(ds *Dataset, c *collector) {}
