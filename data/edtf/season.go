package edtf

// yearPart is a season, quarter, third or half of a year: some stretch of the
// given months between its first and last.
type yearPart struct {
	words  string
	months int // length of the part
	start  int // first month it may begin in, 1 for January; 0 is December of the year before
	end    int // last month it may end in; 14 is February of the year after
}

// The seasons are whole months. The ones around the turn of the year may be
// counted to either year, and those without hemisphere may be either's.
var partOfYear = map[int]yearPart{
	21: {"spring", 3, 3, 11},
	22: {"summer", 3, 0, 14},
	23: {"autumn", 3, 3, 11},
	24: {"winter", 3, 0, 14},
	25: {"spring", 3, 3, 5},
	26: {"summer", 3, 6, 8},
	27: {"autumn", 3, 9, 11},
	28: {"winter", 3, 0, 14},
	29: {"spring", 3, 9, 11},
	30: {"summer", 3, 0, 14},
	31: {"autumn", 3, 3, 5},
	32: {"winter", 3, 6, 8},
	33: {"the 1st quarter of", 3, 1, 3},
	34: {"the 2nd quarter of", 3, 4, 6},
	35: {"the 3rd quarter of", 3, 7, 9},
	36: {"the 4th quarter of", 3, 10, 12},
	37: {"the 1st third of", 4, 1, 4},
	38: {"the 2nd third of", 4, 5, 8},
	39: {"the 3rd third of", 4, 9, 12},
	40: {"the 1st half of", 6, 1, 6},
	41: {"the 2nd half of", 6, 7, 12},
}

func (q yearPart) first(year int64) int64 {
	return addMonths(dayOf(year, 1, 1), int64(q.start-1))
}

func (q yearPart) last(year int64) int64 {
	return addMonths(dayOf(year, 1, 1), int64(q.end)) - 1
}
