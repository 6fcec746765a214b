package evidence

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// twinView is what the twins of an SBOM are compared by: everything that the
// dossier keeps of the document, with its components by a key that both have.
type twinView struct {
	Head     SBOM
	Graph    map[string]int
	Parts    map[string]Component
	Edges    map[string][]string
	Dangling int
}

// viewOf is the view of a lone SBOM; key makes of a component what its twin
// has too.
func viewOf(t *testing.T, d *Dossier, key func(Component) string) twinView {
	t.Helper()
	if len(d.SBOMs) != 1 {
		t.Fatalf("%d SBOMs", len(d.SBOMs))
	}
	v := twinView{Head: d.SBOMs[0], Parts: map[string]Component{}, Edges: map[string][]string{}}
	g := v.Head.Facts.Graph
	v.Graph = map[string]int{"entries": g.Entries, "edges": g.Edges, "depth": g.Depth, "direct": g.Direct, "orphans": len(g.Orphans)}
	v.Dangling, v.Head.Facts = g.DanglingReferences, SBOMFacts{}
	names := map[string]string{v.Head.Subject.BOMRef.Value: "(subject)"}
	for _, c := range d.Components[0] {
		name := key(c)
		for v.Parts[name].Name != "" {
			name += "'"
		}
		v.Parts[name], names[c.BOMRef] = c, name
	}
	for _, row := range d.Dependencies[0].All() {
		var to []string
		for _, ref := range row.DependsOn {
			to = append(to, names[ref])
		}
		slices.Sort(to)
		v.Edges[names[row.Ref]] = to
	}
	return v
}

// twinDifference is how often one kind of difference occurs between twins, and
// what forces it. Field is where, without keys and numbers; it and both
// values are regular expressions.
type twinDifference struct {
	field, left, right string
	times              int
	why                string
}

// some stands for any number of times but none.
const some = -1

// twinReporter collects the differences that cmp finds.
type twinReporter struct {
	path  cmp.Path
	found [][3]string
}

func (r *twinReporter) PushStep(s cmp.PathStep) { r.path = append(r.path, s) }
func (r *twinReporter) PopStep()                { r.path = r.path[:len(r.path)-1] }
func (r *twinReporter) Report(result cmp.Result) {
	if result.Equal() {
		return
	}
	var field []string
	for _, s := range r.path {
		if name, is := s.(cmp.StructField); is {
			field = append(field, name.Name())
		}
	}
	left, right := r.path.Last().Values()
	say := func(v fmt.Stringer, valid bool) string {
		if !valid {
			return "(none)"
		}
		return fmt.Sprint(v)
	}
	r.found = append(r.found, [3]string{strings.Join(field, "."), say(left, left.IsValid()), say(right, right.IsValid())})
}

// holdTwins fails for every difference that is not listed, and for every listed
// one that does not occur as often as it says.
func holdTwins(t *testing.T, left, right any, list []twinDifference) {
	t.Helper()
	r, seen := &twinReporter{}, make([]int, len(list))
	cmp.Equal(left, right, cmp.Reporter(r), cmp.FilterPath(func(p cmp.Path) bool {
		name := p.Last().String()
		return name == ".offset" || name == ".step" || name == ".index" || name == ".container"
	}, cmp.Ignore()), cmp.AllowUnexported(Component{}))
	for _, f := range r.found {
		at := slices.IndexFunc(list, func(d twinDifference) bool {
			return regexp.MustCompile("^(?:"+d.field+")$").MatchString(f[0]) && regexp.MustCompile("^(?:"+d.left+")$").MatchString(f[1]) && regexp.MustCompile("^(?:"+d.right+")$").MatchString(f[2])
		})
		if at < 0 {
			t.Errorf("%s: %s, and %s", f[0], f[1], f[2])
			continue
		}
		seen[at]++
	}
	for i, d := range list {
		if seen[i] != d.times && (d.times != some || seen[i] == 0) {
			t.Errorf("%s: %s, and %s: %d times, want %d: %s", d.field, d.left, d.right, seen[i], d.times, d.why)
		}
	}
}

