package evidence

// State says how far a value was stated by the evidence. The zero State means
// absent, so that a value nobody filled in can never look as if it were there.
type State string

// The closed set of states (the three states of CISA 2026, "Explicitly
// Identifying Unknown Information", and four that documents in the field need).
const (
	Absent      State = "absent"      // the document does not have the field
	Stated      State = "stated"      // the document states a usable value
	Unknown     State = "unknown"     // declared not known
	Withheld    State = "withheld"    // declared known but not told
	Placeholder State = "placeholder" // UNKNOWN, NOASSERTION, [not provided], TBD and the like
	Unsupported State = "unsupported" // the format cannot say it
	Invalid     State = "invalid"     // there is a value, and it is not of the field's form
)

// MarshalText writes the zero State as "absent".
func (s State) MarshalText() ([]byte, error) {
	if s == "" {
		return []byte(Absent), nil
	}
	return []byte(s), nil
}

// absent says that nothing was stated; also the zero State says so.
func absent(s State) bool { return s == "" || s == Absent }

// Text is a string that evidence may or may not state. Value is empty unless
// State is stated.
type Text struct {
	State State  `json:"state"`
	Value string `json:"value"`
}

// Integer is a whole number that evidence may or may not state.
type Integer struct {
	State State `json:"state"`
	Value int64 `json:"value"`
}

// Number is a number that evidence may or may not state.
type Number struct {
	State State   `json:"state"`
	Value float64 `json:"value"`
}

// Flag is a truth value that evidence may or may not state.
type Flag struct {
	State State `json:"state"`
	Value bool  `json:"value"`
}

// Day is a calendar day in UTC: whole days since 1970-01-01, with the text as
// the document has it.
type Day struct {
	Day  int    `json:"day"`
	Text string `json:"text"`
}

// Date is a Day that evidence may or may not state.
type Date struct {
	State State `json:"state"`
	Value Day   `json:"value"`
}

// Span is an ISO 8601 duration of whole years, months, weeks and days.
type Span struct {
	Months int    `json:"months"`
	Days   int    `json:"days"`
	Text   string `json:"text"`
}

// Period is a Span that evidence may or may not state.
type Period struct {
	State State `json:"state"`
	Value Span  `json:"value"`
}

// List is a list that evidence may or may not state. Stated and empty means
// that the document declares that there is none.
type List[T any] struct {
	State State `json:"state"`
	Items []T   `json:"items"`
}

// Texts is a list of plain strings.
type Texts = List[string]

// Row is the number of a row in one of the dossier's tables, from 0.
type Row int
