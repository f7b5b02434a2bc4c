// Package edtf reads the Extended Date/Time Format (ISO 8601-2 in the profile
// of the Library of Congress, 2019), levels 0, 1 and 2 in full.
//
// What enters is the text an author wrote; what leaves is a [Date]: the same
// text, the earliest and latest instant of its start and of its end, its
// qualifiers, and words for people. What is not EDTF is refused with an
// [*Error] that says where and, where the meaning can be guessed, how to write
// it.
//
// Where the format leaves a choice, this package takes the one that claims
// least:
//
//   - A date without time of day covers all its seconds. A month is some
//     moment between the first second of its first day and the last second of
//     its last.
//   - "~" widens the bounds by one unit of what it qualifies, on either side:
//     2014~ lies within 2013 to 2015, 2014-06-~11 within 10 to 12 June. The
//     format gives no width; without one, "about 2014" could never be ordered
//     against anything, and with none added it would be ordered as if exact.
//   - "?" leaves the bounds alone, but [Precedes] never says Certain or
//     Impossible on the strength of an uncertain bound.
//   - Seasons 21 to 24 do not say the hemisphere: they cover what either could
//     mean. A season around the turn of the year (northern winter, southern
//     summer) may be the one that begins in the year or the one that ends in
//     it. Seasons are whole months (meteorological).
//   - 1950S2 covers every year that shares the first two digits. The Library
//     of Congress prints a narrower range for its example Y171010000S3 than its
//     rule and its other examples give; the rule is followed.
//   - A time of day with a zone is kept in UTC, one without as written.
//   - An interval or set with no date in it ("..", "/", "../..") says nothing
//     and is refused.
//
// Calendars are proleptic Gregorian and have a year 0. Years may have up to a
// hundred digits; beyond ten thousand million million (10^16) on either side,
// bounds rest on that year, so that order is never wrong, only less sure.
package edtf
