package evidence

import (
	"slices"
	"strings"
)

// The marks of what bidgate writes into the evidence of an attestation.
const (
	kindMark   = "bidgate:evidence:"
	planMark   = "bidgate:remediation"
	sourceMark = "bidgate:declaration:source"
)

// first is the first entry of a list.
func (s spot) first() spot {
	if list := s.list(); len(list) > 0 {
		return list[0]
	}
	return spot{}
}

// listEvidence puts in the evidence that claims may rest on. What is only a
// strategy, or the form itself, is none; what points into a file that an entry
// before it names is that entry.
func (f *cdxaForm) listEvidence() {
	f.evidence = map[string]string{}
	strategies := f.strategies()
	taken := map[string]bool{}
	for _, s := range f.within.get("evidence").list() {
		ref, mark := s.get("bom-ref").plain(), s.get("propertyName").plain()
		if mark == planMark || mark == sourceMark || ref == "" || strategies[ref] {
			continue
		}
		id, ours := ref, strings.HasPrefix(mark, kindMark)
		if name := s.get("data").first().get("name").plain(); ours && name != "" {
			id = name
		}
		if _, twice := f.evidence[ref]; twice || len(id) > f.limits.MaxStringBytes {
			continue
		}
		f.evidence[ref] = id
		if !taken[id] {
			taken[id] = true
			f.put("evidence[]", f.item(s, id, mark))
		}
	}
}

// strategies are the entries that only say how something will be mended.
func (f *cdxaForm) strategies() map[string]bool {
	only := map[string]bool{}
	mark := func(refs []spot, is bool) {
		for _, ref := range refs {
			only[ref.plain()] = is
		}
	}
	for _, entry := range f.cdxaReader.entries() {
		mark(entry.get("conformance", "mitigationStrategies").list(), true)
	}
	claims := f.within.get("claims").list()
	for _, claim := range claims {
		mark(claim.get("mitigationStrategies").list(), true)
	}
	for _, claim := range claims {
		mark(slices.Concat(claim.get("evidence").list(), claim.get("counterEvidence").list()), false)
	}
	return only
}

func (f *cdxaForm) item(s spot, id, mark string) *node {
	item := f.object(s.at)
	f.set(item, "id", f.word(id, s.at))
	kind := "document"
	if ours, ok := strings.CutPrefix(mark, kindMark); ok {
		kind = ours
	}
	f.set(item, "kind", f.word(kind, s.at))
	f.set(item, "title", f.copy(s.get("description")))
	data := s.get("data").first()
	if url := f.text(data.get("contents", "url")); url.State == Stated {
		path, _, _ := strings.Cut(url.Value, "#")
		f.file(item, path, data.get("contents", "url").at)
		f.set(item, "digest", f.digestOf(path))
	}
	f.set(item, "created", f.date(s.get("created")))
	f.set(item, "expires", f.date(s.get("expires")))
	f.set(item, "author", f.person(s.get("author")))
	f.set(item, "reviewer", f.person(s.get("reviewer")))
	class := f.property(f.root, kindMark+id+":classification")
	if class.n == nil {
		class = data.get("classification")
	}
	f.set(item, "classification", f.copy(class))
	return item
}

// file puts in where a file is: in the bundle, or at an address outside.
func (f *cdxaForm) file(object *node, path, at string) {
	name := "path"
	if strings.Contains(path, "://") || strings.HasPrefix(path, "mailto:") || strings.HasPrefix(path, "urn:") {
		name = "url"
	}
	if path != "" {
		f.set(object, name, f.word(path, at))
	}
}

// digestOf is the SHA-256 that a reference of the document states for a path:
// evidence of an attestation has no place for one.
func (f *cdxaForm) digestOf(path string) *node {
	if f.digests == nil {
		f.digests = map[string]spot{}
		for _, ref := range f.root.get("externalReferences").list() {
			url := ref.get("url").plain()
			if _, taken := f.digests[url]; !taken && len(ref.get("hashes").list()) > 0 {
				f.digests[url] = ref
			}
		}
	}
	return f.hash(f.digests[path])
}

// hash is the SHA-256 of a reference, as the form writes it.
func (f *cdxaForm) hash(ref spot) *node {
	for _, hash := range ref.get("hashes").list() {
		if content := f.text(hash.get("content")); hash.get("alg").plain() == "SHA-256" && content.State == Stated {
			return f.word("sha256:"+strings.ToLower(content.Value), hash.at)
		}
	}
	return nil
}
