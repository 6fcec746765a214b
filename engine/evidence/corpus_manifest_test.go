package evidence

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// manifestForms say for the words by which the manifests call a form what its
// documents are taken for. The first that fits counts.
var manifestForms = []struct {
	area, words    string // folder, and regular expression for what the manifest has
	format, kinds  string
	versionInWords bool
}{
	{"threatmodel", "^Threat Dragon", "threat-dragon", "threat_model", true},
	{"threatmodel", "^OWASP TM-BOM", "tm-bom", "threat_model", true},
	{"threatmodel", "^OTM", "otm", "threat_model", true},
	{"threatmodel", "^AWS Threat Composer", "threat-composer", "threat_model", true},
	{"threatmodel", "^hand-written summary", "summary", "threat_model", true},
	{"threatmodel", "^Threagile YAML", "threagile", "threat_model", true},
	{"threatmodel", "^Threagile risks", "threagile-risks", "threat_model", false},
	{"threatmodel", "^Threagile stats", "threagile-stats", "attachment", false},
	{"threatmodel", "^Microsoft TMT", "tmt", "threat_model", false},
	{"threatmodel", "^pytm", "pytm", "threat_model", false},
	{"threatmodel", "^hcltm/threatcl JSON", "hcltm", "threat_model", true},
	{"threatmodel", "^hcltm/threatcl HCL", "hcl", "attachment ?threat_model", false},
	{"threatmodel", "^CAIRIS", "cairis", "attachment ?threat_model", false},
	{"threatmodel", "^STRIDE GPT", "stride-gpt", "attachment ?threat_model", false},
	{"threatmodel", "^CycloneDX 2.0 draft", "cyclonedx-2", "attachment ?threat_model", false},
	{"threatmodel", "^CycloneDX 1.6 experiment", "cyclonedx-json", "sbom ?threat_model", true},
	{"threatmodel", "^JSON Schema$", "", "attachment", false},

	{"declaration", "^CycloneDX 2.0 draft", "cyclonedx-2", "attachment ?threat_model", false},
	{"declaration", "^CycloneDX [0-9.]+ XML, CDXA", "cyclonedx-xml", "attestation", true},
	{"declaration", "^CycloneDX [0-9.]+ JSON, CDXA", "cyclonedx-json", "attestation", true},
	{"declaration", "^CycloneDX [0-9.]+ definitions", "cyclonedx-json", "standard", true},
	{"declaration", "^declaration form", "declaration", "declaration", true},

	{"sbom", "^CycloneDX [0-9.]+ json", "cyclonedx-json", cyclonedxKinds, true},
	{"sbom", "^CycloneDX [0-9.]+ xml", "cyclonedx-xml", cyclonedxKinds, true},
	{"sbom", "^SPDX-2.[0-9] json", "spdx-json", "sbom", true},
	{"sbom", "^SPDX-2.[0-9] tag-value", "spdx-tag-value", "sbom", true},
	{"sbom", "^SPDX-3.[0-9] json-ld", "spdx3-json", "sbom", true},
	{"sbom", "^none", "", "attachment", false},

	{"advisories", "^https://openvex.dev/ns/", "openvex", "vex", true},
	{"advisories", "^CSAF", "csaf", "vex", true},
	{"advisories", "^OpenEoX .* json-schema$", "", "attachment", false},
	{"advisories", "^OpenEoX", "openeox", "lifecycle", true},
}

// manifestLine is what a manifest says of one file.
type manifestLine struct {
	file, area, words string
	counts            map[string]int
	said              string // its remarks
	states            string // vulnerabilities by state, counted without this reader
	schema            string // what a validator said: valid, INVALID: …, not run
}

// cyclonedxKinds stands for the kinds that a manifest's counts and remarks on a
// CycloneDX document name.
const cyclonedxKinds = "by content"

