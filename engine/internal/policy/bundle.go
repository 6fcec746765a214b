package policy

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
)

// WriteBundle writes an OPA bundle of every loaded module and the catalogue,
// with which stock opa gives the same decision, and the files that the
// catalogue was made from. The bytes depend on the policies alone.
func (l *Library) WriteBundle(w io.Writer) error {
	catalogue, err := l.catalogue.JSON()
	if err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	manifest, err := json.Marshal(map[string]any{"revision": l.digest, "roots": []string{"bidgate"}, "rego_version": 1})
	if err != nil {
		return fmt.Errorf("manifest: %w", err)
	}
	zipped := gzip.NewWriter(w)
	out := tar.NewWriter(zipped)
	write := func(name string, content []byte) error {
		header := &tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o644, Size: int64(len(content)), Format: tar.FormatUSTAR}
		if err := out.WriteHeader(header); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		_, err := out.Write(content)
		return err
	}
	if err := write("/.manifest", manifest); err != nil {
		return err
	}
	if err := write("/data.json", []byte(`{"bidgate":{"catalog":`+string(catalogue)+`}}`)); err != nil {
		return err
	}
	for _, m := range l.modules {
		if err := write("/"+m.canonical(), m.source.content()); err != nil {
			return err
		}
	}
	beside := l.beside()
	for _, name := range sortedKeys(beside) { // opa passes them over; they make the bundle a tree again
		if err := write("/"+name, beside[name].content()); err != nil {
			return err
		}
	}
	if err := out.Close(); err != nil {
		return err
	}
	return zipped.Close()
}