// TestFirmwareTwins compares one SBOM of firmware in CycloneDX and SPDX, both
// written by one tool: all components that both have, field by field.
func TestFirmwareTwins(t *testing.T) {
	key := func(c Component) string { return strings.ToLower(strings.TrimPrefix(c.BOMRef, "SPDXRef-Package-")) }
	cdx := viewOf(t, readAlone(t, filepath.Join(corpusDir, "sbom/edk2-firmware.1.6.cdx.json")), key)
	spdx := viewOf(t, readAlone(t, filepath.Join(corpusDir, "sbom/edk2-firmware.2.3.spdx.json")), key)
	const (
		form   = "the two forms"
		cannot = "SPDX 2 has no place for it"
		about  = "this SPDX document describes all of its packages, so that none is the subject"
		times  = "the tool ran twice"
	)
	holdTwins(t, cdx, spdx, []twinDifference{
		{"Parts.BOMRef", "(.*)", "SPDXRef-Package-.*", 310, "ids of SPDX begin with SPDXRef-"},
		{"Parts.Type", "device-driver", "firmware", 108, "SPDX 2 has no purpose for a device driver, and the tool writes FIRMWARE"},
		{"Parts.Type", "application", "firmware", 3, "the tool writes FIRMWARE for all that runs"},
		{"Parts", ".*edk2 BuildReport.*", `\(none\)`, 1, "SPDX 2 lists no tools as components"},
		{"Parts", ".*pkg:github/openssl/openssl.*", `\(none\)`, 1, "the tool lists what others supply in CycloneDX only"},
		{"Edges", `\[pkg:github/openssl/openssl@.*\]`, `\(none\)`, 1, "the subject depends on it, and neither is in the SPDX document"},
		{"Graph", "123", "122", 1, "entries: that of the subject"},
		{"Graph", "2883", "2882", 1, "edges: that of the subject"},
		{"Graph", "311", "0", 1, "orphans: every package of the SPDX document is described, and only openssl hangs on the subject in CycloneDX"},
		{"Head.Format", "cyclonedx", "spdx", 1, form},
		{"Head.SpecVersion", "1.6", "2.3", 1, form},
		{"Head.SerialNumber.Value", "urn:uuid:.*", "https://www.tianocore.org/spdx/Ovmf-.*", 1, form},
		{"Head.Unsupported", `\(none\)`, strings.Join(spdx2Unsupported, "|"), len(spdx2Unsupported), cannot},
		{"Head.Contents.(Relationships|Packages|Described)", "0", "3192|310", 3, "counts of SPDX alone"},
		{"Head.Timestamp.Value.(Text|Day)", "2026-08-05.*|20670", "2026-08-08.*|20673", 2, times},
		{"Head.(Tools.Items|Generator.Name|Generator.Version)", ".*", ".*", 4, "the parts of the tool that write the one and the other have names of their own"},
		{"Head.(Version|Lifecycles|Completeness|Subject.Group).State", "stated|absent", "unsupported", 4, cannot},
		{"Head.(Version|Completeness).Value", "1|incomplete", "|0", 2, cannot},
		{"Head.Lifecycles.Items", "build", `\(none\)`, 1, cannot},
		{"Head.Subject.(BOMRef|Type|Name|Version|PURL|CPE|Supplier).(State|Value)", ".+", "absent|", 14, about},
		{"Head.Subject.State", "stated", "absent", 1, about},
		{"Head.Subject.Hashes", ".*", `\(none\)`, 2, about},
	})
}

// TestVersionTwins compares one SBOM in SPDX 2.2 and in SPDX 3.0, to which it
// was converted.
func TestVersionTwins(t *testing.T) {
	key := func(c Component) string { return c.Type + " " + c.Name }
	old := viewOf(t, readAlone(t, "testdata/corpus/appbomination.2.2.spdx.json"), key)
	current := viewOf(t, readAlone(t, "testdata/corpus/appbomination.3.0.spdx.json"), key)
	holdTwins(t, old, current, []twinDifference{
		{"Parts.BOMRef", "SPDXRef-.*", "http://.*#?SPDXRef-gnrtd.*", 16, "ids of SPDX 3 are URIs"},
		{"Head.Subject.BOMRef.Value", "SPDXRef-1", "http://.*", 1, "ids of SPDX 3 are URIs"},
		{"Parts.States.(Supplier|Producer|Identifier)", "unsupported", "absent", 30, "files have them in SPDX 3 alone"},
		{"Parts", `\(none\)`, ".* file  .*(jar|zip) .*", 5, "what SPDX 2 says by checksum and file name of a package is a file of its own in SPDX 3"},
		{"Parts.Licences", `\(LicenseRef-1 AND Apache-2.0\)`, `\(Apache-2.0 AND LicenseRef-1\)`, 1, "the converter turned them round"},
		{"Head.Unsupported", "lifecycles|facts.security_contact|completeness", `\(none\)`, 3, "SPDX 3 can say it"},
		{"Head.Lifecycles.State", "unsupported", "absent", 1, "SPDX 3 can say it"},
		{"Head.Completeness.State", "unsupported", "placeholder", 1, "SPDX 3 can say it, and the converter wrote that it asserts nothing"},
		{"Head.SpecVersion", "2.2", "3.0.1", 1, "the two versions"},
		{"Head.SerialNumber.Value", ".*", ".*-specv3/document0", 1, "the converter gave the document a namespace of its own"},
		{"Head.Contents.(Files|Relationships|OtherRelationships)", "10|14|1", "15|63|35", 3, "licences and distributed files are relationships in SPDX 3"},
	})
}

// TestKeycloakTwins compares one SBOM in JSON and XML as the dossier has it;
// TestCorpusXMLTwins compares the documents.
func TestKeycloakTwins(t *testing.T) {
	key := func(c Component) string { return c.BOMRef }
	name := filepath.Join(corpusDir, "sbom/keycloak-10.0.2.1.2.cdx")
	holdTwins(t, viewOf(t, readAlone(t, name+".json"), key), viewOf(t, readAlone(t, name+".xml"), key), []twinDifference{
		{"Parts.Scope", "", "required", 903, "the plugin writes the scope in XML only"},
		{"Head.Subject.Type.Value", "application", "library", 1, "the plugin writes another type"},
	})
}
