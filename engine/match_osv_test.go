package engine_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	packageurl "github.com/package-url/packageurl-go"
)

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
