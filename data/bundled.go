package data

import (
	"embed"
	"io/fs"
)

//go:embed china-cyber-sovereignty/*.yaml
var bundled embed.FS

// Bundled is the dataset that comes with redthread: five articles on China's
// cyber sovereignty, as its authors wrote it.
func Bundled() fs.FS {
	sub, err := fs.Sub(bundled, "china-cyber-sovereignty")
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}
