package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/report"
)

// caseDifference is a case whose outcome two sets of policies see differently.
type caseDifference struct {
	Case     string              `json:"case"`
	Before   report.Verdict      `json:"before"`
	After    report.Verdict      `json:"after"`
	Findings []findingDifference `json:"findings"` // by id
}

// findingDifference is a finding that differs; a side is "" where there is none.
type findingDifference struct {
	ID     string `json:"id"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// compareCases screens every case in the folder by both sides.
func (p *program) compareCases(c *cli.Context, dir string, sides [2]side) ([]caseDifference, int, error) {
	lines, err := caseLines(c, dir)
	if err != nil {
		return nil, 0, err
	}
	list := []caseDifference{}
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		var reports [2]*report.Report
		for i := range sides {
			if reports[i], err = p.screenWith(c.Context, sides[i], lines[name]); err != nil {
				return nil, 0, complain(filepath.Join(dir, name), err.Error(), "mend the case, or give it what it needs")
			}
		}
		if d, same := compareReports(name, reports[0], reports[1]); !same {
			list = append(list, d)
		}
	}
	return list, len(lines), nil
}

// screenWith runs one screening by the policies of a side, and gives its report.
func (p *program) screenWith(ctx context.Context, s side, args []string) (*report.Report, error) {
	var out, complaints bytes.Buffer
	inner := program{stdin: strings.NewReader(""), stdout: &out, stderr: &complaints, now: p.now, getenv: p.getenv, engine: s.engine}
	if status := inner.run(ctx, args); status == statusCouldNotRun {
		text, _ := io.ReadAll(&complaints)
		return nil, errors.New(strings.TrimSpace(strings.TrimPrefix(string(text), "bidgate: ")))
	}
	return report.Decode(&out)
}

// caseLines gives the command line of each case in the folder by its name.
func caseLines(c *cli.Context, dir string) (map[string][]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, cannotRead(dir, err, "give --fixtures a folder of cases")
	}
	lines, bundles := map[string][]string{}, map[string][]string{}
	for _, entry := range entries {
		name := entry.Name()
		text, err := os.ReadFile(filepath.Join(dir, name, "args")) //nolint:gosec // the operator names the folder
		switch {
		case err == nil:
			lines[name] = caseArgs(filepath.Join(dir, name), strings.Split(strings.TrimSpace(string(text)), "\n"))
		case entry.IsDir() || claimsArchive(name) || strings.HasSuffix(name, ".json"):
			bundles[name] = bundleArgs(c, filepath.Join(dir, name))
		}
	}
	if len(lines) == 0 {
		lines = bundles
		if len(lines) > 0 && c.String("profile") == "" {
			return nil, noProfileForBundles()
		}
	}
	if len(lines) == 0 {
		return nil, noCases(dir)
	}
	return lines, nil
}

// fileFlags are the flags of screen whose values are paths, which the args of a
// case give from its folder.
var fileFlags = []string{"--profile", "--exceptions", "--determinations", "--data", "--limits", "--tender"}

// caseArgs is the command line of a case in a folder, from where we are.
func caseArgs(folder string, args []string) []string {
	line := []string{"screen"}
	for _, name := range []string{"bundle", "bundle.zip", "bundle.tar.gz"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
			line = append(line, filepath.Join(folder, name))
			break
		}
	}
	for i, arg := range args {
		flag, value, joined := strings.Cut(arg, "=")
		if !joined && i > 0 {
			flag, value = args[i-1], arg
		}
		if slices.Contains(fileFlags, flag) && fs.ValidPath(filepath.ToSlash(value)) {
			file := filepath.Join(folder, value)
			if _, err := os.Stat(file); err == nil { //nolint:gosec // a path within the case
				arg = strings.TrimSuffix(arg, value) + file
			}
		}
		line = append(line, arg)
	}
	return append(line, "-f", "json")
}

func bundleArgs(c *cli.Context, bundle string) []string {
	line := []string{"screen", bundle, "--profile=" + c.String("profile"), "-f", "json"}
	if c.IsSet("as-of") {
		line = append(line, "--as-of="+c.String("as-of"))
	}
	return line
}

// compareReports tells verdicts and findings apart; same where nothing differs.
func compareReports(name string, before, after *report.Report) (caseDifference, bool) {
	d := caseDifference{Case: name, Before: before.Verdict, After: after.Verdict, Findings: []findingDifference{}}
	old, now := outcomesOf(before), outcomesOf(after)
	ids := slices.AppendSeq(slices.Collect(maps.Keys(old)), maps.Keys(now))
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if old[id] != now[id] {
			d.Findings = append(d.Findings, findingDifference{ID: id, Before: old[id], After: now[id]})
		}
	}
	return d, before.Verdict == after.Verdict && len(d.Findings) == 0
}

// outcomesOf are status and severity by finding.
func outcomesOf(r *report.Report) map[string]string {
	all := map[string]string{}
	for _, f := range r.Findings {
		all[f.ID] = strings.ReplaceAll(string(f.Status), "_", " ") + " (" + string(f.Severity) + ")"
	}
	return all
}
