package advisory

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"

	"github.com/bidgate/bidgate/engine/internal/purl"
)

// nameFilter holds sums of all names that lifecycle data knows products by. Of
// the names of 100,000 components next to none is among them, and one that is not
// is told without a text made for it: to look each up was a twelfth of a screening
// (BenchmarkLifecycles). The seed is of one run, so that nobody can
// make names that meet; one that meets by chance is looked up and not found.
type nameFilter struct {
	seed  maphash.Seed
	slots []uint64 // sums by their last bits; 0 is free
}

// newNameFilter reads the names of the lifecycle sets; it is nil where there are
// more of them than items, or where they cannot be read: then each item is looked
// up, and the first that comes upon what is damaged tells.
func newNameFilter(d *Data, items int) *nameFilter {
	keys := int64(0)
	for _, t := range d.tables {
		if t.head.Kind == KindLifecycle {
			keys += (t.head.Fans - t.head.Keys) / keySize
		}
	}
	if keys >= int64(items) {
		return nil
	}
	size := 64
	for int64(size) < 4*keys {
		size *= 2
	}
	f := &nameFilter{seed: maphash.MakeSeed(), slots: make([]uint64, size)}
	for _, t := range d.tables {
		if t.head.Kind == KindLifecycle && t.eachKey(func(key string) { f.add(strings.TrimPrefix(key, nameKey)) }) != nil {
			return nil
		}
	}
	return f
}

func (f *nameFilter) add(name string) {
	sum := max(maphash.String(f.seed, name), 1)
	i := f.slot(sum)
	for f.slots[i] != 0 && f.slots[i] != sum {
		i = (i + 1) % len(f.slots)
	}
	f.slots[i] = sum
}

func (f *nameFilter) slot(sum uint64) int { return int(sum & uint64(len(f.slots)-1)) } //nolint:gosec // as many bits as there are slots

// has reports whether the parts, in small letters, may be a name together.
func (f *nameFilter) has(parts ...string) bool {
	var h maphash.Hash
	h.SetSeed(f.seed)
	for _, part := range parts {
		_, _ = h.WriteString(part) // a hash takes everything
	}
	sum := max(h.Sum64(), 1)
	i := f.slot(sum)
	for f.slots[i] != 0 {
		if f.slots[i] == sum {
			return true
		}
		i = (i + 1) % len(f.slots)
	}
	return false
}

// lacks reports whether nothing that names the product of an item is known, and
// then what kind of a look that was. It says so only of what it can tell from the
// texts as they stand.
func (f *nameFilter) lacks(item Item) (none Look, lacks bool) {
	none = NoIdentifier
	named := item.Name != ""
	if item.PURL != "" {
		p, base, ok := purl.Plain(item.PURL)
		if !ok || f.has(base) {
			return none, false
		}
		none, named = NotCovered, named && ecosystemOf(&p) == nil
	}
	if item.CPE != "" {
		product, ok := plainProduct(item.CPE)
		if !ok || f.has(cpe23, product) || f.has(cpe22, product) {
			return none, false
		}
		none = NotCovered
	}
	return none, !named || isASCII(item.Name) && !f.has(strings.ToLower(item.Name))
}

// isASCII says that there is one way to write a text in small letters.
func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const cpe23, cpe22 = "cpe:2.3:", "cpe:/"

// plainProduct is part, vendor and product of a CPE 2.3 in small letters that
// states all three and has no escape before its version.
func plainProduct(text string) (product string, ok bool) {
	rest, ok := strings.CutPrefix(text, cpe23)
	if !ok {
		return "", false
	}
	field, fields := 0, 0
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == ':':
			if i == field || i == field+1 && (rest[field] == '*' || rest[field] == '-') {
				return "", false
			}
			if fields++; fields == 3 {
				return rest[:i], true
			}
			field = i + 1
		case c == '\\' || c >= 0x80 || 'A' <= c && c <= 'Z' || c <= ' ':
			return "", false
		}
	}
	return "", false
}

// eachKey calls for every key that finds records. It reads all that looks for
// keys would read, so that no damage there goes unseen by who asks less.
func (t *table) eachKey(call func(key string)) error {
	if _, err := t.read(t.head.Keys, t.head.Body-t.head.Keys); err != nil {
		return err
	}
	for at := t.head.Postings; at < t.head.Keys; {
		data, end, err := t.sized(at)
		if err != nil {
			return err
		}
		key, _, ok := cutBytes(data)
		if !ok {
			return t.damaged("a posting is cut off")
		}
		call(string(key))
		at = end
	}
	return nil
}
