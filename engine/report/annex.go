package report

// Annex is what a buyer publishes before bids are judged: every requirement in
// force with its parameters, what to send, and what stands for it otherwise.
type Annex struct {
	Contract    int         `json:"annex"` // version of this form, 1
	Notice      string      `json:"notice"`
	AsOf        string      `json:"as_of"` // the day that decides what is in force
	Tender      Tender      `json:"tender"`
	Profile     Profile     `json:"profile"` // Digest is that of a report judged by the same rules
	Description string      `json:"description"`
	Policy      string      `json:"policy"` // digest of the policies
	Parameters  []Parameter `json:"parameters"`
	Asked       []Asked     `json:"asked"` // by section, severity and id
	Command     string      `json:"command"`
}

// Asked is one requirement as a profile asks it. Members that are asked with
// another severity than it are on their own.
type Asked struct {
	ID          string        `json:"id"`
	Title       string        `json:"title"`
	Section     string        `json:"section"`
	Severity    Severity      `json:"severity"`
	Level       Level         `json:"level"`    // the weakest basis that is taken
	Advisory    bool          `json:"advisory"` // not in force on the day
	From        string        `json:"from"`     // in force from, YYYY-MM-DD or ""
	To          string        `json:"to"`       // in force until, YYYY-MM-DD or ""
	Asks        string        `json:"asks"`     // what it asks and how it is judged
	Evidence    Needed        `json:"evidence"`
	Members     []AskedMember `json:"members"`
	Parameters  []Parameter   `json:"parameters"`
	Send        string        `json:"send"` // what mends a failure
	Sources     []Source      `json:"sources"`
	Equivalents []Clause      `json:"equivalents"` // taken in its place
}

// AskedMember is one member of a table that is asked.
type AskedMember struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Family string `json:"family"`
}
