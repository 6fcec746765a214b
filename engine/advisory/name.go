package advisory

import "strings"

// PackageName is the name of a package as its ecosystem compares names, under
// which advisories are stored and looked up. The ecosystem is without suffix.
// Package URLs of Go modules are in lower case by their specification, so that
// module paths compare in lower case.
func PackageName(ecosystem, name string) string {
	switch ecosystem {
	case "PyPI":
		return pep503(name)
	case "Go", "GitHub Actions", "Hex", "NuGet", "Packagist", "Pub":
		return strings.ToLower(name)
	case "SwiftURL":
		name = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(name), "https://"), "http://")
		return strings.TrimSuffix(name, ".git")
	}
	return name
}

// pep503 is the normal form of a PyPI name: lower case, and one hyphen for
// each run of hyphens, dots and underscores.
func pep503(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	run := false
	for _, c := range []byte(strings.ToLower(name)) {
		if c == '-' || c == '_' || c == '.' {
			run = true
			continue
		}
		if run && b.Len() > 0 {
			b.WriteByte('-')
		}
		run = false
		b.WriteByte(c)
	}
	return b.String()
}

// Package is under what ecosystem and name an entry is found: its own, else
// those of its package URL; both are "" for one that names no package.
func (a *Affected) Package() (ecosystem, name string) {
	if a.Ecosystem != "" {
		ecosystem, _, _ = strings.Cut(a.Ecosystem, ":")
		return ecosystem, PackageName(ecosystem, a.Name)
	}
	if a.PURL == "" {
		return "", ""
	}
	p, ok := parsePURL(a.PURL)
	if !ok || p.ecosystem == nil {
		return "", ""
	}
	return p.ecosystem.name, p.names[0]
}

// Product is under what CPE vendor and product an entry is found; both are ""
// for one that has no CPE.
func (a *Affected) Product() (vendor, product string) {
	if a.CPE == "" {
		return "", ""
	}
	c, ok := parseCPE(a.CPE)
	if !ok {
		return "", ""
	}
	return c.vendor, c.product
}
