package snap

import (
	"regexp"
	"strconv"
	"strings"
)

// told is what the comments of a file say about it.
type told struct {
	direction    string // "directed", "undirected", "bipartite", or empty
	nodes, edges int    // -1 where they do not say
	names        []string
	konect       bool
	texts        []string // of the comments, the first ones
	n            int
}

var (
	nodesSaid  = regexp.MustCompile(`(?i)\b(?:nodes|vertices)\s*[:=]\s*([0-9][0-9,]*)`)
	edgesSaid  = regexp.MustCompile(`(?i)\b(?:edges|links)\s*[:=]\s*([0-9][0-9,]*)`)
	konectSaid = regexp.MustCompile(`^(sym|asym|bip)\s+[a-z]+$`)
	threeSaid  = regexp.MustCompile(`^([0-9]+)(\s+[0-9]+){0,2}$`)
)

// konectWords are KONECT's words for directions.
var konectWords = map[string]string{"sym": "undirected", "asym": "directed", "bip": "bipartite"}

// mostComments and longestComment bound what is kept of comments.
const (
	mostComments   = 40
	longestComment = 400
)

func (t *told) read(text string) {
	text = strings.TrimSpace(strings.TrimLeft(text, "#%"))
	t.n++
	if m := konectSaid.FindStringSubmatch(text); m != nil && t.n == 1 {
		t.konect, t.direction = true, konectWords[m[1]]
	} else if t.konect && t.n == 2 && threeSaid.MatchString(text) {
		t.edges, _ = strconv.Atoi(strings.Fields(text)[0])
	}
	if m := nodesSaid.FindStringSubmatch(text); m != nil {
		t.nodes = count(m[1])
	}
	if m := edgesSaid.FindStringSubmatch(text); m != nil {
		t.edges = count(m[1])
	}
	t.way(strings.ToLower(text))
	if names := cut(nil, text, separator(text)); heading(names) {
		t.names = names
	}
	if text != "" && len(t.texts) < mostComments {
		t.texts = append(t.texts, clip(text))
	}
}

// way is the direction that a comment names, before any other.
func (t *told) way(text string) {
	switch {
	case t.direction != "":
	case strings.Contains(text, "undirected"):
		t.direction = "undirected"
	case strings.Contains(text, "directed"):
		t.direction = "directed"
	case strings.Contains(text, "bipartite"):
		t.direction = "bipartite"
	}
}

func count(text string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(text, ",", ""))
	if err != nil {
		return -1
	}
	return n
}

func separator(text string) rune {
	var s separators
	s.see(text)
	return s.best()
}

func clip(text string) string {
	if r := []rune(text); len(r) > longestComment {
		return string(r[:longestComment]) + "…"
	}
	return text
}

// endNames are what headings call the first two columns, in lower case without
// spaces, hyphens and underscores.
var endNames = map[string]bool{"source": true, "target": true, "from": true, "to": true, "src": true, "dst": true, "tgt": true, "fromnodeid": true, "tonodeid": true,
	"fromid": true, "toid": true, "fromnode": true, "tonode": true, "sourceid": true, "targetid": true, "node1": true, "node2": true, "nodea": true, "nodeb": true,
	"user1": true, "user2": true, "u": true, "v": true, "i": true, "j": true, "head": true, "tail": true}

func squeeze(word string) string {
	return squeezer.Replace(strings.ToLower(word))
}

// heading tells whether the columns are names of columns.
func heading(names []string) bool {
	return len(names) >= 2 && endNames[squeeze(names[0])] && endNames[squeeze(names[1])]
}

var squeezer = strings.NewReplacer(" ", "", "-", "", "_", "")
