package evidence

// read validates the whole document.
func (v *validator) read(src *source, version string) schemaReading {
	root := cdxSchemas[version]()
	if !v.passed(v.space(0)) {
		return schemaReading{}
	}
	if v.value(root, v.space(0)); v.stopped {
		return schemaReading{}
	}
	return schemaReading{problems: v.problems(src, version), faulty: v.faulty}
}
