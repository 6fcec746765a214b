package evidence

import (
	"strings"

	"github.com/package-url/packageurl-go"
)

// validPURL reports whether text is a package URL that packageurl-go parses.
func validPURL(text string) bool {
	if !strings.HasPrefix(text, "pkg:") && !strings.HasPrefix(strings.ToLower(text), "pkg:") {
		return false
	}
	_, err := packageurl.FromString(text)
	return err == nil
}

// validCPE reports whether text has the form of a CPE 2.3 formatted string or
// a CPE 2.2 URI (NISTIR 7695, sections 6.1 and 6.2).
func validCPE(text string) bool {
	if rest, ok := strings.CutPrefix(text, "cpe:2.3:"); ok {
		return validCPE23(rest)
	}
	if len(text) > 5 && strings.EqualFold(text[:5], "cpe:/") {
		return validCPE22(text[5:])
	}
	return false
}

// validCPE23 checks the eleven attributes after the prefix. A colon or another
// special character inside an attribute is escaped with a backslash.
func validCPE23(rest string) bool {
	attributes, length := 1, 0
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == ':':
			if length == 0 {
				return false
			}
			attributes++
			length = 0
			continue
		case c == '\\':
			i++
			if i == len(rest) || rest[i] <= ' ' || rest[i] > '~' || isAlphanumeric(rest[i]) {
				return false
			}
		case !isAlphanumeric(c) && !strings.ContainsRune("-._*?", rune(c)):
			return false
		}
		length++
		if attributes == 1 && (length > 1 || !strings.ContainsRune("aho*-", rune(rest[i]))) {
			return false
		}
	}
	return attributes == 11 && length > 0
}

// validCPE22 checks the one to seven components of the URI's path.
func validCPE22(rest string) bool {
	parts := strings.Split(rest, ":")
	if len(parts) > 7 || !strings.Contains("aho", strings.ToLower(parts[0])) || len(parts[0]) > 1 {
		return false
	}
	named := false
	for _, part := range parts[1:] {
		for i := 0; i < len(part); i++ {
			if !isAlphanumeric(part[i]) && !strings.ContainsRune("-._~%", rune(part[i])) {
				return false
			}
		}
		named = named || part != ""
	}
	return named
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// validSWHID reports whether text is a Software Heritage identifier: the core
// of it is checked, qualifiers after a semicolon are let be.
func validSWHID(text string) bool {
	core, _, _ := strings.Cut(text, ";")
	parts := strings.Split(core, ":")
	if len(parts) != 4 || parts[0] != "swh" || parts[1] != "1" {
		return false
	}
	switch parts[2] {
	case "cnt", "dir", "rel", "rev", "snp":
		return len(parts[3]) == 40 && isHex(parts[3])
	}
	return false
}

// validOmniBOR reports whether text is an OmniBOR artifact identifier, a gitoid.
func validOmniBOR(text string) bool {
	parts := strings.Split(text, ":")
	if len(parts) != 4 || parts[0] != "gitoid" || parts[1] == "" || !isHex(parts[3]) {
		return false
	}
	return parts[2] == "sha1" && len(parts[3]) == 40 || parts[2] == "sha256" && len(parts[3]) == 64
}

// validSerial reports whether text is the URN of a UUID (RFC 9562), as a
// CycloneDX serial number is.
func validSerial(text string) bool {
	uuid, ok := strings.CutPrefix(text, "urn:uuid:")
	if !ok || len(uuid) != 36 {
		return false
	}
	for i, c := range []byte(uuid) {
		if i == 8 || i == 13 || i == 18 || i == 23 {
			if c != '-' {
				return false
			}
		} else if !isHexDigit(c) {
			return false
		}
	}
	return true
}

func isHexDigit(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func isHex[T string | []byte](text T) bool {
	for i := 0; i < len(text); i++ {
		if !isHexDigit(text[i]) {
			return false
		}
	}
	return len(text) > 0
}

// hashLengths gives for each hash algorithm of CycloneDX the length of its
// value in hexadecimal digits; 0 is any that the schema lets through.
var hashLengths = map[string]int{
	"MD5": 32, "SHA-1": 40, "SHA-256": 64, "SHA-384": 96, "SHA-512": 128,
	"SHA3-256": 64, "SHA3-384": 96, "SHA3-512": 128,
	"BLAKE2b-256": 64, "BLAKE2b-384": 96, "BLAKE2b-512": 128, "BLAKE3": 0,
	"Streebog-256": 64, "Streebog-512": 128,
}

// validHash reports whether content can be a value of the algorithm.
func validHash(algorithm string, content []byte) bool {
	length, known := hashLengths[algorithm]
	if !known || !isHex(content) {
		return false
	}
	if length != 0 {
		return len(content) == length
	}
	switch len(content) {
	case 32, 40, 64, 96, 128:
		return true
	}
	return false
}
