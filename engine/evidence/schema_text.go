package evidence

import (
	"bytes"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"time"
)

// textPattern is a pattern of CycloneDX's schemas that a message can explain
// and a function can match much faster than a regular expression.
type textPattern struct {
	pattern string
	match   func([]byte) bool // nil: the pattern itself is used
	advice  string
}

// textPatterns are the patterns that are known; any other is matched and told
// as it stands.
var textPatterns = []textPattern{
	{"^(.*)$", func(b []byte) bool { return bytes.IndexByte(b, '\n') < 0 }, "write it on one line"},
	{"^([a-fA-F0-9]{32}|[a-fA-F0-9]{40}|[a-fA-F0-9]{64}|[a-fA-F0-9]{96}|[a-fA-F0-9]{128})$", matchesHash,
		"write the hash as 32, 40, 64, 96 or 128 hexadecimal digits"},
	{"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", matchesSerial,
		`write "urn:uuid:" and a UUID in small letters, such as urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79`},
	{"^urn:cdx:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/[1-9][0-9]*$", nil,
		`write "urn:cdx:", the other document's UUID, "/" and its version`},
	{"^urn:cdx:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/[1-9][0-9]*#.+$", nil,
		`write "urn:cdx:", the other document's UUID, "/", its version, "#" and the bom-ref`},
	{"^[-+a-z0-9.]+/[-+a-z0-9.]+$", nil, "write a media type in small letters, such as text/plain"},
	{"^([a-z]{2})(-[A-Z]{2})?$", nil, "write a language as en or en-US"},
	{"^CRE:[0-9]+-[0-9]+$", nil, "write it as CRE:764-507"},
	{"^[A-Z]{2}$", nil, "write a country as two capital letters"},
}

// matcher returns the function that holds a text against a pattern.
func matcher(pattern string) func([]byte) bool {
	for _, known := range textPatterns {
		if known.pattern == pattern && known.match != nil {
			return known.match
		}
	}
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
	return func(b []byte) bool { return compiled().Match(b) }
}

func matchesHash(b []byte) bool {
	switch len(b) {
	case 32, 40, 64, 96, 128:
		return areHex(b)
	}
	return false
}

func matchesSerial(b []byte) bool {
	return validSerial(string(b)) && bytes.IndexFunc(b, func(r rune) bool { return 'A' <= r && r <= 'F' }) < 0
}

// textFormat is a format of JSON Schema: what holds, what it is called in a
// message and how to write it.
type textFormat struct {
	valid        func(string) bool
	name, advice string
	link         bool // most are known at a glance
}

// holds spares most links the copy that valid takes: they were a twelfth of all
// that a screening of 100,000 components allocates, by number.
func (f *textFormat) holds(text []byte) bool {
	return f.link && plainURL(text) || f.valid(string(text))
}

// textFormats are the formats that are asserted. The schemas name no other
// but "string", which is none.
var textFormats = map[string]*textFormat{
	"date-time":     {validDateTime, "a date and time", "write it as 2026-11-02T10:00:00Z", false},
	"date":          {validDate, "a date", "write it as 2026-11-02", false},
	"iri-reference": {validReference, "a link", "write a URL, such as https://vendor.example/support", true},
	"uri":           {validURI, "a URL", "write a URL, such as https://vendor.example/support", true},
	"idn-email":     {validEmail, "an e-mail address", "write it as name@vendor.example", false},
}

// validDateTime lets the suffixes of RFC 9557 through, which the CISA minimum
// elements of 2026 ask for: this is the one place where a value passes that a
// validator which knows RFC 3339 alone would refuse.
func validDateTime(text string) bool {
	_, ok := parseTimestamp(text)
	return ok
}

func validDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// validReference reports whether text is a URI or IRI, absolute or relative.
func validReference(text string) bool {
	if plainURL(text) {
		return true
	}
	if strings.Contains(text, `\`) {
		return false
	}
	_, ok := parseURL(text)
	return ok
}

func validURI(text string) bool {
	if plainURL(text) {
		return true
	}
	u, ok := parseURL(text)
	return ok && u.IsAbs()
}

// plainURL knows most links at a glance: http or https, a host of letters, digits,
// dots and hyphens, and a path of what needs no escape. Every one of them is a
// link to parseURL too, which was a quarter of the schema's pass and a tenth of
// all that is allocated for 100,000 components (BenchmarkSchema/schema).
func plainURL[T string | []byte](text T) bool {
	var rest T
	switch {
	case len(text) > len(https) && string(text[:len(https)]) == https:
		rest = text[len(https):]
	case len(text) > len(http) && string(text[:len(http)]) == http:
		rest = text[len(http):]
	default:
		return false
	}
	i := 0
	for i < len(rest) && urlBytes[rest[i]] == inHost {
		i++
	}
	if i == 0 || i < len(rest) && rest[i] != '/' {
		return false
	}
	for ; i < len(rest); i++ {
		if urlBytes[rest[i]] == 0 {
			return false
		}
	}
	return true
}

const https, http = "https://", "http://"

// urlBytes are the bytes that stand in a plain link, and which also in its host.
var urlBytes = func() (table [256]byte) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-") {
		table[c] = inHost
	}
	for _, c := range []byte("_~/@+=,;&?!*") {
		table[c] = inPath
	}
	return table
}()

const inHost, inPath = 1, 2

// parseURL refuses what url.Parse lets through: an IPv6 address without
// brackets, or one that is none.
func parseURL(text string) (*url.URL, bool) {
	u, err := url.Parse(text)
	if err != nil {
		return nil, false
	}
	if host := u.Hostname(); strings.Contains(host, ":") {
		address, err := netip.ParseAddr(host)
		if err != nil || !address.Is6() || !strings.HasPrefix(u.Host, "[") {
			return nil, false
		}
	}
	return u, true
}

// validEmail asks for one name and one domain with nothing between but "@";
// RFC 6531 lets nearly every character stand in them.
func validEmail(text string) bool {
	at := strings.LastIndexByte(text, '@')
	return at > 0 && at < len(text)-1 && !strings.ContainsAny(text, " \t\r\n<>,;")
}
