package evidence_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"testing"

	"github.com/bidgate/bidgate/engine/evidence"
)

// TestReadAhead: what is read ahead is what would be read, is given to one
// caller alone, and is nobody's where the context ended.
func TestReadAhead(t *testing.T) {
	bundle, err := evidence.OpenFS(os.DirFS("../../fixtures/edk2-meets/bundle"), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	plain := evidence.Read(bundle)
	bundle.ReadAhead(t.Context())
	first, second := evidence.Read(bundle), evidence.Read(bundle)
	if first == second {
		t.Error("two callers share a dossier")
	}
	for _, d := range []*evidence.Dossier{first, second} {
		want, err := json.Marshal(plain)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := json.Marshal(d); err != nil || !bytes.Equal(got, want) {
			t.Errorf("a dossier is another: %v", err)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	bundle.ReadAhead(ended)
	if d, err := evidence.ReadContext(ended, bundle); d != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the context there is %v, and the error %v", d, err)
	}
	bundle.ReadAhead(ended)
	if d, err := evidence.ReadContext(t.Context(), bundle); err != nil || len(d.SBOMs) != len(plain.SBOMs) {
		t.Errorf("a reading that ended early is no reading: %v", err)
	}
}
