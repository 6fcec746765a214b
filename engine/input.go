package engine

import (
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
)

// input is the document that policies see (design section 6), key by key.
// policies/schema/input.json is generated from it and describes it closed.
type input struct {
	AsOf  policy.Day   `json:"as_of"`
	Offer policy.Offer `json:"offer"`
	evidence.Dossier
	DataSets       []policy.DataSet       `json:"data_sets"`
	Profile        policy.Selection       `json:"profile"`
	Parameters     parameters             `json:"parameters"`
	Exceptions     []policy.Exception     `json:"exceptions"`
	Determinations []policy.Determination `json:"determinations"`
	Errored        []string               `json:"errored"`
}

// parameters holds the parameters in force: area, requirement, parameter. Its
// closed schema comes from the METADATA of the loaded requirements.
type parameters map[string]map[string]map[string]any
