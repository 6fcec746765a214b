package evidence

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const modelCorpus = "../../../shared/corpus/threatmodel"

// readCorpusModel reads one file of the corpus as a bundle of its own.
func readCorpusModel(t *testing.T, name string) *Dossier {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(modelCorpus, name))
	if err != nil {
		t.Skip("the corpus is not beside the project")
	}
	return read(t, map[string]string{name: string(data)})
}

// modelLine is one line of the table: what a file was taken for, and what was
// counted in it.
func modelLine(d *Dossier) string {
	doc := d.Bundle.Documents[0]
	var b strings.Builder
	fmt.Fprintf(&b, "%v %s %s readable=%v", doc.Kinds, doc.Format, doc.FormatVersion, doc.Readable)
	if len(d.Bundle.Kinds.ThreatModel.Candidates) > 0 {
		b.WriteString(" candidate")
	}
	for i := range d.ThreatModels {
		m := &d.ThreatModels[i]
		fmt.Fprintf(&b, "\n    %q threats=%d %v untouched=%d mitigations=%d %v", m.Title.Value, m.Counts.Threats, statuses(m), m.Counts.Untouched,
			len(m.Mitigations.Items), mitigationStatuses(m))
		fmt.Fprintf(&b, " components=%d flows=%d zones=%d boundaries=%d assets=%d assumptions=%d risks=%d demo=%q",
			len(m.Components.Items), len(m.DataFlows.Items), len(m.TrustZones.Items), len(m.TrustBoundaries.Items), len(m.Assets.Items),
			len(m.Assumptions.Items), len(m.Risks.Items), m.DemoOf)
		for _, w := range m.Warnings {
			fmt.Fprintf(&b, "\n    warning %s %s: %s", w.Code, w.Location, w.Text)
		}
	}
	for _, p := range doc.Problems {
		fmt.Fprintf(&b, "\n    problem %s %s:%d: %s", p.Code, p.At.Pointer, p.At.Line, p.Message)
	}
	return b.String()
}

func statuses(m *ThreatModel) map[string]int {
	counts := map[string]int{}
	for _, t := range m.Threats.Items {
		counts[string(t.Status.State)+":"+t.Status.Value]++
	}
	return counts
}

func mitigationStatuses(m *ThreatModel) map[string]int {
	counts := map[string]int{}
	for _, c := range m.Mitigations.Items {
		counts[string(c.Status.State)+":"+c.Status.Value]++
	}
	return counts
}

// TestCorpusThreatModels prints, with -v, what every file of the corpus is
// taken for.
func TestCorpusThreatModels(t *testing.T) {
	files, err := filepath.Glob(modelCorpus + "/*.*")
	if err != nil || len(files) == 0 {
		t.Skip("the corpus is not beside the project")
	}
	for _, path := range files {
		if name := filepath.Base(path); name != "MANIFEST.tsv" {
			t.Logf("%s: %s", name, modelLine(readCorpusModel(t, name)))
		}
	}
}
