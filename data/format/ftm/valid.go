package ftm

import (
	"net/netip"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/redthread/redthread/data/edtf"
)

// valid tells whether a property takes a value. What a text means is its
// author's business; what has a form must have it.
func (p *Property) valid(value string) bool {
	if strings.TrimSpace(value) != value || value == "" || p.Max > 0 && utf8.RuneCountInString(value) > p.Max {
		return false
	}
	switch p.Type {
	case "date":
		return validDate(value)
	case "url":
		return webAddress(value)
	case "email":
		local, host, ok := strings.Cut(value, "@")
		return ok && local != "" && strings.Contains(host, ".")
	case "ip":
		_, err := netip.ParseAddr(value)
		return err == nil
	}
	return vocabularies[p.Type] == "" || listed(p.Type, value)
}

// writtenDate is a date as the model takes it: a time of day names no zone, for
// it is UTC.
var writtenDate = regexp.MustCompile(`^([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(T[0-9]{2}(:[0-9]{2}(:[0-9]{2})?)?)?$`)

func validDate(value string) bool {
	part := writtenDate.FindStringSubmatch(value)
	if part == nil || part[2] != "" && len(part[1]) != len("2006-01-02") || part[1][:4] == "0000" {
		return false
	}
	_, err := edtf.Parse(part[1])
	return err == nil
}
