package advisory

import (
	"net/url"
	"strings"
)

// PackageName gives a package's name as its ecosystem compares names, so that
// one package has one name in records and in evidence. Applied twice it changes
// nothing more.
func PackageName(ecosystem, name string) string {
	switch ecosystem {
	case "PyPI": // PEP 503
		return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
			return r == '-' || r == '_' || r == '.'
		}), "-")
	case "NuGet", "Packagist", "GitHub Actions": // names are compared without regard to case
		return strings.ToLower(name)
	}
	return name
}

// Package is under what ecosystem and name an entry is found.
func (a *Affected) Package() (ecosystem, name string) {
	ecosystem, _, _ = strings.Cut(a.Ecosystem, ":")
	return ecosystem, PackageName(ecosystem, a.Name)
}

// Product is under what CPE vendor and product an entry is found; both are ""
// for one that has no CPE.
func (a *Affected) Product() (vendor, product string) {
	vendor, product, ok := productOfCPE(a.CPE)
	if !ok {
		return "", ""
	}
	return vendor, product
}

// productOfCPE gives vendor and product of a CPE name, of form 2.2 or 2.3, in
// lower case and without escapes; not ok where one of them is open.
func productOfCPE(cpe string) (vendor, product string, ok bool) {
	var parts []string
	switch {
	case strings.HasPrefix(cpe, "cpe:2.3:"):
		parts = splitFormatted(cpe[len("cpe:2.3:"):])
	case strings.HasPrefix(cpe, "cpe:/"):
		parts = strings.Split(cpe[len("cpe:/"):], ":")
		for i, part := range parts {
			if plain, err := url.PathUnescape(part); err == nil {
				parts[i] = plain
			}
		}
	}
	if len(parts) < 3 {
		return "", "", false
	}
	vendor, product = strings.ToLower(parts[1]), strings.ToLower(parts[2])
	closed := func(s string) bool { return s != "" && s != "*" && s != "-" }
	return vendor, product, closed(vendor) && closed(product)
}

// splitFormatted splits a formatted string binding at its colons, and takes the
// escapes away.
func splitFormatted(s string) []string {
	parts, part := []string{}, strings.Builder{}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			part.WriteByte(s[i])
		case s[i] == ':':
			parts = append(parts, part.String())
			part.Reset()
		default:
			part.WriteByte(s[i])
		}
	}
	return append(parts, part.String())
}
