package evidence

// Support is the support period (CRA Annex II(7), PSTI Sch. 1(3)).
type Support struct {
	State         State   `json:"state"`
	Start         Date    `json:"start"`
	Period        Period  `json:"period"`
	End           Date    `json:"end"`
	Basis         Text    `json:"basis"`
	NoticeDays    Integer `json:"notice_days"`
	ReasonIfShort Text    `json:"reason_if_short"`
	URL           Text    `json:"url"`
	EOLPlan       EOLPlan `json:"eol_plan"`
	// Computed is start plus period by the calendar; EndDiffers is the days
	// from it to End. Each only where what it is made of is stated.
	Computed   Date    `json:"computed_end"`
	EndDiffers Integer `json:"end_differs_days"`
	// PeriodMonths is whole months from Start to End, else those of Period when
	// no end is given; used against a minimum period.
	PeriodMonths Integer `json:"period_months"`
	Location     string  `json:"location"`
}

// EOLPlan says how the product's life ends.
type EOLPlan struct {
	State          State `json:"state"`
	Notice         Text  `json:"notice"`
	LastUpdate     Text  `json:"last_update"`
	DataRemoval    Text  `json:"data_removal"`
	BehaviourAfter Text  `json:"behaviour_after"`
}

// Updates says how the product is updated.
type Updates struct {
	State        State   `json:"state"`
	Mechanism    Text    `json:"mechanism"` // automatic, assisted, manual, none
	OptOut       Flag    `json:"opt_out"`
	Verification Text    `json:"verification"`
	Notification Text    `json:"notification"`
	Rollback     Text    `json:"rollback"`
	SLADays      SLADays `json:"sla_days"`
	Available    Period  `json:"available"` // how long each update stays available
	Location     string  `json:"location"`
}

// SLADays is the time to an update in days by severity.
type SLADays struct {
	Critical Integer `json:"critical"`
	High     Integer `json:"high"`
	Medium   Integer `json:"medium"`
	Low      Integer `json:"low"`
}

// Disclosure is how vulnerabilities are reported and published.
type Disclosure struct {
	State                 State   `json:"state"`
	Policy                Text    `json:"policy"`
	Contact               Contact `json:"contact"`
	SecurityTxt           Text    `json:"security_txt"`
	Advisories            Text    `json:"advisories"`
	MachineReadable       Texts   `json:"machine_readable"`
	AcknowledgementDays   Integer `json:"acknowledgement_days"`
	StatusUpdateDays      Integer `json:"status_update_days"`
	MonitoringDays        Integer `json:"monitoring_days"` // most days between two looks for new vulnerabilities in components
	GoodFaithTesting      Flag    `json:"good_faith_testing"`
	SupplierDisclosure    Flag    `json:"supplier_disclosure"`
	CVENumberingAuthority Text    `json:"cve_numbering_authority"`
	Location              string  `json:"location"`
}

// Duty is one row of the responsibility matrix.
type Duty struct {
	Topic        Text        `json:"topic"`
	Manufacturer Text        `json:"manufacturer"`
	Deployer     Text        `json:"deployer"`
	User         Text        `json:"user"`
	ToldIn       AnswerProof `json:"told_in"`
	Location     string      `json:"location"`
}

// Risk is a known risk that remains.
type Risk struct {
	ID         Text   `json:"id"`
	Statement  Text   `json:"statement"`
	Severity   Text   `json:"severity"`
	Response   Text   `json:"response"`
	AcceptedBy Text   `json:"accepted_by"`
	Review     Date   `json:"review"`
	Threat     Text   `json:"threat"`
	Parts      Texts  `json:"parts"`
	Location   string `json:"location"`
}

// Loss is what happens when a remote service is lost.
type Loss struct {
	Service  Text   `json:"service"`
	Effect   Text   `json:"effect"`
	Fallback Text   `json:"fallback"`
	Location string `json:"location"`
}

// Comms says how security messages reach customers.
type Comms struct {
	State        State  `json:"state"`
	Channels     Texts  `json:"channels"`
	Audience     Text   `json:"audience"`
	Language     Text   `json:"language"`
	Authenticity Text   `json:"authenticity"`
	Location     string `json:"location"`
}

// Retirement says how a product is passed on or taken out of use.
type Retirement struct {
	State    State  `json:"state"`
	Transfer Text   `json:"transfer"`
	Erase    Text   `json:"erase"`
	Disposal Text   `json:"disposal"`
	Location string `json:"location"`
}

// Maintenance is the maintenance that the product needs.
type Maintenance struct {
	State         State  `json:"state"`
	CustomerTasks Text   `json:"customer_tasks"`
	RemoteAccess  Text   `json:"remote_access"`
	Security      Text   `json:"security"`
	Location      string `json:"location"`
}

// SupportDesk answers security questions of customers and third parties.
type SupportDesk struct {
	State        State   `json:"state"`
	Contact      Text    `json:"contact"`
	ResponseDays Integer `json:"response_days"`
	Location     string  `json:"location"`
}

// Broadcasts are the five messages of IR 8425 Information Dissemination 1 (a) to (e).
type Broadcasts struct {
	State           State  `json:"state"`
	SupportTerms    Flag   `json:"support_terms"`
	EndOfSupport    Flag   `json:"end_of_support"`
	Maintenance     Flag   `json:"maintenance"`
	Vulnerabilities Flag   `json:"vulnerabilities"`
	Breaches        Flag   `json:"breaches"`
	Location        string `json:"location"`
}
