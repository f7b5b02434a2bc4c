package main

import (
	"fmt"
	"io"
	"os"

	"github.com/evanw/esbuild/pkg/api"
)

// watchSources bundles after every change of a source until stop receives. In
// haste it leaves the script as esbuild makes it.
func watchSources(out io.Writer, root string, dir *os.Root, stop <-chan os.Signal) error {
	opts, err := options(root)
	if err != nil {
		return err
	}
	opts.Plugins = append(opts.Plugins, api.Plugin{Name: "write", Setup: func(b api.PluginBuild) {
		b.OnEnd(func(r *api.BuildResult) (api.OnEndResult, error) {
			err := failed(r.Errors)
			if err == nil {
				err = write(out, dir, assets(r.OutputFiles))
			}
			if err != nil {
				fmt.Fprintln(out, err)
			}
			return api.OnEndResult{}, nil
		})
	}})
	ctx, fail := api.Context(opts)
	if fail != nil {
		return failed(fail.Errors)
	}
	defer ctx.Dispose()
	if err := ctx.Watch(api.WatchOptions{}); err != nil {
		return err
	}
	<-stop
	return nil
}
