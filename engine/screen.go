package engine

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"

	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// Screening is what one call to Screen decides by.
type Screening struct {
	// Profile is the buyer's choice; required.
	Profile *tender.Profile
	// AsOf is the date decided for, YYYY-MM-DD; required.
	AsOf string
	// Tender is the id of the procurement; may be "".
	Tender string
	// Offer is what the buyer says is offered; may be empty.
	Offer report.Offer
	// Others are the other bids of the procurement, in any order; may be empty.
	Others []evidence.Bid
	// Parameters are keyed by requirement id, then by parameter; they win over
	// the profile's. A value is a number of any kind, a bool, a string (also for a
	// date, as YYYY-MM-DD) or a []string.
	Parameters     map[string]map[string]any
	Exceptions     []tender.Exception
	Determinations []tender.Determination
	// Data is what the buyer brings to match the evidence with; nil where
	// nothing is brought. It may be shared by many calls.
	Data *advisory.Data
	// Verifier judges the signatures over documents of the bundle; nil where no
	// keys are trusted, and then none is checked.
	Verifier evidence.Verifier
	// Inventory puts the rows of the evidence into the report, for tables; the
	// decision is the same with and without them.
	Inventory bool
	// BundleSignature is a signature over the bundle that did not come in it, as
	// bidgate sign writes it; may be nil.
	BundleSignature []byte
	// Annex is what the buyer published before bids were judged; nil where
	// nothing was. The profile must select AnnexRequirement, which judges it.
	Annex *report.Annex
	// Records name the files of exceptions and determinations, for the report.
	Records []report.RecordFile
}

// AnnexRequirement is what holds a screening against the annex given.
const AnnexRequirement = "screening.annex"

// Result is one screening: the report, and the pair that stock opa replays.
type Result struct {
	Report *report.Report
	// Input is input.json: exactly what was evaluated.
	Input []byte
	// Decision is decision.json: what opa eval prints for it.
	Decision []byte
}

// Screen decides one bundle. The error is the caller's or a profile's fault,
// or the context's; what is wrong with the bundle stands in the report. Screen
// returns when the context ends, whatever it is at; work that does not heed
// the context ends later by itself, so nothing in s may be changed then either.
func (e *Engine) Screen(ctx context.Context, b *evidence.Bundle, s Screening) (*Result, error) {
	switch {
	case b == nil:
		return nil, errors.New("bundle is nil; open one with package evidence")
	case s.Profile == nil:
		return nil, errors.New("no profile is given; choose one with Engine.Profile")
	case s.AsOf == "":
		return nil, errors.New("no date to decide for is given; set AsOf to YYYY-MM-DD")
	}
	asOf, err := dayOf(s.AsOf)
	if err != nil {
		return nil, err
	}
	chain, err := e.chain(s.Profile)
	if err != nil {
		return nil, err
	}
	// What is needed is compiled, the first time, while the evidence is read; the
	// evaluation waits for it, and tells what goes wrong.
	begin := func(work func() error) {
		go func() {
			_, _ = within(ctx, "compiling", func() (none any, err error) { return none, work() })
		}()
	}
	begin(func() error { e.library.PrepareDecision(); return nil })
	choice, err := e.library.Catalogue().Select(chain, s.Parameters)
	if err != nil {
		return nil, err
	}
	if s.Annex != nil && !slices.Contains(choice.IDs, AnnexRequirement) {
		return nil, fmt.Errorf("the profile %s does not select %s, so nothing would hold the screening against the annex; add it to `use` of the profile", s.Profile.ID, AnnexRequirement)
	}
	begin(func() error {
		if err := e.library.Prepare(choice.IDs); err != nil {
			return err
		}
		e.library.Foresee(ctx, input{AsOf: asOf, Profile: choice.Selection}.chosen)
		return nil
	})
	return within(ctx, "the screening", func() (*Result, error) {
		dossier, err := evidence.ReadContext(ctx, b)
		if err != nil {
			return nil, err
		}
		if s.BundleSignature != nil {
			if dossier, err = dossier.WithBundleSignature(s.BundleSignature, b.Limits()); err != nil {
				return nil, fmt.Errorf("bundle signature: %w", err)
			}
		}
		c := &screening{engine: e, Screening: s, choice: choice, dossier: dossier.WithVerifier(s.Verifier), limits: b.Limits()}
		if err := c.fill(asOf); err != nil {
			return nil, err
		}
		return c.run(ctx)
	})
}

// screening is one call to Screen on its way from dossier to report.
type screening struct {
	Screening
	engine   *Engine
	choice   *policy.Choice
	dossier  *evidence.Dossier
	limits   evidence.Limits
	input    input
	results  policy.Results
	encoded  []byte // the input as evaluated
	decision []byte
}

// fill puts the input together.
func (c *screening) fill(asOf policy.Day) (err error) {
	offer := policy.Offer{Vendor: c.Offer.Vendor, Items: []policy.OfferItem{}}
	items := []evidence.OfferItem{}
	for _, item := range c.Offer.Items {
		offer.Items = append(offer.Items, policy.OfferItem(item))
		items = append(items, evidence.OfferItem{Product: item.Product, Version: item.Version})
	}
	c.dossier = c.dossier.WithOffer(offer.Vendor, items)
	c.input = input{
		AsOf:       asOf,
		Offer:      offer,
		Dossier:    *c.dossier,
		Others:     c.dossier.OtherBids(offer.Vendor, items, c.Others),
		DataSets:   c.dataSets(asOf),
		Matches:    unmatched(len(c.dossier.SBOMs)),
		Sources:    sources{Lists: []sourceList{}, Matches: []sourceMatch{}},
		Profile:    c.choice.Selection,
		Parameters: c.choice.Parameters,
		Errored:    []string{},

		Certificates: []certificateMatch{},
	}
	c.input.Exceptions = c.exceptions()
	c.input.Determinations = c.determinations()
	c.input.Annex, err = c.annex()
	return err
}

// run evaluates, decides and reports.
func (c *screening) run(ctx context.Context) (*Result, error) {
	library := c.engine.library
	keys := library.InputKeys(c.choice.IDs)
	maps.Copy(keys, library.DecisionKeys())
	if keys["raw"] {
		c.input.Raw = c.dossier.Raw()
	}
	if err := c.match(ctx, keys); err != nil {
		return nil, err
	}
	encoded, err := c.input.encode(keys)
	if err != nil {
		return nil, err
	}
	in, err := library.ParseInput(encoded)
	if err != nil {
		return nil, err
	}
	results, err := library.Results(ctx, c.choice.IDs, in, runtime.GOMAXPROCS(0))
	if err != nil {
		return nil, err
	}
	results.CheckPlaces(c.countPlaces)
	if errored := results.Errored(); len(errored) > 0 {
		c.input.Errored = errored
		if encoded, err = c.input.encode(keys); err != nil {
			return nil, err
		}
		in = in.WithErrored(errored)
	}
	c.results = results
	c.encoded = encoded
	if c.decision, err = library.Decide(ctx, in, results); err != nil {
		return nil, err
	}
	c.decision = append(c.decision, '\n') // as opa eval ends what it prints
	r, err := c.report()
	if err != nil {
		return nil, err
	}
	return &Result{Report: r, Input: c.encoded, Decision: c.decision}, nil
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
