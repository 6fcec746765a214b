package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/authoring"
)

const policyNewHelp = `
Makes a folder with rules, tests, and an example of evidence that meets them and
of one that does not. It lints clean and its tests pass as it stands: change what
it asks, and keep both so. In a folder of your own policies the area must be your
own; in the tree of the library itself any area will do.`

func (p *program) policyNewCommand() *cli.Command {
	return &cli.Command{
		Name:        "new",
		Usage:       "Begin a requirement, with tests and examples",
		ArgsUsage:   "AREA.NAME",
		Description: policyNewHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "into", Value: ".", Usage: "folder of policies: `DIR` (the current one)"},
			&cli.StringFlag{Name: "evidence", Value: "sbom", Usage: "`KIND` that it looks at: " + alternatives(authoring.Starts())},
			listFormatFlag(),
		},
		Action: p.policyNew,
	}
}

// begun is what the command tells of itself.
type begun struct {
	ID    string   `json:"id"`
	Files []string `json:"files"`
}

func (p *program) policyNew(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("policy new", "the id of one requirement", c.NArg())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		id, into := c.Args().First(), c.String("into")
		docs, err := authoring.New(id, c.String("evidence"))
		if err != nil {
			return nil, nil, badNew(err)
		}
		dir, err := folderFor(id, into)
		if err != nil {
			return nil, nil, err
		}
		x := begun{ID: id, Files: []string{}}
		var files []outFile
		for _, d := range docs {
			files = append(files, outFile{filepath.Join(dir, filepath.FromSlash(d.Path)), d.Content})
			x.Files = append(x.Files, filepath.ToSlash(filepath.Join(dir, d.Path)))
		}
		return x, func(w *bytes.Buffer) { begunText(w, x, into) }, p.writePages(files)
	})
}

// folderFor is where the requirement goes in the folder of policies; nothing
// may be there.
func folderFor(id, into string) (string, error) {
	root, err := openTree(into, "--into")
	if err != nil {
		return "", err
	}
	library := authoring.IsLibrary(root.FS())
	_ = root.Close() // only read
	area, name, _ := strings.Cut(id, ".")
	dir := filepath.Join(into, area, name)
	if library {
		dir = filepath.Join(into, "bidgate", "requirement", area, name)
	} else if authoring.IsReserved(area) {
		return "", areaOfLibrary(area)
	}
	if _, err := os.Lstat(dir); err == nil {
		return "", folderIsThere(dir)
	}
	return dir, nil
}

func begunText(w *bytes.Buffer, x begun, into string) {
	for _, file := range x.Files {
		fmt.Fprintln(w, oneLine(file))
	}
	dir := oneLine(into)
	fmt.Fprintf(w, "\nChange what %s asks, then:\n  bidgate policy lint %s\n  bidgate policy test %s\n", x.ID, dir, dir)
	if area, name, _ := strings.Cut(x.ID, "."); authoring.IsReserved(area) {
		fmt.Fprintf(w, "To ask for it, name it in a profile of the library: use: [%s]\n", x.ID)
	} else {
		fmt.Fprintf(w, "To ask for it, name it in a profile of yours, with use: [%s], and judge its example:\n", x.ID)
		fmt.Fprintf(w, "  bidgate screen %s --policy %s --profile PROFILE.yaml\n", path.Join(filepath.ToSlash(dir), area, name, "example/good"), dir)
	}
}
