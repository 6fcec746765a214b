package evidence

import (
	"net/url"
	"strconv"
	"strings"

	packageurl "github.com/package-url/packageurl-go"
)

// vex looks up the products of all statements, says who the authors are, and
// counts the statements whose products the bundle does not have.
func (r *resolver) vex() {
	f := newFinder(r)
	for i := range r.d.VEX {
		for j := range r.d.VEXStatements[i] {
			for _, p := range r.d.VEXStatements[i][j].Products {
				f.want(f.keys(&r.d.VEX[i], &p))
			}
		}
	}
	for i := range r.d.Lifecycle {
		f.want(f.lifecycleKeys(&r.d.Lifecycle[i]))
	}
	f.look()
	vendors := r.vendors()
	for i := range r.d.VEX {
		v := &r.d.VEX[i]
		v.AuthorIs = authorIs(v.Author, vendors)
		for j := range r.d.VEXStatements[i] {
			s := &r.d.VEXStatements[i][j]
			known := len(s.Products) == 0
			for k := range s.Products {
				p := &s.Products[k]
				p.Match, p.SBOM, p.Row = f.find(f.keys(v, p))
				known = known || p.Match != "none"
			}
			if !known {
				v.Counts.UnknownProduct = append(v.Counts.UnknownProduct, Row(j))
			}
		}
	}
	for i := range r.d.Lifecycle {
		l := &r.d.Lifecycle[i]
		if l.SBOM < 0 {
			_, l.SBOM, l.Row = f.find(f.lifecycleKeys(l))
		}
	}
}

// vendors are the names of who is taken to be the vendor, folded: of the
// manifest, the declarations, and what the SBOMs are about.
func (r *resolver) vendors() map[string]bool {
	names := map[string]bool{}
	add := func(t Text) {
		if name := foldName(value(t)); name != "" {
			names[name] = true
		}
	}
	add(r.d.Bundle.Manifest.Vendor)
	for _, d := range r.d.Declarations {
		add(d.Manufacturer.Name)
	}
	for _, s := range r.d.SBOMs {
		add(s.Subject.Manufacturer)
		add(s.Subject.Supplier)
	}
	return names
}

// authorIs says whether an author is one of the vendors. The author may have
// an address after the name, as in "Acme <security@acme.example>".
func authorIs(author Text, vendors map[string]bool) string {
	name, _, _ := strings.Cut(value(author), "<")
	switch {
	case author.State != Stated || len(vendors) == 0:
		return "unknown"
	case vendors[foldName(author.Value)], vendors[foldName(name)]:
		return "vendor"
	}
	return "third_party"
}

// finder finds products among the subjects and components of all SBOMs, by
// keys of one map. Only keys that are wanted are kept, so that the cost is
// that of one pass over the components.
type finder struct {
	d      *Dossier
	sboms  map[int]int // row in sboms by row in documents
	serial map[string]int
	rows   map[string][]foundRow
	kinds  [128]bool // the first bytes of the keys that are wanted
}

// foundRow is a subject (row -1) or component with a key.
type foundRow struct {
	sbom, row int
	purl      string
}

// mostRows is how many rows are kept for a key; more than one only tell
// package URLs apart by their qualifiers.
const mostRows = 8

// findKey is a key by which a product may be found, and what a find by it is.
// The key's first byte says what it is of, as in the comments beside the makers.
type findKey struct{ match, key, purl string }

func newFinder(r *resolver) *finder {
	f := &finder{d: r.d, sboms: r.sboms, serial: map[string]int{}, rows: map[string][]foundRow{}}
	for i := range r.d.SBOMs {
		s := &r.d.SBOMs[i]
		if s.SerialNumber.State != Stated {
			continue
		}
		serial := strings.ToLower(strings.TrimPrefix(strings.ToLower(s.SerialNumber.Value), "urn:uuid:"))
		for _, key := range []string{serial, serial + "/" + integerText(s.Version)} {
			if _, taken := f.serial[key]; !taken {
				f.serial[key] = i
			}
		}
	}
	return f
}

func (f *finder) want(keys []findKey) {
	for _, k := range keys {
		f.kinds[k.key[0]] = true
		if _, known := f.rows[k.key]; !known {
			f.rows[k.key] = nil
		}
	}
}

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
	p, err := packageurl.FromString(text)
	if err != nil {
		return text, ""
	}
	return p.Type + "/" + p.Namespace + "/" + p.Name + "#" + p.Subpath, p.Version
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

// look goes over the SBOMs once and notes who has the keys that are wanted.
func (f *finder) look() {
	if len(f.rows) == 0 {
		return
	}
	for i := range f.d.SBOMs {
		s := &f.d.SBOMs[i].Subject
		f.note(i, -1, s.BOMRef.Value, s.PURL.Value, s.CPE.Value)
		f.noteKey(refKey(i, "").key, foundRow{sbom: i, row: -1})
		for _, h := range s.Hashes {
			f.noteKey("d"+strings.ToLower(h.Content), foundRow{sbom: i, row: -1})
		}
		id := f.d.SBOMs[i].productName()
		if _, digest, ok := strings.Cut(id.version, ":"); ok && isDigest(id.version) {
			f.noteKey("d"+strings.ToLower(digest), foundRow{sbom: i, row: -1})
		}
		for _, name := range id.names {
			f.noteKey("N"+name, foundRow{sbom: i, row: -1})
			f.noteKey("n"+name+"@"+plainVersion(id.version), foundRow{sbom: i, row: -1})
		}
		for row := range f.d.Components[i] {
			c := &f.d.Components[i][row]
			f.note(i, row, c.BOMRef, c.PURL, c.CPE)
			if f.kinds['n'] {
				f.noteKey("n"+foldName(c.Name)+"@"+plainVersion(c.Version), foundRow{sbom: i, row: row})
			}
		}
	}
}

// note notes the keys of the identifiers of a subject or component.
func (f *finder) note(sbom, row int, ref, purl, cpe string) {
	at := foundRow{sbom: sbom, row: row, purl: purl}
	if f.kinds['r'] && ref != "" {
		f.noteKey(refKey(sbom, ref).key, at)
	}
	if (f.kinds['p'] || f.kinds['P']) && purl != "" {
		base, version := purlKey(purl)
		f.noteKey("p"+base+"@"+version, at)
		f.noteKey("P"+base, at)
		if version == "" {
			f.noteKey("P"+base+"@", at)
		}
	}
	if (f.kinds['c'] || f.kinds['C']) && cpe != "" {
		base, version := cpeKey(cpe)
		f.noteKey("c"+base+":"+version, at)
		f.noteKey("C"+base, at)
	}
}

func (f *finder) noteKey(key string, at foundRow) {
	if have, wanted := f.rows[key]; wanted && len(have) < mostRows {
		f.rows[key] = append(have, at)
	}
}

// find is the first row that has one of the keys.
func (f *finder) find(keys []findKey) (match string, sbom, row int) {
	for _, k := range keys {
		for _, at := range f.rows[k.key] {
			if k.purl == "" || samePURL(k.purl, at.purl) {
				return k.match, at.sbom, at.row
			}
		}
	}
	return "none", -1, -1
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
