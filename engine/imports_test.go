package engine_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/bidgate/bidgate/"

// mayImport says which of the project's packages each may import, by path
// below the module. A package that is not listed here has no place yet.
var mayImport = map[string][]string{
	"engine/hostile":          {}, // knows what is sent, not who reads it; only tests import it
	"policies":                {},
	"engine/report":           {},
	"engine/advisory":         {"engine/internal/pattern", "engine/internal/purl"}, // knows publishers' data, not bundles
	"engine/evidence":         {"engine/internal/pattern", "engine/internal/purl"},
	"engine/tender":           {"engine/internal/pattern", "engine/report"},
	"engine/attest":           {"engine/tender"}, // knows bytes and keys, not what they mean
	"engine/internal/policy":  {"engine/internal/pattern", "engine/report", "engine/tender", "policies"},
	"engine/internal/purl":    {}, // package URLs, the usual ones without a parser
	"engine/internal/pattern": {}, // regular expressions that are compiled late
	"engine/authoring":        {"engine/internal/policy", "engine/report", "policies"},
	"engine/render":           {"engine/report"},
	"engine/render/pdf":       {"engine/internal/pattern", "engine/render", "engine/report"}, // starts a browser
	"engine/render/xlsx":      {"engine/render", "engine/report"},                            // its library is large
	"engine":                  {"engine/report", "engine/tender", "engine/evidence", "engine/advisory", "engine/internal/policy", "policies"},
	"engine/remedy":           {"engine/report"},          // knows how tools are told, from a report alone
	"engine/convert":          {"engine/evidence"},        // knows forms of evidence, not what is asked
	"engine/isolate":          {"engine/internal/policy"}, // starts processes: only render/pdf does too
	"cmd/bidgate":             {"engine", "engine/attest", "engine/authoring", "engine/convert", "engine/isolate", "engine/remedy", "engine/report", "engine/tender", "engine/evidence", "engine/advisory", "engine/render", "engine/render/pdf", "engine/render/xlsx"},
}

// onlyIn says which packages may link a library, by its module path.
var onlyIn = map[string][]string{
	"github.com/open-policy-agent/opa":      {"engine/internal/policy", "engine/authoring"},
	"github.com/CycloneDX/cyclonedx-go":     {"engine/convert", "engine/evidence", "engine/render"},
	"github.com/package-url/packageurl-go":  {"engine/advisory", "engine/evidence", "engine/internal/purl"},
	"github.com/google/osv-scalibr":         {"engine/advisory"},
	"github.com/pandatix/go-cvss":           {"engine/advisory"},
	"github.com/urfave/cli/v2":              {"cmd/bidgate"},
	"github.com/go-json-experiment/json":    {"engine/advisory", "engine/attest", "engine/evidence", "engine/internal/policy"},
	"github.com/secure-systems-lab":         {"engine/attest"}, // key files that cosign encrypted
	"github.com/xuri/excelize":              {"engine/render/xlsx"},
	"go.yaml.in/yaml/v3":                    {"engine/advisory", "engine/convert", "engine/evidence", "engine/tender", "engine/remedy", "engine/internal/policy"},
	"github.com/santhosh-tekuri/jsonschema": {}, // its init compiles the schemas of all drafts: for tests alone
}

type listed struct {
	ImportPath string
	Imports    []string
	Deps       []string
	Module     *struct{ Path string }
}

// TestImports holds the rule of dependencies: who may know whom.
func TestImports(t *testing.T) {
	for _, p := range list(t, "./...") {
		name := strings.TrimPrefix(p.ImportPath, module)
		allowed, ok := mayImport[name]
		if !ok {
			t.Errorf("%s is a new package: say in mayImport what it may import", name)
			continue
		}
		for _, imported := range p.Imports {
			if own, ok := strings.CutPrefix(imported, module); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s, and may not", name, own)
			}
			if name == "engine/report" && strings.Contains(imported, ".") {
				t.Errorf("engine/report imports %s; it uses the standard library only", imported)
			}
			for library, packages := range onlyIn {
				if strings.HasPrefix(imported, library) && !slices.Contains(packages, name) {
					t.Errorf("%s imports %s; only %v may", name, imported, packages)
				}
			}
		}
	}
}

// TestLinkedModules holds the list of modules that a program links which
// embeds the engine alone.
func TestLinkedModules(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range list(t, "-deps", "./engine") {
		if p.Module != nil {
			seen[p.Module.Path] = true
		}
	}
	modules := make([]string, 0, len(seen))
	for path := range seen {
		modules = append(modules, path)
	}
	slices.Sort(modules)
	golden(t, "testdata/modules.txt", []byte(strings.Join(modules, "\n")+"\n"))
}

func list(t *testing.T, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,Module"}, args...)...)
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		switch err := dec.Decode(&p); {
		case errors.Is(err, io.EOF):
			return packages
		case err != nil:
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// golden compares with a file, or rewrites it with -update.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; read the difference, then run make golden\ngot:\n%s", path, got)
	}
}
