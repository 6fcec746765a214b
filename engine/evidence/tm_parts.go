package evidence

import (
	"path"
	"slices"
	"strings"
)

// modelParts are the documents beside a threat model that it is made of: those
// that it includes, and the list of its threats. A pointer into one of them has
// its path as the first step.
type modelParts struct {
	included []spot
	risks    spot
	missing  []missingPart
}

// missingPart is an include that cannot be followed, and why.
type missingPart struct{ at, why string }

// laterDocument is a document that was recognised and not yet read.
type laterDocument struct {
	row  int
	head head
	form *format
}

// part finds the document that a pointer leads into, and the rest of it.
func (s *source) part(pointer string) (row int, rest string, ok bool) {
	if len(s.parts) == 0 {
		return 0, "", false
	}
	first, rest, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	if row, ok = s.parts[pointerUnescape.Replace(first)]; ok && rest != "" {
		rest = "/" + rest
	}
	return row, rest, ok
}

// addPart makes a document a part of another and gives its root.
func (r *reader) addPart(src *source, row int) spot {
	if src.parts == nil {
		src.parts = map[string]int{}
	}
	other := r.d.sources[row]
	src.parts[other.path] = row
	return spot{n: other.tree, at: pointerJoin("", other.path)}
}

// readTogether reads the documents that may belong together: models, which take
// in what they include, and lists of threats, each with its model where there
// is one that it must be of. The dossier keeps the order of documents.
func (r *reader) readTogether() {
	if len(r.together) == 0 {
		return
	}
	var models, risks []laterDocument
	for _, doc := range r.together {
		if doc.form.list {
			risks = append(risks, doc)
		} else {
			models = append(models, doc)
		}
	}
	r.paths = map[string]int{}
	for i, src := range r.d.sources {
		r.paths[src.path] = i
	}
	models = r.include(models)
	pairs := r.pairs(models, risks)
	for _, m := range models {
		src := r.d.sources[m.row]
		if src.beside == nil {
			src.beside = &modelParts{}
		}
		if i, paired := pairs[m.row]; paired {
			src.beside.risks = r.addPart(src, risks[i].row)
			r.enter(risks[i].row, risks[i].head, reading{kinds: []Kind{KindThreatModel}, readable: true})
		}
		r.enter(m.row, m.head, guarded(func() reading { return m.form.read(src, r.limits) }))
	}
	for i, list := range risks {
		if !slices.Contains(values(pairs), i) {
			src := r.d.sources[list.row]
			r.enter(list.row, list.head, guarded(func() reading { return list.form.read(src, r.limits) }))
		}
	}
	slices.SortStableFunc(r.d.ThreatModels, func(a, b ThreatModel) int { return a.Document - b.Document })
}

func values(pairs map[int]int) []int {
	var list []int
	for _, i := range pairs {
		list = append(list, i)
	}
	return list
}

// pairs joins models and lists of threats, by row of the model and index of the
// list: first those of one folder with one stem, then the only two of a folder,
// then the only two of the bundle. Where several could be meant none is taken.
func (r *reader) pairs(models, risks []laterDocument) map[int]int {
	pairs := map[int]int{}
	readable := func(doc laterDocument) bool { return r.d.sources[doc.row].tree != nil }
	if len(models)*len(risks) > r.limits.MaxPairs {
		return pairs
	}
	taken := map[int]bool{}
	for _, belong := range []func(model, list string) bool{
		func(m, l string) bool { return path.Dir(m) == path.Dir(l) && strings.HasPrefix(path.Base(l), stem(m)) },
		func(m, l string) bool { return path.Dir(m) == path.Dir(l) },
		func(string, string) bool { return true },
	} {
		candidates := map[int][]int{} // of a model
		claims := map[int]int{}       // of a list
		for _, m := range models {
			for i, list := range risks {
				if _, paired := pairs[m.row]; !paired && !taken[i] && readable(m) && readable(list) && belong(m.head.path, list.head.path) {
					candidates[m.row] = append(candidates[m.row], i)
					claims[i]++
				}
			}
		}
		for row, lists := range candidates {
			if len(lists) == 1 && claims[lists[0]] == 1 {
				pairs[row], taken[lists[0]] = lists[0], true
			}
		}
	}
	return pairs
}

// stem is the name of a file without its ending.
func stem(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// include follows what models include and returns those that no other one
// includes; of models that include each other the first.
func (r *reader) include(models []laterDocument) []laterDocument {
	named := map[int]bool{}
	for _, m := range models {
		for _, entry := range (spot{n: r.d.sources[m.row].tree}).get("includes").list() {
			if row, _ := r.included(m.head.path, entry.plain()); row >= 0 && row != m.row {
				named[row] = true
			}
		}
	}
	covered := map[int]bool{}
	var roots []laterDocument
	for _, pass := range []bool{false, true} {
		for _, m := range models {
			if covered[m.row] || named[m.row] && !pass {
				continue
			}
			src := r.d.sources[m.row]
			src.beside = &modelParts{}
			w := includeWalk{reader: r, src: src, form: m.form, seen: map[int]bool{m.row: true}}
			w.walk(spot{n: src.tree}, m.head.path)
			for row := range w.seen {
				covered[row] = true
			}
			roots = append(roots, m)
		}
	}
	for _, m := range models { // a part of another model is none of its own
		if !slices.ContainsFunc(roots, func(root laterDocument) bool { return root.row == m.row }) {
			r.enter(m.row, m.head, reading{kinds: []Kind{KindThreatModel}, readable: true})
		}
	}
	return roots
}

// included finds the document that an include names, from the folder of the
// document that it stands in; -1 and the reason when it names none.
func (r *reader) included(from, name string) (row int, why string) {
	clean := path.Join(path.Dir(from), name)
	switch {
	case name == "" || strings.Contains(name, "://") || strings.ContainsAny(name, "\\\x00") || path.IsAbs(name) || clean == ".." || strings.HasPrefix(clean, "../"):
		return -1, "names something outside the bundle; name a file in it"
	}
	if row, found := r.paths[clean]; found {
		return row, ""
	}
	return -1, "names a file that is not in the bundle; add the file"
}

// includeWalk follows the includes of one model, depth first, as the tool does.
type includeWalk struct {
	*reader
	src  *source
	form *format
	seen map[int]bool
}

func (w *includeWalk) walk(s spot, from string) {
	parts := w.src.beside
	for _, entry := range s.get("includes").list() {
		row, why := w.included(from, entry.plain())
		if why == "" && w.seen[row] {
			why = "names a file that is part of the model already; remove one of them"
		}
		if why == "" {
			w.seen[row] = true
			why = w.read(row)
		}
		if why != "" {
			parts.missing = append(parts.missing, missingPart{at: entry.at, why: "the include " + quoted(entry.plain()) + " " + why})
			continue
		}
		part := w.addPart(w.src, row)
		parts.included = append(parts.included, part)
		w.walk(part, w.d.sources[row].path)
	}
}

// read takes an included document through the gate, within the shared bounds.
func (w *includeWalk) read(row int) (why string) {
	src, doc := w.d.sources[row], &w.d.Bundle.Documents[row]
	if src.syntax != yamlSyntax && src.syntax != jsonSyntax || doc.Format != "" && doc.Format != w.form.name {
		return "names a file of another form; correct it"
	}
	if src.tree == nil && !src.anchors {
		src.refused = nil
	}
	src.anchors = w.form.anchors
	if p := w.left.treeOf(src, w.form); p != nil {
		return "cannot be read: " + p.Message
	}
	if _, p := src.parse(w.limits); p != nil {
		return "cannot be read: " + p.Message
	}
	return ""
}
