package hostile

import "strings"

// unreadRows are documents that give no rows and must not be silent for it:
// in a form that is known and not read, or broken before a form could be told.
func unreadRows() []Row {
	deep := strings.Repeat("/0", 64)
	return []Row{
		document("unread", modelYAML, "a threat model without a version", "not_read", "no version", "threat_model:\n"),
		document("unread", modelYAML, "a threat model whose version is a list", "not_read", "a list as version", "threat_model: [1]\n"),
		document("unread", "extra/risks.json", "STRIDE GPT", "not_read", "stride-gpt", `{"threat_model": [{"Threat Type": "Spoofing"}]}`),
		document("unread", "extra/model.hcl", "HCL", "not_read", "hcltm", "spec_version = \"0.1.9\"\n\nthreatmodel \"Gateway\" {\n}\n"),
		document("unread", "extra/contract.yaml", "Alpha-Omega", "not_read", "alpha-omega", "spec_version: 1\nproperties_provided: []\nknown_non_findings: []\n"),
		document("unread", "extra/cairis.xml", "CAIRIS", "not_read", "cairis", "<cairis_model/>"),
		document("unread", "extra/2.cdx.json", "CycloneDX 2.0", "not_read", "cyclonedx-2", `{"specFormat": "CycloneDX", "specVersion": "2.0", "threats": []}`),
		document("unread", "extra/a.json", "broken JSON", "syntax", "/otm", `{"otm" "0.2.0"}`),
		document("unread", "extra/notes.txt", "broken JSON of another name", "syntax", "/a", `{"a": tru, "otmVersion": "0.2.0"}`),
		document("unread", "extra/a.json", "two objects", "trailing_data", "2:1", "{}\n"+`{"otmVersion": "0.2.0"}`),
		document("unread", "extra/a.json", "JSON that is not UTF-8", "encoding", "1:7", "{\"a\": \xff}"),
		limited(document("unread", "extra/a.json", "a million brackets", "limit", deep, strings.Repeat("[", 1_000_000)), "MaxDepth"),
		document("unread", "extra/risks.json", "a broken document of a known form", "syntax", "/threat_model/0", `{"threat_model": [{`),
		document("unread", "extra/cairis.xml", "an entity in a known form", "xml", "1:1", `<!DOCTYPE m [<!ENTITY a "b">]><cairis_model/>`),
	}
}
