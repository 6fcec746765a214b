package main

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// open verifies the signature in a file, before anything in it is parsed. The
// error is of the operator's files; refused is why the signature is not good.
func (v *verifier) open(file, payloadType string) (opened *attest.Opened, refused, err error) {
	keys, err := parseFile(v.c.String("keys"), attest.ParseKeys)
	if err != nil {
		return nil, nil, err
	}
	text, err := readWhole(file, attest.MaxEnvelope, readable)
	if err != nil {
		return nil, nil, err
	}
	opened, refused = attest.Open(text, payloadType, keys, v.on)
	return opened, refused, nil
}

// signedBy tells who signed, and what of the other signatures is.
func signedBy(signatures []attest.Signature) []string {
	var lines []string
	for _, s := range signatures {
		who := either(s.Owner, "the owner of the key")
		switch s.State {
		case attest.Good:
			lines = append(lines, fmt.Sprintf("signed by %s (%s)", who, s.KeyID))
		case attest.Expired:
			lines = append(lines, fmt.Sprintf("not counted: the key of %s was valid until %s", who, s.Until))
		case attest.NotYetValid:
			lines = append(lines, fmt.Sprintf("not counted: the key of %s is valid from %s", who, s.From))
		case attest.Unknown:
			lines = append(lines, "not counted: a signature that no trusted key made")
		}
	}
	return lines
}

// whyRefused adds to the reason which keys were not valid, and when they are.
func whyRefused(err error) []string {
	lines := []string{err.Error()}
	var refused *attest.Refused
	if errors.As(err, &refused) {
		lines = append(lines, signedBy(refused.Signatures)...)
	}
	return lines
}

func (v *verifier) reportSignature() error {
	file := v.c.String("signature")
	switch {
	case v.text == nil:
		v.result.add(checkReportSignature, stateNotChecked, noReport)
		return nil
	case file == "":
		v.result.add(checkReportSignature, stateNotChecked, askReportSignature)
		return nil
	}
	opened, refused, err := v.open(file, attest.ReportType)
	if err != nil {
		return err
	}
	if refused == nil {
		refused = opened.Report(v.text)
	}
	if refused != nil {
		v.result.add(checkReportSignature, stateNotOK, whyRefused(refused)...)
		v.text = nil // so that nobody reads it
		return nil
	}
	v.result.add(checkReportSignature, stateOK, signedBy(opened.Signatures)...)
	return nil
}

// seal holds that the report is in its one form, byte for byte, so that its
// digest names it, and that it is the digest that was asked for.
func (v *verifier) seal() error {
	if v.text == nil {
		v.result.add(checkSeal, stateNotChecked, v.unread())
		return nil
	}
	r, err := report.Decode(bytes.NewReader(v.text))
	if err != nil {
		return notAReport(v.c.Args().First(), err.Error())
	}
	v.report = r
	digest, err := r.Digest()
	if err != nil {
		return err
	}
	var canonical bytes.Buffer
	if err := r.Encode(&canonical); err != nil {
		return err
	}
	want := v.c.String("digest")
	switch {
	case !bytes.Equal(canonical.Bytes(), v.text):
		err = errors.New("the file is not as bidgate writes it; it was changed after that")
	case want != "" && want != digest:
		err = fmt.Errorf("this is report %s, and not %s", digest, want)
	}
	detail := []string{"report " + digest}
	if want == "" {
		detail = append(detail, "compare it with the digest that you know, or give that as --digest")
	}
	v.result.judge(checkSeal, err, detail...)
	return nil
}

// unread is why there is no report to look at.
func (v *verifier) unread() string {
	if v.c.NArg() == 0 {
		return noReport
	}
	return stopped
}

// bundle checks the evidence that is given against the vendor's signature and
// against the report.
func (v *verifier) bundle() error {
	path := v.c.String("bundle")
	if path == "" {
		v.result.add(checkBundleSignature, stateNotChecked, askBundleSignature)
		v.result.add(checkBundle, stateNotChecked, askBundle)
		return nil
	}
	limits, err := v.limits(path)
	if err != nil {
		return err
	}
	bundle, err := v.openBundle(v.c.Context, path, limits)
	if err != nil {
		return err
	}
	if err := v.bundleSignature(bundle); err != nil {
		return err
	}
	if v.report == nil {
		v.result.add(checkBundle, stateNotChecked, v.unread())
		return nil
	}
	v.evidence(bundle.Contents())
	return nil
}

// limits are those of the screening, or those that a file says.
func (v *verifier) limits(bundle string) (evidence.Limits, error) {
	limits, err := readLimits(v.c.String("limits"), []string{bundle})
	if err != nil || v.report == nil || v.c.String("limits") != "" {
		return limits, err
	}
	for _, limit := range v.report.Limits {
		if err := limits.Set(limit.Name, limit.Value); err != nil {
			return limits, err
		}
	}
	return limits, nil
}

func (v *verifier) bundleSignature(bundle *evidence.Bundle) error {
	file := v.c.String("bundle-signature")
	if file == "" {
		v.result.add(checkBundleSignature, stateNotChecked, askBundleSignature)
		return nil
	}
	opened, refused, err := v.open(file, attest.BundleType)
	if err != nil {
		return err
	}
	lines := bundle.Refused() // what could not be taken cannot be held against the list
	if refused == nil {
		var changes []attest.Change
		changes, refused = opened.Bundle(filesOf(bundle.Contents()))
		for _, change := range changes {
			lines = append(lines, fmt.Sprintf("%s: %s since it was signed", change.Path, change.What))
		}
	}
	switch {
	case refused != nil:
		v.result.add(checkBundleSignature, stateNotOK, whyRefused(refused)...)
	case len(lines) > 0:
		v.result.add(checkBundleSignature, stateNotOK, first(lines)...)
	default:
		v.result.add(checkBundleSignature, stateOK, signedBy(opened.Signatures)...)
	}
	return nil
}

// evidence holds the bundle against the documents that the report names.
func (v *verifier) evidence(contents []evidence.Content) {
	left := map[string]string{}
	for _, d := range v.report.Documents {
		left[d.Path] = d.SHA256
	}
	var lines []string
	for _, c := range contents {
		digest, named := left[c.Path]
		switch delete(left, c.Path); {
		case !named:
			lines = append(lines, c.Path+": was not in the bundle that was screened")
		case digest != c.SHA256:
			lines = append(lines, c.Path+": is not the document that was screened")
		}
	}
	for _, d := range v.report.Documents {
		if _, missing := left[d.Path]; missing {
			lines = append(lines, d.Path+": was screened, and is not in this bundle")
		}
	}
	digest := evidence.ContentDigest(contents)
	if want := v.report.Provenance.Bundle; len(lines) == 0 && digest != want {
		lines = append(lines, "the content is "+digest+", and the report rests on "+want)
	}
	if len(lines) > 0 {
		v.result.add(checkBundle, stateNotOK, first(lines)...)
		return
	}
	v.result.add(checkBundle, stateOK, fmt.Sprintf("%s, content %s", count(len(contents), "document"), digest))
}

// first keeps the beginning of a long list, and says how much it leaves out.
func first(lines []string) []string {
	const most = 20
	if len(lines) > most {
		return append(lines[:most:most], fmt.Sprintf("and %d more", len(lines)-most))
	}
	return lines
}
