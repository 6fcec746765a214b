package evidence

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/purl"
)

// validPURL reports whether text is a package URL that packageurl-go parses.
func validPURL(text string) bool { return purl.Valid(text) }

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

// hexDigits are the hexadecimal digits. To compare each byte of a hash was a
// tenth of the walk over 100,000 components, because nothing foretells which
// comparison fails; a table takes less than a fifth of it.
var hexDigits = func() (table [256]bool) {
	for _, c := range []byte("0123456789abcdefABCDEF") {
		table[c] = true
	}
	return table
}()

func isHexDigit(c byte) bool { return hexDigits[c] }

func isHex(text string) bool {
	for i := 0; i < len(text); i++ {
		if !isHexDigit(text[i]) {
			return false
		}
	}
	return len(text) > 0
}

// areHex is isHex for the many hashes of an SBOM: it looks at eight digits at a
// time, which takes little more than half of it for SHA-512 (BenchmarkAreHex).
func areHex(text []byte) bool {
	if len(text) == 0 {
		return false
	}
	for ; len(text) >= 8; text = text[8:] {
		if !areHexDigits(binary.LittleEndian.Uint64(text)) {
			return false
		}
	}
	return len(text) == 0 || isHex(string(text))
}

// areHexDigits says of eight bytes whether all are digits, by their high bits:
// none has its own, and each gets one when it is counted from the first digit of
// its kind, and none when from behind the last.
func areHexDigits(x uint64) bool {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	y := x | ones*0x20
	digits := (x + ones*(0x80-'0')) &^ (x + ones*(0x7f-'9'))
	letters := (y + ones*(0x80-'a')) &^ (y + ones*(0x7f-'f'))
	return x&highs == 0 && (digits|letters)&highs == highs
}

// hashAlgorithms are the hash algorithms of CycloneDX, in the order in which
// rows list them. hashLengths gives, in step, the length of a value in
// hexadecimal digits; 0 is any that the schema lets through.
var (
	hashAlgorithms = []string{
		"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512",
		"BLAKE2b-256", "BLAKE2b-384", "BLAKE2b-512", "BLAKE3", "Streebog-256", "Streebog-512",
	}
	hashLengths = []int{32, 40, 64, 96, 128, 64, 96, 128, 64, 96, 128, 0, 64, 128}
)

// sha512Algorithm is the set of SHA-512 alone.
const sha512Algorithm algorithmSet = 1 << 4

// strongAlgorithms are those of at least 256 bits: all but MD5 and SHA-1.
// longAlgorithms are those of 512 bits.
const (
	strongAlgorithms algorithmSet = 1<<14 - 1<<2
	longAlgorithms   algorithmSet = 1<<4 | 1<<7 | 1<<10 | 1<<13
)

// hashRank orders the algorithms by their length, and then as they are listed.
// BLAKE3, whose length is free, counts as 256 bits.
func hashRank(number int) uint16 {
	length := hashLengths[number]
	if length == 0 {
		length = 64
	}
	return uint16(length*16 + number + 1) //nolint:gosec // at most 128*16 + 14
}

// validHash reports whether content can be a value of the algorithm.
func validHash(algorithm string, content []byte) bool {
	i := slices.Index(hashAlgorithms, algorithm)
	if i < 0 || !areHex(content) {
		return false
	}
	if hashLengths[i] != 0 {
		return len(content) == hashLengths[i]
	}
	return slices.Contains(hashLengths, len(content))
}

// swid reads a SWID tag, which needs a tag id and a name.
func (r *cdxReader) swid(v token) State {
	if !r.is(v, '{') {
		return Invalid
	}
	var id, name State
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyTagID:
			_, id = r.content(v)
			r.scalar(v)
		case keyName:
			_, name = r.content(v)
			r.scalar(v)
		default:
			r.rest(key, v)
		}
	}
	if id == Stated && name == Stated {
		return Stated
	}
	return Invalid
}

// identifiers reads a list of identifiers of one scheme; one that is valid
// will do.
func (r *cdxReader) identifiers(v token, valid func(string) bool) State {
	if !r.is(v, '[') {
		return Invalid
	}
	state := Absent
	for v, ok := r.element(); ok; v, ok = r.element() {
		state = better(state, r.checked(v, valid).State)
	}
	return state
}
