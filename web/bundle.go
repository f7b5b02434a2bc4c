package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// A file is one asset, by its name below page/assets.
type file struct {
	name string
	text []byte
}

// bundle makes every asset from the sources below root, in memory.
func bundle(root string) ([]file, error) {
	build, err := options(root)
	if err != nil {
		return nil, err
	}
	result := api.Build(build)
	if err := failed(result.Errors); err != nil {
		return nil, err
	}
	notices, err := notices(filepath.Join(root, "web", "node_modules"))
	if err != nil {
		return nil, err
	}
	return append(assets(result.OutputFiles), file{"NOTICES.txt", notices}), nil
}

// options pins everything the bytes of the output depend on.
func options(root string) (api.BuildOptions, error) {
	dir, err := filepath.Abs(filepath.Join(root, "web"))
	if err != nil {
		return api.BuildOptions{}, err // only when the working directory is gone
	}
	kept, err := spoken(filepath.Join(dir, "node_modules"))
	if err != nil {
		return api.BuildOptions{}, err
	}
	return api.BuildOptions{
		AbsWorkingDir: dir,
		EntryPointsAdvanced: []api.EntryPoint{
			{InputPath: "src/main.ts", OutputPath: "app"},
			{InputPath: "src/style.css", OutputPath: "app"},
		},
		Outdir:            "assets",
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		MangleProps:       "^_",
		ReserveProps:      kept,
		Plugins:           []api.Plugin{leaner(dir)},
		LegalComments:     api.LegalCommentsEndOfFile,
		Define:            map[string]string{"process.env.NODE_ENV": `"production"`},
		LogLevel:          api.LogLevelSilent,
	}, nil
}

func assets(outputs []api.OutputFile) []file {
	var files []file
	for _, f := range outputs {
		files = append(files, file{filepath.Base(f.Path), f.Contents})
	}
	return files
}

// failed turns the bundler's messages into one error, place first.
func failed(messages []api.Message) error {
	var errs []error
	for _, m := range messages {
		if at := m.Location; at != nil {
			errs = append(errs, fmt.Errorf("%s:%d:%d: %s", at.File, at.Line, at.Column+1, m.Text))
			continue
		}
		errs = append(errs, errors.New(m.Text))
	}
	return errors.Join(errs...)
}
