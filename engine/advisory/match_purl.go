package advisory

import (
	"strings"

	packageurl "github.com/package-url/packageurl-go"

	"github.com/bidgate/bidgate/engine/internal/purl"
)

// located is a package URL as advisories look for it.
type located struct {
	ecosystem *ecosystem // nil where OSV has no name for it
	names     []string   // the package, or the source packages that it was built from
	named     bool       // the names are those that the ecosystem's advisories use
	version   string
	release   string // of the distribution; "" when not stated
	kind      string // npm, golang
	namespace string
	name      string
	subpath   string
}

// parsePURL reads a package URL; not ok where it is none.
func parsePURL(text string) (l located, ok bool) {
	p, err := purl.Parse(text)
	if err != nil {
		return located{}, false
	}
	l.ecosystem = ecosystemOf(&p)
	l.kind, l.namespace, l.name, l.version, l.subpath = p.Type, p.Namespace, p.Name, p.Version, p.Subpath
	if l.ecosystem == nil {
		return l, true
	}
	name := PackageName(l.ecosystem.name, l.ecosystem.join(p.Namespace, p.Name))
	l.names, l.named = []string{name}, !l.ecosystem.source
	if l.ecosystem.name == "Go" && (name == "stdlib" || name == "toolchain") {
		l.version = goRelease(strings.TrimPrefix(l.version, "v0.0.1-"))
	}
	if p.Type == "apk" || p.Type == "deb" || p.Type == "rpm" {
		l.distribution(p.Type, name, p.Qualifiers)
	}
	return l, true
}

// base is type, namespace and name, in lower case: pkg:npm/%40angular/core.
func (l *located) base() string { return purl.Base(l.kind, l.namespace, l.name) }

// wholeModule takes the subpath into the path of a Go module where the
// component's name says that it belongs there: of github.com/acme/sdk/v2 some
// tools make pkg:golang/github.com/acme/sdk#v2. Otherwise a subpath is a
// package within the module.
func (l *located) wholeModule(item Item) {
	if l.ecosystem == nil || l.ecosystem.name != "Go" || l.subpath == "" {
		return
	}
	module := PackageName("Go", l.names[0]+"/"+l.subpath)
	if PackageName("Go", slashed(item.Group, item.Name)) == module || PackageName("Go", item.Name) == module {
		l.names = []string{module}
	}
}

// sourcePackage takes the source package that the document states, where the
// distribution's advisories name source packages and the package URL has none.
func (l *located) sourcePackage(item Item) {
	if item.Source == "" || l.ecosystem == nil || !l.ecosystem.source || l.named {
		return
	}
	l.names, l.named = []string{item.Source}, true
	if item.SourceVersion != "" {
		l.version = item.SourceVersion
	}
}

// distribution reads the qualifiers of a distribution's package.
func (l *located) distribution(kind, name string, qualifiers packageurl.Qualifiers) {
	for _, q := range qualifiers {
		switch q.Key {
		case "distro":
			l.release = releaseOf(q.Value)
		case "epoch":
			if kind == "rpm" && l.version != "" && q.Value != "" && !strings.Contains(l.version, ":") {
				l.version = q.Value + ":" + l.version
			}
		case "upstream":
			source, version := q.Value, ""
			if kind == "rpm" {
				source = sourceRPM(source)
			} else {
				source, version, _ = strings.Cut(source, "@")
			}
			if source == "" {
				continue
			}
			l.named = true
			if kind == "deb" {
				l.names = []string{source}
				if version != "" {
					l.version = version
				}
			} else if source != name {
				l.names = []string{source, name}
			}
		}
	}
}

// sourceRPM is the name in the file name of a source package:
// openssl-1.1.1k-7.el8_6.src.rpm.
func sourceRPM(file string) string {
	file = strings.TrimSuffix(strings.TrimSuffix(file, ".rpm"), ".src")
	for range 2 {
		if i := strings.LastIndexByte(file, '-'); i > 0 {
			file = file[:i]
		}
	}
	return file
}

// codenames are releases that are written by name.
var codenames = map[string]string{
	"jessie": "8", "stretch": "9", "buster": "10", "bullseye": "11", "bookworm": "12", "trixie": "13", "forky": "14",
	"trusty": "14.04", "xenial": "16.04", "bionic": "18.04", "focal": "20.04", "jammy": "22.04", "noble": "24.04",
}

// releaseOf is the release in a qualifier: 11 in debian-11, 3.13.2 in 3.13.2.
func releaseOf(distro string) string {
	distro = strings.ToLower(distro)
	if number, ok := codenames[distro]; ok {
		return number
	}
	i := strings.LastIndexByte(distro, '-')
	last := distro[i+1:]
	if number, ok := codenames[last]; ok {
		return number
	}
	if i < 0 && (last == "" || last[0] < '0' || last[0] > '9') {
		return ""
	}
	return last
}

// fits says whether an advisory's ecosystem, such as Debian:12 or
// Ubuntu:22.04:LTS, is of the release of a distribution.
func fits(ecosystem, release string) bool {
	name, suffix, suffixed := strings.Cut(ecosystem, ":")
	if !suffixed || suffix == "" || release == "" {
		return true
	}
	major, rest, _ := strings.Cut(release, ".")
	minor, _, _ := strings.Cut(rest, ".")
	switch name {
	case "Alpine", "Alpaquita", "BellSoft Hardened Containers":
		return suffix == "v"+major+"."+minor || suffix == release
	case "Ubuntu":
		return contains(suffix, ":", major+"."+minor)
	case "Red Hat":
		_, version, _ := strings.Cut(suffix, ":")
		version, _, _ = strings.Cut(version, ":")
		version, _, _ = strings.Cut(version, ".")
		return version == major
	case "SUSE":
		pack := " " + major
		if minor != "" && minor != "0" {
			pack += " SP" + minor
		}
		return strings.HasSuffix(suffix, pack) || strings.Contains(suffix, pack+"-") || strings.Contains(suffix, pack+" ")
	case "openSUSE":
		return contains(strings.ToLower(suffix), " ", release)
	case "openEuler":
		return suffix == release || strings.HasPrefix(suffix, release+"-")
	case "Photon OS":
		return suffix == release || suffix == major+"."+minor
	}
	return suffix == release || suffix == major
}

func contains(list, separator, item string) bool {
	for part := range strings.SplitSeq(list, separator) {
		if part == item {
			return true
		}
	}
	return false
}
