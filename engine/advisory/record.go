package advisory

// Kind is what a data set is about. Requirements name it in METADATA
// (evidence.buyer).
type Kind string

// The kinds of buyer data.
const (
	KindKEV          Kind = "kev"                // known exploited vulnerabilities
	KindAdvisories   Kind = "advisories"         // OSV records, CSAF advisories
	KindEPSS         Kind = "epss"               // exploit prediction scores
	KindSSVC         Kind = "ssvc"               // CISA's decision points (vulnrichment)
	KindLifecycle    Kind = "lifecycle"          // endoflife.date, OpenEoX, CLE
	KindSources      Kind = "prohibited_sources" // entities that may not be bought from
	KindCertificates Kind = "certificates"       // FIPS 140 module certificates
)

// Kinds lists every kind, in the order in which they are shown.
var Kinds = []Kind{KindKEV, KindAdvisories, KindEPSS, KindSSVC, KindLifecycle, KindSources, KindCertificates}

// Set describes one data set.
type Set struct {
	// Name is the buyer's, unique in a store: kev, osv-go, csaf-acme.
	Name   string `json:"name"`
	Kind   Kind   `json:"kind"`
	Format string `json:"format"` // kev, osv, csaf, epss, vulnrichment, endoflife, openeox, cle, sources, cmvp
	// Source says where it came from in the importer's words: a URL or a file name without its folders.
	Source string `json:"source"`
	// Digest ("sha256:" and hex) covers every record; equal content has an equal digest.
	Digest string `json:"digest"`
	// Date is the day (YYYY-MM-DD) as of which the publisher gives the data:
	// its own statement, else the latest date of a record, else "".
	Date       string   `json:"date"`
	Imported   string   `json:"imported"` // RFC 3339; not part of the digest
	Records    int      `json:"records"`
	Withdrawn  int      `json:"withdrawn"`  // records among them that their source withdrew
	Skipped    int      `json:"skipped"`    // invalid records that the importer was told to leave out
	Ecosystems []string `json:"ecosystems"` // of advisories, sorted, with their suffixes (Debian:12); [] for other kinds
	Size       int64    `json:"size"`       // bytes as stored
}

// Advisory is one record that says which versions of which packages have a
// vulnerability.
type Advisory struct {
	ID        string     `json:"id"`
	Aliases   []string   `json:"aliases"`
	Upstream  []string   `json:"upstream"` // vulnerabilities that this one contains: a distribution's record names the CVEs
	Summary   string     `json:"summary"`
	Published string     `json:"published"` // RFC 3339 or YYYY-MM-DD; "" when not stated
	Modified  string     `json:"modified"`
	Withdrawn string     `json:"withdrawn"` // "" unless withdrawn
	Severity  []Severity `json:"severity"`
	Affected  []Affected `json:"affected"`
}

// Severity is a vector in the notation of its type.
type Severity struct {
	Type  string `json:"type"` // CVSS_V2, CVSS_V3, CVSS_V4, Ubuntu, …
	Score string `json:"score"`
}

// Affected is one package with the versions that have the vulnerability
// (OSV schema 1.7, section affected).
type Affected struct {
	Ecosystem string     `json:"ecosystem"` // with its suffix: Debian:12, Alpine:v3.18
	Name      string     `json:"name"`
	PURL      string     `json:"purl"`
	CPE       string     `json:"cpe"` // CSAF product identification helper; "" elsewhere
	Ranges    []Range    `json:"ranges"`
	Versions  []string   `json:"versions"` // exact versions
	Severity  []Severity `json:"severity"`
}

// Range is one range of versions.
type Range struct {
	Type   string  `json:"type"` // ECOSYSTEM, SEMVER, GIT, vers
	Events []Event `json:"events"`
}

// Event is one event of a range; exactly one field is not empty.
type Event struct {
	Introduced   string `json:"introduced,omitempty"`
	Fixed        string `json:"fixed,omitempty"`
	LastAffected string `json:"last_affected,omitempty"`
	Limit        string `json:"limit,omitempty"`
}

// Exploited is one entry of the catalogue of known exploited vulnerabilities.
type Exploited struct {
	CVE        string   `json:"cve"`
	Vendor     string   `json:"vendor"`
	Product    string   `json:"product"`
	Name       string   `json:"name"`
	Added      string   `json:"added"` // YYYY-MM-DD
	Due        string   `json:"due"`   // YYYY-MM-DD
	Action     string   `json:"action"`
	Ransomware string   `json:"ransomware"` // Known, Unknown
	CWEs       []string `json:"cwes"`
}

// Score is one EPSS row.
type Score struct {
	CVE         string  `json:"cve"`
	Probability float64 `json:"probability"`
	Percentile  float64 `json:"percentile"`
}

// Points are the SSVC decision points of one vulnerability.
type Points struct {
	CVE          string `json:"cve"`
	Exploitation string `json:"exploitation"`
	Automatable  string `json:"automatable"`
	Impact       string `json:"impact"`
	Date         string `json:"date"`
}

// Cycle is one release cycle of a product, or one product as a whole, with the
// dates at which its support ends.
type Cycle struct {
	Product string `json:"product"` // as the publisher names it
	Cycle   string `json:"cycle"`   // 3.11; "" for the product as a whole
	// PURLs, CPEs and Names find the product; versions are left out of them.
	PURLs []string `json:"purls"`
	CPEs  []string `json:"cpes"`
	Names []string `json:"names"`
	// Versions is a VERS range or an exact version; "" where the cycle is a prefix of versions.
	Versions      string `json:"versions"`
	Released      string `json:"released"`
	EndOfSupport  string `json:"end_of_support"`
	EndOfSecurity string `json:"end_of_security_support"`
	EndOfLife     string `json:"end_of_life"`
	Ended         string `json:"ended"` // true, false; "" where dates say it or nothing does
	Latest        string `json:"latest"`
}

// Entity is one prohibited source.
type Entity struct {
	ID          string   `json:"id"` // within its list
	Name        string   `json:"name"`
	Aliases     []string `json:"aliases"`
	Domains     []string `json:"domains"`
	CPEVendors  []string `json:"cpe_vendors"`
	Namespaces  []string `json:"purl_namespaces"`
	Identifiers []string `json:"identifiers"` // CAGE:…, UEI:…, LEI:…, DUNS:…
	Countries   []string `json:"countries"`   // ISO 3166-1 alpha-2; an entry with nothing else is on the country itself
	LegalBasis  string   `json:"legal_basis"`
	Scope       string   `json:"scope"` // what of it: products or categories, in the list's words
	From        string   `json:"from"`  // YYYY-MM-DD; "" when not stated
	Until       string   `json:"until"`
}

// Certificate is one validated cryptographic module.
type Certificate struct {
	Number    string   `json:"number"`
	Module    string   `json:"module"`
	Vendor    string   `json:"vendor"`
	Standard  string   `json:"standard"` // FIPS 140-2, FIPS 140-3
	Status    string   `json:"status"`   // active, historical, revoked
	Versions  []string `json:"versions"`
	Validated string   `json:"validated"`
	Sunset    string   `json:"sunset"`
}
