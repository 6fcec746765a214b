package evidence

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// xmllint checks documents against the XML Schemas of CycloneDX, without
// network: a catalogue leads to the list of licences.
type xmllint struct{ folder, catalogue string }

func newXMLLint(t *testing.T) xmllint {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("xmllint is not installed; install the package libxml2-utils to compare with it")
	}
	folder, err := filepath.Abs(filepath.Join(corpusDir, "conformance/schema"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("the corpus is not beside this repository: %v", err)
	}
	catalogue := filepath.Join(t.TempDir(), "catalogue.xml")
	text := `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><system systemId="http://cyclonedx.org/schema/spdx" uri="file://` + folder + `/spdx.xsd"/></catalog>`
	if err := os.WriteFile(catalogue, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return xmllint{folder, catalogue}
}

// check reports whether a file is valid, and the first reason when it is not.
func (x xmllint) check(t *testing.T, version, file string) (bool, string) {
	t.Helper()
	cmd := exec.Command("xmllint", "--nonet", "--noout", "--schema", filepath.Join(x.folder, "bom-"+version+".xsd"), file)
	cmd.Env = append(os.Environ(), "XML_CATALOG_FILES="+x.catalogue)
	out, err := cmd.CombinedOutput()
	if err == nil {
		return true, ""
	}
	if !bytes.Contains(out, []byte("fails to validate")) && !bytes.Contains(out, []byte("parser error")) {
		t.Fatalf("xmllint did not check %s: %v: %s", file, err, out)
	}
	first, _, _ := strings.Cut(string(out), "\n")
	_, reason, _ := strings.Cut(first, "error : ")
	return false, reason
}

// lintDifferences are the cases where the JSON Schema, against which the twin is
// held, tells another tale than the XML Schema.
var lintDifferences = map[string]string{
	"invalid-component-ref-1.2.xml": "a bom-ref that stands twice is a fact (duplicate_refs), not a problem",
	"invalid-component-ref-1.4.xml": "a bom-ref that stands twice is a fact (duplicate_refs), not a problem",
	"invalid-license-choice-1.3.xml": "to 1.4 the XML Schema does not allow licences and expressions side by side, " +
		"which the JSON Schemas do",
	"invalid-license-choice-1.4.xml": "to 1.4 the XML Schema does not allow licences and expressions side by side, " +
		"which the JSON Schemas do",
	"informal-invalid-component-versionRange-non-external-explicit.xml": "the XML Schema cannot say that a version range is for external components only",
}

// TestCorpusXMLLint holds the reading of every XML case of the corpus against
// xmllint: we have a problem where the XML Schema finds one, and none where it
// does not, but for those named.
func TestCorpusXMLLint(t *testing.T) {
	OneGoroutine(t)
	lint := newXMLLint(t)
	files, err := filepath.Glob(filepath.Join(corpusDir, "conformance/1.*/*.xml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	agreed := 0
	for _, file := range files {
		name, version := filepath.Base(file), filepath.Base(filepath.Dir(file))
		valid, reason := lint.check(t, version, file)
		got, _ := readXMLFile(t, file)
		ours := ""
		if problems := notDangling(file, got.problems); len(problems) > 0 {
			ours = problems[0].Message
		}
		row := fmt.Sprintf("%-60s xmllint %-5v (%.90s) ours %-5v (%.90s)", name, valid, reason, ours == "", ours)
		if why, named := lintDifferences[name]; named {
			t.Logf("%s named: %s", row, why)
			if valid == (ours == "") {
				t.Errorf("named, but we agree: %s", row)
			}
			continue
		}
		t.Log(row)
		if valid != (ours == "") {
			t.Errorf("xmllint and we do not agree: %s", row)
		} else {
			agreed++
		}
	}
	t.Logf("%d of %d cases agree, %d are named", agreed, len(files), len(files)-agreed)
}
