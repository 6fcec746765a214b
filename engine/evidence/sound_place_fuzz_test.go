package evidence

import (
	"strings"
)

// mostPlaces is how many of the places of a dossier are looked up. Where there
// are more, they are spread over it, others for a text of another length.
const mostPlaces = 40

// places holds what findings can point at to the documents: each has a place
// that is there.
func (w *soundness) places() {
	stride := len(w.paths)/mostPlaces + 1
	for i := int(w.d.Bundle.Documents[0].Size) % stride; i < len(w.paths); i += stride {
		w.place(w.paths[i])
	}
}

func (w *soundness) place(path []any) {
	places, total, err := w.d.Locate(path, 20)
	if err != nil || len(places) == 0 || total < len(places) {
		w.fail(path, "%d of %d places, %v", len(places), total, err)
	}
	for _, p := range places {
		switch {
		case p.Document < -1 || p.Document >= len(w.d.Bundle.Documents):
			w.fail(path, "%+v", p)
		case p.Document == -1 && (p.Pointer != "" || p.Line != 0 || p.Column != 0):
			w.fail(path, "%+v is in no document", p)
		case p.Document == -1:
		case p.Pointer != "" && !strings.HasPrefix(p.Pointer, "/"):
			w.fail(path, "%q is no JSON Pointer", p.Pointer)
		default:
			if lines := linesOf(w.d.sources[p.Document]); p.Line < 0 || p.Line > lines || p.Column < 0 || (p.Line == 0) != (p.Column == 0) {
				w.fail(path, "%+v is not in a document of %d lines", p, lines)
			}
		}
	}
}
