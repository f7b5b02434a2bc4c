package data

func (r *reader) csv(f *file) bool { return true }
