package engine

import "github.com/bidgate/bidgate/engine/evidence"

// matches is what the buyer's data says of one SBOM, and how much of the SBOM
// it could be asked about. There is one for each of sboms, in the same order,
// also where the buyer supplied no data: then nothing was looked up.
type matches struct {
	Coverage        matchCoverage    `json:"coverage"`
	Vulnerabilities []vulnerability  `json:"vulnerabilities"`
	Lifecycle       []lifecycleMatch `json:"lifecycle"`
}

// matchCoverage sorts the delivered software of one SBOM by whether the
// buyer's data can say anything of it. A component that could not be looked
// up is never clean.
type matchCoverage struct {
	Total     int            `json:"total"` // delivered components that are software
	Advisory  lookedUp       `json:"advisory"`
	Lifecycle lookedUp       `json:"lifecycle"`
	Withdrawn withdrawnCount `json:"withdrawn"`
	// Blind are records on a component's package that have only ranges that
	// cannot be compared with its version, such as ranges of commits: whether
	// they are about it is not known, and they match nothing.
	Blind withdrawnCount `json:"blind"`
}

// lookedUp sorts the delivered software for one kind of data; each row
// stands in exactly one list. Looked up says that the data has a list for this
// kind of component, not that it found something.
type lookedUp struct {
	LookedUp []evidence.Row `json:"looked_up" table:"components"`
	// ByName were looked up only by a CPE or a name: a weaker look.
	ByName       []evidence.Row `json:"by_name" table:"components"`
	NoIdentifier []evidence.Row `json:"no_identifier" table:"components"` // neither purl nor CPE
	NoVersion    []evidence.Row `json:"no_version" table:"components"`
	BadVersion   []evidence.Row `json:"bad_version" table:"components"` // not a version of its ecosystem
	// NotCovered are of an ecosystem or product that no data set speaks of.
	NotCovered []evidence.Row `json:"not_covered" table:"components"`
}

// withdrawnCount says how many records were left out, and of which components:
// records that would have matched and that their source withdrew, or records
// that cannot be compared. Row -1 is the subject.
type withdrawnCount struct {
	Records int            `json:"records"`
	Rows    []evidence.Row `json:"rows" table:"components"`
}

// vulnerability is one vulnerability that the buyer's data or the vendor's own
// documents tie to one component. Records that are aliases of each other are
// one vulnerability.
type vulnerability struct {
	Row     int      `json:"row"` // in the SBOM's components; -1 is the subject
	ID      string   `json:"id"`  // the CVE where there is one, else the first id in order
	Aliases []string `json:"aliases"`
	// Records are the advisories that say so; empty where only the vendor does.
	Records []advisoryRecord `json:"records"`
	// By is the strongest link: purl, cpe, name, or vendor where no record of
	// the buyer's ties the component and the vendor's own document does.
	By string `json:"by" enum:"purl,cpe,name,vendor"`
	// Weak is a match that a person must confirm: by CPE or name.
	Weak      bool             `json:"weak"`
	Fixed     []string         `json:"fixed"` // versions that repair it, in the records' words
	Published evidence.Date    `json:"published"`
	Modified  evidence.Date    `json:"modified"`
	Severity  severity         `json:"severity"`
	KEV       knownExploited   `json:"kev"`
	EPSS      exploitChance    `json:"epss"`
	SSVC      decisionPoints   `json:"ssvc"`
	Said      []vexSaid        `json:"said"` // what VEX says of it for this component, oldest first
	Status    vexStatusInForce `json:"status"`
}

// advisoryRecord is one record of a data set that matched.
type advisoryRecord struct {
	ID      string `json:"id"`
	DataSet int    `json:"data_set"` // row in data_sets
	Range   string `json:"range"`    // the range or list that matched, for people
}

// severity is that of the highest vector that can be scored.
type severity struct {
	State  evidence.State `json:"state"`
	Type   string         `json:"type"` // CVSS_V2, CVSS_V3, CVSS_V4, …; "" when not stated
	Vector string         `json:"vector"`
	Score  float64        `json:"score"` // 0 to 10
	Rating string         `json:"rating" enum:",none,low,medium,high,critical"`
}

// knownExploited is the entry of CISA's catalogue.
type knownExploited struct {
	Listed     bool          `json:"listed"`
	DataSet    int           `json:"data_set"` // row in data_sets; -1 when not listed
	Name       string        `json:"name"`
	Added      evidence.Date `json:"added"`
	Due        evidence.Date `json:"due"`
	Ransomware evidence.Flag `json:"ransomware"`
	Action     string        `json:"action"`
}

// exploitChance is the EPSS score: the chance of use within 30 days.
type exploitChance struct {
	Probability evidence.Number `json:"probability"` // 0 to 1
	Percentile  evidence.Number `json:"percentile"`  // 0 to 1
	Date        evidence.Date   `json:"date"`
}

// decisionPoints are CISA's SSVC values.
type decisionPoints struct {
	Exploitation evidence.Text `json:"exploitation"` // none, poc, active
	Automatable  evidence.Text `json:"automatable"`  // yes, no
	Impact       evidence.Text `json:"impact"`       // partial, total
	Date         evidence.Date `json:"date"`
}

