package advisory

import (
	"net/url"
	"slices"
	"strings"
)

// versOrders are the orders of the schemes of VERS.
var versOrders = map[string]string{"npm": "npm", "pypi": "PyPI", "maven": "Maven", "gem": "RubyGems", "golang": "Go", "nuget": "NuGet",
	"deb": "Debian", "rpm": "Red Hat", "alpine": "Alpine", "cargo": "crates.io", "composer": "Packagist", "hex": "Hex", "semver": "npm", "intdot": "npm", "generic": "npm"}

// constraint is one constraint of a VERS range.
type constraint struct{ sign, version string }

// inVers says whether a version is in a VERS range, vers:npm/>=1.0|<2.0. A
// range that cannot be read has no version.
func (o *orders) inVers(text, order, version string) bool {
	scheme, list, ok := strings.Cut(strings.TrimPrefix(text, "vers:"), "/")
	if !ok {
		return false
	}
	if own, known := versOrders[scheme]; known {
		order = own
	}
	if list == "*" {
		return true
	}
	var ranges []constraint
	for part := range strings.SplitSeq(list, "|") {
		c := parseConstraint(part)
		sign, ok := o.compare(order, version, c.version)
		switch {
		case !ok:
			return false
		case c.sign == "=" && sign == 0:
			return true
		case c.sign == "!=" && sign == 0:
			return false
		case c.sign != "=" && c.sign != "!=":
			ranges = append(ranges, c)
		}
	}
	slices.SortStableFunc(ranges, func(a, b constraint) int {
		sign, _ := o.compare(order, a.version, b.version)
		return sign
	})
	return o.between(ranges, order, version)
}

func parseConstraint(text string) constraint {
	text = strings.TrimSpace(text)
	for _, sign := range []string{"!=", "<=", ">=", "<", ">", "="} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			return constraint{sign, plainPercent(rest)}
		}
	}
	return constraint{"=", plainPercent(text)}
}

func plainPercent(text string) string {
	text = strings.TrimSpace(text)
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}

// between says whether a version is in one of the ranges that constraints
// make, which are in the order of their versions.
func (o *orders) between(ranges []constraint, order, version string) bool {
	open := len(ranges) > 0 && ranges[0].sign[0] == '<' // from the first version on
	for _, c := range ranges {
		sign, _ := o.compare(order, version, c.version)
		switch c.sign {
		case ">", ">=":
			open = sign > 0 || sign == 0 && c.sign == ">="
		case "<", "<=":
			if open && (sign < 0 || sign == 0 && c.sign == "<=") {
				return true
			}
			open = false
		}
	}
	return open
}
