package evidence

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// everything is a document with something in each place that no table has a
// column for, and in each list of properties.
const everything = `{
"bomFormat": "CycloneDX", "specVersion": "1.7",
"metadata": {
 "lifecycles": [{"name": "own", "description": "ours"}],
 "properties": [{"name": "m", "value": "1"}],
 "component": {"type": "device", "bom-ref": "p", "name": "gw", "tags": ["edge"]}},
"components": [{
 "type": "library", "bom-ref": "c", "name": "a", "modified": false,
 "releaseNotes": {"type": "minor", "notes": [{"locale": "en-US", "text": {"content": "x"}}],
  "properties": [{"name": "r", "value": "2"}]},
 "supplier": {"name": "Acme", "contact": [{"name": "Ann", "email": "ann@acme.example"}]},
 "licenses": [{"license": {"id": "MIT", "licensing": {"purchaseOrder": "PO-1"}, "properties": [{"name": "l", "value": "3"}]}}],
 "externalReferences": [{"type": "vcs", "url": "https://a.example"}, {"type": "website", "url": "https://b.example",
  "properties": [{"name": "x"}, {"name": "x", "value": "4"}]}],
 "modelCard": {"properties": [{"name": "k", "value": "5"}],
  "considerations": {"fairnessAssessments": [{"groupAtRisk": "the old", "harms": "some"}]}},
 "cryptoProperties": {"assetType": "protocol", "protocolProperties": {
  "ikev2TransformTypes": {"esn": true}}}}],
"services": [{
 "name": "api", "tags": ["public"], "properties": [{"name": "s", "value": "6"}],
 "licenses": [{"license": {"id": "MIT"}}, {"expression": "MIT OR Apache-2.0"}],
 "externalReferences": [{"type": "documentation", "url": "https://c.example"}]}],
"vulnerabilities": [{
 "id": "CVE-2026-1", "cwes": [79],
 "advisories": [{"title": "T", "url": "https://d.example"}],
 "properties": [{"name": "v", "value": "7"}]}],
"dependencies": [{"ref": "p", "dependsOn": ["c"], "provides": ["c"]}],
"citations": [{"pointers": ["/components/0"], "timestamp": "2026-02-03T04:05:06Z", "attributedTo": "p"}]}`