// vexSaid is one statement of a VEX document on this vulnerability and component.
type vexSaid struct {
	VEX      int    `json:"vex"` // row in vex
	Row      int    `json:"row"` // in its vex_statements
	AuthorIs string `json:"author_is" enum:"unknown,vendor,third_party"`
	Status   string `json:"status" enum:"none,not_affected,affected,fixed,under_investigation"`
	// Justified says that a not_affected gives a justification or an impact.
	Justified bool          `json:"justified"`
	Date      evidence.Date `json:"date"`
	// Exact is a statement on this very version; else it names the component only.
	Exact bool `json:"exact"`
}

// vexStatusInForce folds what VEX says: the latest exact statement, or conflict
// where statements of equal date disagree or none is dated.
type vexStatusInForce struct {
	Status    string `json:"status" enum:"none,not_affected,affected,fixed,under_investigation,conflict"`
	AuthorIs  string `json:"author_is" enum:"unknown,vendor,third_party"`
	Justified bool   `json:"justified"`
	Said      int    `json:"said"` // row in said; -1 when none
}

// lifecycleMatch is what the buyer's lifecycle data says of one component.
type lifecycleMatch struct {
	Row     int    `json:"row"` // in the SBOM's components; -1 is the subject
	DataSet int    `json:"data_set"`
	Product string `json:"product"`
	Cycle   string `json:"cycle"`
	By      string `json:"by" enum:"purl,cpe,name"`
	Weak    bool   `json:"weak"`
	// EndOfSupport ends active support, EndOfSecurity the security fixes,
	// EndOfLife all support. A record that says only that the end has come, or
	// has not, gives no date and Ended.
	EndOfSupport  evidence.Date `json:"end_of_support"`
	EndOfSecurity evidence.Date `json:"end_of_security_support"`
	EndOfLife     evidence.Date `json:"end_of_life"`
	Ended         evidence.Flag `json:"ended"`
	Latest        evidence.Text `json:"latest"` // latest release of the cycle
}

// sources is what the buyer's lists of prohibited sources say of every name in
// the bundle that can be looked up.
type sources struct {
	// LookedUp counts names and identifiers by where they stand.
	LookedUp int `json:"looked_up"`
	// Lists are the legal bases that the data has entries for, sorted by data
	// set and basis: where a basis is not there, finding nothing means nothing.
	Lists   []sourceList  `json:"lists"`
	Matches []sourceMatch `json:"matches"`
}

// sourceList is the entries of one data set under one legal basis.
type sourceList struct {
	DataSet int    `json:"data_set"` // row in data_sets
	Basis   string `json:"legal_basis"`
	Entries int    `json:"entries"`
}

// sourceMatch is one entry of a list that fits a name or identifier.
type sourceMatch struct {
	Table   string        `json:"table" enum:"sboms,components,declarations,threat_models,vex,attestations,bundle"` // where in the input it stands
	Index   int           `json:"index"`                                                                            // row in that table, such as the SBOM; 0 for bundle
	Row     int           `json:"row"`                                                                              // row in components of that SBOM; -1 elsewhere
	Field   string        `json:"field" enum:"supplier,producer,publisher,author,manufacturer,vendor,domain,purl,cpe,name,country"`
	Value   string        `json:"value"` // as the document has it
	DataSet int           `json:"data_set"`
	Entry   string        `json:"entry"` // id of the entry in its list
	Name    string        `json:"name"`  // of the entity
	Alias   string        `json:"alias"` // what of the entry fits
	By      string        `json:"by" enum:"identifier,domain,cpe_vendor,purl_namespace,name,country"`
	Weak    bool          `json:"weak"` // by name alone: a person must confirm
	Basis   string        `json:"legal_basis"`
	From    evidence.Date `json:"from"`
	Until   evidence.Date `json:"until"`
}

// certificateMatch is what the buyer's list of cryptographic module
// certificates says of one certificate that a declaration names.
type certificateMatch struct {
	Declaration int           `json:"declaration"` // row in declarations
	Row         int           `json:"row"`         // in its cmvp
	Found       bool          `json:"found"`
	DataSet     int           `json:"data_set"` // -1 when not found
	Number      string        `json:"number"`   // normalised
	Module      evidence.Text `json:"module"`
	Standard    evidence.Text `json:"standard"` // FIPS 140-2, FIPS 140-3
	Status      string        `json:"status" enum:"none,active,historical,revoked"`
	Sunset      evidence.Date `json:"sunset"`
	// NameAgrees and VersionAgrees compare the declaration with the list.
	NameAgrees    string `json:"name_agrees" enum:"equal,unequal,not_comparable"`
	VersionAgrees string `json:"version_agrees" enum:"equal,unequal,not_comparable"`
}

// unmatched is what stands in the input where the buyer supplied no data:
// nothing was looked up.
func unmatched(sboms int) []matches {
	list := make([]matches, sboms)
	for i := range list {
		list[i] = matches{
			Coverage: matchCoverage{Advisory: notLookedUp(), Lifecycle: notLookedUp(),
				Withdrawn: withdrawnCount{Rows: []evidence.Row{}}, Blind: withdrawnCount{Rows: []evidence.Row{}}},
			Vulnerabilities: []vulnerability{},
			Lifecycle:       []lifecycleMatch{},
		}
	}
	return list
}

func notLookedUp() lookedUp {
	return lookedUp{
		LookedUp: []evidence.Row{}, ByName: []evidence.Row{}, NoIdentifier: []evidence.Row{},
		NoVersion: []evidence.Row{}, BadVersion: []evidence.Row{}, NotCovered: []evidence.Row{},
	}
}
