// Command gen writes the table of FollowTheMoney's schemata from the model that
// the npm package carries. Run it from the root of the repository after the
// package was updated:
//
//	go run ./data/format/ftm/gen
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/redthread/redthread/data/format/ftm/gen/model"
)

func main() {
	root := filepath.FromSlash("web/node_modules/@alephdata/followthemoney")
	text, err := model.Table(root)
	if err == nil {
		err = os.WriteFile(filepath.FromSlash("data/format/ftm/model_table.go"), text, 0o666)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
