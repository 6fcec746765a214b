package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

const initHelp = `
Begins a bundle in a folder: looks at what lies there, such as SBOMs and threat
models, and writes what is missing: the declaration form for the profile, with ten
answers to begin with and further ones only where the profile asks for evidence,
and a summary where there is no threat model. Nothing that is there is changed.
Fill in what is marked FILL IN, then run ` + "`bidgate check`" + `.`

// Names of what init writes.
const (
	declarationName = "declaration.yaml"
	threatModelName = "threat-model.yaml"
)

// capabilities is the requirement whose members the declaration answers.
const capabilities = "nist_8259ab.capability"

func (p *program) initCommand() *cli.Command {
	return &cli.Command{
		Name:        "init",
		Usage:       "Begin a bundle with what lies in a folder",
		ArgsUsage:   "[FOLDER]",
		Description: initHelp,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "profile", Value: "baseline", Usage: "profile that the bundle is for: its `NAME|FILE`"},
			limitsFlag(),
			listFormatFlag(),
		}, policyFlags()...),
		Action: p.init,
	}
}

// shownByDocument marks a member for which an answer alone is not enough.
const shownByDocument = "document"

// scaffolded is what init tells.
type scaffolded struct {
	Found   []string `json:"found"`   // paths of what was recognised
	Written []string `json:"written"` // paths
	Kept    []string `json:"kept"`    // paths of what is there already
}

func (p *program) init(c *cli.Context) error {
	if c.NArg() > 1 {
		return wrongArguments("init", "one folder", c.NArg())
	}
	folder := either(c.Args().First(), ".")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return complain(folder, "is not a folder", "give the folder of the bundle")
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		e, profile, err := loadWith(c, c.String("profile"))
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
		rows, err := capabilitiesOf(e, profile.ID)
		if err != nil {
			return nil, nil, err
		}
		done, files := scaffold(folder, dossier, profile.ID, rows)
		return done, func(w *bytes.Buffer) { scaffoldedText(w, done) }, p.writeNew(files...)
	})
}

// capabilitiesOf are the capabilities that the profile selects.
func capabilitiesOf(e *engine.Engine, profile string) ([]report.MemberRow, error) {
	requirements, err := e.Requirements()
	if err != nil {
		return nil, err
	}
	for _, r := range requirements {
		if r.ID != capabilities {
			continue
		}
		shown := map[string]bool{}
		for _, use := range r.Profiles {
			if use.Profile == profile && use.Level == report.Evidenced {
				shown[use.Member] = true
			}
		}
		rows := slices.Clone(r.Members)
		for i := range rows {
			rows[i].Remedy = "" // the answer to its family will do
			if shown[rows[i].ID] {
				rows[i].Remedy = shownByDocument
			}
		}
		return rows, nil
	}
	return nil, nil
}

// scaffold decides what to write beside what lies there.
func scaffold(folder string, d *evidence.Dossier, profile string, rows []report.MemberRow) (*scaffolded, []newFile) {
	done := &scaffolded{Found: []string{}, Written: []string{}, Kept: []string{}}
	for _, doc := range d.Bundle.Documents {
		if doc.Readable && !slices.Contains(doc.Kinds, evidence.KindAttachment) {
			done.Found = append(done.Found, fmt.Sprintf("%s: %s", doc.Path, strings.ReplaceAll(string(doc.Kinds[0]), "_", " ")))
		}
	}
	var files []newFile
	add := func(name string, there bool, text []byte) {
		path := filepath.Join(folder, name)
		if _, err := os.Lstat(path); err == nil || there {
			done.Kept = append(done.Kept, name)
			return
		}
		done.Written = append(done.Written, name)
		files = append(files, newFile{outFile{path, text}, newFileMode})
	}
	add(declarationName, len(d.Declarations) > 0, declarationForm(d, profile, rows))
	add(threatModelName, len(d.ThreatModels) > 0, threatModelForm(d))
	return done, files
}

func scaffoldedText(w *bytes.Buffer, done *scaffolded) {
	for _, line := range done.Found {
		fmt.Fprintf(w, "found    %s\n", oneLine(line))
	}
	for _, name := range done.Kept {
		fmt.Fprintf(w, "kept     %s, which is there in some form already\n", oneLine(name))
	}
	for _, name := range done.Written {
		fmt.Fprintf(w, "written  %s: fill in what is marked FILL IN\n", oneLine(name))
	}
	w.WriteString("Then run `bidgate check` on the folder.\n")
}
