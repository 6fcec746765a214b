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
