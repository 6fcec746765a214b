package authoring_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/authoring"
)

// TestNew: what is begun with any kind of evidence lints clean, its tests pass
// and reach every line, and its examples differ.
func TestNew(t *testing.T) {
	files := map[string]string{}
	for _, kind := range authoring.Starts() {
		docs, err := authoring.New("acme.dated_"+kind, kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			files["dated_"+kind+"/"+d.Path] = string(d.Content)
		}
	}
	fsys := tree(files)
	problems, err := authoring.Lint(t.Context(), fsys, authoring.Options{})
	if diff := cmp.Diff([]authoring.Problem{}, problems); diff != "" || err != nil {
		t.Errorf("error %v, problems (-want +got):\n%s", err, diff)
	}
	report, err := authoring.Test(t.Context(), fsys, authoring.Options{})
	if err != nil || report.Tests == 0 || len(report.Failures) > 0 || report.Percent() != 100 {
		t.Errorf("error %v, report %+v", err, report)
	}
	examples, err := authoring.Examples(fsys)
	if err != nil || len(examples) != 2*len(authoring.Starts()) {
		t.Fatalf("error %v, %d examples", err, len(examples))
	}
	for i := 0; i < len(examples); i += 2 {
		good, bad := examples[i], examples[i+1]
		if !good.Good || bad.Good || good.Requirement != bad.Requirement || good.Files[0].Text == bad.Files[0].Text {
			t.Errorf("examples %+v\n%+v", good, bad)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for id, kind := range map[string]string{"acme": "sbom", "acme.": "sbom", "Acme.x": "sbom", "acme.x.y": "sbom", "../a.x": "sbom", "acme.x": "pdf", "acme.x__y": "sbom"} {
		if docs, err := authoring.New(id, kind); docs != nil || err == nil || !strings.Contains(err.Error(), "; ") {
			t.Errorf("%s, %s: %v, %v", id, kind, docs, err)
		}
	}
}
