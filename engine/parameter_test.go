package engine_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
)

// years is a number of a caller's own type.
type years uint8

// want is the number that policies are to see.
func want(value any) float64 {
	n, _ := strconv.ParseFloat(fmt.Sprint(value), 64)
	return n
}

// TestParametersOfEveryKindOfNumber: a caller may give a number as any of Go's
// kinds. What policies would see as another number is refused by name.
func TestParametersOfEveryKindOfNumber(t *testing.T) {
	e := newEngine(t)
	bundle, err := evidence.OpenFS(fstest.MapFS{"manual.pdf": {Data: []byte("%PDF-1.7")}}, evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	p := profile(t, "profile: 1\nid: test\nedition: \"1\"\ntitle: T\nuse: [support.period_end, sbom.component_version, threat_model.dated]\n")
	for _, c := range []struct {
		id, name string
		value    any
		fault    string
	}{
		{"threat_model.dated", "max_age_days", 7, ""},
		{"threat_model.dated", "max_age_days", int8(7), ""},
		{"threat_model.dated", "max_age_days", int16(7), ""},
		{"threat_model.dated", "max_age_days", int32(7), ""},
		{"threat_model.dated", "max_age_days", int64(7), ""},
		{"threat_model.dated", "max_age_days", uint(7), ""},
		{"threat_model.dated", "max_age_days", uint16(7), ""},
		{"threat_model.dated", "max_age_days", uint32(7), ""},
		{"threat_model.dated", "max_age_days", uint64(7), ""},
		{"threat_model.dated", "max_age_days", years(7), ""},
		{"threat_model.dated", "max_age_days", float32(7), ""},
		{"threat_model.dated", "max_age_days", 7.0, ""},
		{"sbom.component_version", "min_share", 1, ""},
		{"sbom.component_version", "min_share", float32(0.5), ""},
		{"sbom.component_version", "min_share", 2, "2 is out of its bounds"},
		{"threat_model.dated", "max_age_days", 7.5, "7.5 is not of the type integer"},
		{"threat_model.dated", "max_age_days", uint64(math.MaxUint64), "18446744073709551615 is too large to be held exactly"},
		{"threat_model.dated", "max_age_days", math.NaN(), "NaN is no number that can be compared"},
		{"sbom.component_version", "min_share", math.Inf(1), "+Inf is no number that can be compared"},
		{"threat_model.dated", "max_age_days", "7", "7 is not of the type integer"},
	} {
		given := map[string]map[string]any{c.id: {c.name: c.value}}
		result, err := e.Screen(t.Context(), bundle, engine.Screening{Profile: p, AsOf: "2026-11-21", Parameters: given})
		if c.fault != "" {
			if err == nil || !strings.Contains(err.Error(), c.id+"."+c.name+": "+c.fault) {
				t.Errorf("%T %v: got %v", c.value, c.value, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%T %v: %v", c.value, c.value, err)
			continue
		}
		for _, got := range result.Report.Parameters {
			if n, is := got.Value.(float64); got.Name == c.id+"."+c.name && (!is || n != want(c.value)) {
				t.Errorf("%T %v is %v in the report", c.value, c.value, got.Value)
			}
		}
	}
}
