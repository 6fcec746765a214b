package evidence

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/google/go-cmp/cmp"
)

// TestCorpusXMLAgreesWithCycloneDXGo reads every valid XML document of the
// corpus with cyclonedx-go too: both find the same components, head and graph.
func TestCorpusXMLAgreesWithCycloneDXGo(t *testing.T) {
	OneGoroutine(t)
	compared := 0
	for _, pattern := range []string{"sbom/*.xml", "conformance/1.*/valid-*.xml"} {
		files, err := filepath.Glob(filepath.Join(corpusDir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			t.Run(filepath.Base(file), func(t *testing.T) {
				ours, _ := readXMLFile(t, file)
				if ours.sbom == nil {
					t.Skipf("no SBOM: %v %v", ours.kinds, ours.problems)
				}
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				var bom cdx.BOM
				if err := cdx.NewBOMDecoder(bytes.NewReader(data), cdx.BOMFileFormatXML).Decode(&bom); err != nil {
					t.Skipf("cyclonedx-go does not read it: %v", err)
				}
				compared++
				diff := cmp.Diff(trimmed(oracleRows(&bom)), trimmed(ourRows(ours))) +
					cmp.Diff(trimmed(oracleHead(&bom)), trimmed(ourHead(ours, bom.Metadata != nil)))
				if diff != "" {
					t.Errorf("-cyclonedx-go +ours:\n%s", diff)
				}
			})
		}
	}
	if compared == 0 {
		t.Skip("the corpus is not beside this repository")
	}
	t.Logf("%d documents were compared", compared)
}

// trimmed takes runs of white space for one space; cyclonedx-go leaves them in.
func trimmed(lines []string) []string {
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return lines
}
