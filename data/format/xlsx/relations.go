package xlsx

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

// target is what a relation of the workbook leads to.
type target struct{ part, sort string }

// relations are those of the workbook, by id.
func (w *workbook) relations() (map[string]target, error) {
	for _, name := range sortedParts(w.parts) {
		if dir, base := path.Split(name); dir != "xl/_rels/" || !strings.HasPrefix(base, "workbook") {
			continue
		}
		text, err := w.text(name, maxFrame)
		if err != nil {
			return nil, err
		}
		list, err := relations(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", w.name, name, err)
		}
		byID := map[string]target{}
		for _, r := range list {
			byID[r.ID] = target{resolved("xl", r.Target), path.Base(r.Type)}
		}
		return byID, nil
	}
	return nil, fmt.Errorf("%s: a broken workbook: it does not say where its sheets are", w.name)
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func relations(text []byte) ([]relation, error) {
	var list struct {
		Relationship []relation `xml:"Relationship"`
	}
	err := xml.Unmarshal(text, &list)
	return list.Relationship, err
}

// resolved is the name of a part that is named from a folder of the archive.
func resolved(dir, target string) string {
	if strings.HasPrefix(target, "/") {
		return partName(target)
	}
	return partName(path.Join(dir, target))
}
