package evidence

import (
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// headBytes is how much of a document is looked at where its whole is not
// needed to say what it is.
const headBytes = 64 << 10

// readHead looks at what a document is written in and at its top-level keys.
// It accepts what the gates refuse, so that a damaged document still counts as
// the kind that it claims to be.
func readHead(path string, data []byte, claim Kind) head {
	if appleDouble(path, data) {
		return head{syntax: otherSyntax, claim: claim, scalar: map[string]string{}}
	}
	h := head{path: path, claim: claim, scalar: map[string]string{}, syntax: syntaxOf(path, data)}
	switch h.syntax {
	case jsonSyntax:
		h.readJSON(data)
	case yamlSyntax:
		h.readYAML(data)
	case xmlSyntax:
		h.readXML(data)
	case officeSyntax:
		h.readOffice(data)
	case tagValueSyntax:
		h.keys = []string{"SPDXVersion"}
	case otherSyntax:
		h.readText(data)
	}
	return h
}

// appleDouble says that a file holds what macOS keeps beside the file of the
// same name without "._", in archives too. It claims nothing by that name.
func appleDouble(name string, data []byte) bool {
	return strings.HasPrefix(path.Base(name), "._") && bytes.HasPrefix(data, []byte("\x00\x05\x16\x07"))
}

func hasEnding(name string, endings ...string) bool {
	name = strings.ToLower(name)
	for _, e := range endings {
		if strings.HasSuffix(name, e) {
			return true
		}
	}
	return false
}

// syntaxOf tells the syntax from the first bytes. Only between YAML and other
// text, which nothing marks, does the name's ending help.
func syntaxOf(name string, data []byte) syntax {
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), headBytes)], []byte("\uFEFF")), " \t\r\n")
	switch {
	case len(start) == 0:
		return emptySyntax(name)
	case start[0] == '{', start[0] == '[':
		if hasEnding(name, ".yaml", ".yml") && !jsontext.Value(data).IsValid() {
			return yamlSyntax // a YAML mapping in braces
		}
		return jsonSyntax
	case bytes.HasPrefix(start, []byte("%PDF-")):
		return pdfSyntax
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return officeSyntax
	case start[0] == '<':
		return xmlSyntax
	case tagValueClaim().Match(start):
		return tagValueSyntax
	case hasEnding(name, ".yaml", ".yml"), yamlClaim().Match(data[:min(len(data), headBytes)]):
		return yamlSyntax
	case hasEnding(name, ".json") && utf8.Valid(start[:min(len(start), 64)]):
		return jsonSyntax
	}
	return otherSyntax
}

// emptySyntax is that of the name's ending, for a file without content.
func emptySyntax(name string) syntax {
	switch {
	case hasEnding(name, ".json"):
		return jsonSyntax
	case hasEnding(name, ".yaml", ".yml"):
		return yamlSyntax
	case hasEnding(name, ".xml"):
		return xmlSyntax
	}
	return otherSyntax
}

// yamlClaim finds the first key of a form that is written in YAML, with its
// version, at the start of a line.
var yamlClaim = pattern.Lazy(`(?m)^["']?(threat_model|declaration|otmVersion|threagile_version)["']?[ \t]*:[ \t]+["']?[0-9]`)

// readJSON takes the top-level keys. In a large CycloneDX document it stops at
// the first list or object after bomFormat, which has said enough.
func (h *head) readJSON(data []byte) {
	if bytes.HasPrefix(data, []byte("\uFEFF")) {
		data = data[len("\uFEFF"):]
	}
	lenient := []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}
	members(data, 0, func(name string, offset int64) bool {
		h.keys = append(h.keys, name)
		kind := data[min(offset, int64(len(data)-1))]
		if kind == '{' && len(h.keys) == 1 && offset < int64(len(data)) {
			members(data, offset, func(name string, _ int64) bool {
				h.first = append(h.first, name)
				return len(h.first) < maxFirstKeys
			}, lenient...)
		}
		if kind == '{' || kind == '[' {
			return len(data) < 64*headBytes || !h.has("bomFormat")
		}
		if value, err := jsontext.NewDecoder(bytes.NewBuffer(data[offset:]), lenient...).ReadToken(); err == nil {
			if value.Kind() != 'n' && len(value.String()) <= headBytes {
				h.scalar[name] = value.String()
			}
		}
		return len(h.keys) < maxHeadKeys
	}, lenient...)
	if h.keyClaim() == "" {
		h.claimsOfDamaged(data)
	}
}

// maxHeadKeys bounds the top-level keys looked at, and maxFirstKeys those of
// the first value.
const (
	maxHeadKeys  = 1_000
	maxFirstKeys = 20
)

// jsonClaim finds the key that a damaged JSON document may hold after the damage.
var jsonClaim = pattern.Lazy(`"(bomFormat|threat_model|declaration)"\s*:\s*("?[A-Za-z0-9]+)`)

func (h *head) claimsOfDamaged(data []byte) {
	if jsontext.Value(data).IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) {
		return
	}
	for _, m := range jsonClaim().FindAllSubmatch(data[:min(len(data), headBytes)], -1) {
		if name := string(m[1]); !h.has(name) {
			h.keys = append(h.keys, name)
			h.scalar[name] = strings.Trim(string(m[2]), `"`)
		}
	}
}

