package evidence_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/google/go-cmp/cmp"
)

// honest are names that real products have, in many languages and forms.
var honest = []string{
	"lodash", "Шлюз", "Шлюз Gateway", "шлюз-gateway", "Датчик_v2", "汎用センサー", "センサーX", "漢字カナABC", "传感器Pro", "한국어SDK", "Αισθητήρας",
	"حساس", "نمی\u200cدانم", "קושחה", "हिन्दी", "क्\u200dष", "เซ็นเซอร์v2", "café", "Größe", "naïve", "μC/OS-II", "10kΩ", "❤\ufe0f lib", "👩🏽\u200d🔧", "CO₂ sensor",
	"libstdc++6", "org.apache:commons", "@scope/pkg", "x²", "ﬁrm", "Ünïcode™", "a\u00a0b", "ɑ",
}

func TestHonestNamesDoNotMislead(t *testing.T) {
	for _, name := range honest {
		for _, place := range places {
			if got := place.told(t, name); len(got) > 0 {
				t.Errorf("%q as %s is told to mislead: %v", name, place.name, got)
			}
		}
	}
}

// trick is a text that misleads, and what it is told to be.
type trick struct{ text, kind string }

var misleading = []trick{
	{"pump\u202efdp", "bidi"}, {"pump\u2066x\u2069", "bidi"}, {"\u200fpump", "bidi"}, {"pump\u061c", "bidi"},
	{"pu\u200bmp", "invisible"}, {"pu\u200cmp", "invisible"}, {"pu\u200dmp", "invisible"}, {"pump\ufeff", "invisible"},
	{"pu\u00admp", "invisible"}, {"pump\U000e0041", "invisible"}, {"pump\ufe0f", "invisible"}, {"pump\u3164", "invisible"},
	{"pump\u2800", "invisible"}, {"pump\U000e0100", "invisible"},
	{"pump\u0007", "control"}, {"pump\u009b31m", "control"}, {"pump\u2028x", "control"},
	{"p\u0443mp", "mixed_script"}, {"\u0440ump", "mixed_script"}, {"p\u03c5mp", "mixed_script"}, {"pum\u13e2", "mixed_script"},
	{"\u0448\u03bb\u044e\u0437", "mixed_script"}, {"\u6f22\u0430", "mixed_script"},
}

// position is a place of a bundle that a text can stand in.
type position struct {
	name   string
	bundle func(text string) fstest.MapFS
	// told are the kinds that the dossier tells of the place.
	kinds func(d *evidence.Dossier) []string
}

func (p position) told(t *testing.T, text string) []string {
	t.Helper()
	b, err := evidence.OpenFS(p.bundle(text), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return p.kinds(evidence.Read(b))
}

func quote(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err) // a text can be written
	}
	return string(b)
}

