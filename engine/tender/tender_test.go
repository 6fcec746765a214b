package tender_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

const digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

const goodProfile = `
profile: 1
id: us-federal-iot
edition: "2026.11"
title: Connected products
description: For US agencies.
extends: baseline
reject_at: blocking
clarify_at: minor
use: [sbom, threat_model, support.period_end, nist_8259ab.capability.ir8259a-SU-2]
requirements:
  sbom.component_version: {severity: blocking, parameters: {min_share: 0.9, names: [a, b], on: true, text: x, day: 2026-01-02}}
  nist_8259ab.capability.ir8259a-SU-2: {level: evidenced, accept_not_applicable: false}
  sbom.generation_context: {use: false}
fail_on: [does_not_meet, undetermined]
`

func TestProfile(t *testing.T) {
	got, err := tender.ParseProfile("p.yaml", []byte(goodProfile))
	if err != nil {
		t.Fatal(err)
	}
	no := false
	want := &tender.Profile{
		ID: "us-federal-iot", Edition: "2026.11", Title: "Connected products", Description: "For US agencies.",
		Extends: "baseline", RejectAt: report.Blocking, ClarifyAt: report.Minor,
		Use: []string{"sbom", "threat_model", "support.period_end", "nist_8259ab.capability.ir8259a-SU-2"},
		Requirements: map[string]tender.Choice{
			"sbom.component_version": {Severity: report.Blocking, Parameters: map[string]any{
				"min_share": 0.9, "names": []string{"a", "b"}, "on": true, "text": "x", "day": "2026-01-02",
			}},
			"nist_8259ab.capability.ir8259a-SU-2": {Level: report.Evidenced, AcceptNotApplicable: &no},
			"sbom.generation_context":             {Use: &no},
		},
		FailOn: []report.Verdict{report.DoesNotMeet, report.Undetermined},
	}
	opts := []cmp.Option{cmpopts.IgnoreUnexported(tender.Profile{}), cmpopts.IgnoreFields(tender.Profile{}, "Digest", "Source")}
	if diff := cmp.Diff(want, got, opts...); diff != "" {
		t.Errorf("profile (-want +got):\n%s", diff)
	}
	again, err := tender.ParseProfile("other.yaml", []byte(goodProfile+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Digest) != len("sha256:")+64 || again.Digest == got.Digest {
		t.Errorf("digest %q does not follow the bytes (%q)", got.Digest, again.Digest)
	}
}

func TestProfileFault(t *testing.T) {
	p, err := tender.ParseProfile("p.yaml", []byte(goodProfile))
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"extends":                             "p.yaml:7: extends: wrong; do",
		"use[2]":                              "p.yaml:10: use[2]: wrong; do",
		"requirements.sbom.component_version": "p.yaml:12: requirements.sbom.component_version: wrong; do",
		"requirements.sbom.component_version.parameters.min_share": "p.yaml:12: requirements.sbom.component_version.parameters.min_share: wrong; do",
		"requirements.nist_8259ab.capability.ir8259a-SU-2":         "p.yaml:13: requirements.nist_8259ab.capability.ir8259a-SU-2: wrong; do",
	} {
		if got := p.Fault(key, "wrong", "do").Error(); got != want {
			t.Errorf("Fault(%q) = %q, want %q", key, got, want)
		}
	}
	made := tender.Profile{ID: "made-in-go"}
	if got, want := made.Fault("use[0]", "wrong", "do").Error(), "made-in-go:1: use[0]: wrong; do"; got != want {
		t.Errorf("Fault = %q, want %q", got, want)
	}
}

