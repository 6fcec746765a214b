package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/evidence"
)

// mendedLine is one line that was changed in the copy.
type mendedLine struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Old  string `json:"old"`
	New  string `json:"new"`
}

// fix writes a copy of the bundle into a new folder, with what is certain put
// right: digests in the manifest that are not those of the files. Whether the
// files are the right ones is for the vendor to confirm, who sees each change.
func (p *program) fix(c *cli.Context, folder string) ([]mendedLine, error) {
	what := c.Args().First()
	if _, err := os.Lstat(folder); err == nil {
		return nil, fileIsThere(folder)
	}
	limits, err := readLimits(c.String("limits"), []string{what})
	if err != nil {
		return nil, err
	}
	bundle, err := p.openBundle(c.Context, what, limits)
	if err != nil {
		return nil, err
	}
	files := bundle.Files()
	changes := mendManifest(evidence.Read(bundle), files)
	if len(changes) == 0 {
		return changes, nil
	}
	var out []newFile
	for name, data := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			return nil, notWritten(path, err)
		}
		out = append(out, newFile{outFile{path, data}, newFileMode})
	}
	slices.SortFunc(out, func(a, b newFile) int { return strings.Compare(a.path, b.path) })
	return changes, p.writeNew(out...)
}

// mendManifest replaces each digest that is stated once and is not the file's.
func mendManifest(d *evidence.Dossier, files map[string][]byte) []mendedLine {
	changes := []mendedLine{}
	if d.Bundle.Manifest.Document < 0 {
		return changes
	}
	name := d.Bundle.Documents[d.Bundle.Manifest.Document].Path
	for _, row := range d.Bundle.Manifest.Documents {
		old := strings.TrimPrefix(row.SHA256.Value, "sha256:")
		if row.Outcome != "differs" || row.Document < 0 || len(old) != 64 || bytes.Count(files[name], []byte(old)) != 1 {
			continue
		}
		before, _, _ := bytes.Cut(files[name], []byte(old))
		files[name] = bytes.Replace(files[name], []byte(old), []byte(d.Bundle.Documents[row.Document].SHA256), 1)
		changes = append(changes, mendedLine{name, bytes.Count(before, []byte("\n")) + 1, old, d.Bundle.Documents[row.Document].SHA256})
	}
	return changes
}

func mendedText(w *bytes.Buffer, folder string, changes []mendedLine) {
	if len(changes) == 0 {
		w.WriteString("\nNothing can be mended for certain, so no copy was written.\n")
		return
	}
	fmt.Fprintf(w, "\nMended in the copy %s; see that each is what you mean:\n", oneLine(folder))
	for _, m := range changes {
		fmt.Fprintf(w, "  %s:%d\n  - %s\n  + %s\n", oneLine(m.File), m.Line, oneLine(m.Old), oneLine(m.New))
	}
}
