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

	packageurl "github.com/package-url/packageurl-go"
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

// ours are the same pairs as matching finds them, and the packages that were
// not looked up, by why.
func ours(in *matchedInput) (pairs map[string]bool, why map[string]string) {
	pairs, why = map[string]bool{}, map[string]string{}
	for i, m := range in.Matches {
		for _, v := range m.Vulnerabilities {
			for _, r := range v.Records {
				if v.Row >= 0 {
					pairs[packageOf(in.Components[i][v.Row].PURL, in.Components[i][v.Row].Name)+" "+r.ID] = true
				}
			}
		}
		for list, rows := range m.Coverage.Advisory {
			for _, row := range rows {
				if list != "looked_up" {
					why[strings.ToLower(packageOf(in.Components[i][row].PURL, in.Components[i][row].Name))] = list
				}
			}
		}
	}
	return pairs, why
}

// packageOf is a package URL as the program writes packages.
func packageOf(text, component string) string {
	p, err := packageurl.FromString(text)
	if err != nil {
		return text
	}
	// The case of the name is the document's, which the parser folds.
	name := p.Name
	switch {
	case p.Type == "maven":
		name = p.Namespace + ":" + p.Name
	case p.Namespace != "" && p.Type != "deb" && p.Type != "apk" && p.Type != "rpm":
		name = p.Namespace + "/" + p.Name
	}
	if p.Subpath != "" && strings.EqualFold(component, name+"/"+p.Subpath) {
		name = component
	}
	return name + "@" + p.Version
}

// reasons are why the two may differ; each looks at one pair. In order: the
// first that fits is the reason.
var reasons = []struct {
	name string
	fits func(d difference) bool
}{
	{"osv-scanner compares names of Go modules by case, package URLs have none", func(d difference) bool {
		return d.oursOnly && d.anyAffected(func(ecosystem, name string) bool { return ecosystem == "Go" && name != strings.ToLower(name) })
	}},
	{"osv-scanner does not look past a range of commits", func(d difference) bool {
		return d.oursOnly && d.git()
	}},
	{"osv-scanner compares listed versions as texts", func(d difference) bool {
		return d.oursOnly && d.versionsOnly()
	}},
	{"osv-scanner reads the name of the component without its group or namespace", func(d difference) bool {
		return d.oursOnly && !d.seen && d.seenBare
	}},
	{"osv-scanner leaves the subpath of a package URL out, in which Syft writes the end of a module's path", func(d difference) bool {
		return d.oursOnly && d.subpath
	}},
	{"osv-scanner takes every module whose name is go for the standard library", func(d difference) bool {
		return !d.oursOnly && strings.HasPrefix(d.pair, "stdlib@v")
	}},
	{"osv-scanner orders go1.21.5 below every version: it takes the component's version and not the package URL's", func(d difference) bool {
		return !d.oursOnly && strings.HasPrefix(d.pair, "stdlib@")
	}},
	{"bidgate does not read the document: CycloneDX before 1.2", func(d difference) bool { return !d.oursOnly && d.unread }},
	{"the version is no version, or there is none: bidgate lists the component as not looked up", func(d difference) bool {
		return !d.oursOnly && (d.why == "bad_version" || d.why == "no_version")
	}},
	{"the release of the distribution is not stated, or no data is of it", func(d difference) bool {
		return !d.oursOnly && (d.why == "by_name" || d.why == "not_covered")
	}},
}

// difference is one pair that only one side has.
type difference struct {
	pair     string
	oursOnly bool
	record   osvRecord
	seen     bool   // osv-scanner lists the package
	seenBare bool   // or one of its bare name
	subpath  bool   // the end of the name is the subpath of the package URL
	unread   bool   // bidgate reads no SBOM in the document
	why      string // the list of packages not looked up that has it
}

func (d difference) anyAffected(fits func(ecosystem, name string) bool) bool {
	for _, a := range d.record.Affected {
		if fits(a.Package.Ecosystem, a.Package.Name) {
			return true
		}
	}
	return false
}

