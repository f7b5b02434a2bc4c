package dates

import (
	"fmt"
	"time"
)

// civil is a day, counted from 1970, as EDTF writes it.
func civil(day int64) string {
	y, m, d := time.Unix(day*86400, 0).UTC().Date()
	return fmt.Sprintf("%s-%02d-%02d", yearText(y), m, d)
}

// yearText is a year of at most four digits as EDTF writes it.
func yearText(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}
