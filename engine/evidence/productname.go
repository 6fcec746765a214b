package evidence

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/purl"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// productName is what a document says that it is about: the whole product, or one
// part of it.
type productName struct {
	part    string // id of the declared part; "" is the whole product
	name    string // as it is shown
	names   []string
	version string
	purl    string
	cpe     string
}

// value is the text where it is stated, else "".
func value(t Text) string {
	if t.State == Stated {
		return t.Value
	}
	return ""
}

func (p Product) productName() productName {
	id := productName{name: value(p.Name), version: value(p.Version), purl: value(p.PURL), cpe: value(p.CPE)}
	id.names = []string{foldName(id.name)}
	return id
}

// productName of an SBOM is its subject. A subject with a group may be called by
// its bare name or by any of the usual spellings of both.
func (s *SBOM) productName() productName {
	subject := s.Subject
	id := productName{name: value(subject.Name), version: value(subject.Version), purl: value(subject.PURL), cpe: value(subject.CPE)}
	id.names = []string{foldName(id.name)}
	if group := value(subject.Group); group != "" && id.name != "" {
		for _, sign := range []string{"/", ":", ".", " "} {
			id.names = append(id.names, foldName(group+sign+id.name))
		}
	}
	return id
}

// partNames finds the declared parts of a product by name, and by name and
// version; where several are called the same, the first.
type partNames struct {
	byName    map[string]productName
	byVersion map[[2]string]productName
}

func (d *Declaration) partNames() partNames {
	parts := partNames{map[string]productName{}, map[[2]string]productName{}}
	for _, p := range d.ProductMore.Parts.Items {
		id := productName{part: value(p.ID), name: value(p.Name), version: value(p.Version)}
		if id.part == "" || id.name == "" {
			continue
		}
		name := foldName(id.name)
		id.names = []string{name}
		if _, taken := parts.byName[name]; !taken {
			parts.byName[name] = id
		}
		if key := [2]string{name, plainVersion(id.version)}; parts.byVersion[key].part == "" {
			parts.byVersion[key] = id
		}
	}
	return parts
}

// fit is the whole product or the part that fits id best. The whole gives way
// only to a part that fits better: by name where the whole has neither the
// name nor the package URL, or by name and version where the whole has another
// version.
func (parts partNames) fit(id, whole productName) productName {
	wholeNamed := id.called(whole) || id.purl != "" && whole.purl != "" && samePURL(id.purl, whole.purl)
	for _, name := range id.names {
		if part, ok := parts.byVersion[[2]string{name, plainVersion(id.version)}]; ok && id.version != "" {
			if !wholeNamed || !sameVersion(whole.version, id.version) {
				return part
			}
		}
	}
	if wholeNamed {
		return whole
	}
	for _, name := range id.names {
		if part, ok := parts.byName[name]; ok {
			return part
		}
	}
	return whole
}

// foldName brings a name to the form that names are compared in: NFC, case
// folded, single spaces.
func foldName(name string) string {
	return strings.Join(strings.Fields(cases.Fold().String(norm.NFC.String(name))), " ")
}

// called says whether the two have a name in common.
func (id productName) called(other productName) bool {
	for _, a := range id.names {
		for _, b := range other.names {
			if a == b && a != "" {
				return true
			}
		}
	}
	return false
}

// plainVersion drops white space and a leading v before a digit.
func plainVersion(version string) string {
	version = strings.TrimSpace(version)
	if len(version) > 1 && (version[0] == 'v' || version[0] == 'V') && version[1] >= '0' && version[1] <= '9' {
		return version[1:]
	}
	return version
}

func sameVersion(a, b string) bool { return plainVersion(a) == plainVersion(b) }

func integerText(n Integer) string { return strconv.FormatInt(n.Value, 10) }

// compare holds the two sides of one value; neither is comparable when empty.
func compare(left, right string, same func(a, b string) bool) Comparison {
	c := Comparison{Left: left, Right: right, Outcome: "unequal"}
	switch {
	case left == "" || right == "":
		c.Outcome = "not_comparable"
	case same(left, right):
		c.Outcome = "equal"
	}
	return c
}

// compareVersions compares versions; a digest, which containers have for a
// version, says nothing about a version number.
func compareVersions(left, right string) Comparison {
	c := compare(left, right, sameVersion)
	if c.Outcome == "unequal" && isDigest(left) != isDigest(right) {
		c.Outcome = "not_comparable"
	}
	return c
}

// isDigest tells the form <algorithm>:<hex> of an image's digest.
func isDigest(version string) bool {
	algorithm, hex, ok := strings.Cut(version, ":")
	return ok && strings.HasPrefix(algorithm, "sha") && len(hex) >= 32 && strings.Trim(strings.ToLower(hex), "0123456789abcdef") == ""
}

// samePURL compares package URLs after their normal form. A version, a subpath
// or a qualifier that only one of them states does not set them apart.
func samePURL(a, b string) bool {
	left, errLeft := purl.Parse(a)
	right, errRight := purl.Parse(b)
	if errLeft != nil || errRight != nil {
		return a == b
	}
	if left.Type != right.Type || left.Namespace != right.Namespace || left.Name != right.Name {
		return false
	}
	qualifiers := right.Qualifiers.Map()
	for key, value := range left.Qualifiers.Map() {
		if other, both := qualifiers[key]; both && other != value {
			return false
		}
	}
	return unlessBoth(left.Version, right.Version) && unlessBoth(left.Subpath, right.Subpath)
}

// unlessBoth is false only where both are stated and differ.
func unlessBoth(a, b string) bool { return a == "" || b == "" || a == b }

// sorted lists the names of the parts in order.
func (parts partNames) sorted() []string { return slices.Sorted(maps.Keys(parts.byName)) }
