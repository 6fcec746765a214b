package evidence

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readXMLFile reads a CycloneDX XML file and gives its source too.
func readXMLFile(t testing.TB, file string) (reading, *source) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	src := &source{path: filepath.Base(file), data: data, syntax: xmlSyntax}
	return readCycloneDXXML(src, Limits{}), src
}

// sameReading compares two readings with the pointers of their places, and not
// with the offsets, which are of the one form or the other.
var sameReading = cmp.Options{
	cmp.Comparer(func(a, b step) bool { return a == b }),
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".offset" }, cmp.Ignore()),
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".At" }, cmp.Ignore()),
	madeRows,
	cmp.AllowUnexported(Component{}, reading{}, VEX{}, VEXStatement{}, VEXProduct{}, vexIDs{}),
}

// xmlTwins pairs the XML files of folders with the JSON of the same name.
func xmlTwins(t *testing.T, patterns ...string) map[string]string {
	pairs := map[string]string{}
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			twin := strings.TrimSuffix(file, ".xml") + ".json"
			if _, err := os.Stat(twin); err == nil {
				pairs[file] = twin
			}
		}
	}
	return pairs
}

// TestXMLTwins reads real pairs: the dossier of both forms is the same.
func TestXMLTwins(t *testing.T) {
	pairs := xmlTwins(t, "testdata/cyclonedx/xml/*.xml")
	if len(pairs) == 0 {
		t.Fatal("no pairs")
	}
	for file, twin := range pairs {
		t.Run(filepath.Base(file), func(t *testing.T) {
			got, _ := readXMLFile(t, file)
			if diff := cmp.Diff(readCycloneDXJSON(readFile(t, twin), Limits{}), got, sameReading); diff != "" {
				t.Errorf("JSON -, XML +:\n%s", diff)
			}
		})
	}
}

