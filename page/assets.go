package page

import (
	"crypto/sha256"
	_ "embed" // the bundled front end
	"encoding/base64"
)

// The front end, bundled from web/ by "go run ./web".
var (
	//go:embed assets/app.js
	script string
	//go:embed assets/app.css
	style string
	//go:embed assets/NOTICES.txt
	notices string
)

// Names of the files that pages with shared assets load from their own folder.
const (
	scriptName = "redthread.js"
	styleName  = "redthread.css"
)

// An Asset is a file to stand beside pages that share it.
type Asset struct {
	Name string
	Text string
}

// SharedAssets are the files that pages written with Shared need beside them.
func SharedAssets() []Asset {
	return []Asset{{styleName, style}, {scriptName, script}}
}

// hash is a text's hash as policies and integrity attributes write it.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// policy forbids everything but the page's own script and style. Islands of
// JSON are data, not scripts, and need no hash.
func policy(shared bool) string {
	self := ""
	if shared {
		self = "'self' "
	}
	return "default-src 'none'; script-src " + self + "'" + hash(script) + "'; style-src " + self + "'" + hash(style) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}
