package policy

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/ast"
)

// TestEveryBuiltinIsJudged: a builtin that an upgrade of OPA brings is neither
// allowed nor refused until somebody decides, and gives the reason: why it is a
// function of its operands alone, or why it is left out.
func TestEveryBuiltinIsJudged(t *testing.T) {
	var judged []string
	for _, table := range []map[string][]string{allowed, refused} {
		for reason, names := range table {
			if len(strings.Fields(reason)) < 2 || len(names) == 0 {
				t.Errorf("%q is no reason for %q", reason, names)
			}
			judged = append(judged, names...)
		}
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
	names := slices.Concat(slices.Collect(maps.Values(allowed))...)
	for _, b := range c.Builtins {
		if !slices.Contains(names, b.Name) || b.Nondeterministic {
			t.Errorf("%s is not allowed, or its value is not of its operands alone", b.Name)
		}
	}
	if len(c.Builtins) != len(names) {
		t.Errorf("%d builtins, want the %d allowed", len(c.Builtins), len(names))
	}
	if c.AllowNet == nil || len(c.AllowNet) != 0 {
		t.Errorf("AllowNet is %#v, want an empty list that is not nil", c.AllowNet)
	}
	if diff := cmp.Diff([]string{"keywords_in_refs", "rego_v1"}, c.Features); diff != "" || len(c.FutureKeywords) != 0 {
		t.Errorf("features %s, keywords to come %v", diff, c.FutureKeywords)
	}
	if all := ast.CapabilitiesForThisVersion(); len(all.Builtins) <= len(names) {
		t.Error("making capabilities changed OPA's own")
	}
}
