package advisory

import (
	"strings"

	"github.com/google/osv-scalibr/semantic"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// maxVersion is the length in bytes of the longest text that is taken for a
// version: orders parse whole numbers of any size, and vendors write the text.
const maxVersion = 256

var (
	pep440Form = pattern.Lazy(`(?i)^v?(\d+!)?\d+(\.\d+)*([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?(-\d+|[-_.]?(post|rev|r)[-_.]?\d*)?([-_.]?dev[-_.]?\d*)?(\+[a-z0-9]+([-_.][a-z0-9]+)*)?$`)
	alpineForm = pattern.Lazy(`^\d+(\.\d+)*[a-z]?(_(alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*(~[0-9a-f]+)?(-r\d+)?$`)
	goForm     = pattern.Lazy(`^(?:v|go)?(\d+)\.(\d+)(?:\.(\d+))?((?:alpha|beta|rc)\d+)?(?:[-+. ].*)?$`)
)

// numbered is a version that begins with a number, with or without a v.
func numbered(version string) bool {
	rest := strings.TrimPrefix(version, "v")
	return rest != "" && '0' <= rest[0] && rest[0] <= '9' && plainVersion(version)
}

// plainVersion is a text that has a digit and no sign of a range, a
// placeholder or a path.
func plainVersion(version string) bool {
	return strings.ContainsAny(version, "0123456789") && !strings.ContainsAny(version, " \t\n<>=^*|,${}()[]/\\\"'")
}

func pep440(version string) bool { return pep440Form().MatchString(version) }

func alpineVersion(version string) bool { return alpineForm().MatchString(version) }

// goRelease is the version of a Go release in the form that OSV orders:
// go1.20rc1 is 1.20.0-rc1. What follows a hyphen is a platform or a patch set.
func goRelease(version string) string {
	m := goForm().FindStringSubmatch(version)
	if m == nil {
		return version
	}
	if m[3] == "" {
		m[3] = "0"
	}
	release := m[1] + "." + m[2] + "." + m[3]
	if m[4] != "" {
		release += "-" + m[4]
	}
	return release
}

// orders compares versions. It keeps what it has parsed, because the versions
// of one package's advisories come again with each component of that package.
type orders struct {
	parsed map[orderedText]parsedVersion
}

type orderedText struct{ order, text string }

// parsedVersion is a version in the order of an ecosystem. Most versions are
// plain: up to three numbers that fit a word, in an order in which such
// numbers compare one by one.
type parsedVersion struct {
	ok      bool
	plain   bool
	numbers [3]uint32
	full    semantic.Version
}

func newOrders() *orders { return &orders{parsed: map[orderedText]parsedVersion{}} }

// parse gives the version; not ok where the order cannot place it.
func (o *orders) parse(order, text string) parsedVersion {
	if v, plain := plainNumbers(order, text); plain {
		return v
	}
	key := orderedText{order, text}
	v, known := o.parsed[key]
	if !known {
		v = parseVersion(order, text)
		o.parsed[key] = v
	}
	return v
}

// semverLike are the orders of numbers one by one, then what follows a hyphen.
var semverLike = map[string]bool{"npm": true, "Go": true, "crates.io": true, "Hex": true, "Bitnami": true,
	"ConanCenter": true, "Julia": true, "SwiftURL": true}

func plainNumbers(order, text string) (v parsedVersion, plain bool) {
	if !semverLike[order] {
		return v, false
	}
	text = strings.TrimPrefix(text, "v")
	n, digits := 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case '0' <= c && c <= '9' && digits < 9:
			v.numbers[n] = v.numbers[n]*10 + uint32(c-'0')
			digits++
		case c == '.' && digits > 0 && n < 2:
			n, digits = n+1, 0
		default:
			return v, false
		}
	}
	v.ok, v.plain = true, true
	return v, digits > 0
}

// parseVersion reads a version by semantic, which is written for registries'
// own data: what it cannot bear in a vendor's text is not a version.
func parseVersion(order, text string) (v parsedVersion) {
	if text == "" || len(text) > maxVersion {
		return parsedVersion{}
	}
	defer func() {
		if recover() != nil {
			v = parsedVersion{}
		}
	}()
	full, err := semantic.Parse(text, order)
	if err != nil {
		return parsedVersion{}
	}
	return parsedVersion{ok: true, full: full}
}

// compare orders two versions; not ok where either cannot be placed.
func (o *orders) compare(order, a, b string) (sign int, ok bool) {
	return o.compareParsed(order, a, o.parse(order, a), b)
}

func (o *orders) compareParsed(order, a string, v parsedVersion, b string) (sign int, ok bool) {
	w := o.parse(order, b)
	if !v.ok || !w.ok {
		return 0, false
	}
	if v.plain && w.plain {
		for i, n := range v.numbers {
			switch {
			case n < w.numbers[i]:
				return -1, true
			case n > w.numbers[i]:
				return 1, true
			}
		}
		return 0, true
	}
	for _, side := range []struct {
		v    *parsedVersion
		text string
	}{{&v, a}, {&w, b}} {
		if side.v.plain {
			if *side.v = o.whole(order, side.text); !side.v.ok {
				return 0, false
			}
		}
	}
	defer func() {
		if recover() != nil {
			sign, ok = 0, false
		}
	}()
	sign, err := v.full.Compare(w.full)
	return sign, err == nil
}

// whole is a plain version as semantic has it, to compare with one that is not.
func (o *orders) whole(order, text string) parsedVersion {
	key := orderedText{order, text}
	v, known := o.parsed[key]
	if !known {
		v = parseVersion(order, text)
		o.parsed[key] = v
	}
	return v
}