// TestExtras keeps what no table has a column for, and all properties, with
// their places.
func TestExtras(t *testing.T) {
	d := readFiles(t, map[string]string{"a.cdx.json": everything})
	if p := d.Bundle.Documents[0].Problems; len(p) > 0 {
		t.Fatal(p)
	}
	var got []string
	tell := func(what, value string, path ...any) {
		places, _, err := d.Locate(path, 5)
		if err != nil || len(places) != 1 {
			t.Fatal(path, places, err)
		}
		got = append(got, fmt.Sprintf("%s = %s  %s:%d", what, value, places[0].Pointer, places[0].Line))
	}
	for i, e := range d.Extras[0] {
		tell(fmt.Sprintf("%s %d %s", e.Of, e.Row, e.Field), e.Value, "extras", 0, i, "field")
	}
	for i, p := range d.Properties[0].All() {
		tell(fmt.Sprintf("%s %d %q %s", p.Of, p.Row, p.In, p.Name), p.Value, "properties", 0, i)
	}
	for i, e := range d.VEXStatements[0][0].Extras {
		tell("statement "+e.Name, e.Value, "vex_statements", 0, 0, "extras", i, "value")
	}
	for i, p := range d.VEXStatements[0][0].Properties {
		tell("statement "+p.Name, p.Value, "vex_statements", 0, 0, "properties", i)
	}
	want := []string{
		"component 0 licenses/0/license/licensing/purchaseOrder = PO-1  /components/0/licenses/0/license/licensing/purchaseOrder:12",
		"component 0 modified = false  /components/0/modified:8",
		"component 0 releaseNotes/notes/0/locale = en-US  /components/0/releaseNotes/notes/0/locale:9",
		"component 0 releaseNotes/notes/0/text/content = x  /components/0/releaseNotes/notes/0/text/content:9",
		"component 0 releaseNotes/type = minor  /components/0/releaseNotes/type:9",
		"component 0 supplier/contact/0/name = Ann  /components/0/supplier/contact/0/name:11",
		"crypto 0 protocolProperties/ikev2TransformTypes/esn = true  /components/0/cryptoProperties/protocolProperties/ikev2TransformTypes/esn:18",
		"document -1 citations/0/attributedTo = p  /citations/0/attributedTo:28",
		"document -1 citations/0/pointers/0 = /components/0  /citations/0/pointers/0:28",
		"document -1 citations/0/timestamp = 2026-02-03T04:05:06Z  /citations/0/timestamp:28",
		"metadata -1 lifecycles/0/description = ours  /metadata/lifecycles/0/description:4",
		"model_card 0 considerations/fairnessAssessments/0/groupAtRisk = the old  /components/0/modelCard/considerations/fairnessAssessments/0/groupAtRisk:16",
		"model_card 0 considerations/fairnessAssessments/0/harms = some  /components/0/modelCard/considerations/fairnessAssessments/0/harms:16",
		"service 0 externalReferences/0/type = documentation  /services/0/externalReferences/0/type:22",
		"service 0 externalReferences/0/url = https://c.example  /services/0/externalReferences/0/url:22",
		"service 0 tags/0 = public  /services/0/tags/0:20",
		"subject -1 tags/0 = edge  /metadata/component/tags/0:6",
		`metadata -1 "" m = 1  /metadata/properties/0:5`,
		`component 0 "releaseNotes" r = 2  /components/0/releaseNotes/properties/0:10`,
		`component 0 "licenses/0/license" l = 3  /components/0/licenses/0/license/properties/0:12`,
		`component 0 "externalReferences/1" x =   /components/0/externalReferences/1/properties/0:14`,
		`component 0 "externalReferences/1" x = 4  /components/0/externalReferences/1/properties/1:14`,
		`model_card 0 "" k = 5  /components/0/modelCard/properties/0:15`,
		`service 0 "" s = 6  /services/0/properties/0:20`,
		"statement advisories/0/title = T  /vulnerabilities/0/advisories/0/title:25",
		"statement advisories/0/url = https://d.example  /vulnerabilities/0/advisories/0/url:25",
		"statement cwes/0 = 79  /vulnerabilities/0/cwes/0:24",
		"statement v = 7  /vulnerabilities/0/properties/0:26",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if s := d.Services[0][0]; !cmp.Equal(s.Licences, []string{"MIT", "MIT OR Apache-2.0"}) {
		t.Error(s.Licences)
	}
	if row := d.Dependencies[0].At(0); !cmp.Equal(row.Provides, []string{"c"}) || d.SBOMs[0].Facts.Graph.Edges != 1 {
		t.Error(row)
	}
}

// TestExtrasOfNoUse keeps nothing of names that CycloneDX does not have, of
// values that its schema does not allow, and of empty ones.
func TestExtrasOfNoUse(t *testing.T) {
	for _, member := range []string{`"x": "y"`, `"releaseNotes": {"type": "a", "x": {"title": "y"}}`, `"mime-type": ""`, `"tags": []`, `"tags": null`,
		`"isExternal": "yes"`, `"data": [{}, []]`} {
		r := readText(strings.Replace(cycloneDX(`"components": [{"type": "library", "name": "a", `+member+`}]`), "1.6", "1.7", 1))
		var got []string
		for _, e := range r.extras {
			got = append(got, e.Field)
		}
		if text := strings.Join(got, " "); text != "" && text != "releaseNotes/type" {
			t.Errorf("%s: %s", member, text)
		}
	}
}

// TestExtrasBound leaves out what is beyond a bound and tells it once; the
// document stays readable. An attached file beyond the bound of a text is
// there, and its content is not.
func TestExtrasBound(t *testing.T) {
	text := cycloneDX(`"components": [{"type": "library", "name": "a", "tags": ["one", "two"], "releaseNotes": {"type": "12345678901", "notes": [{"text": {"content": "12345678901"}}]}}]`)
	for _, c := range []struct {
		limits Limits
		want   string
		rows   int
	}{
		{Limits{MaxExtras: 4}, "", 4}, {Limits{MaxExtras: 3}, "MaxExtras", 3}, {Limits{MaxExtras: 1}, "MaxExtras", 1},
		{Limits{MaxStringBytes: 11}, "", 4}, {Limits{MaxStringBytes: 10}, "MaxStringBytes", 4},
	} {
		r := readCycloneDXJSON(&source{data: []byte(text), syntax: jsonSyntax}, c.limits)
		limit := ""
		for _, p := range r.problems {
			limit += p.Limit
		}
		if !r.readable || len(r.extras) != c.rows || limit != c.want {
			t.Errorf("%+v: %d rows, %v", c.limits, len(r.extras), r.problems)
		}
	}
}

// TestSecretsAreNotKept holds that the value of key material is told to be
// there, and is nowhere in the dossier.
func TestSecretsAreNotKept(t *testing.T) {
	const secret = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"
	d := readFiles(t, map[string]string{"a.cdx.json": cycloneDX(`"components": [{"type": "cryptographic-asset", "name": "k", "cryptoProperties": {
		"assetType": "related-crypto-material", "relatedCryptoMaterialProperties": {"type": "private-key", "value": "` + secret + `"}}}]`)})
	data, err := json.Marshal(d)
	if err != nil || strings.Contains(string(data), secret) || !d.Crypto[0][0].Exposed {
		t.Errorf("%v, exposed %v: %s", err, d.Crypto[0][0].Exposed, data)
	}
}

// TestExtraStates: what only fills a place is told from a word, and what is
// declared unknown or withheld from both.
func TestExtraStates(t *testing.T) {
	for value, want := range map[string]State{
		`"TBD"`: Placeholder, `"n/a"`: Placeholder, `" [to be determined] "`: Placeholder, `"${CLASS}"`: Placeholder,
		`"unknown"`: Unknown, `" Withheld "`: Withheld, `"  "`: Absent,
		`"public"`: Stated, `"with care"`: Stated, `"none"`: Stated, `"Null hypothesis"`: Stated,
	} {
		d := readFiles(t, map[string]string{"a.cdx.json": fmt.Sprintf(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{
"type": "data", "name": "coco", "data": [{"type": "dataset", "classification": %s}]}]}`, value)})
		for _, e := range d.Extras[0] {
			if e.Field == "data/0/classification" && e.State != want {
				t.Errorf("%s is %s, want %s", value, e.State, want)
			}
		}
		if len(d.Extras[0]) != 2 {
			t.Errorf("%s: %v", value, d.Extras[0])
		}
	}
	d := readFiles(t, map[string]string{"a.cdx.json": everything})
	for _, e := range d.Extras[0] {
		if e.State != Stated {
			t.Errorf("%s %q is %s, want stated", e.Field, e.Value, e.State)
		}
	}
}
