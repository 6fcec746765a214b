package evidence

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"
)

// TestCorpusTable prints what was measured of every SBOM of the corpus, for a
// person to read: go test ./engine/evidence -run CorpusTable -v. Shares are of
// the software components.
func TestCorpusTable(t *testing.T) {
	OneGoroutine(t)
	files, err := filepath.Glob(corpusDir + "/sbom/*.json")
	if err != nil || len(files) == 0 {
		t.Skip("the corpus is not beside this repository")
	}
	var table bytes.Buffer
	w := tabwriter.NewWriter(&table, 0, 0, 1, ' ', 0)
	row := func(cells ...any) {
		for _, c := range cells {
			_, _ = fmt.Fprint(w, c, "\t")
		}
		_, _ = fmt.Fprintln(w)
	}
	row("file", "spec", "comp", "soft", "ver", "id", "prod", "suppl", "hash", "lic", "third", "direct", "edges", "dangl", "orph", "depth",
		"dup refs/purl/name/hash", "differ name/ver/cpe", "weak", "spdx id/expr/text", "tool", "problems")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".json"), ".cdx")
		r := readCycloneDXJSON(&source{data: data, syntax: jsonSyntax}, Limits{})
		if r.sbom == nil {
			row(name, r.formatVersion, fmt.Sprint(r.kinds, " readable ", r.readable))
			continue
		}
		f := &r.sbom.Facts
		share := func(c Coverage) string {
			if c.Software.Total == 0 {
				return "-"
			}
			return fmt.Sprintf("%d", 100*c.Software.Stated/c.Software.Total)
		}
		row(name, r.sbom.SpecVersion, f.Components.All, f.Components.Software, share(f.ComponentVersion), share(f.ComponentIdentifier),
			share(f.ComponentProducer), share(f.ComponentSupplier), share(f.ComponentHash), share(f.ComponentLicence),
			f.Components.ThirdParty, f.Components.Direct,
			f.Graph.Edges, f.Graph.DanglingReferences, len(f.Graph.Orphans), f.Graph.Depth,
			fmt.Sprintf("%d/%d/%d/%d", len(f.DuplicateRefs), len(f.Duplicates.PURL), len(f.Duplicates.NameVersion), len(f.Duplicates.DifferentHash)),
			fmt.Sprintf("%d/%d/%d", len(f.Agreement.Names), len(f.Agreement.Versions), len(f.Agreement.CPEVersions)),
			len(f.Hashes.WeakOnly), fmt.Sprintf("%d/%d/%d", len(f.Licences.UnknownID), len(f.Licences.BadExpression), len(f.Licences.FreeText)),
			f.Document.Generator.Name.Value, len(r.problems))
		for what, rows := range map[string][]Row{"name": f.Agreement.Names, "version": f.Agreement.Versions, "CPE version": f.Agreement.CPEVersions} {
			for _, i := range rows[:min(len(rows), 4)] {
				c := &r.components[i]
				t.Logf("%s: %s differs: group %q name %q version %q purl %s cpe %s", name, what, c.Group, c.Name, c.Version, c.PURL, c.CPE)
			}
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", table.String())
}
