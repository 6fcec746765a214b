package evidence

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// dragonModel is a small Threat Dragon file.
const dragonModel = `{
  "version": "2.3.0",
  "summary": {"title": "Gateway", "owner": "Ann"},
  "detail": {"contributors": [], "diagrams": [{"diagramType": "STRIDE", "cells": [
    {"id": "p", "shape": "process", "data": {"type": "tm.Process", "name": "app", "threats": [
      {"id": "T-1", "title": "Spoofed update", "type": "Spoofing", "status": "Open", "severity": "High", "mitigation": "Sign it"},
      {"id": "T-2", "title": "Flood", "type": "Denial of service", "status": "Accepted", "severity": "Low"}]}}]}]}
}`

const dragonSupplement = `threat_model: 1
supplements: tm/dragon.json
product: {name: Gateway, version: "2.1"}
date: "2026-09-14"
next_review: "2027-09-14"
owner: {name: Ann}
scope: {out: [{item: meters, reason: another supplier}]}
failure_modes: [{id: F-1, statement: no cloud}]
threats:
  - {id: T-1, response: reduce, likelihood: likely, impact: major, mitigations: [M-1]}
  - {id: T-2, response: accept, justification: seldom, approver: Bea}
mitigations: [{id: M-1, title: Signed updates, status: verified, owner: Cy}]
`

// TestSupplement fills in what Threat Dragon cannot say, and nothing else.
func TestSupplement(t *testing.T) {
	d := read(t, map[string]string{"tm/dragon.json": dragonModel, "tm/more.yaml": dragonSupplement})
	if len(d.ThreatModels) != 1 || d.Bundle.Kinds.ThreatModel.Readable != 2 {
		t.Fatalf("%d models of %+v", len(d.ThreatModels), d.Bundle.Kinds.ThreatModel)
	}
	m := d.ThreatModels[0]
	fields := []string{
		"date", "failure_modes", "mitigations.id", "mitigations.owner", "mitigations.status", "mitigations.title", "next_review",
		"product.version", "threats.approver", "threats.impact", "threats.justification", "threats.likelihood", "threats.response",
	}
	if diff := cmp.Diff(fields, m.SupplementedBy.Fields); diff != "" || m.SupplementedBy.Path.Value != "more.yaml" {
		t.Errorf("%s: %s", m.SupplementedBy.Path.Value, diff)
	}
	threat, mitigation := m.Threats.Items[0], m.Mitigations.Items[0]
	if threat.Response.Value != "reduce" || threat.ResponseBasis != "stated" || threat.Likelihood.Value != "likely" || threat.Status.Value != "open" {
		t.Errorf("threat: %+v", threat)
	}
	if mitigation.Status.Value != "verified" || mitigation.ID.Value != "M-1" || mitigation.Text.Value != "Sign it" {
		t.Errorf("mitigation: %+v", mitigation)
	}
	if m.Counts.Threats != 2 || m.Product.Version.Value != "2.1" || m.NextReview.Value.Text != "2027-09-14" {
		t.Errorf("model: %+v, %+v, %+v", m.Counts, m.Product, m.NextReview)
	}
	var got []string
	for _, doc := range d.Bundle.Documents {
		got = append(got, codes(doc.Problems)...)
	}
	if want := "supplement /scope/out"; !slices.Contains(got, want) {
		t.Errorf("problems %v, want %s", got, want)
	}
	places, _, err := d.Locate([]any{"threat_models", 0, "next_review"}, 10)
	if err != nil || len(places) != 1 || d.Bundle.Documents[places[0].Document].Path != "more.yaml" || places[0].Line != 5 {
		t.Errorf("next_review is at %+v, %v", places, err)
	}
	places, _, err = d.Locate([]any{"threat_models", 0, "failure_modes", "items", 0}, 10)
	if err != nil || len(places) != 1 || d.Bundle.Documents[places[0].Document].Path != "more.yaml" || places[0].Line != 8 {
		t.Errorf("failure mode is at %+v, %v", places, err)
	}
}

// TestSupplementContradicts keeps the word of the model.
func TestSupplementContradicts(t *testing.T) {
	for text, want := range map[string]string{
		"owner: {name: Bob}":                      "supplement_differs /owner/name",
		"product: {name: Meter}":                  "supplement_differs /product/name",
		"version: \"3\"":                          "",
		"scope: {out: [{item: x, reason: y}]}":    "supplement /scope/out",
		"approver: {name: Dan}":                   "",
		"threats: [{id: T-1, status: mitigated}]": "contradiction /threats/0/status, supplement_differs /threats/0/status",
		"threats: [{id: T-1, severity: low}]":     "supplement_differs /threats/0/severity",
		"threats: [{id: T-2, response: reduce}]":  "supplement_differs /threats/0/response",
		"threats: [{id: T-9, response: reduce}]":  "supplement /threats/0",
		"method: [LINDDUN]":                       "supplement /method",
	} {
		d := read(t, map[string]string{"a.json": dragonModel, "b.yaml": "threat_model: 1\nsupplements: a.json\n" + text + "\n"})
		got := strings.Join(codes(d.Bundle.Documents[1].Problems), ", ")
		if got != want || d.ThreatModels[0].Threats.Items[0].Status.Value != "open" || d.ThreatModels[0].Owner.Name.Value != "Ann" {
			t.Errorf("%s: problems %q, want %q", text, got, want)
		}
	}
}

// TestSupplementOfNothing keeps a summary that completes nothing as a model of
// its own, so that nothing passes by it.
func TestSupplementOfNothing(t *testing.T) {
	one := map[string]string{"a.json": dragonModel}
	for path, files := range map[string]map[string]string{
		"gone.json": one, "b.yaml": one, "c.yaml": {"c.yaml": "threat_model: 1\n"}, "d.pdf": {"d.pdf": "%PDF-1.7"},
		"e.yaml": {"e.yaml": "threat_model: 1\nsupplements: a.json\n", "a.json": dragonModel},
	} {
		all := map[string]string{"b.yaml": "threat_model: 1\nsupplements: " + path + "\n"}
		for name, text := range files {
			all[name] = text
		}
		d := read(t, all)
		kept := slices.ContainsFunc(d.ThreatModels, func(m ThreatModel) bool {
			doc := d.Bundle.Documents[m.Document]
			return doc.Path == "b.yaml" && slices.Contains(codes(doc.Problems), "supplement /supplements")
		})
		if !kept {
			t.Errorf("%s: %d models, %+v", path, len(d.ThreatModels), d.Bundle.Documents)
		}
	}
}
