package main

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/authoring"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// exampleDay is the day for which examples are judged, so that one that is
// right stays right.
const exampleDay = "2026-12-01"

// judged is what a requirement said of one of its examples.
type judged struct {
	Requirement string        `json:"requirement"`
	Dir         string        `json:"dir"`
	Good        bool          `json:"good"`
	Status      report.Status `json:"status"`
	Says        []string      `json:"says"` // the messages of the finding
	Right       bool          `json:"right"`
}

// judgeExamples screens each example of the tree by its requirement alone: a
// good one passes, and a bad one fails, is for a person, or lacks evidence.
func judgeExamples(ctx context.Context, tree fs.FS, o authoring.Options) ([]judged, error) {
	list := []judged{}
	examples, err := authoring.Examples(tree)
	if err != nil || len(examples) == 0 {
		return list, err
	}
	options := []engine.Option{engine.WithPolicies(tree)}
	if o.BuiltIn {
		options = []engine.Option{engine.WithLibrary(tree)}
	}
	if o.WithoutLibrary {
		options = append(options, engine.WithoutLibrary())
	}
	e, err := engine.New(ctx, options...)
	if err != nil {
		return nil, err
	}
	for _, x := range examples {
		j, err := judge(ctx, e, tree, x)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path.Join(o.Name, x.Dir), err)
		}
		j.Dir = path.Join(o.Name, x.Dir)
		list = append(list, j)
	}
	return list, nil
}

func judge(ctx context.Context, e *engine.Engine, tree fs.FS, x authoring.Example) (judged, error) {
	id := x.Requirement
	if x.Member != "" {
		id += "." + x.Member
	}
	j := judged{Requirement: id, Good: x.Good, Says: []string{}}
	text := fmt.Sprintf("profile: 1\nid: example\nedition: \"1\"\ntitle: Example\nuse: [%q]\n", id)
	profile, err := tender.ParseProfile("example", []byte(text))
	if err != nil {
		return j, err
	}
	files, err := fs.Sub(tree, x.Dir)
	if err != nil {
		return j, err
	}
	bundle, err := evidence.OpenFS(files, evidence.Limits{})
	if err != nil {
		return j, err
	}
	result, err := e.Screen(ctx, bundle, engine.Screening{Profile: profile, AsOf: exampleDay})
	if err != nil {
		return j, err
	}
	var met []bool
	for _, f := range result.Report.Findings {
		if f.Requirement != x.Requirement {
			continue
		}
		j.Status = f.Status
		met = append(met, f.Status == report.Pass)
		for _, s := range slices.Concat(f.Violations, f.Reviews, f.NotApplicable, f.Basis) {
			j.Says = append(j.Says, s.Message)
		}
		if f.Status == report.Error || f.Status == report.NotApplicable {
			return j, nil
		}
	}
	j.Right = len(met) > 0 && slices.Contains(met, false) != x.Good
	return j, nil
}