// twinDifferences are what the pairs of the corpus do not say alike. The file
// and the pointer are patterns; every one must be found.
var twinDifferences = []struct{ file, pointer, why string }{
	{"valid-dependency-1.*.xml", "/dependencies/0/dependsOn", "an empty list in JSON only"},
	{"valid-saasbom-1.*.xml", "/dependencies/3/dependsOn", "an empty list in JSON only"},
	{"valid-dependency-1.*.xml", "/components/*/name", "the XML names the components acme-…"},
	{"valid-license-expression-1.*.xml", "/components/0/*", "an application with purl, hashes, scope and description in XML, a bare library in JSON"},
	{"valid-license-id-1.*.xml", "/components/0/*", "an application with purl, hashes, scope and description in XML, a bare library in JSON"},
	{"valid-metadata-timestamp-1.*.xml", "/metadata/timestamp", "another time"},
	{"valid-bom-1.*.xml", "/metadata/timestamp", "another time"},
	{"valid-bom-1.*.xml", "/dependencies", "a graph in JSON only"},
	{"valid-bom-1.*.xml", "/components", "three components in XML, two in JSON"},
	{"valid-compositions-1.3.xml", "/components/1/version", "another version"},
	{"valid-external-reference-1.3.xml", "/components/0/publisher", "in JSON only"},
	{"valid-external-reference-1.3.xml", "/components/0/externalReferences/1/hashes/0/content", "another hash"},
	{"valid-service-empty-objects-1.3.xml", "/services/0/*", "empty lists in one form only"},
	{"valid-service-empty-objects-1.3.xml", "/services/0/provider/contact", "an empty list in JSON only"},
	{"valid-service-1.*.xml", "/components/0/publisher", "in JSON only"},
	{"valid-service-1.*.xml", "/services/0/provider/contact/0/email", "another address"},
	{"valid-release-notes-1.*.xml", "/services/0/provider/contact/0/email", "another address"},
	{"valid-release-notes-1.*.xml", "/*/0/releaseNotes/resolves/1/description", "another description"},
	{"valid-vulnerability-1.4.xml", "/vulnerabilities/0/ratings/0/vector", "another vector"},
	{"valid-vulnerability-1.4.xml", "/vulnerabilities/0/references", "two references in XML, one in JSON"},
	{"valid-component-ref-1.5.xml", "/components/0/components", "in XML only"},
	{"valid-component-ref-1.5.xml", "/components/1/bom-ref", "another reference"},
	{"valid-formulation-1.5.xml", "/formulation/0/workflows/0/*", "other times"},
	{"valid-formulation-1.5.xml", "/formulation/0/workflows/0/trigger/uid", "another identifier"},
	{"valid-formulation-1.5.xml", "/formulation/0/workflows/0/trigger/event/data/*", "another text"},
	{"valid-formulation-1.5.xml", "/formulation/0/workflows/0/taskTypes/0", "another task type"},
	{"valid-formulation-1.5.xml", "/formulation/0/workflows/0/tasks/0/runtimeTopology/0/*", "other references"},
	{"valid-formulation-1.5.xml", "/formulation/0/workflows/0/tasks/0/runtimeTopology/0/dependsOn/0", "other references"},
	{"valid-formulation-1.5.xml", "/formulation/0/workflows/0/workspaces/0/bom-ref", "another reference"},
	{"valid-machine-learning-1.5.xml", "/components/0/publisher", "in XML only"},
	{"valid-machine-learning-1.5.xml", "/components/0/modelCard/*/*/0", "another text"},
	{"valid-machine-learning-1.5.xml", "/components/0/modelCard/modelParameters/outputs/0/format", "another format"},
	{"valid-standard-1.6.xml", "/definitions/standards/0/signature/*", "signed as XML"},
	{"valid-attestation-1.7.xml", "/signature", "a signature (JSF) of the whole in JSON only"},
	{"valid-attestation-1.7.xml", "/declarations/signature/*", "signed as XML"},
	{"valid-attestation-1.7.xml", "/declarations/*/*/signature/*", "signed as XML"},
	{"valid-attestation-1.7.xml", "/declarations/evidence/[12]/signature", "signed in JSON only"},
	{"valid-attestation-1.7.xml", "/declarations/affirmation/signature/*", "signed as XML"},
	{"valid-attestation-1.7.xml", "/declarations/affirmation/signatories/0/signature/*", "signed as XML"},
	{"valid-citations-1.7.xml", "/citations/*/*", "attributed to a person in XML, to a process in JSON"},
	{"valid-citations-1.7.xml", "/citations/*/expressions/0", "XPath in XML, JSONPath in JSON"},
	{"valid-citations-1.7.xml", "/formulation/0/bom-ref", "another reference"},
	{"valid-cryptography-full-deprecated-1.7.xml", "/components/[12]/cryptoProperties/protocolProperties", "at the second component in XML, at the third in JSON"},
	{"valid-cryptography-full-deprecated-1.7.xml", "/components/2/cryptoProperties/protocolProperties/*", "at the second component in XML, at the third in JSON"},
	{"valid-license-choice-1.7.xml", "/components/0/purl", "in XML only"},
	{"valid-license-declared-concluded-mix-1.7.xml", "/version", "in JSON only"},
	{"generated-syft-lockfile-fleet.1.6.cdx.xml", "/metadata/timestamp", "written at another time"},
	{"generated-syft-lockfile-fleet.1.6.cdx.xml", "/serialNumber", "written another time"},
	{"keycloak-10.0.2.1.2.cdx.xml", "/components/*/scope", "in XML only"},
	{"keycloak-10.0.2.1.2.cdx.xml", "/metadata/component/scope", "in XML only"},
	{"keycloak-10.0.2.1.2.cdx.xml", "/components/*/licenses", "an empty list in JSON only"},
	{"keycloak-10.0.2.1.2.cdx.xml", "/components/*/licenses/0/license/url", "in JSON only"},
	{"keycloak-10.0.2.1.2.cdx.xml", "/components/*/externalReferences", "those whose URL is none (${…}) are in JSON only"},
	{"keycloak-10.0.2.1.2.cdx.xml", "/metadata/component/type", "a library in XML, an application in JSON"},
}

