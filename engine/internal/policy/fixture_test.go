package policy_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
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

// TestSilenceNeverPaysByProfile is the same by each shipped profile in place of
// the one that a fixture was made for. It takes an hour: make honesty.
func TestSilenceNeverPaysByProfile(t *testing.T) {
	if os.Getenv("BIDGATE_EVERYTHING") == "" {
		t.Skip("make honesty runs it")
	}
	e, err := engine.New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range e.Profiles() {
		t.Run(id, func(t *testing.T) {
			inputs, err := screenAll(t.Context(), e, id)
			if err != nil {
				t.Fatal(err)
			}
			policy.SilenceNeverPays(t, inputs)
		})
	}
}

func TestSilenceBettersNoFinding(t *testing.T) {
	policy.OneGoroutine(t)
	weights, err := weighed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var inputs map[string][]byte
	if os.Getenv("BIDGATE_EVERYTHING") != "" {
		inputs = fixtures(t)
	}
	policy.SilenceBettersNoFinding(t, weights, inputs)
}

// ownGate is the profile that a maker runs over his own SBOM in a build. It asks
// for no graph, and nobody is told anything by it.
const ownGate = "ci-gate"

// weighed are the severities that the shipped profiles give to findings.
func weighed(ctx context.Context) (policy.Weights, error) {
	e, err := engine.New(ctx)
	if err != nil {
		return nil, err
	}
	all, err := e.Requirements()
	if err != nil {
		return nil, err
	}
	weights := policy.Weights{}
	for _, r := range all {
		for _, use := range r.Profiles {
			id := r.ID
			if use.Member != "" {
				id += "." + use.Member
			}
			if use.Profile == ownGate {
				continue
			}
			if weights[use.Profile] == nil {
				weights[use.Profile] = map[string]report.Severity{}
			}
			weights[use.Profile][id] = use.Severity
		}
	}
	return weights, nil
}

// fixtures gives what was evaluated of each fixture, by name.
func fixtures(t *testing.T) map[string][]byte {
	t.Helper()
	inputs, err := screened()
	if err != nil {
		t.Fatal(err)
	}
	return inputs
}

// screened screens the folders of fixtures as their args say, once for all tests.
var screened = sync.OnceValues(func() (map[string][]byte, error) {
	ctx := context.Background()
	e, err := engine.New(ctx)
	if err != nil {
		return nil, err
	}
	return screenAll(ctx, e, "")
})

// screenAll screens the folders of fixtures as their args say, or by the profile
// that is named.
func screenAll(ctx context.Context, e *engine.Engine, profile string) (map[string][]byte, error) {
	folders, err := filepath.Glob("../../../fixtures/*/bundle")
	if err != nil || len(folders) == 0 {
		return nil, fmt.Errorf("no fixtures: %w", err)
	}
	inputs := map[string][]byte{}
	for _, folder := range folders {
		bundle, err := evidence.OpenFS(os.DirFS(folder), evidence.Limits{})
		if err != nil {
			return nil, err
		}
		how, err := screening(e, filepath.Dir(folder))
		if err != nil {
			return nil, err
		}
		if profile != "" {
			if how.Profile, err = e.Profile(profile); err != nil {
				return nil, err
			}
		}
		result, err := e.Screen(ctx, bundle, how)
		if err != nil {
			return nil, err
		}
		inputs[filepath.Base(filepath.Dir(folder))] = bytes.Clone(result.Input)
	}
	return inputs, nil
}

// screening reads the args of a fixture. Flags that say nothing of the
// evaluation are passed over, and so are those that this test does not know:
// the evidence is the same without them.
func screening(e *engine.Engine, folder string) (engine.Screening, error) {
	text, err := os.ReadFile(filepath.Join(folder, "args"))
	if err != nil {
		return engine.Screening{}, err
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
			return s, err
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
	return s, err
}
