package engine_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// osvScanner is the program that matching is compared with; make osv-differential
// builds it.
const osvScanner = "../build/osv-scanner"

// osvEcosystems must each have a database, or the program refuses to look.
var osvEcosystems = []string{"Alpine", "Bitnami", "CRAN", "Chainguard", "ConanCenter", "Debian", "GIT", "Go", "Hackage", "Hex", "Maven", "NuGet", "Packagist",
	"Pub", "PyPI", "Red Hat", "RubyGems", "SwiftURL", "Ubuntu", "Wolfi", "crates.io", "npm", "GitHub Actions", "SUSE", "openSUSE", "AlmaLinux", "Rocky Linux"}

// osvRecord is what the comparison needs of a record.
type osvRecord struct {
	ID       string `json:"id"`
	Affected []struct {
		Package  struct{ Ecosystem, Name string }
		Versions []string
		Ranges   []struct{ Type string }
	}
}

// osvRecords are the OSV records of the corpus, by id.
func osvRecords(t *testing.T) (raw map[string]json.RawMessage, parsed map[string]osvRecord) {
	t.Helper()
	raw, parsed = map[string]json.RawMessage{}, map[string]osvRecord{}
	add := func(data []byte) {
		var r osvRecord
		if err := json.Unmarshal(data, &r); err != nil {
			t.Fatal(err)
		}
		raw[r.ID], parsed[r.ID] = data, r
	}
	for _, feed := range corpusFeeds {
		if feed.format != "osv" {
			continue
		}
		files := []string{feeds + feed.path}
		if filepath.Ext(feed.path) == "" {
			files, _ = filepath.Glob(feeds + feed.path + "/*.json")
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(file, ".jsonl") {
				for line := range bytes.Lines(data) {
					add(bytes.Clone(line))
				}
				continue
			}
			add(data)
		}
	}
	return raw, parsed
}

// osvDatabase writes the records as the program's local databases.
func osvDatabase(t *testing.T, folder string, raw map[string]json.RawMessage, parsed map[string]osvRecord) {
	t.Helper()
	of := map[string]map[string]bool{}
	for _, name := range osvEcosystems {
		of[name] = map[string]bool{}
	}
	for id, r := range parsed {
		for _, a := range r.Affected {
			if base, _, _ := strings.Cut(a.Package.Ecosystem, ":"); base != "" {
				of[base][id] = true
			}
		}
	}
	for name, ids := range of {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, id := range slices.Sorted(maps.Keys(ids)) {
			w, err := z.Create(id + ".json")
			if err == nil {
				_, err = w.Write(raw[id])
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		at := filepath.Join(folder, "osv-scalibr", name)
		if err := errors.Join(z.Close(), os.MkdirAll(at, 0o755), os.WriteFile(filepath.Join(at, "all.zip"), b.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// osvFound is what the program finds in one document: pairs of a package and a
// record, and every package that it saw.
func osvFound(t *testing.T, database, name string, data []byte) (pairs, packages map[string]bool, ok bool) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(osvScanner, "scan", "source", "-L", file, "--offline", "--local-db-path", database, "--all-vulns", "--all-packages", "--format", "json")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		t.Logf("%s: osv-scanner does not read it: %s", name, lastLine(stderr.String()))
		return nil, nil, false
	}
	var r struct {
		Results []struct {
			Packages []struct {
				Package         struct{ Name, Version, Ecosystem string }
				Vulnerabilities []struct{ ID string }
			}
		}
	}
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	pairs, packages = map[string]bool{}, map[string]bool{}
	for _, result := range r.Results {
		for _, p := range result.Packages {
			at := p.Package.Name + "@" + p.Package.Version
			packages[strings.ToLower(at)] = true
			for _, v := range p.Vulnerabilities {
				pairs[at+" "+v.ID] = true
			}
		}
	}
	return pairs, packages, true
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}
