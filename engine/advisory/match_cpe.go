package advisory

import (
	"net/url"
	"slices"
	"strings"
)

// cpe is what is compared of a CPE name, in lower case and unescaped; a
// wildcard or a value that is not applicable is "".
type cpe struct{ part, vendor, product, version, update string }

// parseCPE reads a formatted string (cpe:2.3:a:…) or a URI (cpe:/a:…).
func parseCPE(text string) (c cpe, ok bool) {
	lower := strings.ToLower(strings.TrimSpace(text))
	next := cutPlain
	rest, formatted := strings.CutPrefix(lower, "cpe:2.3:")
	switch {
	case formatted && strings.Contains(rest, `\`):
		next = cutQuoted
	case !formatted:
		if rest, ok = strings.CutPrefix(lower, "cpe:/"); !ok {
			return c, false
		}
		next = cutEscaped
	}
	for _, field := range [...]*string{&c.part, &c.vendor, &c.product, &c.version, &c.update} {
		var part string
		if part, rest = next(rest); part != "*" && part != "-" {
			*field = part
		}
	}
	return c, c.vendor != "" && c.product != ""
}

// cutPlain cuts the first part off a name at its colon. Nearly all names are cut so;
// as a list of parts, a name took three times as long (BenchmarkCPE).
func cutPlain(name string) (part, rest string) {
	part, rest, _ = strings.Cut(name, ":")
	return part, rest
}

// cutEscaped cuts a URI, whose parts are percent-encoded.
func cutEscaped(name string) (part, rest string) {
	part, rest = cutPlain(name)
	if plain, err := url.PathUnescape(part); err == nil {
		part = plain
	}
	return part, rest
}

// cutQuoted cuts a formatted string, in which a backslash takes the meaning from
// the sign after it.
func cutQuoted(name string) (part, rest string) {
	var b strings.Builder
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == '\\' && i+1 < len(name):
			i++
			b.WriteByte(name[i])
		case c == ':':
			return b.String(), name[i+1:]
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}

func (m *matcher) byCPE(item Item, c *candidates) (Look, error) {
	if item.CPE == "" {
		return NoIdentifier, nil
	}
	mine, ok := parseCPE(item.CPE)
	if !ok {
		return NoIdentifier, nil
	}
	hits, err := m.product(mine.vendor, mine.product)
	if err != nil || len(hits) == 0 {
		return NotCovered, err
	}
	version := mine.version
	if version == "" {
		version = item.Version
	}
	switch {
	case version == "":
		return NoVersion, nil
	case len(version) > maxVersion || !plainVersion(version):
		return BadVersion, nil
	}
	for _, hit := range hits {
		m.entries(hit, c, matched{order: looseOrder, by: "cpe", weak: true}, version, func(a *Affected) bool {
			theirs, ok := parseCPE(a.CPE)
			return ok && theirs.vendor == mine.vendor && theirs.product == mine.product && (theirs.version == "" || theirs.version == version)
		})
	}
	return ByName, nil
}

// looseOrder is that of versions of no known ecosystem: runs of digits and of
// letters one by one, as rpm compares them.
const looseOrder = "Red Hat"

// exactCPE is an entry whose CPE says the version, and that has no range.
func (m *matcher) exactCPE(a *Affected, version string) verdict {
	theirs, _ := parseCPE(a.CPE)
	if theirs.version == "" || theirs.version != version {
		return verdict{}
	}
	return verdict{hit: true, words: "version " + version + " is listed"}
}

// product are the advisories on a product.
func (m *matcher) product(vendor, product string) ([]Hit, error) {
	if !m.cpes {
		return nil, nil
	}
	return m.hitsOf(keyOfProduct(vendor, product))
}

// namesCPEs says that some set may name a product by a CPE, which no OSV record
// does.
func (d *Data) namesCPEs() bool {
	return slices.ContainsFunc(d.sets, func(s Set) bool { return s.Kind == KindAdvisories && s.Format != "osv" })
}
