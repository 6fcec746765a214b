package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/authoring"
)

const policyDiffHelp = `
A and B are each a folder of policies, a bundle that ` + "`bidgate policy build`" + ` wrote,
the folder of a library, or the word built-in. What differs is told requirement
by requirement: severity, parameters, messages, sources, profiles and the rest,
and where rules differ. With --fixtures each case in a folder is screened by
both, and those whose outcome differs are told: a case is a folder with args and
bundle, as in the fixtures of this project, or else a bundle, for which --profile
and --as-of say how to screen it.
` + inThisProcess + `
Exit status: 0 the same, 1 they differ, 2 could not run.`

func (p *program) policyDiffCommand() *cli.Command {
	return &cli.Command{
		Name:        "diff",
		Usage:       "Tell how two sets of policies differ",
		ArgsUsage:   "A B",
		Description: policyDiffHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "fixtures", Usage: "screen the cases in `DIR` by both"},
			&cli.StringFlag{Name: "profile", Usage: "profile for bundles: its `NAME|FILE`"},
			&cli.StringFlag{Name: "as-of", Usage: "`DATE` to decide bundles for, YYYY-MM-DD (today)"},
			listFormatFlag(),
		},
		Action: p.policyDiff,
	}
}

// policyDifference is what the command tells.
type policyDifference struct {
	Equal    bool               `json:"equal"`
	Changes  []authoring.Change `json:"changes"`
	Fixtures []caseDifference   `json:"fixtures"` // those whose outcome differs
	Screened int                `json:"screened"` // cases
}

// side is one of the two sets of policies.
type side struct {
	engine    *engine.Engine
	described authoring.Described
}

func (p *program) policyDiff(c *cli.Context) error {
	if c.NArg() != 2 {
		return wrongArguments("policy diff", "two sets of policies", c.NArg())
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		var sides [2]side
		for i := range sides {
			var err error
			if sides[i], err = openSide(c, c.Args().Get(i)); err != nil {
				return nil, nil, err
			}
		}
		d := policyDifference{Changes: authoring.Compare(sides[0].described, sides[1].described), Fixtures: []caseDifference{}}
		if dir := c.String("fixtures"); dir != "" {
			var err error
			if d.Fixtures, d.Screened, err = p.compareCases(c, dir, sides); err != nil {
				return nil, nil, err
			}
		}
		if d.Equal = len(d.Changes)+len(d.Fixtures) == 0; !d.Equal {
			p.status = statusDiffers
		}
		return d, func(w *bytes.Buffer) { policyDifferenceText(w, d) }, nil
	})
}

// builtInWord stands for the policies that come with the program.
const builtInWord = "built-in"

func openSide(c *cli.Context, name string) (side, error) {
	tree, options, end, err := openPolicies(name)
	if err != nil {
		return side{}, err
	}
	defer end()
	e, err := engine.New(c.Context, options...)
	if err != nil {
		return side{}, fmt.Errorf("%s: %w", oneLine(name), err)
	}
	s := side{engine: e}
	if s.described.Requirements, err = e.Requirements(); err != nil {
		return side{}, err
	}
	trees := []fs.FS{tree}
	if name != builtInWord && !holdsDecision(tree) {
		trees = append(trees, authoring.BuiltInTree())
	}
	s.described.Rules, err = authoring.RulesOf(trees...)
	return s, err
}

// holdsDecision tells a tree with the decision from a pack, which stands beside
// the built-in tree. A bundle has one, and no schema.
func holdsDecision(tree fs.FS) bool {
	_, err := fs.Stat(tree, "bidgate/decision.rego")
	return err == nil
}

// openPolicies gives the tree of a side, and how the engine takes it.
func openPolicies(name string) (tree fs.FS, options []engine.Option, end func(), err error) {
	end = func() {}
	if name == builtInWord {
		return authoring.BuiltInTree(), nil, end, nil
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, nil, end, cannotRead(name, err, givePolicies)
	case info.Mode().IsRegular():
		f, err := os.Open(name) //nolint:gosec // the operator names it
		if err != nil {
			return nil, nil, end, cannotRead(name, err, givePolicies)
		}
		defer f.Close() //nolint:errcheck // only read
		tree, err := authoring.OpenBundle(f)
		if err != nil {
			return nil, nil, end, complain(name, err.Error(), givePolicies)
		}
		return tree, []engine.Option{engine.WithLibrary(tree)}, end, nil
	}
	root, err := openTree(name, "policy diff")
	if err != nil {
		return nil, nil, end, err
	}
	option := engine.WithPolicies(root.FS())
	if authoring.IsLibrary(root.FS()) {
		option = engine.WithLibrary(root.FS())
	}
	return root.FS(), []engine.Option{option}, func() { _ = root.Close() }, nil // only read
}

func policyDifferenceText(w *bytes.Buffer, d policyDifference) {
	last := ""
	for _, c := range d.Changes {
		if heading := either(c.Requirement, "helpers and decision"); heading != last {
			fmt.Fprintf(w, "%s\n", heading)
			last = heading
		}
		fold(w, "  - ", "    ", changeText(c))
	}
	if len(d.Changes) > 0 && len(d.Fixtures) > 0 {
		fmt.Fprintln(w)
	}
	for _, f := range d.Fixtures {
		fmt.Fprintf(w, "case %s: %s\n", oneLine(f.Case), sidesText(string(f.Before), string(f.After)))
		for _, x := range f.Findings {
			fold(w, "  - ", "    ", x.ID+": "+sidesText(x.Before, x.After))
		}
	}
	if !d.Equal {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, differenceSum(d))
}

// changeText is one change in words.
func changeText(c authoring.Change) string {
	switch {
	case c.Aspect == "requirement" && c.Before == "":
		return "is new: " + c.After
	case c.Aspect == "requirement":
		return "is gone: " + c.Before
	case c.Aspect == "rules" && c.Requirement != "":
		return "the rules differ"
	case c.Aspect == "rules":
		return c.Name + ": the rules differ"
	}
	return strings.TrimSpace(c.Aspect+" "+c.Name) + ": " + sidesText(c.Before, c.After)
}

func sidesText(before, after string) string {
	before, after = bare(before), bare(after)
	switch {
	case before == after:
		return before + " on both sides"
	case before == "":
		return "new: " + after
	case after == "":
		return "gone: " + before
	}
	return before + " → " + after
}
