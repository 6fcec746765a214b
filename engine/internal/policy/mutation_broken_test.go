package policy

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/policies"
)

// owner is a requirement of a pack; its condition is put in.
const owner = `# METADATA
# title: The threat model has an owner
# description: Asks for an owner.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: S, edition: "1", clause: C, confidence: source}
#   messages:
#     none: "No owner."
#     owned: "An owner is named."
#   remedy: Name an owner.
#   question: Who is the owner?
package bidgate.requirement.acme.owner

violation contains {"code": "none", "args": {}, "at": ["threat_models", i, "owner"]} if {
	some i, model in input.threat_models
	model.owner.name.state == "absent"
}

basis contains {"code": "owned", "args": {}, "at": ["threat_models", i, "owner"], "level": "asserted"} if {
	some i, model in input.threat_models
	CONDITION
}
`

// named is a model with an owner.
const named = `data.bidgate.lib.testing.bundle_input({"threat_models": [data.bidgate.lib.testing.threat_model({"owner": {
	"state": "stated", "name": {"state": "stated", "value": "Ann"}, "email": {"state": "stated", "value": "ann@example.com"}}})]})`

// TestALossIsNoticed gives the mutation test requirements that pass where they
// must not: it finds them, and lets sound ones be.
func TestALossIsNoticed(t *testing.T) {
	OneGoroutine(t)
	in := Input{value: given(t, named).(ast.Object)}
	conditions := []struct{ condition, want string }{
		{`model.owner.name.state == "stated"`, ""},
		{`model.owner.name.state == "stated"; not model.owner.email.value == "nobody"`, "threat_models/*/owner/email: absent placeholder unknown withheld unsupported invalid"},
		{`model.owner.name.state != "absent"`, "threat_models/*/owner/name: placeholder unknown withheld unsupported invalid"},
		{`not model.owner.name.value == "nobody"; model.owner.name.state != "absent"`, "threat_models/*/owner/name: placeholder unknown withheld unsupported invalid"},
		{`model.owner.name.state in {"stated", "withheld"}`, "threat_models/*/owner/name: withheld"},
		{`"stated" in {model.owner.name.state, model.owner.email.state}; model.owner.name.state != "absent"`, ""},
	}
	pack := fstest.MapFS{}
	for i, c := range conditions {
		text := strings.ReplaceAll(strings.ReplaceAll(owner, "CONDITION", c.condition), "acme.owner", fmt.Sprintf("acme.owner%d", i))
		pack[fmt.Sprintf("owner%d.rego", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	lib, err := Load(t.Context(), []Pack{{BuiltIn: true, FS: policies.FS, WithoutLibrary: true}, {Name: "acme", FS: pack}})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range conditions {
		found := map[string]*mutant{}
		newMutations(t, lib).mutants(fmt.Sprintf("acme.owner%d", i), []Input{in}, false, found)
		var got []string
		for name, mutant := range found {
			if len(mutant.survived) > 0 && name != "threat_models/*/owner" {
				got = append(got, name+": "+strings.Join(mutant.survived, " "))
			}
		}
		slices.Sort(got)
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.condition, got, c.want)
		}
	}
}
