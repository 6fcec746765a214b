package evidence

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// pendingProof is a proof that points into a file of the bundle.
type pendingProof struct {
	proof    *AnswerProof
	document int // that states it
}

// proof says whether one piece of evidence of an answer holds. Where it points
// into a file, the place is looked up later, with all others in that file.
func (r *resolver) proof(p *AnswerProof, items map[string]*EvidenceItem, document int) {
	p.Document, p.Outcome = -1, "none"
	if p.Ref.State != Stated {
		return
	}
	item, ok := items[p.Ref.Value]
	if !ok {
		p.Outcome = "dangling"
		return
	}
	p.Document, p.Outcome = item.File.Document, item.File.Outcome
	if (p.Outcome == "same" || p.Outcome == "no_digest") && p.Pointer.State == Stated {
		r.proofs = append(r.proofs, pendingProof{p, document})
	}
}

// wanted is a set of JSON Pointers as a tree, so that one pass over a document
// finds all of them.
type wanted struct {
	found bool
	steps map[string]*wanted
}

func (w *wanted) add(pointer string) *wanted {
	for _, step := range pointerSteps(pointer) {
		if w.steps == nil {
			w.steps = map[string]*wanted{}
		}
		if w.steps[step] == nil {
			w.steps[step] = &wanted{}
		}
		w = w.steps[step]
	}
	return w
}

// pointers looks up the places that proofs point to, and reports those that
// lead nowhere. Only JSON Pointers into JSON, and into YAML that was read, can
// be looked up; other fragments are left as they are.
func (r *resolver) pointers() {
	roots := map[int]*wanted{}
	places := make([]*wanted, len(r.proofs))
	steps := 0
	for i, p := range r.proofs {
		pointer := strings.TrimPrefix(p.proof.Pointer.Value, "#")
		src := r.d.sources[p.proof.Document]
		if !strings.HasPrefix(pointer, "/") || src.tree == nil && !src.isJSON() {
			continue
		}
		if steps += strings.Count(pointer, "/"); steps > r.limits.MaxPlaces { // counts as leading nowhere
			places[i] = &wanted{}
			continue
		}
		if roots[p.proof.Document] == nil {
			roots[p.proof.Document] = &wanted{}
		}
		places[i] = roots[p.proof.Document].add(pointer)
	}
	if steps > r.limits.MaxPlaces {
		r.d.Bundle.Problems = append(r.d.Bundle.Problems, *limitProblem("MaxPlaces", r.limits.MaxPlaces, "the number of steps of all pointers to evidence", Position{}))
	}
	for row, root := range roots {
		root.find(r.d.sources[row])
	}
	for i, p := range r.proofs {
		if places[i] == nil || places[i].found {
			continue
		}
		p.proof.Outcome = "pointer"
		r.problem(p.document, codeDangling, p.proof.Location+"/pointer", "%s leads to nothing in %s; correct the pointer",
			quoted(p.proof.Pointer.Value), quoted(r.d.Bundle.Documents[p.proof.Document].Path))
	}
}

// find marks the places that a document has.
func (w *wanted) find(src *source) {
	if src.tree != nil {
		w.inTree(src.tree)
		return
	}
	w.inJSON(jsontext.NewDecoder(bytes.NewReader(src.data)))
}

func (w *wanted) inTree(n *node) {
	w.found = true
	if len(w.steps) == 0 {
		return
	}
	for i, child := range n.children {
		step := strconv.Itoa(i)
		if n.kind == objectNode {
			step = n.names[i]
		}
		if next := w.steps[step]; next != nil {
			next.inTree(child)
		}
	}
}

// inJSON reads one value; it returns false when the document ends or breaks.
func (w *wanted) inJSON(dec *jsontext.Decoder) bool {
	kind := dec.PeekKind()
	w.found = kind != 0
	if len(w.steps) == 0 || kind != '{' && kind != '[' {
		return dec.SkipValue() == nil
	}
	if _, err := dec.ReadToken(); err != nil {
		return false
	}
	for i := 0; ; i++ {
		if k := dec.PeekKind(); k == '}' || k == ']' || k == 0 {
			_, err := dec.ReadToken()
			return err == nil
		}
		step := strconv.Itoa(i)
		if kind == '{' {
			token, err := dec.ReadToken()
			if err != nil {
				return false
			}
			step = token.String()
		}
		next := w.steps[step]
		if next == nil && dec.SkipValue() != nil || next != nil && !next.inJSON(dec) {
			return false
		}
	}
}
