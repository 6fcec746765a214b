package evidence

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
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
	line := fmt.Sprintf("%v %s %s", doc.Kinds, doc.Format, doc.FormatVersion)
	for i := range d.SBOMs {
		s := &d.SBOMs[i]
		c, f := s.Contents, &s.Facts
		line += fmt.Sprintf(" packages=%d files=%d relationships=%d other=%d described=%d documents=%d subject=%q/%q rows=%d",
			c.Packages, c.Files, c.Relationships, c.OtherRelationships, c.Described, c.Documents, s.Subject.Name.Value, s.Subject.Version.Value, len(d.Components[i]))
		line += fmt.Sprintf(" graph=%d/%d direct=%d depth=%d orphans=%d dangling=%d", f.Graph.Entries, f.Graph.Edges, f.Graph.Direct, f.Graph.Depth, len(f.Graph.Orphans), f.Graph.DanglingReferences)
		line += fmt.Sprintf(" version=%d purl=%d hash=%d licence=%d supplier=%d tools=%v", f.ComponentVersion.All.Stated, f.Fields.PURL.All.Stated,
			f.ComponentHash.All.Stated, f.ComponentLicence.All.Stated, f.ComponentSupplier.All.Stated, s.Tools.Items)
	}
	return line + fmt.Sprintf(" problems=%d", len(doc.Problems))
}

// TestSPDXCorpus holds every SPDX document of the corpus to its counts:
// packages are those of the corpus's manifest, files and relationships were
// counted apart in the raw documents.
func TestSPDXCorpus(t *testing.T) {
	for name, want := range map[string]string{
		"kubectl-amd64.2.3.spdx.json":       `[sbom] spdx-json 2.3 packages=89 files=1210 relationships=1382 other=88 described=1 documents=0 subject="k8supstream.azurecr.io/public/oss/kubernetes/kubectl"/"v1.28.1-linux-amd64" rows=1298 graph=1/88 direct=88 depth=1 orphans=5 dangling=0 version=79 purl=88 hash=0 licence=2 supplier=3 tools=[{{stated syft} {stated 0.90.0}}] problems=0`,
		"edk2-firmware.2.3.spdx.json":       `[sbom] spdx-json 2.3 packages=310 files=0 relationships=3192 other=0 described=310 documents=0 subject=""/"" rows=310 graph=122/2882 direct=0 depth=0 orphans=0 dangling=0 version=310 purl=0 hash=122 licence=310 supplier=310 tools=[{{stated edk2-BuildReport-Y-SPDX} {absent }}] problems=0`,
		"photon.2.2.spdx.json":              `[sbom] spdx-json 2.2 packages=38 files=0 relationships=38 other=0 described=1 documents=0 subject="photon"/"3.0" rows=37 graph=2/37 direct=1 depth=2 orphans=0 dangling=0 version=36 purl=0 hash=1 licence=36 supplier=0 tools=[{{stated tern} {stated b8e13d1780cd3a02204226bba3d0772d95da24a0}}] problems=0`,
		"appbomination.2.2.spdx.json":       `[sbom] spdx-json 2.2 packages=7 files=10 relationships=14 other=1 described=1 documents=0 subject="App-BOM-ination"/"1.0" rows=16 graph=2/4 direct=3 depth=2 orphans=2 dangling=0 version=4 purl=4 hash=14 licence=16 supplier=0 tools=[{{stated Source Auditor Open Source Console} {absent }}] problems=0`,
		"appbomination.3.0.spdx.json":       `[sbom] spdx3-json 3.0.1 packages=7 files=15 relationships=63 other=35 described=1 documents=0 subject="App-BOM-ination"/"1.0" rows=21 graph=2/4 direct=3 depth=2 orphans=2 dangling=0 version=4 purl=4 hash=19 licence=16 supplier=0 tools=[{{stated Source Auditor Open Source Console} {absent }}] problems=0`,
		"simplehtr-ai.3.0.spdx.json":        `[sbom] spdx3-json 3.0.1 packages=13 files=33 relationships=32 other=23 described=1 documents=0 subject="SimpleHTR"/"" rows=45 graph=1/7 direct=7 depth=1 orphans=3 dangling=0 version=9 purl=0 hash=0 licence=10 supplier=2 tools=[] problems=0`,
		"not-cyclonedx-jx.sbom":             `[sbom] spdx-json 2.2 packages=84 files=3 relationships=84 other=0 described=0 documents=0 subject=""/"" rows=87 graph=1/84 direct=0 depth=0 orphans=87 dangling=1 version=83 purl=84 hash=86 licence=0 supplier=0 tools=[{{stated syft} {stated 0.60.1}}] problems=0`,
		"kubernetes-release.2.2.spdx":       `[sbom] spdx-tag-value 2.2 packages=135 files=111 relationships=271 other=25 described=136 documents=1 subject=""/"" rows=246 graph=25/110 direct=0 depth=0 orphans=0 dangling=0 version=0 purl=0 hash=221 licence=111 supplier=0 tools=[{{stated sigs.k8s.io/bom/pkg/spdx} {absent }}] problems=0`,
		"grype-modified-tagvalue.spdx.json": `[sbom] spdx-tag-value 2.2 packages=1160 files=0 relationships=0 other=0 described=0 documents=0 subject=""/"" rows=1160 graph=0/0 direct=0 depth=0 orphans=0 dangling=0 version=1160 purl=1157 hash=0 licence=1 supplier=0 tools=[{{stated syft} {stated 0.33.0}}] problems=0`,
	} {
		if diff := cmp.Diff(want, sbomLine(readCorpusSBOM(t, name))); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}
