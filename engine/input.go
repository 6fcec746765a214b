package engine

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/internal/policy"
)

// input is the document that policies see (design section 6), key by key.
// policies/schema/input.json is generated from it and describes it closed.
type input struct {
	AsOf  policy.Day   `json:"as_of"`
	Offer policy.Offer `json:"offer"`
	evidence.Dossier
	// Others are the other bids of the tender, as far as the caller knows them.
	Others   []evidence.OtherBid `json:"others"`
	DataSets []policy.DataSet    `json:"data_sets"`
	// What the buyer's data says of the evidence: matches by SBOM, sources and
	// certificates over the whole bundle.
	Matches      []matches          `json:"matches"`
	Sources      sources            `json:"sources"`
	Certificates []certificateMatch `json:"certificates"`
	// Annex is what was published, held against what judges now.
	Annex      policy.Annex     `json:"annex"`
	Profile    policy.Selection `json:"profile"`
	Parameters parameters       `json:"parameters"`
	// Raw is the vendor's own trees, only where a selected requirement reads them.
	Raw            []evidence.RawDocument `json:"raw"`
	Exceptions     []policy.Exception     `json:"exceptions"`
	Determinations []policy.Determination `json:"determinations"`
	Errored        []string               `json:"errored"`
}

// parameters holds the parameters in force: area, requirement, parameter. Its
// closed schema comes from the METADATA of the loaded requirements.
type parameters map[string]map[string]map[string]any

// encode writes the keys that are read, in order, as input.json.
func (in input) encode(keys map[string]bool) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	separator := byte('{')
	for _, part := range in.parts() {
		if !keys[part.key] {
			continue
		}
		b.WriteByte(separator)
		separator = ','
		b.WriteString(strconv.Quote(part.key) + ":")
		if err := enc.Encode(part.value); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - 1) // the encoder's newline
	}
	b.WriteString("}\n")
	return b.Bytes(), nil
}

// chosen is the part that follows from the profile and the day.
func (in input) chosen() (policy.Input, error) {
	text, err := in.encode(map[string]bool{"as_of": true, "profile": true})
	if err != nil {
		return policy.Input{}, err
	}
	return policy.ParseInput(text)
}

type part struct {
	key   string
	value any
}

// parts lists the top-level keys in order.
func (in input) parts() []part {
	return []part{
		{"annex", in.Annex},
		{"as_of", in.AsOf},
		{"attachments", in.Attachments},
		{"attestations", in.Attestations},
		{"bundle", in.Bundle},
		{"catalogues", in.Catalogues},
		{"certificates", in.Certificates},
		{"component_evidence", in.ComponentEvidence},
		{"components", in.Components},
		{"compositions", in.Compositions},
		{"crypto", in.Crypto},
		{"data_sets", in.DataSets},
		{"dates", in.Dates},
		{"declarations", in.Declarations},
		{"dependencies", in.Dependencies},
		{"determinations", in.Determinations},
		{"errored", in.Errored},
		{"exceptions", in.Exceptions},
		{"extras", in.Extras},
		{"lifecycle", in.Lifecycle},
		{"links", in.Links},
		{"matches", in.Matches},
		{"model_cards", in.ModelCards},
		{"offer", in.Offer},
		{"others", in.Others},
		{"parameters", in.Parameters},
		{"pedigree", in.Pedigree},
		{"profile", in.Profile},
		{"properties", in.Properties},
		{"raw", in.Raw},
		{"sboms", in.SBOMs},
		{"services", in.Services},
		{"signatures", in.Signatures},
		{"sources", in.Sources},
		{"text", in.Text},
		{"threat_models", in.ThreatModels},
		{"vex", in.VEX},
		{"vex_statements", in.VEXStatements},
	}
}
