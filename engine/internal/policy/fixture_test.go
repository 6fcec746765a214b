package policy_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

func TestNoPassSurvivesALoss(t *testing.T) {
	policy.OneGoroutine(t)
	policy.NoPassSurvivesALoss(t, fixtures(t))
}

func TestSilenceNeverPays(t *testing.T) {
	policy.OneGoroutine(t)
	policy.SilenceNeverPays(t, fixtures(t))
}

// fixtures screens the folders of fixtures as their args say and gives what was
// evaluated, by name.
func fixtures(t *testing.T) map[string][]byte {
	t.Helper()
	e, err := engine.New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	folders, err := filepath.Glob("../../../fixtures/*/bundle")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	inputs := map[string][]byte{}
	for _, folder := range folders {
		bundle, err := evidence.OpenFS(os.DirFS(folder), evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		result, err := e.Screen(t.Context(), bundle, screening(t, e, filepath.Dir(folder)))
		if err != nil {
			t.Fatal(err)
		}
		inputs[filepath.Base(filepath.Dir(folder))] = bytes.Clone(result.Input)
	}
	return inputs
}

// screening reads the args of a fixture. Flags that say nothing of the
// evaluation are passed over, and so are those that this test does not know:
// the evidence is the same without them.
func screening(t *testing.T, e *engine.Engine, folder string) engine.Screening {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "args"))
	if err != nil {
		t.Fatal(err)
	}
	args := strings.Split(strings.TrimSpace(string(text)), "\n")
	value := func(name, otherwise string) string {
		for i, arg := range args[:len(args)-1] {
			if arg == name {
				return args[i+1]
			}
		}
		return otherwise
	}
	s := engine.Screening{AsOf: value("--as-of", "2026-11-21"), Offer: report.Offer{Vendor: value("--offer-vendor", "")}}
	if s.Profile, err = e.Profile(value("--profile", "baseline")); err != nil {
		if s.Profile, err = e.Profile("baseline"); err != nil { // the profile is a file of the fixture
			t.Fatal(err)
		}
	}
	if product := value("--offer-product", ""); product != "" {
		s.Offer.Items = []report.Item{{Product: product, Version: value("--offer-version", "")}}
	}
	if name := value("--exceptions", ""); name != "" {
		if text, err = os.ReadFile(filepath.Join(folder, name)); err == nil {
			s.Exceptions, err = tender.ParseExceptions(name, text)
		}
	}
	if name := value("--determinations", ""); name != "" && err == nil {
		if text, err = os.ReadFile(filepath.Join(folder, name)); err == nil {
			s.Determinations, err = tender.ParseDeterminations(name, text)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}
