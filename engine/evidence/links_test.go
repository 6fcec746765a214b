package evidence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pairText says a pair in one line: what was compared, and what came of it.
func pairText(p Pair) string {
	side := func(s Side) string {
		if s.Part != "" {
			return fmt.Sprintf("%s %d (%s)", s.Kind, s.Index, s.Part)
		}
		return fmt.Sprintf("%s %d", s.Kind, s.Index)
	}
	return fmt.Sprintf("%s - %s: %s; name %s, version %s, purl %s, digest %s, serial %s", side(p.Left), side(p.Right), p.Link,
		p.Name.Outcome, p.Version.Outcome, p.PURL.Outcome, p.Digest.Outcome, p.Serial.Outcome)
}

func TestLinks(t *testing.T) {

	for _, c := range []struct {
		name, model, decl string
		want              []string
	}{
		{
			"by digest, and equal but for spelling",
			"product: {name: Gateway, version: 2.1.0}\nsbom_ref: {path: a.cdx.json, digest: DIGEST}", "",
			[]string{"sbom 0 - threat_model 0: digest; name equal, version equal, purl not_comparable, digest equal, serial not_comparable"},
		},
		{
			"by path, with another version and digest",
			"product: {name: gateway, version: 2.2.0}\nsbom_ref: {path: a.cdx.json, digest: OTHER}", "",
			[]string{"sbom 0 - threat_model 0: path; name equal, version unequal, purl not_comparable, digest unequal, serial not_comparable"},
		},
		{
			"by serial number and group",
			"product: {name: ACME  Gateway}\nsbom_ref: {serial_number: \"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79\"}", "",
			[]string{"sbom 0 - threat_model 0: serial_number; name equal, version not_comparable, purl not_comparable, digest not_comparable, serial equal"},
		},
		{
			"a digest and serial number that nothing has",
			"product: {name: meter, version: 2.1.0}\nsbom_ref: {digest: OTHER, serial_number: \"urn:uuid:0\"}", "",
			[]string{"sbom 0 - threat_model 0: none; name unequal, version equal, purl not_comparable, digest unequal, serial unequal"},
		},
		{
			"purl of another version, then without a version",
			"product: {name: x, purl: \"pkg:generic/acme/gateway@3\"}", "product: {name: y, purl: \"pkg:generic/acme/gateway\"}",
			[]string{
				"sbom 0 - threat_model 0: none; name unequal, version not_comparable, purl unequal, digest not_comparable, serial not_comparable",
				"sbom 0 - declaration 0: purl; name unequal, version not_comparable, purl equal, digest not_comparable, serial not_comparable",
				"threat_model 0 - declaration 0: purl; name unequal, version not_comparable, purl equal, digest not_comparable, serial not_comparable",
			},
		},
		{
			"a part of a declared product",
			"product: {name: Field Station, version: \"7\"}\nsbom_ref: {path: a.cdx.json}",
			"product: {name: field station, version: \"7\", parts: [{id: fw, name: gateway, version: 2.1.0}, {id: app, name: other}]}\nevidence: [{id: s, kind: sbom, path: a.cdx.json}, {id: m, kind: threat-model, path: tm.yaml}]",
			[]string{
				"sbom 0 - threat_model 0 (fw): path; name equal, version equal, purl not_comparable, digest not_comparable, serial not_comparable",
				"sbom 0 - declaration 0 (fw): path; name equal, version equal, purl not_comparable, digest not_comparable, serial not_comparable",
				"threat_model 0 - declaration 0: path; name equal, version equal, purl not_comparable, digest not_comparable, serial not_comparable",
			},
		},
		{
			"nothing stated", "title: x", "language: en",
			[]string{
				"sbom 0 - threat_model 0: none; name not_comparable, version not_comparable, purl not_comparable, digest not_comparable, serial not_comparable",
				"sbom 0 - declaration 0: none; name not_comparable, version not_comparable, purl not_comparable, digest not_comparable, serial not_comparable",
				"threat_model 0 - declaration 0: none; name not_comparable, version not_comparable, purl not_comparable, digest not_comparable, serial not_comparable",
			},
		},
		{
			"by listed digest",
			"product: {name: gateway, version: v2.1.0}", "product: {name: gateway, version: 2.1.0}\nevidence: [{id: s, kind: sbom, path: a.cdx.json, digest: DIGEST}]",
			[]string{
				"sbom 0 - threat_model 0: name; name equal, version equal, purl not_comparable, digest not_comparable, serial not_comparable",
				"sbom 0 - declaration 0: digest; name equal, version equal, purl not_comparable, digest equal, serial not_comparable",
				"threat_model 0 - declaration 0: name; name equal, version equal, purl not_comparable, digest not_comparable, serial not_comparable",
			},
		},
	} {
		digests := strings.NewReplacer("DIGEST", digestFor(gatewaySBOM), "OTHER", digestFor("other"))
		files := map[string]string{"a.cdx.json": gatewaySBOM, "tm.yaml": "threat_model: 1\n" + digests.Replace(c.model)}
		if c.decl != "" {
			files["z.yaml"] = "declaration: 1\n" + digests.Replace(c.decl)
		}
		got := []string{}
		for _, p := range read(t, files).Links.Pairs {
			got = append(got, pairText(p))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestContainerImage compares a subject as image scanners write it with a
// declared part.
func TestContainerImage(t *testing.T) {
	d := read(t, map[string]string{
		"a.cdx.json": `{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"container","name":"docker.io/library/mongo","version":"sha256:fd73"}},"components":[]}`,
		"d.yaml":     "declaration: 1\nproduct: {name: MongoDB, version: 8.0.1, parts: [{id: image, name: docker.io/library/mongo, version: \"sha256:fd73\"}]}",
	})
	want := "sbom 0 - declaration 0 (image): name; name equal, version equal, purl not_comparable, digest not_comparable, serial not_comparable"
	if got := pairText(d.Links.Pairs[0]); got != want {
		t.Errorf("%s", got)
	}
}

// TestManySBOMs compares SBOMs of one product with the first of them, and
// leaves a reference to one SBOM out of what is said of another.
func TestManySBOMs(t *testing.T) {
	d := read(t, map[string]string{
		"a.cdx.json": gatewaySBOM,
		"b.cdx.json": strings.Replace(gatewaySBOM, "v2.1.0", "2.2.0", 1),
		"c.cdx.json": strings.Replace(gatewaySBOM, `"group":"acme"`, `"group":"other"`, 1),
		"tm.yaml":    fmt.Sprintf("threat_model: 1\nproduct: {name: acme/gateway}\nsbom_ref: {path: a.cdx.json, digest: %q}", digestFor(gatewaySBOM)),
	})
	got := []string{}
	for _, p := range d.Links.Pairs {
		got = append(got, pairText(p))
	}
	want := []string{
		"sbom 0 - threat_model 0: digest; name equal, version not_comparable, purl not_comparable, digest equal, serial not_comparable",
		"sbom 1 - threat_model 0: name; name equal, version not_comparable, purl not_comparable, digest not_comparable, serial not_comparable",
		"sbom 2 - threat_model 0: none; name unequal, version not_comparable, purl not_comparable, digest not_comparable, serial not_comparable",
		"sbom 0 - sbom 1: purl; name equal, version unequal, purl equal, digest not_comparable, serial not_comparable",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPairsAreBounded(t *testing.T) {
	d := &Dossier{}
	for i := range 300 {
		d.Bundle.Documents = append(d.Bundle.Documents, Document{}, Document{})
		d.ThreatModels = append(d.ThreatModels, ThreatModel{Document: 2 * i})
		d.Declarations = append(d.Declarations, Declaration{Document: 2*i + 1})
	}
	if got := len(linkPairs(d, 10_000)); got != 10_000 {
		t.Errorf("%d pairs", got)
	}
	if len(d.Bundle.Problems) != 1 || d.Bundle.Problems[0].Code != codeLimit {
		t.Errorf("problems %v", d.Bundle.Problems)
	}
}

func TestWithOffer(t *testing.T) {
	d := read(t, map[string]string{
		"a.cdx.json": gatewaySBOM,
		"tm.yaml":    "threat_model: 1\nproduct: {name: Gateway, version: \"3\"}",
		"z.yaml":     "declaration: 1\nproduct: {name: Field Station, version: \"7\", parts: [{id: fw, name: gateway, version: 2.1.0}]}",
	})
	for _, c := range []struct {
		vendor string
		items  []OfferItem
		want   []string
	}{
		{"", nil, []string{}},
		{"Acme", []OfferItem{{"Acme Gateway", "2.1.0"}, {"Gateway", "3"}}, []string{"sbom 0  0 equal equal", "threat_model 0  1 equal equal", "declaration 0 fw 0 equal equal"}},
		{"Acme", []OfferItem{{"field station", "v7"}}, []string{"sbom 0  -1 unequal not_comparable", "threat_model 0  -1 unequal not_comparable", "declaration 0  0 equal equal"}},
		{"", []OfferItem{{"gateway", ""}}, []string{"sbom 0  0 equal not_comparable", "threat_model 0  0 equal not_comparable", "declaration 0 fw 0 equal not_comparable"}},
		{"", []OfferItem{{"gateway", "9"}, {"gateway", "10"}}, []string{"sbom 0  0 equal unequal", "threat_model 0  0 equal unequal", "declaration 0 fw 0 equal unequal"}},
		{"", []OfferItem{{"x", "1"}, {"y", "1"}}, []string{"sbom 0  -1 not_comparable not_comparable", "threat_model 0  -1 not_comparable not_comparable", "declaration 0  -1 not_comparable not_comparable"}},
	} {
		got := []string{}
		for _, o := range d.WithOffer(c.vendor, c.items).Links.Offered {
			got = append(got, fmt.Sprintf("%s %d %s %d %s %s", o.Document.Kind, o.Document.Index, o.Document.Part, o.Item, o.Name.Outcome, o.Version.Outcome))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.items, diff)
		}
	}
	if len(d.Links.Offered) != 0 {
		t.Error("the dossier itself was changed")
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Field  Gateway", "field gateway", true},
		{"Cafe\u0301", "CAFÉ", true},
		{"straße", "STRASSE", true},
		{"gateway", "gateways", false},
		{"", "", false},
	} {
		a, b := Product{Name: Text{Stated, c.a}}.productName(), Product{Name: Text{Stated, c.b}}.productName()
		if a.called(b) != c.same {
			t.Errorf("%q and %q", c.a, c.b)
		}
	}
	for a, b := range map[string]string{"v1.2": "1.2", "V1": "1", " 1.2 ": "1.2", "vega": "vega"} {
		if !sameVersion(a, b) {
			t.Errorf("versions %q and %q", a, b)
		}
	}
	if sameVersion("vega", "ega") || sameVersion("2.1", "2.10") {
		t.Error("different versions are the same")
	}
}

func TestDigestIsNoVersionNumber(t *testing.T) {
	const digest = "sha256:fd73df9425bd48f25d7e913422af8124a6eadbd5d99f67bbd4a8b121f59b1187"
	for _, c := range []struct{ left, right, want string }{
		{digest, "7.0", "not_comparable"},
		{"7.0", digest, "not_comparable"},
		{digest, digest, "equal"},
		{digest, "sha256:" + strings.Repeat("0", 64), "unequal"},
		{"7.0", "6.0", "unequal"},
		{"sha256:tag", "7.0", "unequal"},
	} {
		if got := compareVersions(c.left, c.right).Outcome; got != c.want {
			t.Errorf("%q against %q: got %s, want %s", c.left, c.right, got, c.want)
		}
	}
}