// yamlKey is a key at the start of a line with the scalar after it.
var yamlKey = pattern.Lazy(`(?m)^["']?([A-Za-z_$][A-Za-z0-9_.$-]*)["']?[ \t]*:(?:[ \t]+([^\r\n]*?))?[ \t]*\r?$`)

// readYAML takes the top-level keys line by line, without the YAML library,
// whose cost is bounded only when a form is read.
func (h *head) readYAML(data []byte) {
	for _, m := range yamlKey().FindAllSubmatch(data[:min(len(data), 32*headBytes)], maxHeadKeys) {
		name, value := string(m[1]), string(m[2])
		if h.has(name) {
			continue
		}
		h.keys = append(h.keys, name)
		value, _, _ = strings.Cut(value, " #")
		value = strings.TrimSpace(value)
		if value != "" && !strings.ContainsAny(value[:1], "[{|>&*#") {
			h.scalar[name] = strings.Trim(value, `"'`)
		}
	}
	// A mapping in braces has its keys after them.
	if m := flowClaim().FindSubmatch(data[:min(len(data), headBytes)]); m != nil && len(h.keys) == 0 {
		h.keys = append(h.keys, string(m[1]))
		h.scalar[string(m[1])] = string(m[2])
	}
}

var flowClaim = pattern.Lazy(`^\s*\{(?s:.*?)\b(threat_model|declaration)["']?\s*:\s*["']?([A-Za-z0-9]+)`)

// readXML takes the root element as the one key, with its namespace.
func (h *head) readXML(data []byte) {
	dec := xml.NewDecoder(bytes.NewReader(data[:min(len(data), headBytes)]))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		token, err := dec.RawToken()
		if err != nil {
			return
		}
		if start, ok := token.(xml.StartElement); ok {
			h.keys = []string{start.Name.Local}
			for _, a := range start.Attr {
				if a.Name.Local == "xmlns" || a.Name.Space == "xmlns" && a.Name.Local == start.Name.Space {
					h.scalar[start.Name.Local] = a.Value
				}
			}
			return
		}
	}
}

// officeParts are names of entries that tell an office document from another archive.
var officeParts = []string{"word/", "xl/", "ppt/", "application/vnd.oasis.opendocument."}

// readOffice takes the parts of an office document as keys; another archive has none.
func (h *head) readOffice(data []byte) {
	if data[0] != 'P' { // the old binary form
		h.keys = []string{"ole"}
		return
	}
	for _, part := range officeParts {
		if bytes.Contains(data, []byte(part)) && (strings.HasPrefix(part, "application/") || bytes.Contains(data, []byte("[Content_Types].xml"))) {
			h.keys = append(h.keys, part)
		}
	}
}

// hclModel is the key of a threat model in HCL: a block of hcltm, now threatcl.
const hclModel = "threatmodel {"

var hclClaim = pattern.Lazy(`(?m)^threatmodel[ \t]+"[^"\n]*"[ \t]*\{`)

// readText recognises threat models in HCL.
func (h *head) readText(data []byte) {
	if hclClaim().Match(data[:min(len(data), headBytes)]) {
		h.keys = append(h.keys, hclModel)
	}
}

// tagValueClaim finds the first tag of the tag-value form of SPDX 2.
var tagValueClaim = pattern.Lazy(`(?m)^SPDXVersion[ \t]*:`)

// nameClaims are the names by which a file claims to be a kind of evidence.
var nameClaims = []struct {
	kind  Kind
	match func(name string) bool
}{
	{KindVEX, func(n string) bool {
		return hasEnding(n, ".vex.json", ".openvex.json", ".vex.cdx.json", ".csaf.json", ".vex.xml") || n == "vex.json"
	}},
	{KindSBOM, func(n string) bool {
		return hasEnding(n, ".cdx.json", ".cdx.xml", ".spdx", ".spdx.json", ".bom.json", ".bom.xml", ".sbom.json", ".sbom.xml") ||
			n == "bom.json" || n == "bom.xml" || n == "sbom.json" || n == "sbom.xml"
	}},
	{KindThreatModel, func(n string) bool {
		return (strings.Contains(strings.NewReplacer("-", "", "_", "", " ", "").Replace(n), "threatmodel") && hasEnding(n, ".yaml", ".yml", ".json")) ||
			hasEnding(n, ".tm7")
	}},
	{KindDeclaration, func(n string) bool {
		return strings.Contains(n, "declaration") && hasEnding(n, ".yaml", ".yml", ".json")
	}},
}

// nameClaim is the kind that a file's name claims, or "".
func nameClaim(name string) Kind {
	base := strings.ToLower(path.Base(name))
	for _, c := range nameClaims {
		if c.match(base) {
			return c.kind
		}
	}
	return ""
}

// keyClaim is the kind that a document's own keys claim, or "".
func (h head) keyClaim() Kind {
	switch {
	case h.has("bomFormat"), h.has("spdxVersion"), h.has("SPDXVersion"):
		return KindSBOM
	case h.scalar["threat_model"] != "":
		return KindThreatModel
	case h.scalar["declaration"] != "":
		return KindDeclaration
	case looksLikeOpenVEX(h), looksLikeCSAF(h) && (len(h.keys) > 1 || nameClaim(h.path) == KindVEX):
		return KindVEX
	}
	return ""
}
