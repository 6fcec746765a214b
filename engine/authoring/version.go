package authoring

import "github.com/bidgate/bidgate/engine/internal/policy"

// OPAVersion is the version of Open Policy Agent that lints, tests and
// evaluates, as reports state it.
func OPAVersion() string { return policy.OPAVersion() }
