package render

import (
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/bidgate/bidgate/engine/report"
)

// The types of the statement and of its predicate.
const (
	inTotoStatement = "https://in-toto.io/Statement/v1"
	vsaPredicate    = "https://slsa.dev/verification_summary/v1"
	vsaVerifier     = "https://github.com/bidgate/bidgate"
)

// writeVSA writes an in-toto statement with a SLSA verification summary over
// the bundle's digest. PASSED is said of what meets the profile, with recorded
// exceptions or without, and FAILED of all else: what is undetermined has not
// passed. It claims no SLSA level, since nothing of a build was looked at.
// It is not signed here; an envelope is made of it as of any statement.
func writeVSA(w io.Writer, r *report.Report, _ Options) error {
	digest, err := r.Digest()
	if err != nil {
		return err
	}
	result, levels := "FAILED", []string{"FAILED"}
	if r.Verdict == report.Meets || r.Verdict == report.MeetsWithExceptions {
		result, levels = "PASSED", []string{"BIDGATE_" + strings.ToUpper(string(r.Verdict))}
	}
	inputs := []vsaResource{}
	for _, d := range r.Documents {
		inputs = append(inputs, vsaResource{URI: sarifURI(d.Path), Digest: vsaDigest(d.SHA256)})
	}
	return writeIndented(w, "vsa", vsaStatement{
		Type: inTotoStatement, PredicateType: vsaPredicate,
		Subject: []vsaSubject{{Name: "bundle", Digest: vsaDigest(r.Provenance.Bundle)}},
		Predicate: vsaSummary{
			Verifier: vsaVerifiedBy{ID: vsaVerifier, Version: map[string]string{"bidgate": Escape(r.Provenance.Engine, maxWord), "opa": Escape(r.Provenance.OPA, maxWord)}},
			Time:     vsaTime(r.AsOf), Resource: vsaProduct(r),
			Policy: vsaResource{URI: "bidgate:profile/" + url.PathEscape(Escape(r.Profile.ID, maxID)), Digest: vsaDigest(r.Profile.Digest)},
			Inputs: inputs, Result: result, Levels: levels,
			Report: vsaReport{Digest: vsaDigest(digest), Name: digest, Verdict: string(r.Verdict), AsOf: Escape(r.AsOf, maxWord), Policies: vsaDigest(r.Provenance.Policy), Notice: Escape(r.Notice, maxMessage)},
		},
	})
}

func vsaDigest(digest string) map[string]string {
	return map[string]string{"sha256": Escape(strings.TrimPrefix(digest, "sha256:"), maxID)}
}

// vsaTime is the start of the day decided for: no clock is asked.
func vsaTime(day string) string {
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		return t.Format(time.RFC3339)
	}
	return "1970-01-01T00:00:00Z"
}

// vsaProduct names what was offered, the first item of several; without an
// offer, the bundle.
func vsaProduct(r *report.Report) string {
	part := func(s string) string { return strings.ReplaceAll(url.PathEscape(Escape(s, maxName)), ":", "%3A") }
	if len(r.Offer.Items) == 0 {
		return "bidgate:bundle/" + part(r.Provenance.Bundle)
	}
	first, uri := r.Offer.Items[0], "pkg:generic/"
	if r.Offer.Vendor != "" {
		uri += part(r.Offer.Vendor) + "/"
	}
	uri += part(first.Product)
	if first.Version != "" {
		uri += "@" + part(first.Version)
	}
	return uri
}

type vsaStatement struct {
	Type          string       `json:"_type"`
	Subject       []vsaSubject `json:"subject"`
	PredicateType string       `json:"predicateType"`
	Predicate     vsaSummary   `json:"predicate"`
}

type vsaSubject struct {
	Name   string            `json:"name"`
	Digest map[string]string `json:"digest"`
}

type vsaSummary struct {
	Verifier vsaVerifiedBy `json:"verifier"`
	Time     string        `json:"timeVerified"`
	Resource string        `json:"resourceUri"`
	Policy   vsaResource   `json:"policy"`
	Inputs   []vsaResource `json:"inputAttestations"`
	Result   string        `json:"verificationResult"`
	Levels   []string      `json:"verifiedLevels"`
	// Report is ours; readers of the predicate leave it aside.
	Report vsaReport `json:"bidgate_report"`
}

type vsaVerifiedBy struct {
	ID      string            `json:"id"`
	Version map[string]string `json:"version"`
}

type vsaResource struct {
	URI    string            `json:"uri"`
	Digest map[string]string `json:"digest"`
}

type vsaReport struct {
	Digest   map[string]string `json:"digest"`
	Name     string            `json:"name"`
	Verdict  string            `json:"verdict"`
	AsOf     string            `json:"asOf"`
	Policies map[string]string `json:"policies"`
	Notice   string            `json:"notice"`
}
