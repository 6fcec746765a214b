package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/report"
)

const policyDocsHelp = `
Writes a page of Markdown for each requirement and each profile into a folder,
with lists of all of them by area and by source. With --check nothing is
written: the pages that there are must be what would be written, so that a
build can hold them current. --only AREA documents the areas named alone.

Exit status: 0 written, or current; 1 not current; 2 could not run.`

func (p *program) policyDocsCommand() *cli.Command {
	return &cli.Command{
		Name:        "docs",
		Usage:       "Write a page for each requirement and profile",
		Description: policyDocsHelp,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`DIR` to write the pages into"},
			&cli.BoolFlag{Name: "check", Usage: "write nothing; hold the pages that there are to the policies"},
			&cli.StringSliceFlag{Name: "only", Usage: "only this `AREA` (repeatable)"},
			listFormatFlag(),
			libraryFlag(),
		}, policyFlags()...),
		Action: p.policyDocs,
	}
}

// documented is what the command tells of itself. The lists name pages.
type documented struct {
	Dir     string   `json:"dir"`
	Pages   int      `json:"pages"`
	Changed []string `json:"changed"` // written anew, or with --check not current
	Stale   []string `json:"stale"`   // there, and of nothing any more
}

func (p *program) policyDocs(c *cli.Context) error {
	dir := c.String("output")
	switch {
	case c.NArg() > 0:
		return wrongArguments("policy docs", "no arguments", c.NArg())
	case dir == "":
		return noDocsFolder()
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		docs, err := docs(c)
		if err != nil {
			return nil, nil, err
		}
		x, files, err := compared(dir, docs)
		if err != nil {
			return nil, nil, err
		}
		if c.Bool("check") {
			if len(x.Changed)+len(x.Stale) > 0 {
				p.status = statusProblems
			}
		} else if err := p.writePages(files); err != nil {
			return nil, nil, err
		}
		return x, func(w *bytes.Buffer) { documentedText(w, x, c.Bool("check")) }, nil
	})
}

func (p *program) writePages(files []outFile) error {
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.path), 0o750); err != nil {
			return notWritten(f.path, err)
		}
	}
	return p.writeFiles(files...)
}

// docs are the pages of the policies that the flags choose.
func docs(c *cli.Context) ([]authoring.Doc, error) {
	e, err := load(c)
	if err != nil {
		return nil, err
	}
	all, err := e.Requirements()
	if err != nil {
		return nil, err
	}
	if only := c.StringSlice("only"); len(only) > 0 {
		all = slices.DeleteFunc(all, func(r report.Requirement) bool { return !slices.Contains(only, area(r.ID)) })
	}
	var profiles []authoring.Profile
	for _, id := range e.Profiles() {
		used := slices.ContainsFunc(all, func(r report.Requirement) bool {
			return slices.ContainsFunc(r.Profiles, func(u report.Use) bool { return u.Profile == id })
		})
		profile, err := e.Profile(id)
		if err != nil {
			return nil, err
		}
		if used {
			profiles = append(profiles, profileOf(e, profile))
		}
	}
	shown, err := examples(c)
	return authoring.Docs(all, profiles, shown), err
}

// compared holds the pages against those in the folder.
func compared(dir string, docs []authoring.Doc) (documented, []outFile, error) {
	x := documented{Dir: filepath.ToSlash(filepath.Clean(dir)), Pages: len(docs), Changed: []string{}, Stale: []string{}}
	var files []outFile
	written := map[string]bool{}
	for _, d := range docs {
		file := filepath.Join(dir, filepath.FromSlash(d.Path))
		written[file] = true
		old, err := os.ReadFile(file) //nolint:gosec // the operator names the folder
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return x, nil, cannotRead(file, err, "give a folder of pages that this command wrote")
		}
		if err != nil || !bytes.Equal(old, d.Content) {
			x.Changed = append(x.Changed, d.Path)
			files = append(files, outFile{file, d.Content})
		}
	}
	for _, folder := range []string{"requirement", "profile"} {
		there, err := filepath.Glob(filepath.Join(dir, folder, "*.md"))
		if err != nil {
			return x, nil, err
		}
		for _, file := range there {
			if !written[file] {
				x.Stale = append(x.Stale, folder+"/"+filepath.Base(file))
			}
		}
	}
	return x, files, nil
}

func documentedText(w *bytes.Buffer, x documented, check bool) {
	for _, name := range x.Stale {
		fmt.Fprintf(w, "%s/%s: is of nothing that there is any more; remove it\n", oneLine(x.Dir), oneLine(name))
	}
	if check {
		for _, name := range x.Changed {
			fmt.Fprintf(w, "%s/%s: is not what the policies say now; run `bidgate policy docs -o %s`\n", oneLine(x.Dir), oneLine(name), oneLine(x.Dir))
		}
	}
	switch wrong := len(x.Changed) + len(x.Stale); {
	case check && wrong > 0:
		fmt.Fprintf(w, "\n%s %s not current.\n", count(wrong, "page"), be(wrong))
	case check:
		fmt.Fprintf(w, "%s: %s, all current\n", oneLine(x.Dir), count(x.Pages, "page"))
	default:
		fmt.Fprintf(w, "%s: %s, %d of them written anew\n", oneLine(x.Dir), count(x.Pages, "page"), len(x.Changed))
	}
}
