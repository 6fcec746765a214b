package render_test

import (
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	vsa "github.com/in-toto/attestation/go/predicates/vsa/v1"
	intoto "github.com/in-toto/attestation/go/v1"
	"google.golang.org/protobuf/encoding/protojson"
)

// checkVSA reads the statement with the types of in-toto itself, and holds what
// the specification of the predicate asks for. Its readers leave aside fields
// that they do not know, of which we write two.
func checkVSA(t *testing.T, name, out string) {
	var s intoto.Statement
	if err := protojson.Unmarshal([]byte(out), &s); err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if strings.HasPrefix(name, "fixtures/") { // others have no real digests
		if err := s.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	predicate, err := protojson.Marshal(s.GetPredicate())
	if err != nil {
		t.Fatal(err)
	}
	var p vsa.VerificationSummary
	if err := (protojson.UnmarshalOptions{DiscardUnknown: true}).Unmarshal(predicate, &p); err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	_, resource := url.Parse(p.GetResourceUri())
	_, policy := url.Parse(p.GetPolicy().GetUri())
	failed := slices.Equal(p.GetVerifiedLevels(), []string{"FAILED"})
	if s.GetType() != "https://in-toto.io/Statement/v1" || s.GetPredicateType() != "https://slsa.dev/verification_summary/v1" || len(s.GetSubject()) != 1 ||
		p.GetVerifier().GetId() == "" || !p.GetTimeVerified().IsValid() || resource != nil || policy != nil || p.GetPolicy().GetUri() == "" || len(p.GetVerifiedLevels()) != 1 ||
		failed != (p.GetVerificationResult() == "FAILED") || !failed && p.GetVerificationResult() != "PASSED" {
		t.Errorf("%s: %+v", name, &p)
	}
	for _, input := range p.GetInputAttestations() {
		if _, err := url.Parse(input.GetUri()); err != nil || input.GetUri() == "" {
			t.Errorf("%s: %q: %v", name, input.GetUri(), err)
		}
	}
}

// climateCategories are those of Code Climate, of whose issues GitLab's code
// quality report is a part.
var climateCategories = []string{"Bug Risk", "Clarity", "Compatibility", "Complexity", "Duplication", "Performance", "Security", "Style"}

// checkGitLab reads the issues as GitLab does: it asks for description,
// fingerprint, severity and location, whose path is relative to the repository,
// shows an issue by its fingerprint, and knows five severities.
func checkGitLab(t *testing.T, name, out string) {
	var issues []map[string]json.RawMessage
	if err := json.Unmarshal([]byte(out), &issues); err != nil || !strings.HasPrefix(out, "[") {
		t.Errorf("%s: %v", name, err)
		return
	}
	seen := map[string]bool{}
	for _, raw := range issues {
		var i struct {
			Type, Description, Fingerprint, Severity string
			Check                                    string `json:"check_name"`
			Categories                               []string
			Content                                  struct{ Body string }
			Location                                 struct {
				Path  string
				Lines struct{ Begin int }
			}
		}
		whole, err := json.Marshal(raw)
		if err == nil {
			err = json.Unmarshal(whole, &i)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, field := range []string{"description", "fingerprint", "severity", "location", "check_name", "type", "categories"} {
			if len(raw[field]) == 0 {
				t.Errorf("%s: an issue without %s", name, field)
			}
		}
		known := !slices.ContainsFunc(i.Categories, func(c string) bool { return !slices.Contains(climateCategories, c) })
		if i.Type != "issue" || i.Description == "" || i.Check == "" || i.Content.Body == "" || !known || i.Location.Path == "" || path.IsAbs(i.Location.Path) ||
			i.Location.Lines.Begin < 1 || i.Fingerprint == "" || seen[i.Fingerprint] || !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) {
			t.Errorf("%s: %+v", name, i)
		}
		seen[i.Fingerprint] = true
	}
}
