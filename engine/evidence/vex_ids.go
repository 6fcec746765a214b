package evidence

import "strings"

// take keeps a text as the identifier that it has the form of: a package URL,
// a CPE, a BOM-Link or a digest. Another text may still be the bom-ref that a
// BOM-Link would name, which is for the caller to know.
func (ids *vexIDs) take(text string) {
	switch {
	case text == "":
	case strings.HasPrefix(text, "pkg:"):
		if validPURL(text) {
			ids.purls = addOnce(ids.purls, text)
		}
	case strings.HasPrefix(text, "cpe:"):
		if validCPE(text) {
			ids.cpes = addOnce(ids.cpes, text)
		}
	case strings.HasPrefix(text, "urn:cdx:"):
		ids.bomRefs = addOnce(ids.bomRefs, text)
	default:
		if algorithm, digest, found := strings.Cut(text, ":"); found && strings.HasPrefix(strings.ToLower(algorithm), "sha") {
			ids.digest(digest)
		}
	}
}

// digest keeps a digest in hex.
func (ids *vexIDs) digest(text string) {
	if _, digits, found := strings.Cut(text, ":"); found {
		text = digits
	}
	if text = strings.ToLower(strings.TrimSpace(text)); len(text) >= 40 && isHex(text) {
		ids.digests = addOnce(ids.digests, text)
	}
}