func (d difference) git() bool {
	for _, a := range d.record.Affected {
		if len(a.Ranges) > 1 && a.Ranges[0].Type == "GIT" {
			return true
		}
	}
	return false
}

func (d difference) versionsOnly() bool {
	for _, a := range d.record.Affected {
		if len(a.Ranges) == 0 && len(a.Versions) > 0 {
			return true
		}
	}
	return false
}

// TestOSVDifferential matches the same documents with the same records by
// osv-scanner, offline, and asks that every difference has a reason.
func TestOSVDifferential(t *testing.T) {
	if _, err := os.Stat(osvScanner); err != nil {
		t.Skip("osv-scanner is not built; make osv-differential builds it")
	}
	data := corpusData(t)
	raw, parsed := osvRecords(t)
	database := t.TempDir()
	osvDatabase(t, database, raw, parsed)
	names, err := filepath.Glob("../../shared/corpus/sbom/*")
	if err != nil {
		t.Fatal(err)
	}
	total, counted := 0, map[string]int{}
	for _, name := range names {
		base := filepath.Base(name)
		text, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(text), "pkg:") || base == "FACTS.tsv" || base == "MANIFEST.tsv" {
			continue
		}
		theirs, packages, ok := osvFound(t, database, base, text)
		if !ok {
			continue
		}
		in := matchFiles(t, data, "sbom/"+base)
		mine, why := ours(&in)
		same := 0
		for _, pair := range slices.Sorted(maps.Keys(merge(lower(theirs), lower(mine)))) {
			total++
			if lower(theirs)[pair] && lower(mine)[pair] {
				same++
				continue
			}
			at, id, _ := strings.Cut(pair, " ")
			d := difference{pair: pair, oursOnly: lower(mine)[pair], seen: packages[at], seenBare: packages[bare(at)], why: why[at], subpath: inSubpath(&in, at), unread: len(in.Matches) == 0}
			for known, r := range parsed {
				if strings.EqualFold(known, id) {
					d.record = r
				}
			}
			counted[reasonOf(t, base, d)]++
		}
		t.Logf("%s: %d pairs of package and record are the same, osv-scanner has %d and bidgate %d", base, same, len(theirs), len(mine))
	}
	t.Logf("%d pairs in all", total)
	for _, reason := range slices.Sorted(maps.Keys(counted)) {
		t.Logf("%d differ: %s", counted[reason], reason)
	}
}

// inSubpath says that a package has its name partly from a subpath.
func inSubpath(in *matchedInput, at string) bool {
	for _, table := range in.Components {
		for _, c := range table {
			if strings.Contains(c.PURL, "#") && strings.EqualFold(packageOf(c.PURL, c.Name), at) {
				return true
			}
		}
	}
	return false
}

// bare is the last part of a package's name, with its version.
func bare(at string) string {
	name, version, _ := strings.Cut(at, "@")
	if scope, rest, ok := strings.Cut(strings.TrimPrefix(at, "@"), "@"); ok && strings.HasPrefix(at, "@") {
		name, version = scope, rest
	}
	return name[strings.LastIndexAny(name, "/:")+1:] + "@" + version
}

func reasonOf(t *testing.T, base string, d difference) string {
	t.Helper()
	for _, reason := range reasons {
		if reason.fits(d) {
			return reason.name
		}
	}
	side := "osv-scanner"
	if d.oursOnly {
		side = "bidgate"
	}
	t.Errorf("%s: only %s has %s, and no reason explains it", base, side, d.pair)
	return "unexplained"
}

func lower(set map[string]bool) map[string]bool {
	out := make(map[string]bool, len(set))
	for key := range set {
		out[strings.ToLower(key)] = true
	}
	return out
}

func merge(a, b map[string]bool) map[string]bool {
	out := maps.Clone(a)
	maps.Copy(out, b)
	return out
}
