package policy

import (
	"testing"

	"github.com/bidgate/bidgate/policies"
)

// TestDecisionKeepsToTheSchema checks the built-in decision against the input
// schema, which loading leaves out for it.
func TestDecisionKeepsToTheSchema(t *testing.T) {
	l := &loading{packs: []Pack{{BuiltIn: true, FS: policies.FS}}, caps: capabilities()}
	var found problems
	l.read(&found)
	l.parse(&found)
	l.describe(&found)
	l.compileModules(func(m *module) bool { return m.role != requirement }, l.schemas(), &found)
	for _, p := range found {
		t.Error(p)
	}
}
