package evidence

import "encoding/json"

// DeclarationForm gives declaration i in the hand-written form. Source is the
// text as its maker wrote it, where the document is in the form or carries one
// that agrees with it; else it is nil. Tree is the form as JSON: of a document
// in another format, what it says itself.
func (d *Dossier) DeclarationForm(i int) (tree json.RawMessage, source []byte) {
	src := d.sources[d.Declarations[i].Document]
	if src.form != nil {
		return src.form.json(), append([]byte(nil), src.embedded...)
	}
	root, problem := src.parse(Limits{})
	if problem != nil {
		return nil, nil
	}
	return root.json(), append([]byte(nil), src.data...)
}
