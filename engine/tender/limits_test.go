package tender_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/tender"
)

func TestParseLimits(t *testing.T) {
	got, err := tender.ParseLimits("l.yaml", []byte("limits: 1\nMaxRows: 7\nMaxFiles: 2147483647\n"), []string{"MaxFiles", "MaxRows"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]tender.Limit{{"MaxRows", 7}, {"MaxFiles", 2147483647}}, got); diff != "" {
		t.Error(diff)
	}
}
