package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine"
)

// maxPolicies bounds a policy bundle that is read, in bytes, packed and not.
const maxPolicies = 64 << 20

// replay checks the policies, and decides again from an export.
func (v *verifier) replay() error {
	dir, policies := v.c.String("replay"), v.c.String("policy-bundle")
	if policies == "" && dir != "" {
		policies = filepath.Join(dir, "policy.tar.gz")
	}
	if v.report == nil || policies == "" {
		for _, skipped := range [][2]string{{checkPolicies, askPolicies}, {checkTold, askReplay}, {checkReplay, askReplay}, {checkOPA, askOPA}} {
			reason := skipped[1]
			if v.report == nil {
				reason = v.unread()
			}
			v.result.add(skipped[0], stateNotChecked, reason)
		}
		return nil
	}
	e, err := load(v.c)
	if err != nil {
		return err
	}
	differs, err := v.policies(e, policies)
	if err != nil {
		return err
	}
	v.result.judge(checkPolicies, differs, "policies "+v.report.Provenance.Policy)
	if dir == "" {
		for _, what := range []string{checkTold, checkReplay, checkOPA} {
			v.result.add(what, stateNotChecked, askReplay)
		}
		return nil
	}
	return v.decideAgain(e, dir, policies, differs)
}

// policies holds a policy bundle against the report. The digest is over the
// sources, which the bundle holds only in part: so this program's own policies
// must have it, and the bundle must be the one that they give.
func (v *verifier) policies(e *engine.Engine, file string) (differs, err error) {
	text, err := readWhole(file, maxPolicies, "give the policy.tar.gz of an export")
	if err != nil {
		return nil, err
	}
	if got, want := e.PolicyDigest(), v.report.Provenance.Policy; got != want {
		return fmt.Errorf("cannot be shown: the policies of this bidgate, %s, are %s, and the report rests on %s; use bidgate %s with the same --policy",
			engine.Version, got, want, v.report.Provenance.Engine), nil
	}
	var own bytes.Buffer
	if err := e.WritePolicyBundle(&own); err != nil {
		return nil, err
	}
	want, err := unpacked(own.Bytes())
	if err != nil {
		return nil, err
	}
	got, err := unpacked(text)
	if err != nil {
		return errors.New("the policy bundle is damaged"), nil //nolint:nilerr // what is damaged does not hold
	}
	if !maps.EqualFunc(got, want, bytes.Equal) {
		return errors.New("the policy bundle is not the one that the report rests on: " + differing(got, want)), nil
	}
	return nil, nil
}

// differing names the first file in which two policy bundles differ.
func differing(got, want map[string][]byte) string {
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if text, listed := want[name]; !listed || !bytes.Equal(text, got[name]) {
			return name + " differs"
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if _, there := got[name]; !there {
			return name + " is missing"
		}
	}
	return ""
}

// unpacked gives the files of a policy bundle. A name twice is an error: two
// programs could take two of them.
func unpacked(text []byte) (map[string][]byte, error) {
	packed, err := gzip.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	left := int64(maxPolicies)
	for r := tar.NewReader(io.LimitReader(packed, 2*maxPolicies)); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		name := strings.TrimPrefix(header.Name, "/")
		if _, twice := files[name]; twice || header.Typeflag != tar.TypeReg || header.Size > left {
			return nil, errors.New(name + " may not stand in a policy bundle")
		}
		left -= header.Size
		if files[name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
}

// decideAgain compares the decision of the export with the report's, and with
// those that this program and the public one take of the same input. Nothing is
// evaluated with policies or an input that the report does not rest on.
func (v *verifier) decideAgain(e *engine.Engine, dir, policies string, differs error) error {
	input, err := readWhole(filepath.Join(dir, "input.json"), maxReport, askReplay)
	if err != nil {
		return err
	}
	decision, err := readWhole(filepath.Join(dir, "decision.json"), maxReport, askReplay)
	if err != nil {
		return err
	}
	if err := v.otherExport(input, decision, differs); err != nil {
		v.result.add(checkTold, stateNotChecked, err.Error())
		v.result.add(checkReplay, stateNotOK, err.Error())
		v.result.add(checkOPA, stateNotChecked, err.Error())
		return nil
	}
	v.result.judge(checkTold, v.told(decision), fmt.Sprintf("the verdict and %s are those of the decision", count(len(v.report.Findings), "finding")), toldRest)
	again, err := e.Replay(v.c.Context, input)
	if err != nil {
		return err
	}
	v.result.judge(checkReplay, sameDecision(again, decision), "the same decision, byte for byte")
	return v.askOPA(filepath.Join(dir, "input.json"), policies, decision)
}

// otherExport is why an export is not that of the report.
func (v *verifier) otherExport(input, decision []byte, differs error) error {
	switch {
	case differs != nil:
		return errors.New("the policies are not those of the report, so nothing was decided again")
	case digestOf(input) != v.report.Provenance.Input:
		return errors.New("input.json of the export is not the one that the report rests on")
	case digestOf(decision) != v.report.Provenance.Decision:
		return errors.New("decision.json of the export is not the one that the report rests on")
	}
	return nil
}

func sameDecision(got, want []byte) error {
	if !bytes.Equal(got, want) {
		return errors.New("another decision than that of the report")
	}
	return nil
}

// askOPA has the public opa program decide. It is started only where it was
// asked for or is on the path.
func (v *verifier) askOPA(input, policies string, decision []byte) error {
	name := either(v.c.String("opa"), "opa")
	program, err := exec.LookPath(name)
	switch {
	case err != nil && v.c.String("opa") != "":
		return noOPA(name)
	case err != nil:
		v.result.add(checkOPA, stateNotChecked, askNoOPA)
		return nil
	}
	var out, complaint bytes.Buffer
	cmd := exec.CommandContext(v.c.Context, program, "eval", "-b", policies, "-i", input, "-f", "raw", "data.bidgate.decision") //nolint:gosec // the operator names it
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		if v.c.Context.Err() != nil {
			return v.c.Context.Err()
		}
		v.result.add(checkOPA, stateNotOK, "opa did not decide: "+composed(either(complaint.String(), err.Error())))
		return nil
	}
	v.result.judge(checkOPA, sameDecision(out.Bytes(), decision), "the same decision, byte for byte, by "+program)
	return nil
}

func digestOf(text []byte) string {
	sum := sha256.Sum256(text)
	return "sha256:" + hex.EncodeToString(sum[:])
}
