package data

import (
	"strings"
	"unicode"
)

// suggester finds the nearest of the known words. Its budget keeps a broken
// dataset of a million ids from comparing each with each.
type suggester struct{ budget int }

// suggestBudget is how many comparisons of two words one Read or Check makes.
const suggestBudget = 500_000

// near is the known word with the smallest edit distance, "" when none is
// near enough to be meant. Ties go to the first in order.
func (s *suggester) near(word string, known []string) string {
	word = slug(clip(word))
	best, distance := "", 1+max(1, min(3, len(word)/3))
	for _, k := range known {
		if s.budget <= 0 {
			break
		}
		if abs(len(k)-len(word)) >= distance {
			continue
		}
		s.budget--
		if d := levenshtein(word, strings.ReplaceAll(k, "_", "-"), distance); d < distance {
			best, distance = k, d
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

// levenshtein is the number of letters to insert, delete or change, counting
// no further than the limit.
func levenshtein(a, b string, limit int) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal, least := row[0], i
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := diagonal
			if a[i-1] != b[j-1] {
				change++
			}
			diagonal = row[j]
			row[j] = min(change, row[j]+1, row[j-1]+1)
			least = min(least, row[j])
		}
		if least >= limit {
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
