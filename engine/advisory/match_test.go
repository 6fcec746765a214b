package advisory_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/advisory"
)

// osv is an entry on a package; events are written "introduced 0, fixed 1.2".
func osv(ecosystem, name, kind, events string, versions ...string) advisory.Affected {
	a := advisory.Affected{Ecosystem: ecosystem, Name: name, Versions: versions}
	if kind == "" {
		return a
	}
	r := advisory.Range{Type: kind}
	for event := range strings.SplitSeq(events, ", ") {
		what, version, _ := strings.Cut(event, " ")
		e := advisory.Event{}
		switch what {
		case "introduced":
			e.Introduced = version
		case "fixed":
			e.Fixed = version
		case "last_affected":
			e.LastAffected = version
		case "limit":
			e.Limit = version
		}
		r.Events = append(r.Events, e)
	}
	a.Ranges = []advisory.Range{r}
	return a
}

func record(id string, affected ...advisory.Affected) advisory.Advisory {
	return advisory.Advisory{ID: id, Affected: affected}
}

// advisories is Data of one set of records.
func advisories(records ...advisory.Advisory) *advisory.Data {
	seen := map[string]bool{}
	set := advisory.Set{Name: "osv", Kind: advisory.KindAdvisories, Ecosystems: []string{}}
	for _, r := range records {
		for _, a := range r.Affected {
			if a.Ecosystem != "" && !seen[a.Ecosystem] {
				seen[a.Ecosystem] = true
				set.Ecosystems = append(set.Ecosystems, a.Ecosystem)
			}
		}
	}
	return advisory.New(advisory.Content{Set: set, Advisories: records})
}

func matchOne(t *testing.T, d *advisory.Data, item advisory.Item) advisory.Found {
	t.Helper()
	found, err := d.Match(context.Background(), []advisory.Item{item})
	if err != nil {
		t.Fatal(err)
	}
	return found[0]
}

