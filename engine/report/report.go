// Package report is the versioned JSON contract of a screening's result: the
// decision plus everything that a reader needs to check it, so that every
// output format can be made from a Report alone. It uses the standard library
// only, and it holds data, not behaviour.
//
// The same bundle content, policies, profile, exceptions, determinations,
// buyer data, as_of and versions give the same bytes. Lists are never null.
// Text in a Report that comes from a vendor is as the vendor wrote it:
// renderers make it inert.
package report

// Contract is the version of the JSON contract that this package writes.
const Contract = 1

// Verdict is the outcome against a profile; it is never an award decision.
type Verdict string

// The verdicts.
const (
	Meets               Verdict = "meets"
	MeetsWithExceptions Verdict = "meets_with_exceptions"
	DoesNotMeet         Verdict = "does_not_meet"
	Undetermined        Verdict = "undetermined"
)

// Status is the outcome of one requirement or member.
type Status string

// The statuses.
const (
	Pass          Status = "pass"
	Fail          Status = "fail"
	Review        Status = "review"         // a person must look
	NotSupplied   Status = "not_supplied"   // a needed kind of evidence is absent
	NotApplicable Status = "not_applicable" // with a reason
	Error         Status = "error"          // the requirement could not be evaluated
)

// Outcome is what a finding counts as for the verdict. The status stays as the
// evidence gave it; the outcome adds what the buyer recorded.
type Outcome string

// The outcomes.
const (
	OutcomeMet           Outcome = "met" // passed, or a determination says met
	OutcomeNotApplicable Outcome = "not_applicable"
	OutcomeNotMet        Outcome = "not_met" // failed, or a determination says not met
	OutcomeExcused       Outcome = "excused" // exceptions cover every place of it
	OutcomeOpen          Outcome = "open"    // a person must look, or evidence is owed
	OutcomeError         Outcome = "error"   // could not be evaluated
)

// Severity is how much a finding weighs. Officers read the four as mandatory,
// must clarify, desirable and information.
type Severity string

// The severities, heaviest first.
const (
	Blocking Severity = "blocking"
	Major    Severity = "major"
	Minor    Severity = "minor"
	Info     Severity = "info"
)

// Level is how strongly a basis shows that a requirement is met.
type Level string

// The levels, weakest first.
const (
	Asserted  Level = "asserted"  // the vendor says so
	Evidenced Level = "evidenced" // a document in the bundle with matching digest shows it
	Verified  Level = "verified"  // checked against bytes, signature or buyer data
)

// Report is the result of screening one bundle against one profile.
type Report struct {
	Contract   int         `json:"report"`
	Verdict    Verdict     `json:"verdict"`
	Notice     string      `json:"notice"` // what a verdict is not
	AsOf       string      `json:"as_of"`  // the date decided for, YYYY-MM-DD
	Tender     Tender      `json:"tender"`
	Offer      Offer       `json:"offer"`
	Profile    Profile     `json:"profile"`
	Parameters []Parameter `json:"parameters"` // of the selected requirements, by name
	Counts     Counts      `json:"counts"`
	// Reasons name the findings that decided the verdict, by id.
	Reasons        []string        `json:"reasons"`
	Findings       []Finding       `json:"findings"` // by id
	Documents      []Document      `json:"documents"`
	Problems       []Problem       `json:"problems"` // of the bundle as a whole
	Evidence       Evidence        `json:"evidence"`
	Exceptions     []Exception     `json:"exceptions"`
	Determinations []Determination `json:"determinations"`
	Provenance     Provenance      `json:"provenance"`
	// Limits are the bounds on reading that the buyer changed, in the order of
	// evidence.Limits; without one the list is left out.
	Limits []Limit `json:"limits,omitempty"`
	// Inventory are rows of the evidence; it is left out unless asked for.
	Inventory *Inventory `json:"inventory,omitempty"`
}

// Limit is a bound on what is taken from a bundle, which the buyer changed.
type Limit struct {
	Name    string `json:"name"`
	Value   int    `json:"value"`
	Default int    `json:"default"` // what it is otherwise
}

// Tender names the procurement; ID is empty when none was named.
type Tender struct {
	ID string `json:"id"`
}

// Offer is what the buyer says is on the table.
type Offer struct {
	Vendor string `json:"vendor"`
	Items  []Item `json:"items"`
}

// Item is one product offered.
type Item struct {
	Product string `json:"product"`
	Version string `json:"version"`
}

// Profile is the buyer's choice that the verdict is against.
type Profile struct {
	ID        string   `json:"id"`
	Edition   string   `json:"edition"`
	Title     string   `json:"title"`
	Digest    string   `json:"digest"` // of the resolved profile, "sha256:…"
	RejectAt  Severity `json:"reject_at"`
	ClarifyAt Severity `json:"clarify_at"`
}

// Parameter is one parameter in force. Set is false where the buyer left a
// parameter without default unset; Value is then absent.
type Parameter struct {
	Name  string `json:"name"` // <area>.<requirement>.<parameter>
	Set   bool   `json:"set"`
	Value any    `json:"value,omitempty"` // number, string, boolean or list of strings
}

