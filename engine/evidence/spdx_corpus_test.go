package evidence

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const sbomCorpus = "../../../shared/corpus/sbom"

// readCorpusSBOM reads one file of the corpus as a bundle of its own.
func readCorpusSBOM(t *testing.T, name string) *Dossier {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(sbomCorpus, name))
	if err != nil {
		t.Skip("the corpus is not beside the project")
	}
	return read(t, map[string]string{name: string(data)})
}

// sbomLine is what a file was taken for, and what was counted in it.
func sbomLine(d *Dossier) string {
	doc := d.Bundle.Documents[0]
	var b strings.Builder
	fmt.Fprintf(&b, "%v %s %s readable=%v", doc.Kinds, doc.Format, doc.FormatVersion, doc.Readable)
	for i := range d.SBOMs {
		s := &d.SBOMs[i]
		f := &s.Facts
		c := s.Contents
		fmt.Fprintf(&b, " packages=%d files=%d relationships=%d other=%d described=%d documents=%d subject=%q/%q rows=%d software=%d",
			c.Packages, c.Files, c.Relationships, c.OtherRelationships, c.Described, c.Documents, s.Subject.Name.Value, s.Subject.Version.Value, len(d.Components[i]), f.Components.Software)
		fmt.Fprintf(&b, " graph=%d/%d direct=%d depth=%d orphans=%d dangling=%d", f.Graph.Entries, f.Graph.Edges, f.Graph.Direct, f.Graph.Depth, len(f.Graph.Orphans), f.Graph.DanglingReferences)
		fmt.Fprintf(&b, " version=%d purl=%d hash=%d licence=%d supplier=%d names=%d/%d", f.ComponentVersion.All.Stated, f.Fields.PURL.All.Stated, f.ComponentHash.All.Stated,
			f.ComponentLicence.All.Stated, f.ComponentSupplier.All.Stated, len(f.Agreement.Names), f.Agreement.NamesCompared)
		fmt.Fprintf(&b, " authors=%d tools=%v generator=%v time=%s serial=%s", len(s.Authors.Items), s.Tools.Items, s.Generator, s.Timestamp.Value.Text, s.SerialNumber.Value)
	}
	for _, p := range doc.Problems {
		fmt.Fprintf(&b, "\n    problem %s %s:%d: %s", p.Code, p.At.Pointer, p.At.Line, p.Message)
	}
	return b.String()
}

func TestSPDXCorpusTable(t *testing.T) {
	for _, name := range []string{"kubectl-amd64.2.3.spdx.json", "edk2-firmware.2.3.spdx.json", "edk2-firmware.1.6.cdx.json", "photon.2.2.spdx.json",
		"appbomination.2.2.spdx.json", "not-cyclonedx-jx.sbom", "kubernetes-release.2.2.spdx", "grype-modified-tagvalue.spdx.json",
		"appbomination.3.0.spdx.json", "simplehtr-ai.3.0.spdx.json"} {
		t.Logf("%s: %s", name, sbomLine(readCorpusSBOM(t, name)))
	}
}
