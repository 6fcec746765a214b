package advisory

import (
	"strings"

	packageurl "github.com/package-url/packageurl-go"
)

// ecosystem says how OSV names and orders what a package URL is of.
type ecosystem struct {
	name   string                              // as OSV has it, without a suffix
	join   func(namespace, name string) string // the package's name from the parts of a package URL
	order  string                              // whose version order semantic knows; "" is name
	check  func(version string) bool           // whether the text is a version
	distro bool                                // advisories are by release of the distribution
	source bool                                // advisories name source packages, not what is installed
}

// ecosystems are those that a package URL leads to, by its type; for
// distributions by type and namespace.
var ecosystems = map[string]*ecosystem{
	"bitnami":   {name: "Bitnami", join: nameOnly, check: numbered},
	"cargo":     {name: "crates.io", join: nameOnly, check: numbered},
	"composer":  {name: "Packagist", join: slashed, check: plainVersion},
	"conan":     {name: "ConanCenter", join: nameOnly, check: numbered},
	"cran":      {name: "CRAN", join: nameOnly, check: numbered},
	"gem":       {name: "RubyGems", join: nameOnly, check: numbered},
	"golang":    {name: "Go", join: goModule, check: numbered},
	"hackage":   {name: "Hackage", join: nameOnly, check: numbered},
	"hex":       {name: "Hex", join: nameOnly, check: numbered},
	"julia":     {name: "Julia", join: nameOnly, check: numbered},
	"maven":     {name: "Maven", join: coordinates, check: plainVersion},
	"npm":       {name: "npm", join: slashed, check: numbered},
	"nuget":     {name: "NuGet", join: nameOnly, check: numbered},
	"pub":       {name: "Pub", join: nameOnly, check: numbered},
	"pypi":      {name: "PyPI", join: nameOnly, check: pep440},
	"swift":     {name: "SwiftURL", join: slashed, check: numbered},
	"vscode":    {name: "VSCode", join: slashed, order: "npm", check: numbered},
	"apk/wolfi": {name: "Wolfi", join: nameOnly, check: alpineVersion},

	"apk/alpine":     {name: "Alpine", join: nameOnly, check: alpineVersion, distro: true, source: true},
	"apk/alpaquita":  {name: "Alpaquita", join: nameOnly, check: alpineVersion, distro: true, source: true},
	"apk/chainguard": {name: "Chainguard", join: nameOnly, check: alpineVersion},
	"apk/minimos":    {name: "MinimOS", join: nameOnly, check: alpineVersion},
	"deb/debian":     {name: "Debian", join: nameOnly, check: plainVersion, distro: true, source: true},
	"deb/ubuntu":     {name: "Ubuntu", join: nameOnly, check: plainVersion, distro: true, source: true},
	"deb/echo":       {name: "Echo", join: nameOnly, order: "Debian", check: plainVersion, source: true},
	"rpm/almalinux":  {name: "AlmaLinux", join: nameOnly, check: plainVersion, distro: true},
	"rpm/azurelinux": {name: "Azure Linux", join: nameOnly, order: "Red Hat", check: plainVersion, distro: true},
	"rpm/mageia":     {name: "Mageia", join: nameOnly, check: plainVersion, distro: true, source: true},
	"rpm/openeuler":  {name: "openEuler", join: nameOnly, check: plainVersion, distro: true},
	"rpm/opensuse":   {name: "openSUSE", join: nameOnly, check: plainVersion, distro: true},
	"rpm/photon":     {name: "Photon OS", join: nameOnly, order: "Red Hat", check: plainVersion, distro: true},
	"rpm/redhat":     {name: "Red Hat", join: nameOnly, check: plainVersion, distro: true},
	"rpm/rocky":      {name: "Rocky Linux", join: nameOnly, check: plainVersion, distro: true},
	"rpm/suse":       {name: "SUSE", join: nameOnly, check: plainVersion, distro: true},
}

// otherNamespaces are spellings of a distribution in package URLs.
var otherNamespaces = map[string]string{
	"rpm/rhel": "rpm/redhat", "rpm/sles": "rpm/suse", "rpm/sle": "rpm/suse", "rpm/alma": "rpm/almalinux",
	"rpm/rockylinux": "rpm/rocky", "rpm/mariner": "rpm/azurelinux", "rpm/opensuse-leap": "rpm/opensuse",
	"rpm/opensuse-tumbleweed": "rpm/opensuse", "rpm/opensuse.leap": "rpm/opensuse",
}

// byName finds the ecosystem of a record.
var byName = func() map[string]*ecosystem {
	names := map[string]*ecosystem{}
	for _, e := range ecosystems {
		names[e.name] = e
	}
	return names
}()

// ecosystemOf is that of a package URL; nil for one that OSV has no name for.
func ecosystemOf(p *packageurl.PackageURL) *ecosystem {
	key := p.Type
	switch p.Type {
	case "apk", "deb", "rpm":
		key += "/" + strings.ToLower(p.Namespace)
		if other, ok := otherNamespaces[key]; ok {
			key = other
		}
	}
	return ecosystems[key]
}

func nameOnly(_, name string) string { return name }

func slashed(namespace, name string) string {
	if namespace == "" {
		return name
	}
	return namespace + "/" + name
}

func coordinates(group, artifact string) string { return group + ":" + artifact }

// goModule is the module path. The standard library and the toolchain are no
// modules; OSV names them stdlib and toolchain.
func goModule(namespace, name string) string {
	switch path := slashed(namespace, name); path {
	case "std", "stdlib":
		return "stdlib"
	case "golang.org/toolchain", "toolchain":
		return "toolchain"
	default:
		return path
	}
}

func (e *ecosystem) orderName() string {
	if e.order != "" {
		return e.order
	}
	return e.name
}