// Counts are findings in force by status, and beside them those that only advise.
type Counts struct {
	Pass          int `json:"pass"`
	Fail          int `json:"fail"`
	Review        int `json:"review"`
	NotSupplied   int `json:"not_supplied"`
	NotApplicable int `json:"not_applicable"`
	Error         int `json:"error"`
	Excepted      int `json:"excepted"`   // of the above, covered by an exception
	Determined    int `json:"determined"` // of the above, settled by a determination
	Advisory      int `json:"advisory"`   // not in force on AsOf, not in the other counts
}

// Finding is the outcome of one requirement, or of one member of it.
type Finding struct {
	ID          string   `json:"id"`           // <area>.<name> or <area>.<name>.<member>
	Requirement string   `json:"requirement"`  // <area>.<name>
	Member      string   `json:"member"`       // "" unless table-driven
	Family      string   `json:"family"`       // of a member; else ""
	FamilyTitle string   `json:"family_title"` // of a member; else ""
	Title       string   `json:"title"`
	Section     string   `json:"section"` // governance, supply-chain, development, deployment, vulnerability-management
	Status      Status   `json:"status"`
	Severity    Severity `json:"severity"`
	// Outcome is what the finding counts as after exceptions and determinations.
	Outcome Outcome `json:"outcome"`
	// Advisory: not in force on AsOf (before effective_from, after effective_to).
	Advisory bool `json:"advisory"`
	// PartOnly: evaluated because a composed requirement folds it; it does not
	// itself weigh on the verdict.
	PartOnly bool `json:"part_only"`
	// Level of the weakest basis; "" without one. LevelNeeded is the profile's.
	Level       Level `json:"level"`
	LevelNeeded Level `json:"level_needed"`

	Violations    []Statement `json:"violations"`
	Basis         []Statement `json:"basis"`
	Reviews       []Statement `json:"reviews"`
	NotApplicable []Statement `json:"not_applicable"`
	Errors        []string    `json:"errors"` // why it could not be evaluated
	NotSupplied   []Missing   `json:"not_supplied"`
	ComposedOf    []Part      `json:"composed_of"` // of a composed requirement

	Sources  []Source `json:"sources"`
	Remedy   string   `json:"remedy"`
	Question string   `json:"question"`
	Tags     []string `json:"tags"`

	// Exception and Determination are set where one applies, also where it
	// does not cover the whole finding.
	Exception     *AppliedException     `json:"exception,omitempty"`
	Determination *AppliedDetermination `json:"determination,omitempty"`
}

// Statement is one reason or basis, with its places in the evidence.
type Statement struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	// Public is the message without what it quotes from evidence, for release;
	// it is left out where the message quotes nothing.
	Public string  `json:"public,omitempty"`
	Level  Level   `json:"level,omitempty"` // of a basis
	Places []Place `json:"places"`          // of one finding at most MaxPlaces; the decision rests on all of them
	// PlacesTotal is how many places there are, where not all are listed.
	PlacesTotal int `json:"places_total,omitempty"`
}

// MaxPlaces is how many places one finding lists in all its statements. The
// decision and exceptions count every place, listed or not.
const MaxPlaces = 1_000

// Place is where something stands, or where it is missing: then Line and
// Column are those of the nearest object that exists.
type Place struct {
	Document string `json:"document"` // path in the bundle; "" is the bundle
	Pointer  string `json:"pointer"`  // JSON Pointer (RFC 6901)
	Line     int    `json:"line"`     // from 1; 0 where the document as a whole is meant
	Column   int    `json:"column"`   // from 1, in code points
	Name     string `json:"name"`     // what stands there, such as a component's name; may be ""
}

// Missing is a kind of evidence that is wholly absent, and who owes it.
type Missing struct {
	Kind string `json:"kind"`
	From string `json:"from" enum:"vendor,buyer"` // who owes it
}

// Part is one finding that a composed requirement folds.
type Part struct {
	ID     string `json:"id"`
	Status Status `json:"status"`
}

// Source is where a requirement comes from. Confidence says who read it:
// source (the text itself), secondary (a published account) or memory; what
// is not source must never be printed as if it had been verified.
type Source struct {
	Standard   string `json:"standard"`
	Edition    string `json:"edition"`
	Clause     string `json:"clause"`
	Confidence string `json:"confidence" enum:"source,secondary,memory"`
}

// AppliedException is an exception that names the finding. It excuses it only
// if Covered equals Places.
type AppliedException struct {
	Exceptions []int `json:"exceptions"` // rows in Report.Exceptions
	Covered    int   `json:"covered"`
	Places     int   `json:"places"`
	Excuses    bool  `json:"excuses"`
}

// AppliedDetermination is a person's recorded look that settles the finding.
type AppliedDetermination struct {
	Determination int    `json:"determination"` // row in Report.Determinations
	Outcome       string `json:"outcome" enum:"met,not_met"`
}
