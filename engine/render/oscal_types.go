package render

// The parts of OSCAL assessment results 1.1.3 that are written, in the order
// of the official schema. It takes no empty list, so these are left out.

type oscalResults struct {
	UUID     string          `json:"uuid"`
	Metadata oscalMetadata   `json:"metadata"`
	Plan     oscalReference  `json:"import-ap"`
	Results  []oscalResult   `json:"results"`
	Back     oscalBackMatter `json:"back-matter"`
}

type oscalMetadata struct {
	Title    string      `json:"title"`
	Modified string      `json:"last-modified"`
	Version  string      `json:"version"`
	OSCAL    string      `json:"oscal-version"`
	Props    []oscalProp `json:"props,omitempty"`
	Remarks  string      `json:"remarks,omitempty"`
}

type oscalReference struct {
	Href string `json:"href"`
}

type oscalProp struct {
	Name  string `json:"name"`
	NS    string `json:"ns"`
	Value string `json:"value"`
}

type oscalResult struct {
	UUID         string             `json:"uuid"`
	Title        string             `json:"title"`
	Description  string             `json:"description"`
	Start        string             `json:"start"`
	End          string             `json:"end"`
	Props        []oscalProp        `json:"props,omitempty"`
	Reviewed     oscalReviewed      `json:"reviewed-controls"`
	Observations []oscalObservation `json:"observations,omitempty"`
	Risks        []oscalRisk        `json:"risks,omitempty"`
	Findings     []oscalFinding     `json:"findings,omitempty"`
}

type oscalReviewed struct {
	Selections []oscalSelection `json:"control-selections"`
}

type oscalSelection struct {
	All      *struct{}      `json:"include-all,omitempty"`
	Controls []oscalControl `json:"include-controls,omitempty"`
}

type oscalControl struct {
	ID string `json:"control-id"`
}

type oscalObservation struct {
	UUID        string          `json:"uuid"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Props       []oscalProp     `json:"props,omitempty"`
	Methods     []string        `json:"methods"`
	Types       []string        `json:"types"`
	Evidence    []oscalEvidence `json:"relevant-evidence,omitempty"`
	Collected   string          `json:"collected"`
	Remarks     string          `json:"remarks,omitempty"`
}

type oscalEvidence struct {
	Href        string `json:"href"`
	Description string `json:"description"`
}

type oscalRisk struct {
	UUID         string          `json:"uuid"`
	Title        string          `json:"title"`
	Description  string          `json:"description"`
	Statement    string          `json:"statement"`
	Status       string          `json:"status"`
	Deadline     string          `json:"deadline,omitempty"`
	Observations []oscalObserved `json:"related-observations"`
}

type oscalFinding struct {
	UUID         string          `json:"uuid"`
	Title        string          `json:"title"`
	Description  string          `json:"description"`
	Props        []oscalProp     `json:"props,omitempty"`
	Target       oscalTarget     `json:"target"`
	Observations []oscalObserved `json:"related-observations"`
	Risks        []oscalRisked   `json:"related-risks,omitempty"`
	Remarks      string          `json:"remarks,omitempty"`
}

type oscalTarget struct {
	Type   string      `json:"type"`
	ID     string      `json:"target-id"`
	Status oscalStatus `json:"status"`
}

type oscalStatus struct {
	State  string `json:"state"`
	Reason string `json:"reason"`
}

type oscalObserved struct {
	UUID string `json:"observation-uuid"`
}

type oscalRisked struct {
	UUID string `json:"risk-uuid"`
}

type oscalBackMatter struct {
	Resources []oscalResource `json:"resources"`
}

type oscalResource struct {
	UUID        string      `json:"uuid"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Props       []oscalProp `json:"props,omitempty"`
	Links       []oscalLink `json:"rlinks,omitempty"`
}

type oscalLink struct {
	Href   string      `json:"href"`
	Hashes []oscalHash `json:"hashes,omitempty"`
}

type oscalHash struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"value"`
}
