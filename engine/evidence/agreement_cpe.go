package evidence

import "strings"

// cpeAgrees compares a component's version with that of its CPE, which is
// well-formed; "" is not stated. CPE lists leave package revisions out, so
// that one version may go on where the other ends, after a sign that begins a
// revision.
func cpeAgrees(name, version, cpe string) outcome {
	if version == "" || cpe == "" {
		return notComparable
	}
	theirs := cpeVersion(cpe)
	if theirs == "" || theirs == "*" || theirs == "-" {
		return notComparable
	}
	mine, theirs := bareVersion(name, version), bareVersion(name, theirs)
	return outcomeOf(goesOn(mine, theirs) || goesOn(theirs, mine))
}

// bareVersion is a version in lower case without what stands before the first
// number: the name, as in openssl-3.5.7, go or v, and an epoch.
func bareVersion(name, version string) string {
	version = strings.ToLower(version)
	if rest, ok := strings.CutPrefix(version, strings.ToLower(name)); ok && name != "" && strings.HasPrefix(rest, "-") {
		version = rest[1:]
	}
	return withoutEpoch(plainVersion(goVersion(version)))
}

// goesOn reports whether longer is shorter with or without a revision.
func goesOn(longer, shorter string) bool {
	rest, ok := strings.CutPrefix(longer, shorter)
	return ok && (rest == "" || strings.IndexByte("-+~_", rest[0]) >= 0)
}

// cpeVersion is the attribute version of a CPE, unescaped.
func cpeVersion(cpe string) string {
	if rest, ok := strings.CutPrefix(cpe, "cpe:2.3:"); ok {
		return unquoteCPE(attribute(rest, 3))
	}
	return unescape(attribute(cpe[len("cpe:/"):], 3))
}

// attribute is the n-th part between colons; one after a backslash does not
// part.
func attribute(text string, n int) string {
	start := 0
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\':
			i++
		case text[i] != ':':
		case n == 0:
			return text[start:i]
		default:
			n, start = n-1, i+1
		}
	}
	if n > 0 {
		return ""
	}
	return text[start:]
}

// unquoteCPE takes off the backslashes before special characters.
func unquoteCPE(text string) string {
	if strings.IndexByte(text, '\\') < 0 {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
