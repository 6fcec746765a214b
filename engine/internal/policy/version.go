package policy

import "github.com/open-policy-agent/opa/v1/version"

// OPAVersion is the version of Open Policy Agent that evaluates.
func OPAVersion() string { return version.Version }
