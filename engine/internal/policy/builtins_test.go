package policy

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/ast"
)

// TestEveryBuiltinIsJudged: a builtin that an upgrade of OPA brings is neither
// allowed nor refused until somebody decides.
func TestEveryBuiltinIsJudged(t *testing.T) {
	judged := slices.Clone(allowed)
	for _, names := range refused {
		judged = append(judged, names...)
	}
	slices.Sort(judged)
	var known []string
	for _, b := range ast.CapabilitiesForThisVersion().Builtins {
		known = append(known, b.Name)
	}
	slices.Sort(known)
	if diff := cmp.Diff(known, judged); diff != "" {
		t.Errorf("builtins of OPA (-) and of the two tables (+):\n%s", diff)
	}
}

// TestCapabilitiesAreClosed: only what is allowed, no host, and no feature of
// the language that is to come.
func TestCapabilitiesAreClosed(t *testing.T) {
	c := Capabilities()
	if len(c.Builtins) != len(allowed) {
		t.Errorf("%d builtins, want the %d allowed", len(c.Builtins), len(allowed))
	}
	if c.AllowNet == nil || len(c.AllowNet) != 0 {
		t.Errorf("AllowNet is %#v, want an empty list that is not nil", c.AllowNet)
	}
	if diff := cmp.Diff([]string{"keywords_in_refs", "rego_v1"}, c.Features); diff != "" || len(c.FutureKeywords) != 0 {
		t.Errorf("features %s, keywords to come %v", diff, c.FutureKeywords)
	}
	if all := ast.CapabilitiesForThisVersion(); len(all.Builtins) <= len(allowed) {
		t.Error("making capabilities changed OPA's own")
	}
}
