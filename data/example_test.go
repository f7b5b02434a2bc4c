package data_test

import (
	"fmt"
	"testing/fstest"

	"github.com/redthread/redthread/data"
)

// A folder is any fs.FS: os.DirFS of a path, data.Bundled(), or files in memory.
func ExampleRead() {
	folder := fstest.MapFS{"laws.yaml": {Data: []byte(`
sources:
  - {id: gazette, title: Official Gazette, paragraphs: 3}
entities:
  - {id: ministry, kind: agency, name: Ministry of Industry, evidence: gazette#1}
  - {id: notice, kind: law, name: Notice on VPNs, date: [2017-01-17..2017-01-22], evidence: gazette#2}
relations:
  - {from: minstry, predicate: issued, to: notice, evidence: gazette#4}
`)}}
	dataset, problems := data.Read(folder)
	for _, p := range problems {
		fmt.Println(p)
	}
	for _, c := range data.Coverage(dataset) {
		fmt.Println(c.Source, "unexplained:", c.Unexplained)
	}
	fmt.Println(dataset.Entities[1].Date.Words())
	// Output:
	// laws.yaml:8:12: relation "minstry--issued--notice": from: unknown entity "minstry" (did you mean "ministry"?)
	// laws.yaml:8:62: relation "minstry--issued--notice": evidence: paragraph 4 is beyond the end of "gazette", which has 3
	// gazette unexplained: [3]
	// between 17 and 22 January 2017
}
