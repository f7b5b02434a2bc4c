package data

// Schema is the JSON Schema of the authors' YAML.
func Schema() []byte { return nil }
