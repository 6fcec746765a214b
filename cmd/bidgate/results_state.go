package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// bidState says what a run made of a bid; it lies in the bid's folder.
type bidState struct {
	Version  int            `json:"bid_state"` // of this form, 1
	Bid      string         `json:"bid"`       // path of the bundle
	Offer    report.Offer   `json:"offer"`
	Settings string         `json:"settings"` // digest of all that it was decided by
	Bundle   string         `json:"bundle"`   // digest of what was screened
	Report   string         `json:"report"`   // digest of report.json
	Verdict  report.Verdict `json:"verdict"`  // "" where the bid could not be opened
	Counts   report.Counts  `json:"counts"`
	Error    string         `json:"error"` // why it could not be opened
	Files    []string       `json:"files"` // in the folder, beside this one
}

// earlier is the state of a bid that an earlier run decided, if all of it is
// as now: the bytes, the settings, the formats and the report.
func (r *run) earlier(i int, now bidState) (bidState, bool) {
	folder := filepath.Join(r.dir, r.folders[i])
	data, err := os.ReadFile(filepath.Join(folder, resultState)) //nolint:gosec // a folder of ours
	if err != nil {
		return bidState{}, false
	}
	var old bidState
	if json.Unmarshal(data, &old) != nil || old.Error != "" || old.Version != now.Version || old.Bid != now.Bid ||
		old.Settings != now.Settings || old.Bundle != now.Bundle {
		return bidState{}, false
	}
	for _, t := range r.out.targets {
		if _, err := os.Stat(filepath.Join(folder, resultFiles[t.format])); err != nil || !slices.Contains(old.Files, resultFiles[t.format]) {
			return bidState{}, false
		}
	}
	stored, err := os.ReadFile(filepath.Join(folder, resultReport)) //nolint:gosec // a folder of ours
	return old, err == nil && digestOf(stored) == old.Report
}

// digest names everything but the bundles that a verdict and its files rest on.
func (r *run) digest(keys string) (string, error) {
	s := r.settled.screening
	profiles, seen := []string{}, map[string]bool{}
	for p := s.Profile; p != nil && !seen[p.Digest]; {
		seen[p.Digest] = true
		profiles = append(profiles, p.Digest)
		if p.Extends == "" {
			break
		}
		next, err := r.engine.Profile(p.Extends)
		if err != nil {
			return "", err
		}
		p = next
	}
	all := map[string]any{
		"engine": engine.Version, "policy": r.engine.PolicyDigest(), "profiles": profiles, "as_of": s.AsOf, "tender": s.Tender,
		"parameters": s.Parameters, "exceptions": s.Exceptions, "determinations": s.Determinations,
		"limits": fmt.Sprintf("%+v", r.buyer.limits), "verbose": r.out.verbose, "inventory": s.Inventory, "bundle_signature": s.BundleSignature, "reply_by": r.out.replyBy, "others": others(r.settled.others), "annex": s.Annex, "records": s.Records,
	}
	if s.Data != nil {
		all["data"] = s.Data.Sets()
	}
	if keys != "" {
		data, err := os.ReadFile(keys) //nolint:gosec // the operator names it
		if err != nil {
			return "", cannotRead(keys, err, readable)
		}
		all["keys"] = digestOf(data)
	}
	data, err := json.Marshal(all)
	return digestOf(data), err
}

// others is what each bid is told of the others, without naming it once for
// each: all bids together say as much.
func others(lists [][]evidence.Bid) []string {
	digests := make([]string, len(lists))
	for i, list := range lists {
		sum := sha256.New()
		for _, bid := range list {
			fmt.Fprintf(sum, "%q", fmt.Sprint(bid))
		}
		digests[i] = hex.EncodeToString(sum.Sum(nil))
	}
	return digests
}

// unused is the name, with a number where a folder of that name, in any case
// of letters, is another bid's.
func unused(name string, taken map[string]bool) string {
	for n, one := 2, name; ; n++ {
		if key := strings.ToLower(one); !taken[key] {
			taken[key] = true
			return one
		}
		one = fmt.Sprintf("%s-%d", name, n)
	}
}

// finish writes the page that leads to all bids, and sums them up.
func (r *run) finish(states []bidState) error {
	rows, verdicts, broken := make([]render.BidResult, len(states)), []report.Verdict{}, false
	for i, s := range states {
		rows[i] = render.BidResult{Bid: s.Bid, Offer: s.Offer, Verdict: s.Verdict, Counts: s.Counts, Error: s.Error, Folder: r.folders[i], Files: s.Files}
		if s.Error != "" {
			broken = true
			continue
		}
		verdicts = append(verdicts, s.Verdict)
	}
	head := render.ResultsHead{Tender: r.buyer.tender.ID, Profile: r.settled.screening.Profile.ID, AsOf: r.buyer.asOf, Policy: r.engine.PolicyDigest()}
	page, err := render.ResultsHTML(head, rows)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(r.dir, 0o750); err != nil {
		return notWritten(r.dir, err)
	}
	if err := r.p.writeFiles(outFile{filepath.Join(r.dir, resultIndex), page}); err != nil {
		return err
	}
	options := render.Options{Width: r.out.width, Colour: r.out.colour}
	if err := r.p.write(render.ResultsText(head, rows, r.dir, options)); err != nil {
		return err
	}
	r.p.status = worst(verdicts, r.settled.failOn)
	if broken {
		r.p.status = statusCouldNotRun
	}
	return nil
}
