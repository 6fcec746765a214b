package evidence

import (
	"strconv"
	"strings"
)

// finder finds products among the subjects and components of all SBOMs, by
// keys of one map. Only keys that are wanted are kept, so that the cost is
// that of one pass over the components.
type finder struct {
	d      *Dossier
	sboms  map[int]int // row in sboms by row in documents
	serial map[string]int
	rows   map[string][]foundRow
	kinds  [128]bool // the first bytes of the keys that are wanted
	key    []byte    // the last that was looked at
}

// foundRow is a subject (row -1) or component with a key.
type foundRow struct {
	sbom, row int
	purl      string
}

// mostRows is how many rows are kept for a key; more than one only tell
// package URLs apart by their qualifiers.
const mostRows = 8

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
		key := strconv.AppendInt(append(f.key[:0], 'r'), int64(sbom), 10)
		f.noteBytes(append(append(key, '#'), ref...), at)
	}
	if (f.kinds['p'] || f.kinds['P']) && purl != "" {
		key, version := appendPURLKey(append(f.key[:0], 'P'), purl)
		f.noteBytes(key, at)
		if version == "" {
			f.noteBytes(append(key, '@'), at)
		}
		key[0] = 'p'
		f.noteBytes(append(append(key, '@'), version...), at)
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

// noteBytes is noteKey for a key that few components have: it is kept only
// where it is wanted. To make a text of each took a twentieth of a screening of
// 100,000 components (BenchmarkFinder).
func (f *finder) noteBytes(key []byte, at foundRow) {
	f.key = key
	if _, wanted := f.rows[string(key)]; wanted {
		f.noteKey(string(key), at)
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
