package evidence

// Mitigation is a control with its state.
type Mitigation struct {
	ID        Text              `json:"id"`
	Title     Text              `json:"title"`
	Text      Text              `json:"text"`
	Status    Text              `json:"status"` // proposed, planned, in_progress, implemented, verified, rejected, retired
	StatusRaw string            `json:"status_raw"`
	Owner     Text              `json:"owner"`
	Due       Date              `json:"due"`
	Evidence  List[EvidenceRef] `json:"evidence"`
	Threats   Texts             `json:"threats"` // ids; a link may be stated on either side
	Location  string            `json:"location"`
}

// EvidenceRef is a reference to a supporting document.
type EvidenceRef struct {
	Path   Text `json:"path"`
	Digest Text `json:"digest"`
	URL    Text `json:"url"`
	// Outcome of looking for it in the bundle. "same": found, and the stated
	// digest is the file's. "no_digest": found, no digest stated. "url": a
	// place outside the bundle, not checked.
	Outcome  string `json:"outcome" enum:"same,no_digest,differs,missing,url,none"`
	Document int    `json:"document"` // row in documents; -1 when not found
	Location string `json:"location"`
}

// AbuseCase is a foreseeable misuse.
type AbuseCase struct {
	ID        Text   `json:"id"`
	Statement Text   `json:"statement"`
	Location  string `json:"location"`
}

// FailureMode is a way to fail, and what then happens.
type FailureMode struct {
	ID         Text   `json:"id"`
	Statement  Text   `json:"statement"`
	Components Texts  `json:"components"`
	Effect     Text   `json:"effect"`
	Detection  Text   `json:"detection"`
	Fallback   Text   `json:"fallback"`
	SafeState  Text   `json:"safe_state"`
	Tags       Texts  `json:"tags"`
	Location   string `json:"location"`
}

// Validation says how sufficiency was judged.
type Validation struct {
	Kind     Text   `json:"kind"`
	Ref      Text   `json:"ref"`
	Date     Date   `json:"date"`
	Location string `json:"location"`
}

// ThreatCounts is what was counted over the threats.
type ThreatCounts struct {
	Threats           int `json:"threats"`
	Open              int `json:"open"`
	OpenHigh          int `json:"open_high"` // open, of severity high or critical
	WithoutMitigation int `json:"without_mitigation"`
	WithoutCategory   int `json:"without_category"`
	WithoutResponse   int `json:"without_response"`
	WithoutStatus     int `json:"without_status"`
	Untouched         int `json:"untouched"` // generated and never looked at
}

// ModelRisk is a risk that a model states over one or more threats.
type ModelRisk struct {
	ID         Text   `json:"id"`
	Title      Text   `json:"title"`
	Threats    Texts  `json:"threats"` // ids
	Likelihood Text   `json:"likelihood"`
	Impact     Text   `json:"impact"`
	Score      Number `json:"score"`
	Level      Text   `json:"level"` // very_low, low, medium, high, very_high, critical
	Status     Text   `json:"status"`
	Owner      Text   `json:"owner"`
	Residual   Text   `json:"residual"`
	Response   Text   `json:"response"`
	Location   string `json:"location"`
}

// Supplement is a link between a summary and the model that it fills in. A
// summary that fills in another model is no row of threat_models.
type Supplement struct {
	State    State    `json:"state"`
	Path     Text     `json:"path"`
	Model    int      `json:"model"`    // row in threat_models; -1 when there is none
	Document int      `json:"document"` // row in documents of the summary; -1 when there is none
	Location string   `json:"location"` // where in that document the summary stands; "" is all of it
	Fields   []string `json:"fields"`   // the fields that were taken, by name; one of a list's entries stands after a dot
}

// Warning is something that a reader noticed: a dangling reference, a repeated
// id, flags that contradict each other, a value that the format does not know.
type Warning struct {
	Code     string `json:"code" enum:"dangling,duplicate_id,contradiction,unknown_value,incomplete,score_disagrees,status_without_mitigation,pattern_unused"`
	Text     string `json:"text"` // one sentence for people
	Location string `json:"location"`
}
