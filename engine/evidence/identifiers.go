package evidence

import (
	"encoding/hex"
	"regexp"
	"strings"

	packageurl "github.com/package-url/packageurl-go"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// digestOf reads "sha256:" and 64 hex digits, or the digits alone. It is the
// only digest that documents of a bundle are compared by.
func digestOf(text string) (string, bool) {
	digits := strings.TrimPrefix(strings.ToLower(text), "sha256:")
	if raw, err := hex.DecodeString(digits); err != nil || len(raw) != 32 {
		return "", false
	}
	return "sha256:" + digits, true
}

// purlOf accepts a well-formed package URL as it is written.
func purlOf(text string) (string, bool) {
	_, err := packageurl.FromString(text)
	return text, err == nil
}

// cpeOf accepts a well-formed CPE 2.2 or 2.3 name as it is written.
func cpeOf(text string) (string, bool) { return text, validCPE(text) }

var (
	weaknessForm  = pattern.Lazy(`^(?i:cwe-?)?([0-9]{1,6})$`)
	patternForm   = pattern.Lazy(`^(?i:capec-?)?([0-9]{1,6})$`)
	techniqueForm = pattern.Lazy(`^(?i:t)([0-9]{4}(\.[0-9]{3})?)$`)
)

func weaknessOf(text string) (string, bool)  { return numbered(weaknessForm(), "CWE-", text) }
func patternOf(text string) (string, bool)   { return numbered(patternForm(), "CAPEC-", text) }
func techniqueOf(text string) (string, bool) { return numbered(techniqueForm(), "T", text) }

func numbered(form *regexp.Regexp, prefix, text string) (string, bool) {
	m := form.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	return prefix + m[1], true
}