// kinds are those that the counts and remarks on a CycloneDX document name. Its
// vulnerabilities make it a VEX document where one of them has a state, or where
// it has nothing else.
func (l manifestLine) kinds() string {
	var kinds []string
	add := func(kind Kind, is bool) {
		if is {
			kinds = append(kinds, string(kind))
		}
	}
	attests := strings.Contains(l.said, "declarations") || strings.Contains(l.said, "(CDXA)")
	has := !attests && l.counts["components"] > 0 || l.counts["components"] > 1 || l.counts["services"] > 0
	analysed := slices.ContainsFunc(strings.Fields(l.states), func(s string) bool { return strings.Contains(s, "=") && !strings.HasPrefix(s, "none=") })
	add(KindSBOM, has)
	add(KindVEX, analysed || !has && l.counts["vulnerabilities"] > 0)
	add(KindAttestation, attests)
	add(KindStandard, strings.Contains(l.said, "definitions.standards"))
	return strings.Join(kinds, " ")
}

// readManifests reads the lines of all the manifests that the table covers.
func readManifests(t *testing.T) []manifestLine {
	t.Helper()
	var lines []manifestLine
	states := map[string]string{}
	for _, row := range corpusTable(t, "sbom/FACTS.tsv") {
		states[row["file"]] = row["vulnerabilities_by_state"]
	}
	for _, area := range []string{"threatmodel", "declaration", "sbom", "advisories"} {
		for _, row := range corpusTable(t, area+"/MANIFEST.tsv") {
			line := manifestLine{file: row["file"], area: area, words: row["format"], said: row["counts"]}
			switch area {
			case "sbom":
				line.schema = row["schema check"]
				line.states = states[line.file]
				line.words, line.said = row["spec version"]+" "+row["format"], row["notable"]+"; "+row["schema check"]
				line.counts = manifestCounts(strings.ReplaceAll(row["notable"], " ", ";"))
				line.counts["components"], _ = strconv.Atoi(row["components"])
			case "advisories":
				line.words, line.said = row["spec version"]+" "+row["format"], row["notable"]
				line.counts = map[string]int{}
				line.counts["records"], _ = strconv.Atoi(row["records"])
			default:
				line.counts = manifestCounts(row["counts"])
			}
			if folder, _, _ := strings.Cut(line.file, "/"); area != "advisories" || slices.Contains([]string{"openvex", "csaf", "openeox"}, folder) {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// versionIn is the version that a manifest's words name.
func versionIn(words string) string {
	return regexp.MustCompile(`\b[0-9]+\.[0-9]+(\.[0-9]+)?|\bv[0-9.]+`).FindString(words)
}

// manifestCounts are the counts of a manifest line: "a=2 (x:1,y:1); elements A:1" is
// a, a/x, a/y and elements/A.
func manifestCounts(text string) map[string]int {
	counts := map[string]int{}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' }) {
		part = strings.TrimSpace(part)
		name, _, _ := strings.Cut(part, " ")
		if key, n, ok := strings.Cut(name, "="); ok {
			name = key
			number, err := strconv.Atoi(n)
			switch {
			case err == nil:
				counts[name] = number
			case n == "yes", n == "no":
				counts[name] = strings.Count(n, "yes")
			}
		}
		for _, m := range regexp.MustCompile(`([A-Za-z_ -]+):(\d+)`).FindAllStringSubmatch(part, -1) {
			n, _ := strconv.Atoi(m[2])
			key := strings.TrimSpace(m[1])
			for _, lead := range []string{"instance states ", "elements ", "risk_status present ", "severity "} {
				key = strings.TrimPrefix(key, lead)
			}
			counts[name+"/"+strings.TrimSuffix(key, "Box")] += n // a boundary is drawn as a line or a box
		}
	}
	return counts
}

// TestManifestCounts reads a line of the manifest.
func TestManifestCounts(t *testing.T) {
	got := fmt.Sprint(manifestCounts("threats=2 (Not Applicable:1,Open:1); elements Actor:3; owner=yes; mitigations=4 (instance states a:1)"))
	if want := "map[elements/Actor:3 mitigations:4 mitigations/a:1 owner:1 threats:2 threats/Not Applicable:1 threats/Open:1]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
