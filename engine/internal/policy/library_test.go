package policy_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// versions is a small sound requirement; tests change one thing in it.
const versions = `# METADATA
# title: Every component states its version
# description: Asks for a version of each component.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: "CISA Minimum Elements", edition: "2026", clause: "Component Version", confidence: secondary}
#   parameters: {min_share: {type: number, default: 1}}
#   messages:
#     no_version: "{n} of {total} components state no version"
#     versions_stated: "{stated} of {total} components state a version"
#   remedy: Add versions.
#   question: Please supply versions.
package bidgate.requirement.acme.versions

violation contains {"code": "no_version", "args": {"n": share.total - share.stated, "total": share.total}, "at": ["sboms", i]} if {
	some i, _ in input.sboms
	share := input.sboms[i].facts.component_version.all
	share.stated < share.total
}

basis contains {"code": "versions_stated", "args": {"stated": share.stated, "total": share.total}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	share := input.sboms[i].facts.component_version.all
	share.stated >= input.parameters.acme.versions.min_share * share.total
}
`

// deciding is the smallest built-in tree.
const deciding = `package bidgate

import data.bidgate.lib.said

decision := {"said": said.said, "errored": input.errored, "titles": [q.title | some q in data.bidgate.catalog.requirements]}
`

const said = `package bidgate.lib.said

said := {[area, name, rule, s] |
	some area, name
	rules := data.bidgate.requirement[area][name]
	some rule in ["violation", "basis"]
	some s in rules[rule]
}
`

func tree(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func builtIn() policy.Pack {
	return policy.Pack{BuiltIn: true, FS: tree(map[string]string{
		"bidgate/decision.rego":      deciding,
		"bidgate/lib/said/said.rego": said,
	})}
}

func load(t *testing.T, files map[string]string) (*policy.Library, error) {
	t.Helper()
	return policy.Load(t.Context(), []policy.Pack{builtIn(), {Name: "pack", FS: tree(files)}})
}

func share(stated, total string) string {
	return `{"facts": {"component_version": {"all": {"stated": ` + stated + `, "total": ` + total + `}}}}`
}

func input(sboms ...string) string {
	return `{"errored": [], "parameters": {"acme": {"versions": {"min_share": 1}}}, "sboms": [` + strings.Join(sboms, ",") + `]}`
}

func decide(t *testing.T, lib *policy.Library, text string, ids ...string) string {
	t.Helper()
	in, err := policy.ParseInput([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	results, err := lib.Results(t.Context(), ids, in, 2)
	if err != nil {
		t.Fatal(err)
	}
	got, err := lib.Decide(t.Context(), in.WithErrored(results.Errored()), results)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

func TestDecideOverResults(t *testing.T) {
	lib, err := load(t, map[string]string{"versions.rego": versions})
	if err != nil {
		t.Fatal(err)
	}
	got := decide(t, lib, input(share("1", "2"), share("3", "3")), "acme.versions")
	want := `{"errored":[],"said":[["acme","versions","basis",{"args":{"stated":3,"total":3},"at":["sboms",1],"code":"versions_stated","level":"verified"}],["acme","versions","violation",{"args":{"n":1,"total":2},"at":["sboms",0],"code":"no_version"}]],"titles":["Every component states its version"]}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestInputKeys(t *testing.T) {
	lib, err := load(t, map[string]string{"versions.rego": versions})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]bool{"sboms": true, "parameters": true}, lib.InputKeys([]string{"acme.versions"})); diff != "" {
		t.Error(diff)
	}
}

// TestBundleReplays holds the exported pair to give, with stock opa, the
// decision that Decide gives.
func TestBundleReplays(t *testing.T) {
	opa, err := exec.LookPath("opa")
	if err != nil {
		t.Skip("opa is not installed")
	}
	lib, err := load(t, map[string]string{"versions.rego": versions})
	if err != nil {
		t.Fatal(err)
	}
	var bundle, again bytes.Buffer
	if err := lib.WriteBundle(&bundle); err != nil {
		t.Fatal(err)
	}
	if err := lib.WriteBundle(&again); err != nil || !bytes.Equal(bundle.Bytes(), again.Bytes()) {
		t.Errorf("the bundle differs from one writing to the next: %v", err)
	}
	text := input(share("1", "2"), share("3", "3"))
	dir := t.TempDir()
	for name, content := range map[string]string{"policy.tar.gz": bundle.String(), "input.json": text} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), opa, "eval", "-b", "policy.tar.gz", "-i", "input.json", "-f", "raw", "data.bidgate.decision")
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if diff := cmp.Diff(decide(t, lib, text, "acme.versions")+"\n", string(out)); diff != "" {
		t.Error(diff)
	}
}

func TestResultsHonourTheContext(t *testing.T) {
	lib, err := load(t, map[string]string{"versions.rego": versions})
	if err != nil {
		t.Fatal(err)
	}
	in, err := policy.ParseInput([]byte(input()))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if results, err := lib.Results(ctx, []string{"acme.versions"}, in, 1); err == nil || results != nil {
		t.Errorf("got %v, %v; want the context's error alone", results, err)
	}
}

// TestEventsGrowWithSubjects holds the count of steps to be the same again and
// to grow with what is looked at.
func TestEventsGrowWithSubjects(t *testing.T) {
	lib, err := load(t, map[string]string{"versions.rego": versions})
	if err != nil {
		t.Fatal(err)
	}
	events := func(text string) int {
		in, err := policy.ParseInput([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		counts, err := lib.Events(t.Context(), []string{"acme.versions"}, in)
		if err != nil {
			t.Fatal(err)
		}
		return counts["acme.versions"]
	}
	one, again, three := events(input(share("1", "1"))), events(input(share("900", "900"))), events(input(share("1", "1"), share("1", "1"), share("1", "1")))
	if one == 0 || one != again || three <= one {
		t.Errorf("events: one subject %d, one of other size %d, three %d", one, again, three)
	}
}
