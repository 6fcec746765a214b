package evidence

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
)

// TestPanicIsTheDocumentsProblem: a reader that breaks down makes its document
// unreadable, of the kind that it claims, and gives nothing else.
func TestPanicIsTheDocumentsProblem(t *testing.T) {
	got := guarded(func() reading { panic("\x1b[2J") })
	if got.readable || len(got.problems) != 1 || got.problems[0].Code != codeInternal || strings.Contains(got.problems[0].Message, "\x1b") {
		t.Fatalf("got %+v", got)
	}
	b, err := OpenFS(fstest.MapFS{"a.cdx.json": {Data: []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.6"}`)}}, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := Read(b)
	r := &reader{d: d, limits: b.limits, left: newBudget(b.limits)}
	d.SBOMs = nil
	r.enter(0, readHead("a.cdx.json", b.files[0].data, ""), got)
	doc := d.Bundle.Documents[0]
	if doc.Readable || !slices.Equal(doc.Kinds, []Kind{KindSBOM}) || len(d.SBOMs) > 0 {
		t.Errorf("the document is %+v", doc)
	}
}

// endsAt is a context that ends the n-th time it is asked.
type endsAt struct {
	context.Context
	left int
}

func (c *endsAt) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestReadContextEndsAnywhere ends the context at each place where reading asks.
func TestReadContextEndsAnywhere(t *testing.T) {
	b, err := OpenFS(fstest.MapFS{"a.txt": {}, "b.txt": {}, "c.txt": {}}, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for n := range 100 {
		d, err := ReadContext(&endsAt{context.Background(), n}, b)
		if err == nil {
			if n != 4 {
				t.Errorf("asked %d times, want 4: before each of 3 documents, and before they are compared", n)
			}
			return
		}
		if !errors.Is(err, context.Canceled) || d != nil {
			t.Fatalf("got %v, %v", d, err)
		}
	}
	t.Fatal("never ends")
}

// TestPanicOutsideAReader: what breaks down before a reader has begun, or where
// documents are put together, makes those documents unreadable, and no others.
func TestPanicOutsideAReader(t *testing.T) {
	known := formats
	defer func() { formats = known }()
	formats = append(slices.Clone(known), format{name: "broken", recognises: func(h head) bool {
		if h.has("breaks") {
			panic("no such thing")
		}
		return false
	}})
	good := `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": []}`
	b, err := OpenFS(fstest.MapFS{
		"a.cdx.json": {Data: []byte(good)}, "b.cdx.json": {Data: []byte(`{"breaks": 1}`)}, "c.txt": {Data: []byte("x")},
		"d.json": {Data: []byte(`{"breaks": 1}`)}, "e.cdx.json": {Data: []byte(good)},
	}, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := Read(b)
	for i, want := range []struct {
		kind     Kind
		readable bool
	}{{KindSBOM, true}, {KindSBOM, false}, {KindAttachment, true}, {KindAttachment, false}, {KindSBOM, true}} {
		doc := d.Bundle.Documents[i]
		broken := len(doc.Problems) == 1 && doc.Problems[0].Code == codeInternal
		if doc.Readable != want.readable || broken == want.readable || !slices.Equal(doc.Kinds, []Kind{want.kind}) {
			t.Errorf("%s is %+v", doc.Path, doc)
		}
	}
	if len(d.SBOMs) != 2 {
		t.Errorf("%d SBOMs, want 2", len(d.SBOMs))
	}
	r := &reader{d: d, limits: b.limits, together: []laterDocument{{row: 2}, {row: 3}}}
	d.Bundle.Documents[2].Readable = false
	r.d.sources = nil
	r.together[0].form = nil // which nothing expects
	r.readParts()
	if p := d.Bundle.Documents[2].Problems; len(p) == 0 || p[len(p)-1].Code != codeInternal || d.Bundle.Documents[2].Kinds[0] != KindThreatModel {
		t.Errorf("parts: %+v", d.Bundle.Documents[2])
	}
}

func TestSharedDoesEachPieceOnce(t *testing.T) {
	var did [100]atomic.Int32
	pieces := make([]func(), len(did))
	for i := range pieces {
		pieces[i] = func() { did[i].Add(1) }
	}
	shared(pieces...)()
	for i := range did {
		if got := did[i].Load(); got != 1 {
			t.Errorf("piece %d was done %d times", i, got)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("nobody learns that a piece broke down")
		}
	}()
	shared(func() { panic("broken") })()
}