// TestMatchByPackageURL: each ecosystem's names and order of versions.
func TestMatchByPackageURL(t *testing.T) {
	for _, c := range []struct {
		purl string
		on   advisory.Affected
		want string // the range in words; "" is no match
	}{
		{"pkg:npm/left@1.2.3", osv("npm", "left", "SEMVER", "introduced 0, fixed 1.2.4"), "before 1.2.4"},
		{"pkg:npm/left@1.2.4", osv("npm", "left", "SEMVER", "introduced 0, fixed 1.2.4"), ""},
		{"pkg:npm/left@1.2.4-rc.1", osv("npm", "left", "SEMVER", "introduced 0, fixed 1.2.4"), "before 1.2.4"},
		{"pkg:npm/left@10.0.0", osv("npm", "left", "SEMVER", "introduced 9.0.0, last_affected 10.0.0"), "from 9.0.0 up to 10.0.0"},
		{"pkg:npm/left@10.0.1", osv("npm", "left", "SEMVER", "introduced 9.0.0, last_affected 10.0.0"), ""},
		{"pkg:npm/left@3.0.0", osv("npm", "left", "SEMVER", "introduced 1.0.0"), "from 1.0.0 on"},
		{"pkg:npm/left@3.0.0", osv("npm", "left", "SEMVER", "introduced 0"), "every version"},
		{"pkg:npm/left@2.5.0", osv("npm", "left", "SEMVER", "introduced 1.0.0, fixed 2.0.0, introduced 3.0.0, fixed 3.1.0"), ""},
		{"pkg:npm/left@3.0.5", osv("npm", "left", "SEMVER", "fixed 3.1.0, introduced 3.0.0, fixed 2.0.0, introduced 1.0.0"), "from 3.0.0 and before 3.1.0"},
		{"pkg:npm/left@3.0.0", osv("npm", "left", "SEMVER", "introduced 0, limit 2.0.0"), ""},
		{"pkg:npm/left@1.0.0", osv("npm", "left", "SEMVER", "introduced 0, limit 2.0.0"), "every version"},
		{"pkg:npm/%40scope/left@1.0.0", osv("npm", "@scope/left", "SEMVER", "introduced 0, fixed 1.1.0"), "before 1.1.0"},
		{"pkg:npm/left@1.0.0", osv("npm", "left", "", "", "1.0.0", "1.0.1"), "version 1.0.0 is listed"},
		{"pkg:npm/left@1.0.2", osv("npm", "left", "", "", "1.0.0", "1.0.1"), ""},
		{"pkg:npm/left@1.0.0", osv("PyPI", "left", "ECOSYSTEM", "introduced 0"), ""},
		{"pkg:pypi/Zope.Interface@5.0", osv("PyPI", "zope-interface", "ECOSYSTEM", "introduced 0, fixed 5.0.post1"), "before 5.0.post1"},
		{"pkg:pypi/a@1.0", osv("PyPI", "a", "", "", "1.0.0"), "version 1.0 is listed"},
		{"pkg:pypi/a@1!0.1", osv("PyPI", "a", "ECOSYSTEM", "introduced 0, fixed 2.0"), ""},
		{"pkg:golang/github.com/Masterminds/goutils@v1.1.0", osv("Go", "github.com/Masterminds/goutils", "SEMVER", "introduced 0, fixed 1.1.1"), "before 1.1.1"},
		{"pkg:golang/github.com/docker/docker@v20.10.6%2Bincompatible", osv("Go", "github.com/docker/docker", "SEMVER", "introduced 0, fixed 20.10.9+incompatible"), "before 20.10.9+incompatible"},
		{"pkg:golang/golang.org/x/text@v0.0.0-20170915032832-14c0d48ead0c", osv("Go", "golang.org/x/text", "SEMVER", "introduced 0, fixed 0.3.3"), "before 0.3.3"},
		{"pkg:golang/golang.org/x/net@v0.0.0-20220906165146-f3363e06e74c", osv("Go", "golang.org/x/net", "SEMVER", "introduced 0, fixed 0.0.0-20220906165146-f3363e06e74c"), ""},
		{"pkg:golang/stdlib@1.20.2", osv("Go", "stdlib", "SEMVER", "introduced 1.20.0-0, fixed 1.20.3"), "from 1.20.0-0 and before 1.20.3"},
		{"pkg:golang/std@go1.20rc1", osv("Go", "stdlib", "SEMVER", "introduced 1.20.0-0, fixed 1.20.3"), "from 1.20.0-0 and before 1.20.3"},
		{"pkg:golang/std@go1.20", osv("Go", "stdlib", "SEMVER", "introduced 0, fixed 1.20.0"), ""},
		{"pkg:golang/golang.org/toolchain@v0.0.1-go1.21.0.linux-amd64", osv("Go", "toolchain", "SEMVER", "introduced 0, fixed 1.21.1"), "before 1.21.1"},
		{"pkg:maven/org.a/b@1.0-SNAPSHOT", osv("Maven", "org.a:b", "ECOSYSTEM", "introduced 0, fixed 1.0"), "before 1.0"},
		{"pkg:maven/org.a/b@1.0.0.Final", osv("Maven", "org.a:b", "ECOSYSTEM", "introduced 0, fixed 1.0.0"), ""},
		{"pkg:nuget/Newtonsoft.Json@12.0.3", osv("NuGet", "newtonsoft.json", "ECOSYSTEM", "introduced 0, fixed 13.0.1"), "before 13.0.1"},
		{"pkg:composer/Laravel/Framework@v7.12.0", osv("Packagist", "laravel/framework", "ECOSYSTEM", "introduced 7.0.0, fixed 7.30.3"), "from 7.0.0 and before 7.30.3"},
		{"pkg:cargo/time@0.1.43", osv("crates.io", "time", "SEMVER", "introduced 0.1.0, fixed 0.2.23"), "from 0.1.0 and before 0.2.23"},
		{"pkg:gem/rails@6.0.3.1", osv("RubyGems", "rails", "ECOSYSTEM", "introduced 0, fixed 6.0.3.2"), "before 6.0.3.2"},
		{"pkg:hex/plug@1.3.1", osv("Hex", "plug", "SEMVER", "introduced 1.3.0, fixed 1.3.2"), "from 1.3.0 and before 1.3.2"},
		{"pkg:pub/http@0.13.2", osv("Pub", "http", "SEMVER", "introduced 0, fixed 0.13.3"), "before 0.13.3"},
		{"pkg:swift/github.com/vapor/vapor@4.60.2", osv("SwiftURL", "https://github.com/vapor/vapor.git", "SEMVER", "introduced 0, fixed 4.60.3"), "before 4.60.3"},
		{"pkg:deb/debian/libssl1.1@1.1.1n-0%2Bdeb11u3?distro=debian-11&upstream=openssl", osv("Debian:11", "openssl", "ECOSYSTEM", "introduced 0, fixed 1.1.1n-0+deb11u4"), "before 1.1.1n-0+deb11u4"},
		{"pkg:deb/debian/openssl@1.1.1n-0%2Bdeb11u3?distro=debian-11", osv("Debian:12", "openssl", "ECOSYSTEM", "introduced 0"), ""},
		{"pkg:deb/debian/openssl@1.1.1n-0%2Bdeb11u3?distro=bullseye", osv("Debian:11", "openssl", "ECOSYSTEM", "introduced 0"), "every version"},
		{"pkg:deb/debian/glibc-x@1?distro=debian-9&upstream=glibc%402.24-11", osv("Debian:9", "glibc", "ECOSYSTEM", "introduced 0, fixed 2.24-12"), "before 2.24-12"},
		{"pkg:deb/ubuntu/bash@5.0-6ubuntu1?distro=ubuntu-20.04", osv("Ubuntu:20.04:LTS", "bash", "ECOSYSTEM", "introduced 0, fixed 5.0-6ubuntu1.2"), "before 5.0-6ubuntu1.2"},
		{"pkg:deb/ubuntu/bash@5.0-6ubuntu1?distro=ubuntu-20.04", osv("Ubuntu:22.04:LTS", "bash", "ECOSYSTEM", "introduced 0"), ""},
		{"pkg:apk/alpine/libcrypto1.1@1.1.1q-r0?distro=3.16.2&upstream=openssl", osv("Alpine:v3.16", "openssl", "ECOSYSTEM", "introduced 0, fixed 1.1.1t-r0"), "before 1.1.1t-r0"},
		{"pkg:apk/alpine/apk-tools@2.12.1-r0?distro=3.13.2", osv("Alpine:v3.13", "apk-tools", "ECOSYSTEM", "introduced 0, fixed 2.12.5-r0"), "before 2.12.5-r0"},
		{"pkg:rpm/redhat/openssl-libs@1.1.1k-7.el8_6?epoch=1&distro=rhel-8.6&upstream=openssl-1.1.1k-7.el8_6.src.rpm",
			osv("Red Hat:enterprise_linux:8::baseos", "openssl", "ECOSYSTEM", "introduced 0, fixed 1:1.1.1k-9.el8_7"), "before 1:1.1.1k-9.el8_7"},
		{"pkg:rpm/rocky/bash@4.4.20-1.el8_4?distro=rocky-8.5", osv("Rocky Linux:8", "bash", "ECOSYSTEM", "introduced 0, fixed 0:4.4.20-4.el8_6"), "before 0:4.4.20-4.el8_6"},
		{"pkg:rpm/almalinux/bash@4.4.20-1.el8_4?distro=almalinux-8.5", osv("AlmaLinux:9", "bash", "ECOSYSTEM", "introduced 0"), ""},
		{"pkg:rpm/suse/bash@4.4-9.10.1?distro=sles-15.4", osv("SUSE:Linux Enterprise Server 15 SP4", "bash", "ECOSYSTEM", "introduced 0, fixed 4.4-9.14.1"), "before 4.4-9.14.1"},
		{"pkg:rpm/suse/bash@4.4-9.10.1?distro=sles-15.4", osv("SUSE:Linux Enterprise Server 15 SP1", "bash", "ECOSYSTEM", "introduced 0"), ""},
	} {
		r := record("X-1", c.on)
		found := matchOne(t, advisories(r), advisory.Item{PURL: c.purl})
		got := ""
		if len(found.Vulnerabilities) == 1 {
			got = found.Vulnerabilities[0].Records[0].Range
		}
		if got != c.want {
			t.Errorf("%s against %+v: got %q, want %q (%+v)", c.purl, c.on, got, c.want, found)
		}
	}
}

