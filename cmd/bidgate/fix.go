package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/convert"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// fix writes a copy of the bundle into a new folder, with what is certain put
// right: values that a form leaves open are said to be unknown, families without
// an answer likewise, forms have the digests of the files that they name, and so
// has the manifest, which is in order. Whether the files are the right ones, and whether nothing better is
// known, is for the vendor to confirm, who sees each change.
func (p *program) fix(c *cli.Context, folder string, r *report.Report) ([]mendedLine, error) {
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
	before := bundle.Files()
	files := maps.Clone(before)
	mend(evidence.Read(bundle), files, familiesOf(r))
	changes := []mendedLine{}
	var out []newFile
	for _, name := range slices.Sorted(maps.Keys(files)) {
		changes = append(changes, changedLines(name, strings.Split(string(before[name]), "\n"), strings.Split(string(files[name]), "\n"))...)
		out = append(out, newFile{outFile{filepath.Join(folder, filepath.FromSlash(name)), files[name]}, newFileMode})
	}
	if len(changes) == 0 {
		return changes, nil
	}
	for _, f := range out {
		if err := os.MkdirAll(filepath.Dir(f.path), 0o750); err != nil {
			return nil, notWritten(f.path, err)
		}
	}
	return changes, p.writeNew(out...)
}

// familiesOf are the families of the capabilities that were asked for, as their
// findings say.
func familiesOf(r *report.Report) []convert.Family {
	var list []convert.Family
	for _, f := range r.Findings {
		if f.Requirement == capabilities && f.Member != "" {
			list = append(list, convert.Family{ID: familyOf(report.MemberRow{ID: f.Member}), Title: oneLine(either(f.FamilyTitle, f.Title))})
		}
	}
	return list
}

// handWritten says that a document is one of the forms in YAML.
func handWritten(d evidence.Document, text []byte) bool {
	return d.Readable && (d.Format == "declaration" || d.Format == "summary") && !bytes.HasPrefix(bytes.TrimSpace(text), []byte("{"))
}

// mend changes files where that is certain; the manifest comes last, for it has
// the digests of the others.
func mend(d *evidence.Dossier, files map[string][]byte, families []convert.Family) {
	manifest := -1
	if d.Bundle.Manifest.State != evidence.Absent {
		manifest = d.Bundle.Manifest.Document
	}
	var forms []string
	for i, doc := range d.Bundle.Documents {
		if i != manifest && handWritten(doc, files[doc.Path]) {
			forms = append(forms, doc.Path)
			files[doc.Path] = convert.CompleteForm(files[doc.Path], families)
		}
	}
	for range 2 { // a form may name another one, which may name a file
		for _, path := range forms {
			files[path] = convert.SetDigests(files[path], files)
		}
	}
	if manifest < 0 {
		return
	}
	name := d.Bundle.Documents[manifest].Path
	text := files[name]
	for _, row := range d.Bundle.Manifest.Documents {
		old := strings.TrimPrefix(row.SHA256.Value, "sha256:")
		if row.Document < 0 || len(old) != sha256.Size*2 || bytes.Count(text, []byte(old)) != 1 {
			continue
		}
		sum := sha256.Sum256(files[d.Bundle.Documents[row.Document].Path])
		text = bytes.Replace(text, []byte(old), []byte(hex.EncodeToString(sum[:])), 1)
	}
	files[name] = convert.SortManifest(text)
}

func mendedText(s *render.Sheet, folder string, changes []mendedLine) {
	s.Blank()
	if len(changes) == 0 {
		s.Put(0, 0, "", render.Say{Text: "Nothing can be mended for certain, so no copy was written."})
		return
	}
	s.Put(0, 0, "", render.Say{Text: "Mended in the copy " + oneLine(folder) + "; see that each is what you mean:"})
	for _, m := range changes {
		s.Put(2, 0, "", render.Say{Tone: render.Bold, Text: fmt.Sprintf("%s:%d", oneLine(m.File), m.Line)})
		for _, side := range []struct {
			mark, line string
			tone       render.Tone
		}{{"-", m.Old, render.Bad}, {"+", m.New, render.Good}} {
			if side.line != "" {
				s.Keep(2, 2, side.mark, render.Say{Tone: side.tone, Text: inert(strings.TrimRight(side.line, "\r"))})
			}
		}
	}
}
