package evidence

// source is the bytes of one document, and what is needed to turn an offset or
// a pointer into a line and a column.
type source struct {
	path string
	data []byte
	tree *node // of a document that was read through the JSON or YAML gate as a tree; else nil
}