func TestTender(t *testing.T) {
	got, err := tender.ParseTender("t.yaml", []byte(`
tender: 1
id: RFP-2026-0417
as_of: "2026-11-30"
profile: {file: us-federal-iot.yaml, digest: "sha256:`+digest+`"}
parameters: {support.period_end: {min_years: 5}}
exceptions: exceptions.yaml
determinations: determinations.yaml
limits: limits.yaml
keys: trusted.yaml
data: data
offers:
  - {bundle: bids/acme.zip, vendor: Acme Devices, items: [{product: Sensor Gateway, version: "2.4.1"}]}
  - {bundle: bids/bolt/, vendor: Bolt GmbH}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := &tender.Tender{
		ID:             "RFP-2026-0417",
		AsOf:           tender.Day{Day: 20787, Text: "2026-11-30"},
		Profile:        tender.ProfileRef{File: "us-federal-iot.yaml", Digest: "sha256:" + digest},
		Parameters:     map[string]map[string]any{"support.period_end": {"min_years": 5.0}},
		Exceptions:     "exceptions.yaml",
		Determinations: "determinations.yaml",
		Limits:         "limits.yaml",
		Keys:           "trusted.yaml",
		Data:           "data",
		Offers: []tender.Offer{
			{Bundle: "bids/acme.zip", Vendor: "Acme Devices", Items: []tender.Item{{Product: "Sensor Gateway", Version: "2.4.1"}}},
			{Bundle: "bids/bolt/", Vendor: "Bolt GmbH"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tender (-want +got):\n%s", diff)
	}
}

func TestExceptions(t *testing.T) {
	got, err := tender.ParseExceptions("e.yaml", []byte(`
exceptions: 1
list:
  - id: EX-7
    requirement: sbom.component_version
    vendor: Acme Devices
    product: Sensor Gateway
    version: "2.4.1"
    document: `+digest+`
    components: ["pkg:npm/left-pad@1.3.0"]
    reason: The boot loader's parts have no versions.
    approver: J. Doe
    from: 2026-11-01
    until: 2027-05-01
  - {requirement: nist_8259ab.capability.ir8259a-SU-2, tender: true, reason: R, approver: A, until: 2027-05-01}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []tender.Exception{{
		ID: "EX-7", Requirement: "sbom.component_version",
		Vendor: "Acme Devices", Product: "Sensor Gateway", Version: "2.4.1",
		Document: digest, Components: []string{"pkg:npm/left-pad@1.3.0"},
		Reason: "The boot loader's parts have no versions.", Approver: "J. Doe",
		From: tender.Day{Day: 20758, Text: "2026-11-01"}, Until: tender.Day{Day: 20939, Text: "2027-05-01"},
	}, {
		Requirement: "nist_8259ab.capability", Member: "ir8259a-SU-2", WholeTender: true,
		Reason: "R", Approver: "A", Until: tender.Day{Day: 20939, Text: "2027-05-01"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("exceptions (-want +got):\n%s", diff)
	}
}

func TestDeterminations(t *testing.T) {
	got, err := tender.ParseDeterminations("d.yaml", []byte(`
determinations: 1
list:
  - requirement: support.period_end
    member: SU-2
    vendor: Acme Devices
    product: Sensor Gateway
    document: SHA256:`+digest+`
    outcome: not_met
    reason: It ends in 2027.
    place: page 4
    by: J. Doe
    date: "2026-11-20"
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []tender.Determination{{
		Requirement: "support.period_end", Member: "SU-2", Vendor: "Acme Devices", Product: "Sensor Gateway",
		Outcome: tender.NotMet, Reason: "It ends in 2027.", Place: "page 4", Document: digest,
		By: "J. Doe", Date: tender.Day{Day: 20777, Text: "2026-11-20"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("determinations (-want +got):\n%s", diff)
	}
}

func TestParseDay(t *testing.T) {
	for text, want := range map[string]int{"1970-01-01": 0, "1969-12-31": -1, "2000-02-29": 11016} {
		if got, err := tender.ParseDay(text); err != nil || got.Day != want || got.Text != text {
			t.Errorf("ParseDay(%q) = %+v, %v, want day %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "2026-2-1", "2026-02-30", "30.11.2026", "2026-11-30T00:00:00Z"} {
		if got, err := tender.ParseDay(text); err == nil || got != (tender.Day{}) {
			t.Errorf("ParseDay(%q) = %+v, %v, want an error", text, got, err)
		}
	}
}

func TestFaultsNamesEveryLine(t *testing.T) {
	_, err := tender.ParseProfile("p.yaml", []byte("profile: 1\nid: a\nsize: 2\nreject_at: high\n"))
	var faults tender.Faults
	if !errors.As(err, &faults) || len(faults) != 4 {
		t.Fatalf("err = %v, want four faults", err)
	}
	const want = `p.yaml:1: edition: is missing; add it (and 3 more, line 1, 3, 4)`
	if got := err.Error(); got != want {
		t.Errorf("error = %s, want %s", got, want)
	}
}
