package advisory

import (
	"fmt"
	"io"
	"slices"

	"github.com/go-json-experiment/json"
)

// Export writes the records of a set as JSON, one on each line, in the order in
// which they are stored. Equal sets give equal bytes.
func (d *Data) Export(w io.Writer, name string) error {
	i := slices.IndexFunc(d.sets, func(s Set) bool { return s.Name == name })
	if i < 0 {
		return fmt.Errorf("there is no data set %s", printable(name))
	}
	t := d.tables[i]
	return t.each(func(r stored) error {
		line, err := t.exported(r)
		if err != nil {
			return err
		}
		_, err = w.Write(append(line, '\n'))
		return err
	})
}

func (t *table) exported(r stored) ([]byte, error) {
	if t.head.Kind != KindAdvisories {
		return slices.Clip(r.body), nil
	}
	a, err := decodeAdvisory(r.body)
	if err != nil {
		return nil, t.damaged(err.Error())
	}
	if a.Summary, err = t.text(r); err != nil {
		return nil, err
	}
	return json.Marshal(a)
}
