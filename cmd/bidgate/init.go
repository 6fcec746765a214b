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
	"github.com/bidgate/bidgate/engine/render"
)

const initHelp = `
Begins a bundle in a folder: looks at what lies there, such as SBOMs and threat
models, and writes what is missing: the declaration form for the profile, with ten
answers to begin with and further ones only where the profile asks for evidence,
and a summary where there is no threat model. With --annex the buyer's annex says
what is asked (` + "`bidgate policy annex -f json`" + `). Schemas of the forms are written
beside the folder, so that editors help; they are no part of the bundle. Nothing
that is there is changed. Fill in what is marked FILL IN, then run ` + "`bidgate check`" + `.`

// Names of what init writes.
const (
	declarationName = "declaration.yaml"
	threatModelName = "threat-model.yaml"
)

// formSchemas are the files with the schemas of the forms, for editors.
var formSchemas = map[string]string{"declaration": "bidgate.declaration.schema.json", "threat_model": "bidgate.threat-model.schema.json"}

func (p *program) initCommand() *cli.Command {
	return &cli.Command{
		Name:        "init",
		Usage:       "Begin a bundle with what lies in a folder",
		ArgsUsage:   "[FOLDER]",
		Description: initHelp,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "profile", Value: "baseline", Usage: "profile that the bundle is for: its `NAME|FILE`"},
			&cli.StringFlag{Name: "annex", Usage: "`FILE` that the buyer published, as JSON, in place of a profile"},
			&cli.StringFlag{Name: "schemas", Usage: "`DIR` to write the schemas of the forms into (beside the folder, where it has a name)"},
			limitsFlag(),
			listFormatFlag(),
		}, policyFlags()...),
		Action: p.init,
	}
}

// scaffolded is what init tells.
type scaffolded struct {
	Found   []string `json:"found"`   // paths of what was recognised
	Written []string `json:"written"` // paths
	Kept    []string `json:"kept"`    // paths of what is there already
	Schemas []string `json:"schemas"` // paths of the schemas for editors, beside the bundle
	Check   string   `json:"check"`   // the command to run next
}

func (p *program) init(c *cli.Context) error {
	if c.NArg() > 1 {
		return wrongArguments("init", "one folder", c.NArg())
	}
	folder := either(c.Args().First(), ".")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return complain(folder, "is not a folder", "give the folder of the bundle")
	}
	options, err := p.sheetOptions(c)
	if err != nil {
		return err
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		w, err := p.want(c, folder)
		if err != nil {
			return nil, nil, err
		}
		limits, err := readLimits(c.String("limits"), []string{folder})
		if err != nil {
			return nil, nil, err
		}
		bundle, err := p.openBundle(c.Context, folder, limits)
		if err != nil {
			return nil, nil, err
		}
		dossier := evidence.Read(bundle)
		for i := range dossier.Bundle.Documents { // beside what is written, paths begin at the folder
			dossier.Bundle.Documents[i].Path = bundle.Top() + dossier.Bundle.Documents[i].Path
		}
		done, files := scaffold(folder, schemasOf(c.String("schemas"), folder), dossier, w)
		return done, func(w *bytes.Buffer) {
			s := render.NewSheet(options)
			scaffoldedText(s, done)
			w.WriteString(s.String())
		}, p.writeNew(files...)
	})
}

// scaffold decides what to write beside what lies there.
func scaffold(folder, schemas string, d *evidence.Dossier, w *wanted) (*scaffolded, []newFile) {
	done := &scaffolded{Found: []string{}, Written: []string{}, Kept: []string{}, Schemas: []string{}, Check: w.command}
	for _, doc := range d.Bundle.Documents {
		if doc.Readable && !slices.Contains(doc.Kinds, evidence.KindAttachment) {
			done.Found = append(done.Found, fmt.Sprintf("%s: %s", doc.Path, strings.ReplaceAll(string(doc.Kinds[0]), "_", " ")))
		}
	}
	var files []newFile
	add := func(name, form string, there bool, text []byte) {
		path := filepath.Join(folder, name)
		if _, err := os.Lstat(path); err == nil || there {
			done.Kept = append(done.Kept, name)
			return
		}
		done.Written = append(done.Written, name)
		files = append(files, newFile{outFile{path, append([]byte(schemaLine(folder, schemas, form)), text...)}, newFileMode})
		if schema := filepath.Join(schemas, formSchemas[form]); schemas != "" {
			if _, err := os.Lstat(schema); err != nil {
				files = append(files, newFile{outFile{schema, evidence.FormSchema(form)}, newFileMode})
			}
			done.Schemas = append(done.Schemas, filepath.ToSlash(schema))
		}
	}
	add(declarationName, "declaration", len(d.Declarations) > 0, declarationForm(d, w))
	if w.threatModel {
		add(threatModelName, "threat_model", len(d.ThreatModels) > 0, threatModelForm(d))
	}
	return done, files
}

// schemasOf is where the schemas of the forms go: beside a folder that has a
// name. "" writes none.
func schemasOf(asked, folder string) string {
	if base := filepath.Base(filepath.Clean(folder)); asked == "" && base != "." && base != ".." && base != string(filepath.Separator) {
		return filepath.Dir(filepath.Clean(folder))
	}
	return asked
}

// schemaLine names the schema of a form to an editor.
func schemaLine(folder, schemas, form string) string {
	if schemas == "" {
		return ""
	}
	from, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	to, err := filepath.Abs(filepath.Join(schemas, formSchemas[form]))
	if err != nil {
		return ""
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return ""
	}
	return "# yaml-language-server: $schema=" + filepath.ToSlash(rel) + "\n"
}

func scaffoldedText(s *render.Sheet, done *scaffolded) {
	const column = 9
	for _, line := range done.Found {
		s.Put(0, column, "found", render.Say{Text: oneLine(line)})
	}
	for _, name := range done.Kept {
		s.Put(0, column, "kept", render.Say{Text: oneLine(name) + ", which is there in some form already"})
	}
	for _, name := range done.Written {
		s.Put(0, column, "written", render.Say{Tone: render.Bold, Text: oneLine(name)}, render.Say{Text: ": fill in what is marked FILL IN"})
	}
	for _, name := range done.Schemas {
		s.Put(0, column, "schema", render.Say{Text: oneLine(name) + ", for your editor"})
	}
	s.Keep(0, column, "Then run", render.Say{Text: oneLine(done.Check)})
}
