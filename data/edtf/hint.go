package edtf

func withHint(err error) error { return err }
