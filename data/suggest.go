package data

import (
	"strings"
	"unicode"
)

// suggester finds the nearest of the known words. Its budget keeps a broken
// dataset of a million ids from comparing each with each.
type suggester struct{ budget int }

// suggestBudget is how many letters one Read or Check holds against other words,
// which takes a third of a second at most.
const suggestBudget = 6_000_000

// near is the known word with the smallest edit distance, "" when none is
// near enough to be meant. Ties go to the first in order.
func (s *suggester) near(word string, known []string) string {
	word = slug(clip(word))
	best, least := "", min(1+max(1, min(3, len(word)/3)), len(word))
	for _, k := range known {
		if s.budget <= 0 {
			break
		}
		if abs(len(k)-len(word)) >= least {
			continue
		}
		s.budget -= len(word)
		if d := distance(word, strings.ReplaceAll(k, "_", "-"), least); d < least {
			best, least = k, d
		}
	}
	return best
}

// meant is the hint for an unknown word: the near one, else the known ones
// when they are few enough to be read.
func (s *suggester) meant(word string, known []string) string {
	if near := s.near(word, known); near != "" {
		return "did you mean " + quote(near) + "?"
	}
	if len(known) > 0 && len(known) <= 24 {
		return "known: " + strings.Join(known, ", ")
	}
	return ""
}

// slug is the id an author would have made of a name.
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(text) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// distance is the number of letters to insert, delete, change or swap with the
// next one (optimal string alignment), counting no further than the limit.
func distance(a, b string, limit int) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit
		}
	}
	return row[len(b)]
}

func abs(n int) int { return max(n, -n) }

// Suggest is the known word that was probably meant, "" when none is near.
func Suggest(word string, known []string) string {
	s := suggester{budget: suggestBudget}
	return s.near(word, known)
}
