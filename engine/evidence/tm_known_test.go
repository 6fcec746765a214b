package evidence

import (
	"testing"
)

// TestKnownModels takes the forms that no program reads as what a person must
// look at, and says so; the manifest may tell what such a file is about.
func TestKnownModels(t *testing.T) {
	for text, want := range map[string]struct{ name, format string }{
		"spec_version = \"0.1.9\"\n\nthreatmodel \"Tower\" {\n}\n":                                          {"tm.hcl", "hcl"},
		`{"spec_version": 1, "properties_provided": [], "known_non_findings": []}`:                          {"a.json", "alpha-omega"},
		`{"specFormat": "CycloneDX", "specVersion": "2.0", "threats": {}, "definitions": {}}`:               {"a.cdx.json", "cyclonedx-2"},
		`{"specFormat": "CycloneDX", "specVersion": "2.0", "blueprints": []}`:                               {"a.json", "cyclonedx-2"},
		`{"threat_model": [{"Threat Type": "Spoofing"}]}`:                                                   {"a.json", "stride-gpt"},
		"<?xml version=\"1.0\"?><!DOCTYPE cairis_model PUBLIC \"x\" \"http://x/y.dtd\">\n<cairis_model/>\n": {"a.xml", "cairis"},
		"%PDF-1.7\n":                          {"a.pdf", "pdf"},
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1doc": {"a.doc", "office"},
	} {
		d := read(t, map[string]string{want.name: text})
		if doc := d.Bundle.Documents[0]; doc.Format != want.format || len(d.Bundle.Kinds.ThreatModel.Candidates) != 1 || len(d.ThreatModels) != 0 {
			t.Errorf("%s: %+v, candidates %v", want.name, doc, d.Bundle.Kinds.ThreatModel.Candidates)
		}
	}
	d := read(t, map[string]string{
		"tm.pdf": "%PDF-1.7\n",
		"bundle.yaml": "bundle: 1\ndocuments:\n  - {path: tm.pdf, kind: threat-model, product: Gateway, version: 2.10, date: 2026-09-14}\n" +
			"  - {path: tm.pdf, date: soon}\n",
	})
	row := d.Bundle.Manifest.Documents[0]
	if row.Product.Value != "Gateway" || row.Version.Value != "2.10" || row.Date.Value.Text != "2026-09-14" || len(d.Bundle.Kinds.Declaration.Candidates) != 0 {
		t.Errorf("manifest: %+v", row)
	}
	if row := d.Bundle.Manifest.Documents[1]; row.Date.State != Invalid || row.Product.State != Absent {
		t.Errorf("manifest: %+v", row)
	}
}

// TestModelInComponents keeps a document that gives components the type
// threat-model as an SBOM with faults, and asks a person whether it is more.
func TestModelInComponents(t *testing.T) {
	for typed, candidates := range map[string]int{"threat-model": 1, "library": 0, "thing": 0} {
		d := read(t, map[string]string{"a.cdx.json": `{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "` + typed + `", "name": "a"}]}`})
		if len(d.SBOMs) != 1 || len(d.Bundle.Kinds.ThreatModel.Candidates) != candidates {
			t.Errorf("%s: %d SBOMs, candidates %v", typed, len(d.SBOMs), d.Bundle.Kinds.ThreatModel.Candidates)
		}
	}
}
