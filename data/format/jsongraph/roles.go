package jsongraph

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// role is what a key of a node or a link says in our model. What has none
// becomes an attribute under its own key.
type role uint8

const (
	noRole role = iota
	isID
	isName
	isKind
	isGroup
	isSummary
	isURL
	isTags
	isAliases
	isParent
	isClasses
	isDirected
	isEnd
	isVerb
	isDate
	isStart
	isFinish
	roleCount
)

func (r role) dated() bool { return r >= isDate }

// ranked is a role and how much a key means it: of several the lowest is taken,
// the others stay attributes.
type ranked struct {
	role role
	rank int
}

// roles are keys in lower case without hyphens and underscores.
type roles map[string]ranked

func (r roles) of(key string) (ranked, bool) {
	if found, ok := r[key]; ok {
		return found, true
	}
	found, ok := r[squeezed.Replace(strings.ToLower(key))]
	return found, ok
}

var squeezed = strings.NewReplacer("-", "", "_", "", " ", "")

// common are keys that nodes and links share.
var common = roles{
	"id": {isID, 0}, "group": {isGroup, 9}, "classes": {isClasses, 0},
	"date": {isDate, 0}, "year": {isDate, 1}, "when": {isDate, 2}, "time": {isDate, 3}, "timestamp": {isDate, 4},
	"startdate": {isStart, 0}, "start": {isStart, 1}, "begin": {isStart, 2}, "since": {isStart, 3}, "validfrom": {isStart, 4}, "startyear": {isStart, 5},
	"enddate": {isFinish, 0}, "end": {isFinish, 1}, "until": {isFinish, 2}, "validto": {isFinish, 3}, "endyear": {isFinish, 4},
}

var nodeRoles = with(common, roles{
	"label": {isName, 0}, "name": {isName, 1}, "title": {isName, 2}, "sharedname": {isName, 3},
	"kind": {isKind, 0}, "type": {isKind, 1}, "nodetype": {isKind, 2}, "entitytype": {isKind, 2}, "category": {isKind, 3}, "class": {isKind, 4},
	"summary": {isSummary, 0}, "description": {isSummary, 1}, "desc": {isSummary, 2},
	"url": {isURL, 0}, "uri": {isURL, 1}, "href": {isURL, 2}, "link": {isURL, 3}, "homepage": {isURL, 4},
	"tags": {isTags, 0}, "keywords": {isTags, 1}, "aliases": {isAliases, 0}, "alias": {isAliases, 1}, "parent": {isParent, 0},
})

var edgeRoles = with(common, roles{
	"predicate": {isVerb, 0}, "relation": {isVerb, 1}, "relationship": {isVerb, 2}, "relationtype": {isVerb, 3}, "edgetype": {isVerb, 4},
	"interaction": {isVerb, 5}, "sharedinteraction": {isVerb, 6}, "type": {isVerb, 7}, "kind": {isVerb, 8}, "label": {isVerb, 9},
	"directed": {isDirected, 0}, "undirected": {isDirected, 1},
	"note": {isSummary, 0}, "description": {isSummary, 1}, "tags": {noRole, 0},
})

func with(base, own roles) roles {
	all := roles{}
	for key, r := range base {
		all[key] = r
	}
	for key, r := range own {
		all[key] = r
	}
	return all
}

// assigned are a record's pairs by their role, absent where there is none, and
// those that have no role.
type assigned struct {
	by   [roleCount]pair
	rest []pair
}

// has tells whether a role is taken.
func (a *assigned) has(r role) bool { return a.by[r].value.Form() != data.Absent }

// shared tells whether a pair is the copy that Cytoscape's desktop program keeps
// of another.
func (a *assigned) shared(p pair) bool {
	key, ok := strings.CutPrefix(p.key, "shared_")
	return ok && slices.ContainsFunc(a.rest, func(o pair) bool { return o.key == key && textOf(o.value) == textOf(p.value) })
}

// assign gives each role to the key that means it most; what other keys say
// stays with the rest. What was assigned before is forgotten.
func (a *assigned) assign(pairs []pair, table roles) {
	*a = assigned{rest: a.rest[:0]}
	var rank [roleCount]int
	for _, p := range pairs {
		r, ok := table.of(p.key)
		switch {
		case !ok || r.role == noRole:
			a.rest = append(a.rest, p)
		case !a.has(r.role):
			a.by[r.role], rank[r.role] = p, r.rank
		case r.rank < rank[r.role]:
			a.rest = append(a.rest, a.by[r.role])
			a.by[r.role], rank[r.role] = p, r.rank
		default:
			a.rest = append(a.rest, p)
		}
	}
}
