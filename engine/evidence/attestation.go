package evidence

// Attestation is the head of one CycloneDX document with declarations: who
// attests what of which targets. Where it answers clauses of a standard, the
// answers are a Declaration too, of the format cyclonedx-attestation.
type Attestation struct {
	Document      int              `json:"document"` // row in documents
	Format        string           `json:"format"`
	FormatVersion string           `json:"format_version"`
	Date          Date             `json:"date"`
	Assessors     List[AssessedBy] `json:"assessors"`
	Standards     Texts            `json:"standards"` // names of the standards that are defined or referred to
	Targets       Texts            `json:"targets"`   // names of what is attested
	Attestations  int              `json:"attestations"`
	Mapped        int              `json:"mapped"`        // entries of the maps of all attestations
	WithClause    int              `json:"with_clause"`   // of these, with a requirement
	WithScore     int              `json:"with_score"`    // of these, with a conformance score
	Claims        int              `json:"claims"`        //
	CounterClaims int              `json:"counterclaims"` // claims that others name as counter-claims
	Evidence      int              `json:"evidence"`
	// OtherClauses are what its maps call requirements and the declaration form
	// does not know: the clauses of standards that bidgate has no list of.
	OtherClauses Texts            `json:"other_clauses"`
	Dangling     Texts            `json:"dangling"` // references that lead nowhere
	Affirmation  Text             `json:"affirmation"`
	Signatories  List[AffirmedBy] `json:"signatories"`
	Signed       bool             `json:"signed"` // some part carries a signature, which is not checked here
	// Declaration is the row in declarations that its answers made; -1 for none.
	Declaration int    `json:"declaration"`
	Location    string `json:"location"`
}

// AssessedBy is an assessor of an attestation.
type AssessedBy struct {
	Name       Text   `json:"name"`
	ThirdParty Flag   `json:"third_party"`
	Location   string `json:"location"`
}

// AffirmedBy is a signatory of an attestation's affirmation.
type AffirmedBy struct {
	Name         Text `json:"name"`
	Role         Text `json:"role"`
	Organization Text `json:"organization"`
	// Signed says that the document holds a signature of this signatory, which is
	// not checked here; Elsewhere is where a signature beside it is said to be.
	Signed    bool   `json:"signed"`
	Elsewhere Text   `json:"elsewhere"`
	Location  string `json:"location"`
}

// Catalogue is one standard of a CycloneDX document with definitions: a list
// of clauses that others refer to.
type Catalogue struct {
	Document int         `json:"document"` // row in documents
	ID       Text        `json:"id"`       // bom-ref
	Name     Text        `json:"name"`
	Version  Text        `json:"version"`
	Owner    Text        `json:"owner"`
	Clauses  List[Named] `json:"clauses"` // identifier and title
	Levels   int         `json:"levels"`
	Location string      `json:"location"`
}
