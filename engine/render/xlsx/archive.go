package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"time"
)

// epoch stands for the time of everything in a workbook: a clock would make
// two workbooks of one report differ.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// archive collects the parts of a workbook and writes them in order of name:
// the library writes its sheets in the order of a map.
type archive struct {
	w     io.Writer
	parts []part
}

type part struct {
	name string
	data *bytes.Buffer
}

// Create begins a part.
func (a *archive) Create(name string) (io.Writer, error) {
	a.parts = append(a.parts, part{name, &bytes.Buffer{}})
	return a.parts[len(a.parts)-1].data, nil
}

// AddFS is no part of what is written here.
func (a *archive) AddFS(fs.FS) error { return errors.New("no folders go into a workbook") }

// Close writes all parts.
func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(x, y part) int { return order(x.name, y.name) })
	z := zip.NewWriter(a.w)
	for _, p := range a.parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err == nil {
			_, err = p.data.WriteTo(w)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// order puts the list of types first, as readers of a stream expect it.
func order(x, y string) int {
	const types = "[Content_Types].xml"
	switch {
	case x == y:
		return 0
	case x == types, y != types && x < y:
		return -1
	default:
		return 1
	}
}