func sbomOf(subject, component string) fstest.MapFS {
	return fstest.MapFS{"a.cdx.json": {Data: []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
 "metadata": {"component": {"type": "application", "bom-ref": "root", ` + subject + `}}, "components": [{"type": "library", ` + component + `}]}`)}}
}

func componentKinds(d *evidence.Dossier) []string {
	var kinds []string
	for _, s := range d.SBOMs {
		for _, list := range []struct {
			kind string
			rows []evidence.Row
		}{
			{"bidi", s.Facts.Text.Bidi}, {"invisible", s.Facts.Text.Invisible}, {"control", s.Facts.Text.Control},
			{"mixed_script", s.Facts.Text.MixedScript}, {"confusable", s.Facts.Text.Confusable},
		} {
			if len(list.rows) > 0 {
				kinds = append(kinds, list.kind)
			}
		}
	}
	return kinds
}

func textKinds(d *evidence.Dossier) []string {
	var kinds []string
	for _, text := range d.Text.Misleading {
		if !slices.Contains(kinds, text.Kind) {
			kinds = append(kinds, text.Kind)
		}
	}
	return kinds
}

func component(field string) position {
	return position{"component " + field, func(text string) fstest.MapFS {
		more := ""
		if field != "name" {
			more = `, "name": "x"`
		}
		return sbomOf(`"name": "box"`, `"`+field+`": `+quote(text)+more)
	}, componentKinds}
}

func subject(field string) position {
	return position{"subject " + field, func(text string) fstest.MapFS {
		more := ""
		if field != "name" {
			more = `, "name": "x"`
		}
		return sbomOf(`"`+field+`": `+quote(text)+more, `"name": "x"`)
	}, textKinds}
}

func percent(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

func form(name, text string) position {
	return position{name, func(value string) fstest.MapFS {
		return fstest.MapFS{"form.yaml": {Data: []byte(strings.ReplaceAll(text, "TEXT", quote(value)))}}
	}, textKinds}
}

var places = []position{
	component("name"), component("group"), component("version"), component("bom-ref"),
	{"component purl", func(text string) fstest.MapFS {
		return sbomOf(`"name": "box"`, `"name": "x", "purl": "pkg:generic/`+percent(text)+`@1"`)
	}, componentKinds},
	{"nested component", func(text string) fstest.MapFS {
		return sbomOf(`"name": "box"`, `"name": "x", "components": [{"type": "library", "name": `+quote(text)+`}]`)
	}, componentKinds},
	{"pedigree", func(text string) fstest.MapFS {
		return sbomOf(`"name": "box"`, `"name": "x", "pedigree": {"ancestors": [{"type": "library", "name": `+quote(text)+`}]}`)
	}, componentKinds},
	subject("name"), subject("group"), subject("version"),
	form("model product", "threat_model: 1\nproduct: {name: TEXT}\n"),
	form("model part id", "threat_model: 1\nproduct: {name: x}\ncomponents: [{id: TEXT, name: x}]\n"),
	form("threat id", "threat_model: 1\nproduct: {name: x}\nthreats: [{id: TEXT, title: x}]\n"),
	form("declaration product", "declaration: 1\nproduct: {name: TEXT}\n"),
	form("declared part", "declaration: 1\nproduct: {name: x, parts: [{id: p, kind: device, name: TEXT}]}\n"),
}

// TestTricksBesideTheTables: what is read beside components, from rows of its
// own to values that no table has a place for, is looked at too, and told with
// its place. Names are held to all kinds, running text to what nothing needs.
func TestTricksBesideTheTables(t *testing.T) {
	for _, c := range []struct{ doc, kind, pointer string }{
		{`"components": [{"type": "library", "name": "a", "tags": ["x", "TRICK"]}]`, "bidi", "/components/0/tags/1"},
		{`"components": [{"type": "library", "name": "a", "copyright": "TRICK"}]`, "bidi", "/components/0/copyright"},
		{`"components": [{"type": "library", "name": "a", "properties": [{"name": "x", "value": "y"}, {"name": "TRICK", "value": "y"}]}]`, "invisible", "/components/0/properties/1"},
		{`"metadata": {"properties": [{"name": "x", "value": "TRICK"}]}, "components": []`, "control", "/metadata/properties/0"},
		{`"components": [{"type": "library", "name": "a", "pedigree": {"commits": [{"uid": "1", "message": "TRICK"}]}}]`, "control", "/components/0/pedigree/commits/0/message"},
		{`"components": [{"type": "library", "name": "a", "evidence": {"occurrences": [{"location": "TRICK"}]}}]`, "invisible", "/components/0/evidence/occurrences/0/location"},
		{`"components": [{"type": "library", "name": "a", "evidence": {"copyright": [{"text": "TRICK"}]}}]`, "bidi", "/components/0/evidence/copyright/0"},
		{`"components": [], "services": [{"name": "a"}, {"name": "TRICK"}]`, "mixed_script", "/services/1/name"},
		{`"components": [{"type": "machine-learning-model", "name": "a", "modelCard": {"modelParameters": {"task": "TRICK"}}}]`, "bidi", "/components/0/modelCard/modelParameters/task"},
		{`"components": [{"type": "cryptographic-asset", "name": "a", "cryptoProperties": {"assetType": "protocol", "protocolProperties": {"version": "TRICK"}}}]`, "invisible",
			"/components/0/cryptoProperties/protocolProperties/version"},
		{`"components": [], "vulnerabilities": [{"id": "CVE-2026-1", "affects": [{"ref": "TRICK"}]}]`, "mixed_script", "/vulnerabilities/0"},
		{`"components": [], "vulnerabilities": [{"id": "CVE-2026-1", "analysis": {"state": "not_affected", "detail": "TRICK"}}]`, "bidi", "/vulnerabilities/0"},
		{`"components": [], "compositions": [{"aggregate": "complete", "bom-ref": "TRICK"}]`, "invisible", "/compositions/0/bom-ref"},
	} {
		trick := map[string]string{"bidi": "pump\u202efdp", "invisible": "pu\u200bmp", "control": "a\x1b[2Jb", "mixed_script": "p\u0443mp"}[c.kind]
		written := strings.Trim(quote(trick), `"`)
		doc := `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, ` + strings.ReplaceAll(c.doc, "TRICK", written) + "}"
		b, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": {Data: []byte(doc)}}, evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		want := []evidence.MisleadingText{{Kind: c.kind, Text: trick, Location: c.pointer}}
		if diff := cmp.Diff(want, evidence.Read(b).Text.Misleading); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.doc, diff)
		}
	}
}

