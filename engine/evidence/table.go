package evidence

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// The largest tables beside the components hold their rows in less than rows
// take, without a pointer for the collector to follow, and make a row when
// somebody asks for it: few profiles read them.

// madeTable is such a table.
type madeTable interface {
	Len() int
	made(row int) any
}

// madeTables are their types; a list of any of them is in the dossier.
var madeTables = map[reflect.Type]bool{
	reflect.TypeFor[DependencyTable](): true,
	reflect.TypeFor[PropertyTable]():   true,
}

// writeTable writes a table as the list of its rows.
func writeTable(t madeTable) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // the encoder that asks for the table escapes, if it does
	b.WriteByte('[')
	for row := range t.Len() {
		if row > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(t.made(row)); err != nil {
			return nil, err
		}
	}
	b.WriteByte(']')
	return b.Bytes(), nil
}
