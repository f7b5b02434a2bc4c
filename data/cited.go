package data

// Cited counts how often evidence anywhere in the dataset names each source,
// declared or not.
func (ds *Dataset) Cited() map[SourceID]int {
	cited := map[SourceID]int{}
	each(ds, func(_ spot, _ string, e *Evidence) { cited[e.Source]++ })
	return cited
}
