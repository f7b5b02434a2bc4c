package format

import "slices"

// notKnown are texts by which tables say that a value is not known.
var notKnown = []string{"N/A", "n/a", "NA", "-", "–", "—", "?", "unknown", "Unknown", "null", "NULL"}

// IsUnknown tells whether a text says that its value is not known.
func (o Options) IsUnknown(text string) bool {
	if o.Unknown == nil {
		return slices.Contains(notKnown, text)
	}
	return slices.Contains(o.Unknown, text)
}
