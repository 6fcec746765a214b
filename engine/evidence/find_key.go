package evidence

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/purl"
)

// findKey is a key by which a product may be found, and what a find by it is.
// The key's first byte says what it is of, as in the comments beside the makers.
type findKey struct{ match, key, purl string }

// keys are those of one product, the surest first.
func (f *finder) keys(v *VEX, p *VEXProduct) []findKey {
	var keys []findKey
	for _, ref := range p.ids.bomRefs {
		keys = append(keys, f.refKeys(v, ref)...)
	}
	// A CPE or package URL without a version is the product of any version; the
	// name is tried only where nothing surer is stated.
	keys = append(keys, idKeys(&p.ids)...)
	if len(p.ids.purls)+len(p.ids.cpes)+len(p.ids.digests)+len(p.ids.bomRefs) == 0 {
		keys = append(keys, nameKeys(p.Name, p.Version)...)
	}
	return keys
}

// refKeys are those of a bom-ref, which counts in its own document, or of a
// BOM-Link, which names the SBOM too.
func (f *finder) refKeys(v *VEX, ref string) []findKey {
	if ref == "" {
		return nil
	}
	if link, ok := strings.CutPrefix(ref, "urn:cdx:"); ok {
		document, fragment, _ := strings.Cut(link, "#")
		document = strings.ToLower(document)
		sbom, known := f.serial[document]
		if !known {
			serial, _, _ := strings.Cut(document, "/")
			sbom, known = f.serial[serial]
		}
		if !known {
			return nil
		}
		keys := []findKey{refKey(sbom, fragment)}
		if plain, err := url.PathUnescape(fragment); err == nil && plain != fragment {
			keys = append(keys, refKey(sbom, plain))
		}
		return keys
	}
	var ids vexIDs
	if sbom, ok := f.sboms[v.Document]; ok {
		ids.take(ref)
		return append([]findKey{refKey(sbom, ref)}, idKeys(&ids)...)
	}
	if ref == v.subject { // the document's own subject, which an SBOM of the bundle may have too
		ids.take(value(v.Product.PURL))
		ids.take(value(v.Product.CPE))
		return append(idKeys(&ids), nameKeys(value(v.Product.Name), value(v.Product.Version))...)
	}
	ids.take(ref) // many tools take the package URL for the bom-ref
	return idKeys(&ids)
}

// lifecycleKeys are those of what a lifecycle record is about.
func (f *finder) lifecycleKeys(l *Lifecycle) []findKey {
	var ids vexIDs
	ids.take(value(l.Product.PURL))
	ids.take(value(l.Product.CPE))
	keys := idKeys(&ids)
	if len(keys) == 0 {
		keys = nameKeys(value(l.Product.Name), value(l.Product.Version))
	}
	return keys
}

// refKey is of a bom-ref; without one it is the SBOM's subject.
func refKey(sbom int, ref string) findKey {
	return findKey{"bom_ref", "r" + strconv.Itoa(sbom) + "#" + ref, ""}
}

// idKeys are those of package URLs, CPEs and digests.
func idKeys(ids *vexIDs) []findKey {
	var sure, loose []findKey
	for _, text := range ids.purls {
		base, version := purlKey(text)
		if version != "" {
			sure = append(sure, findKey{"purl", "p" + base + "@" + version, text})
			base += "@" // a component that has no version
		}
		loose = append(loose, findKey{"versionless", "P" + base, text})
	}
	for _, text := range ids.cpes {
		base, version := cpeKey(text)
		if version != "" {
			sure = append(sure, findKey{"cpe", "c" + base + ":" + version, ""})
		} else {
			loose = append(loose, findKey{"versionless", "C" + base, ""})
		}
	}
	for _, digest := range ids.digests {
		sure = append(sure, findKey{"digest", "d" + digest, ""})
	}
	return append(sure, loose...)
}

// nameKeys are those of a name: with its version of a subject or component;
// without one, or with a range, of a subject alone.
func nameKeys(name, version string) []findKey {
	name = foldName(name)
	if name == "" {
		return nil
	}
	if version == "" || isRange(version) {
		return []findKey{{"versionless", "N" + name, ""}}
	}
	return []findKey{{"name", "n" + name + "@" + plainVersion(version), ""}}
}

// isRange says that a version is a range: vers, or in the signs of any notation.
func isRange(version string) bool {
	return strings.HasPrefix(version, "vers:") || strings.ContainsAny(version, "<>|*") || strings.HasPrefix(version, "=")
}

// purlKey is a package URL in its normal form without qualifiers, apart from
// its version. One that does not parse is its own key.
func purlKey(text string) (base, version string) {
	key, version := appendPURLKey(nil, text)
	return string(key), version
}

func appendPURLKey(key []byte, text string) ([]byte, string) {
	p, err := purl.Parse(text)
	if err != nil {
		return append(key, text...), ""
	}
	key = append(append(key, p.Type...), '/')
	key = append(append(key, p.Namespace...), '/')
	return append(append(append(key, p.Name...), '#'), p.Subpath...), p.Version
}

// cpeKey is part, vendor and product of a CPE, apart from version and update.
func cpeKey(text string) (base, version string) {
	at := func(i int) string {
		if rest, ok := strings.CutPrefix(text, "cpe:2.3:"); ok {
			return strings.ToLower(unquoteCPE(attribute(rest, i)))
		}
		return strings.ToLower(unescape(attribute(strings.TrimPrefix(text[4:], "/"), i)))
	}
	if version = at(3); version == "*" || version == "-" {
		version = ""
	}
	return at(0) + ":" + at(1) + ":" + at(2), version
}