// TestTricksAreFacts: each trick is told in each place, and as what it is.
func TestTricksAreFacts(t *testing.T) {
	told, refused := 0, 0
	for _, place := range places {
		for _, trick := range misleading {
			b, err := evidence.OpenFS(place.bundle(trick.text), evidence.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			d := evidence.Read(b)
			if !d.Bundle.Documents[0].Readable {
				refused++ // YAML refuses some characters as a whole
				continue
			}
			told++
			if got := place.kinds(d); !slices.Equal(got, []string{trick.kind}) {
				t.Errorf("%q as %s: got %v, want %s", trick.text, place.name, got, trick.kind)
			}
		}
	}
	t.Logf("%d tricks told, %d documents refused", told, refused)
	if told < 300 {
		t.Errorf("only %d tricks were told", told)
	}
}

// TestConfusable: what looks alike is told, and what is merely alike is not.
func TestConfusable(t *testing.T) {
	for _, c := range []struct {
		name       string
		components string
		want       []evidence.Row
	}{
		{"Cyrillic for Latin", `{"name": "scope"}, {"name": "ѕсоре"}`, []evidence.Row{0, 1}},
		{"Greek for Latin", `{"name": "OTA"}, {"name": "ΟΤΑ"}`, []evidence.Row{0, 1}},
		{"digit for letter", `{"name": "lodash"}, {"name": "other"}, {"name": "1odash"}`, []evidence.Row{0, 2}},
		{"capital I for l", `{"name": "lodash"}, {"name": "Iodash"}`, []evidence.Row{0, 1}},
		{"zero for O", `{"name": "openssl"}, {"name": "0penssl"}`, []evidence.Row{0, 1}},
		{"full width", `{"name": "curl"}, {"name": "ｃｕｒｌ"}`, []evidence.Row{0, 1}},
		{"invisible", `{"name": "curl"}, {"name": "cu\u200brl"}`, []evidence.Row{0, 1}},
		{"another hyphen", `{"name": "a-b"}, {"name": "a\u2010b"}`, []evidence.Row{0, 1}},
		{"group", `{"group": "org.x", "name": "a"}, {"group": "оrg.x", "name": "a"}`, []evidence.Row{0, 1}},
		{"purl", `{"name": "a", "purl": "pkg:npm/lodash@1"}, {"name": "a", "purl": "pkg:npm/1odash@1"}`, []evidence.Row{0, 1}},
		{"purl in percent", `{"name": "a", "purl": "pkg:npm/scope@1"}, {"name": "a", "purl": "pkg:npm/%D1%95cope@1"}`, []evidence.Row{0, 1}},
		{"the subject", `{"name": "bоx"}`, []evidence.Row{0}},
		{"three of a kind", `{"name": "ab1"}, {"name": "ab1"}, {"name": "abl"}, {"name": "abI"}`, []evidence.Row{0, 2, 3}},
		{"case", `{"name": "Curl"}, {"name": "curl"}, {"name": "CURL1"}, {"name": "curl1"}`, []evidence.Row{}},
		{"same name again", `{"name": "lib1", "version": "1"}, {"name": "lib1", "version": "2"}`, []evidence.Row{}},
		{"numbers", `{"name": "lib10"}, {"name": "lib1"}, {"name": "lib2"}`, []evidence.Row{}},
		{"forms of Unicode", `{"name": "caf\u00e9"}, {"name": "cafe\u0301"}`, []evidence.Row{}},
		{"another type", `{"name": "a0", "purl": "pkg:npm/a0@1"}, {"name": "a0", "purl": "pkg:pypi/a0@1"}`, []evidence.Row{}},
	} {
		list := strings.ReplaceAll(c.components, `{"`, `{"type": "library", "`)
		doc := `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": {"type": "application", "name": "box"}}, "components": [` + list + `]}`
		b, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": {Data: []byte(doc)}}, evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		d := evidence.Read(b)
		if diff := cmp.Diff(c.want, d.SBOMs[0].Facts.Text.Confusable); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestProductThatLooksLikeTheOneOffered is told once the offer is known.
func TestProductThatLooksLikeTheOneOffered(t *testing.T) {
	b, err := evidence.OpenFS(sbomOf(`"name": "Gatewаy"`, `"name": "x"`), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := evidence.Read(b)
	for item, want := range map[string]int{"Gateway": 1, "gateway": 1, "Gatewаy": 0, "Pump": 0} {
		n := 0
		for _, text := range d.WithOffer("Acme", []evidence.OfferItem{{Product: item}}).Text.Misleading {
			if text.Kind == "confusable" && text.With == item && text.Location == "/metadata/component/name" {
				n++
			}
		}
		if n != want {
			t.Errorf("offered %q: %d rows, want %d", item, n, want)
		}
	}
}

// TestLabelsMayGoOnInTheNextLine: diagrams break the names of their parts.
func TestLabelsMayGoOnInTheNextLine(t *testing.T) {
	place := form("model part", "threat_model: 1\nproduct: {name: x}\ncomponents: [{id: a, name: TEXT}]\n")
	if got := place.told(t, "Stripe\nPayment\tService\r\n"); len(got) > 0 {
		t.Errorf("a broken label is told to mislead: %v", got)
	}
	if got := component("name").told(t, "Stripe\nPayment"); !slices.Equal(got, []string{"control"}) {
		t.Errorf("a broken name of a component: got %v", got)
	}
}
