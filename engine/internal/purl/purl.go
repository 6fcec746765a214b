// Package purl reads package URLs. It gives what packageurl-go gives, and knows
// the plain form that nearly all of them have without asking it: lists of
// vulnerabilities, ends of life and sources ask for the parts of each component.
package purl

import (
	"strings"

	"github.com/package-url/packageurl-go"
)

// Parse reads a package URL: by itself where it is plain, else as packageurl-go
// does. A plain one takes a quarter of the time and allocates nothing
// (BenchmarkParse/plain).
func Parse(text string) (packageurl.PackageURL, error) {
	if p, ok := plain(text); ok {
		return p, nil
	}
	return packageurl.FromString(text)
}

// Plain takes a package URL apart that is plain, and gives its base, which is the
// beginning of the text. It is not ok of one that has another form, whether it
// is well formed or not.
func Plain(text string) (p packageurl.PackageURL, base string, ok bool) {
	p, ok = plain(text)
	if !ok {
		return p, "", false
	}
	base, _, _ = strings.Cut(text, "?")
	if p.Version != "" {
		base = base[:len(base)-len(p.Version)-1]
	}
	return p, base, true
}

// Base is type, namespace and name as packageurl-go writes them, in lower case:
// pkg:npm/%40angular/core.
func Base(kind, namespace, name string) string {
	if plainNames(kind, namespace, name) {
		if namespace == "" {
			return "pkg:" + kind + "/" + name
		}
		return "pkg:" + kind + "/" + namespace + "/" + name
	}
	p := packageurl.PackageURL{Type: kind, Namespace: namespace, Name: name}
	return strings.ToLower(p.ToString())
}

// Valid reports whether text is a package URL that packageurl-go parses.
func Valid(text string) bool {
	if spelt(text) {
		return true
	}
	_, err := packageurl.FromString(text)
	return err == nil
}

// plainTypes are common package types that have no rules of their own for what
// is in small letters.
var plainTypes = []string{"npm/", "maven/", "golang/", "pypi/", "nuget/", "cargo/", "gem/", "composer/", "github/", "deb/", "rpm/", "apk/", "generic/"}

// spelt knows the form that most package URLs have: type, name, version and a
// few qualifiers. It says true only where the parser accepts the text.
func spelt(text string) bool {
	text, query, asked := strings.Cut(text, "?")
	path := pathOf(text)
	return path != "" && spelled.name(path) >= 0 && (!asked || qualified(query, nil))
}

// plain takes apart what has this form, and no letters that the parser would
// change: capitals and escapes, and signs that it writes otherwise.
func plain(text string) (packageurl.PackageURL, bool) {
	text, query, asked := strings.Cut(text, "?")
	path := pathOf(text)
	if path == "" {
		return packageurl.PackageURL{}, false
	}
	end := small.name(path)
	if end < 0 {
		return packageurl.PackageURL{}, false
	}
	p := packageurl.PackageURL{Type: text[len("pkg:") : len(text)-len(path)-1], Name: path[:end]}
	if end < len(path) {
		p.Version = path[end+1:]
	}
	if slash := strings.LastIndexByte(p.Name, '/'); slash >= 0 {
		p.Namespace, p.Name = p.Name[:slash], p.Name[slash+1:]
	}
	return p, !asked || qualified(query, &p.Qualifiers)
}

// qualified knows qualifiers in the order of their keys, with values that stand
// as they are, and adds them to a list, which may be nil. Those that say which
// distribution a package is of are such: they were a fiftieth of a screening of
// 10,000 components (BenchmarkParse/qualified).
func qualified(query string, into *packageurl.Qualifiers) bool {
	if into != nil {
		*into = make(packageurl.Qualifiers, 0, strings.Count(query, "&")+1)
	}
	last := ""
	for more := true; more; {
		var pair string
		pair, query, more = strings.Cut(query, "&")
		key, value, _ := strings.Cut(pair, "=")
		if key <= last || value == "" || !keys.all(key) || '0' <= key[0] && key[0] <= '9' || !values.all(value) {
			return false
		}
		if last = key; into != nil {
			*into = append(*into, packageurl.Qualifier{Key: key, Value: value})
		}
	}
	return true
}

// all reports whether a text has no byte but those of the form.
func (f *form) all(text string) bool {
	for i := 0; i < len(text); i++ {
		if f.bytes[text[i]] == 0 {
			return false
		}
	}
	return true
}

// pathOf is what follows the type, where that is one of the plain ones; else "".
func pathOf(text string) string {
	if rest, ok := strings.CutPrefix(text, "pkg:"); ok {
		for _, kind := range plainTypes {
			if path, ok := strings.CutPrefix(rest, kind); ok {
				return path
			}
		}
	}
	return ""
}

// The bytes of a path: those that stand as they are everywhere, and those that
// only a version may have.
const inPath, inVersion = 1, 2

// form says where a byte may stand, and whether escapes may.
type form struct {
	bytes   [256]byte
	escapes bool
}

// spelled is every letter that the parser accepts, small those that it does not
// change in any of the types.
var (
	spelled = newForm("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~", "+", true)
	small   = newForm("abcdefghijklmnopqrstuvwxyz0123456789.-", "ABCDEFGHIJKLMNOPQRSTUVWXYZ_~+", false)
	keys    = newForm("abcdefghijklmnopqrstuvwxyz0123456789.-_", "", false)
	values  = newForm("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~:/@+", "", false)
)

func newForm(path, version string, escapes bool) *form {
	f := &form{escapes: escapes}
	for _, c := range []byte(path) {
		f.bytes[c] = inPath | inVersion
	}
	for _, c := range []byte(version) {
		f.bytes[c] = inVersion
	}
	return f
}

// name returns where the name ends in a path, or -1 for a path of another form:
// one with an empty segment, a second "@", or other bytes.
func (f *form) name(path string) (end int) {
	end, segment, may := len(path), 0, byte(inPath)
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case f.bytes[c]&may != 0:
			segment++
		case c == '%' && f.escapes && i+2 < len(path) && isHex(path[i+1]) && isHex(path[i+2]):
			i += 2
			segment++
		case c == '/' && may == inPath && segment > 0:
			segment = 0
		case c == '@' && may == inPath && segment > 0:
			end, may, segment = i, inVersion, 0
		default:
			return -1
		}
	}
	if segment == 0 {
		return -1
	}
	return end
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F' }

// plainNames reports whether a type, namespace and name stand in a package URL as
// they are, in small letters.
func plainNames(kind, namespace, name string) bool {
	path := name
	if namespace != "" {
		path = namespace
		if small.name(name) != len(name) {
			return false
		}
	}
	return pathOf("pkg:"+kind+"/x") == "x" && small.name(path) == len(path)
}