// TestLooks sorts what cannot be asked; nothing of it counts as looked up.
func TestLooks(t *testing.T) {
	cpeOnly := advisory.Affected{Name: "Widget", CPE: "cpe:2.3:a:acme:widget:1.0:*:*:*:*:*:*:*"}
	d := advisories(record("X-1", osv("npm", "left", "SEMVER", "introduced 0")), record("X-2", osv("Debian:11", "openssl", "ECOSYSTEM", "introduced 0")),
		record("X-3", osv("PyPI", "a", "ECOSYSTEM", "introduced 0")), record("X-4", osv("Alpine:v3.16", "a", "ECOSYSTEM", "introduced 0")), record("X-5", cpeOnly))
	for _, c := range []struct {
		item advisory.Item
		want advisory.Look
	}{
		{advisory.Item{PURL: "pkg:npm/left@1.0.0"}, advisory.LookedUp},
		{advisory.Item{PURL: "pkg:npm/other@1.0.0"}, advisory.LookedUp},
		{advisory.Item{PURL: "pkg:npm/left", Version: "1.0.0"}, advisory.LookedUp},
		{advisory.Item{PURL: "pkg:npm/left"}, advisory.NoVersion},
		{advisory.Item{PURL: "pkg:npm/left@latest"}, advisory.BadVersion},
		{advisory.Item{PURL: "pkg:npm/left@%5E1.0.0"}, advisory.BadVersion},
		{advisory.Item{PURL: "pkg:npm/left@1." + strings.Repeat("9", 400)}, advisory.BadVersion},
		{advisory.Item{PURL: "pkg:pypi/a@not-a-version"}, advisory.BadVersion},
		{advisory.Item{PURL: "pkg:apk/alpine/a@1.x?distro=3.16"}, advisory.BadVersion},
		{advisory.Item{PURL: "pkg:cargo/left@1.0.0"}, advisory.NotCovered},
		{advisory.Item{PURL: "pkg:oci/left@1.0.0"}, advisory.NotCovered},
		{advisory.Item{PURL: "left@1.0.0"}, advisory.NoIdentifier},
		{advisory.Item{Name: "left", Version: "1.0.0"}, advisory.NoIdentifier},
		{advisory.Item{PURL: "pkg:deb/debian/openssl@1-1?distro=debian-11"}, advisory.LookedUp},
		{advisory.Item{PURL: "pkg:deb/debian/libssl1.1@1-1?distro=debian-11"}, advisory.ByName},
		{advisory.Item{PURL: "pkg:deb/debian/openssl@1-1?distro=debian-12"}, advisory.NotCovered},
		{advisory.Item{PURL: "pkg:deb/debian/libssl1.1@1-1?distro=debian-11&upstream=openssl"}, advisory.LookedUp},
		{advisory.Item{PURL: "pkg:deb/debian/openssl@1-1"}, advisory.ByName},
		{advisory.Item{PURL: "pkg:deb/debian/openssl@1-1", Release: "11"}, advisory.LookedUp},
		{advisory.Item{CPE: "cpe:2.3:a:acme:widget:1.0:*:*:*:*:*:*:*"}, advisory.ByName},
		{advisory.Item{CPE: "cpe:/a:acme:widget"}, advisory.NoVersion},
		{advisory.Item{CPE: "cpe:/a:acme:other:1.0"}, advisory.NotCovered},
		{advisory.Item{PURL: "pkg:generic/widget@1.0", CPE: "cpe:/a:acme:widget:1.0"}, advisory.ByName},
	} {
		if got := matchOne(t, d, c.item).Look; got != c.want {
			t.Errorf("%+v: got %d, want %d", c.item, got, c.want)
		}
	}
}