// TestCorpusXMLTwins compares the twin that the reader writes with the other
// file of the pair, the whole document with all that the dossier does not
// read. Where both say the same, the dossier must be the same too.
func TestCorpusXMLTwins(t *testing.T) {
	OneGoroutine(t)
	pairs := xmlTwins(t, filepath.Join(corpusDir, "sbom/*.xml"), filepath.Join(corpusDir, "conformance/1.*/valid-*.xml"))
	if len(pairs) == 0 {
		t.Skip("the corpus is not beside this repository")
	}
	found := make([]int, len(twinDifferences))
	same := 0
	for file, twin := range pairs {
		t.Run(strings.TrimPrefix(file, corpusDir+"/"), func(t *testing.T) {
			got, src := readXMLFile(t, file)
			want := readFile(t, twin)
			if !got.readable || len(notDangling(file, got.problems)) > 0 {
				t.Fatalf("problems %v", got.problems)
			}
			differences := treeDifferences(jsonTree(t, want.data), jsonTree(t, src.data))
			for _, d := range differences {
				if i := explained(filepath.Base(file), d); i >= 0 {
					found[i]++
				} else {
					t.Errorf("differs at %s", d)
				}
			}
			if len(differences) > 0 {
				return
			}
			same++
			if diff := cmp.Diff(readCycloneDXJSON(want, Limits{}), got, sameReading); diff != "" {
				t.Errorf("JSON -, XML +:\n%s", diff)
			}
		})
	}
	t.Logf("%d pairs, %d of them say the same", len(pairs), same)
	for i, d := range twinDifferences {
		if found[i] == 0 {
			t.Errorf("not found: %s %s, %s", d.file, d.pointer, d.why)
		}
		t.Logf("%-48s %-70s %4d  %s", d.file, d.pointer, found[i], d.why)
	}
}

// explained is the place of a difference in twinDifferences, else -1.
func explained(file, pointer string) int {
	for i, d := range twinDifferences {
		inFile, err := path.Match(d.file, file)
		at, err2 := path.Match(d.pointer, pointer)
		if err == nil && err2 == nil && inFile && at {
			return i
		}
	}
	return -1
}

func jsonTree(t *testing.T, data []byte) any {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var tree map[string]any
	if err := dec.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	delete(tree, "$schema")
	return tree
}

// treeDifferences lists the pointers at which two documents differ, white space
// around texts aside.
func treeDifferences(a, b any) []string {
	var found []string
	var compare func(at string, a, b any)
	compare = func(at string, a, b any) {
		switch x := a.(type) {
		case map[string]any:
			y, ok := b.(map[string]any)
			if !ok {
				found = append(found, at)
				return
			}
			for key := range x {
				if _, both := y[key]; !both {
					found = append(found, at+"/"+key)
				} else {
					compare(at+"/"+key, x[key], y[key])
				}
			}
			for key := range y {
				if _, both := x[key]; !both {
					found = append(found, at+"/"+key)
				}
			}
		case []any:
			y, ok := b.([]any)
			if !ok || len(x) != len(y) {
				found = append(found, at)
				return
			}
			for i := range x {
				compare(fmt.Sprintf("%s/%d", at, i), x[i], y[i])
			}
		default:
			if s, ok := a.(string); ok {
				a = strings.TrimSpace(s)
			}
			if !reflect.DeepEqual(a, b) {
				found = append(found, at)
			}
		}
	}
	compare("", a, b)
	sort.Strings(found)
	return found
}

// TestCorpusXMLDossiers holds the dossiers of the two great pairs together,
// but for the fields that their files do not say alike.
func TestCorpusXMLDossiers(t *testing.T) {
	OneGoroutine(t)
	for file, fields := range map[string][]string{
		"generated-syft-lockfile-fleet.1.6": {".SerialNumber", ".Timestamp"},
		"keycloak-10.0.2.1.2":               {".Scope", ".Subject.Type"},
	} {
		t.Run(file, func(t *testing.T) {
			name := filepath.Join(corpusDir, "sbom", file+".cdx")
			if _, err := os.Stat(name + ".xml"); err != nil {
				t.Skipf("the corpus is not beside this repository: %v", err)
			}
			got, _ := readXMLFile(t, name+".xml")
			want := readCycloneDXJSON(readFile(t, name+".json"), Limits{})
			// The XML of keycloak leaves out what is no address: two in one field.
			all := len(want.extras)
			want.extras = slices.DeleteFunc(want.extras, func(e Extra) bool { return strings.Contains(e.Value, " and http") })
			want.taken[extraRows] -= all - len(want.extras)
			other := cmp.FilterPath(func(p cmp.Path) bool {
				for _, field := range fields {
					if strings.HasSuffix(p.String(), field[1:]) {
						return true
					}
				}
				return false
			}, cmp.Ignore())
			if diff := cmp.Diff(want, got, sameReading, other); diff != "" {
				t.Errorf("JSON -, XML +:\n%s", diff)
			}
		})
	}
}