// TestAliasesAreJoined: records that name each other, also through one that
// does not match, are one vulnerability; withdrawn ones and ranges of commits
// are told apart.
func TestAliasesAreJoined(t *testing.T) {
	on := func(id, events string, aliases ...string) advisory.Advisory {
		r := record(id, osv("npm", "left", "SEMVER", events))
		r.Aliases = aliases
		return r
	}
	gone := on("GHSA-gone", "introduced 0")
	gone.Withdrawn = "2024-01-01T00:00:00Z"
	scored := on("GHSA-1", "introduced 0, fixed 1.5.0", "CVE-2024-1")
	scored.Severity = []advisory.Severity{{Type: "CVSS_V3", Score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}
	git := record("GIT-1", osv("npm", "left", "GIT", "introduced 0"))
	bridge := record("BRIDGE-1", osv("npm", "elsewhere", "SEMVER", "introduced 0"))
	bridge.Aliases = []string{"OTHER-1", "CVE-2024-1"}
	d := advisories(scored, on("OTHER-1", "introduced 0, fixed 1.4.0"), bridge, on("CVE-2024-2", "introduced 1.0.0"), gone, git)
	found := matchOne(t, d, advisory.Item{PURL: "pkg:npm/left@1.2.0"})
	want := []advisory.Vulnerability{
		{ID: "CVE-2024-1", Aliases: []string{"BRIDGE-1", "GHSA-1", "OTHER-1"}, By: "purl", Fixed: []string{"1.4.0", "1.5.0"}, KEVSet: -1,
			Records: []advisory.Record{{ID: "GHSA-1", Range: "before 1.5.0"}, {ID: "OTHER-1", Range: "before 1.4.0"}}, Exploits: []string{"CVE-2024-1"},
			Severity: advisory.Scored{Type: "CVSS_V3", Vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", Score: 9.8, Rating: "critical", Stated: true}},
		{ID: "CVE-2024-2", Aliases: []string{}, By: "purl", KEVSet: -1, Records: []advisory.Record{{ID: "CVE-2024-2", Range: "from 1.0.0 on"}}, Exploits: []string{"CVE-2024-2"}},
	}
	if diff := cmp.Diff(want, found.Vulnerabilities); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([][]string{{"GHSA-gone"}, {"GIT-1"}}, [][]string{found.Withdrawn, found.Blind}); diff != "" {
		t.Error(diff)
	}
}

// TestSubpathOfModule: some tools write the end of a module's path as subpath.
func TestSubpathOfModule(t *testing.T) {
	d := advisories(record("WHOLE", osv("Go", "github.com/acme/sdk/v2", "SEMVER", "introduced 0")), record("BASE", osv("Go", "github.com/acme/sdk", "SEMVER", "introduced 0")))
	for _, c := range []struct{ name, want string }{{"github.com/acme/sdk/v2", "WHOLE"}, {"github.com/acme/sdk", "BASE"}, {"v2", "BASE"}, {"", "BASE"}} {
		found := matchOne(t, d, advisory.Item{PURL: "pkg:golang/github.com/acme/sdk@v2.1.0#v2", Name: c.name})
		if len(found.Vulnerabilities) != 1 || found.Vulnerabilities[0].ID != c.want {
			t.Errorf("%s: got %+v, want %s", c.name, found.Vulnerabilities, c.want)
		}
	}
}

// TestUpstream: a distribution's record is the vulnerability that it names; one
// that names several is each of them.
func TestUpstream(t *testing.T) {
	on := func(id string, upstream ...string) advisory.Advisory {
		r := record(id, osv("Debian:11", "openssl", "ECOSYSTEM", "introduced 0"))
		r.Upstream = upstream
		return r
	}
	d := advisories(on("DEBIAN-CVE-2024-1", "CVE-2024-1"), on("DSA-1", "CVE-2024-1", "CVE-2024-2"), on("DSA-2"))
	got := ""
	for _, v := range matchOne(t, d, advisory.Item{PURL: "pkg:deb/debian/openssl@1-1?distro=debian-11"}).Vulnerabilities {
		got += fmt.Sprint(v.ID, v.Aliases)
		for _, r := range v.Records {
			got += " " + r.ID
		}
		got += "; "
	}
	if want := "CVE-2024-1[DEBIAN-CVE-2024-1] DEBIAN-CVE-2024-1 DSA-1; CVE-2024-2[] DSA-1; DSA-2[] DSA-2; "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestScores holds the base scores to FIRST's own examples.
func TestScores(t *testing.T) {
	for vector, want := range map[string]string{
		"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:L/A:N":                    "CVSS_V3 7.2 high",
		"CVSS:3.0/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H":                    "CVSS_V3 7.8 high",
		"AV:N/AC:L/Au:N/C:N/I:N/A:C":                                      "CVSS_V2 7.8 high",
		"CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N": "CVSS_V4 7.3 high",
		"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N": "CVSS_V4 0.0 none",
		"medium":           " 0.0 ",
		"CVSS:9.9/AV:N":    " 0.0 ",
		"CVSS:3.1/AV:N/AC": " 0.0 ",
	} {
		s, _ := advisory.ScoreVector(vector)
		if got := fmt.Sprintf("%s %.1f %s", s.Type, s.Score, s.Rating); got != want {
			t.Errorf("%s: got %q, want %q", vector, got, want)
		}
	}
}
