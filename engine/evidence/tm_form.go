package evidence

// The codes of warnings, as the contract has them.
const (
	warnDangling         = "dangling"
	warnDuplicateID      = "duplicate_id"
	warnContradiction    = "contradiction"
	warnUnknownValue     = "unknown_value"
	warnIncomplete       = "incomplete"
	warnScoreDisagrees   = "score_disagrees"
	warnWithoutMitigated = "status_without_mitigation"
	warnPatternUnused    = "pattern_unused"
)

// modelForm says what one format of threat models can say, and in what words
// (reference formats 1.3 and 1.4). A nil vocabulary is a value that the format
// does not have.
type modelForm struct {
	name string // as in formats
	// status, mitigation and severity bring the format's words to those of the
	// normal form. The value "" stands for a word that decides nothing.
	status, mitigation, severity *words
	// absent is the status of a threat that states none; "" leaves it absent.
	absent string
	// untouched are the words for a threat that the tool generated and that
	// nobody looked at since, in snake case.
	untouched []string
	// derives says that the status follows from the mitigations.
	derives bool
	// unsupported lists the fields of the normal form that the format cannot
	// say, by JSON names; a field of a list's entries stands after a dot.
	unsupported string
}

// mapped is a vocabulary of a format that has other words than ours.
func mapped(also map[string]string) *words { return &words{also: also} }

// modelForms is the closed table of the formats of threat models that are read
// beside the hand-written summary.
var modelForms = []modelForm{
	{
		name: "tm-bom", derives: true,
		mitigation: mapped(map[string]string{
			"suggested": "proposed", "under_review": "proposed", "approved": "planned", "scheduled": "planned",
			"active": "implemented", "wont_do": "rejected", "retired": "retired", "assumed": "",
		}),
		unsupported: `product.version product.purl product.cpe sbom_ref next_review authors reviewers owner approver method
			scope.in scope.out impact_domains dependencies components.kind components.in_scope components.reason components.bom_ref
			trust_boundaries.id trust_boundaries.name data_flows.bidirectional data_flows.protocol data_flows.authenticated data_flows.crosses interfaces
			assumptions.id assumptions.owner assumptions.threats threats.data_flows threats.bom_refs threats.techniques
			threats.residual threats.response threats.justification threats.approver threats.receiver threats.expires threats.ticket
			mitigations.owner mitigations.due mitigations.evidence risks.status risks.owner risks.residual risks.response
			abuse_cases failure_modes validation`,
	},
	{
		name: "threat-dragon",
		status: closed("open mitigated accepted transferred avoided not_applicable").with(map[string]string{
			"eliminated": "mitigated", "notapplicable": "not_applicable", "n/a": "not_applicable",
		}),
		severity: closed("low medium high critical").with(map[string]string{"tbd": ""}),
		unsupported: `product.version product.purl product.cpe sbom_ref version date reviewed_at next_review approver scale
			exposure criticality impact_domains assets actors adversaries dependencies components.zone components.bom_ref
			trust_zones trust_boundaries.zones data_flows.authenticated data_flows.sensitive data_flows.crosses interfaces assumptions
			threats.bom_refs threats.weaknesses threats.attack_patterns threats.techniques threats.adversary threats.tags
			threats.likelihood threats.impact threats.risk_level threats.residual threats.response threats.justification
			threats.approver threats.receiver threats.expires threats.ticket mitigations.id mitigations.title mitigations.status mitigations.owner mitigations.due
			mitigations.evidence risks abuse_cases failure_modes validation`,
	},
	{
		name:       "threat-composer",
		status:     mapped(map[string]string{"threatidentified": "open", "threatresolved": "mitigated", "threatresolvednotuseful": "not_applicable"}),
		mitigation: mapped(map[string]string{"mitigationidentified": "proposed", "mitigationinprogress": "in_progress", "mitigationresolved": "implemented", "mitigationresolvedwillnotaction": "rejected"}),
		severity:   closed("low medium high critical"),
		unsupported: `product.version product.purl product.cpe sbom_ref version date reviewed_at next_review authors reviewers owner approver
			scale scope.in scope.out exposure criticality impact_domains assets.id assets.kind assets.sensitivity actors
			adversaries.id adversaries.skill adversaries.access dependencies components trust_zones trust_boundaries
			data_flows interfaces assumptions.status assumptions.owner threats.title threats.components threats.data_flows threats.bom_refs
			threats.weaknesses threats.attack_patterns threats.techniques threats.likelihood threats.risk_score threats.risk_level
			threats.residual threats.response threats.justification threats.approver threats.receiver threats.expires threats.ticket
			mitigations.title mitigations.owner mitigations.due mitigations.evidence risks abuse_cases failure_modes validation`,
	},
	{
		name: "otm",
		status: mapped(map[string]string{
			"exposed": "open", "autogenerated": "open", "required": "open", "recommended": "open", "mitigated": "mitigated",
			"accepted": "accepted", "accept": "accepted", "transferred": "transferred", "rejected": "not_applicable", "n/a": "not_applicable",
		}),
		mitigation: mapped(map[string]string{
			"recommended": "proposed", "required": "planned", "planned": "planned", "implemented": "implemented", "tested": "verified", "rejected": "rejected",
		}),
		untouched: []string{"autogenerated"},
		unsupported: `product.version product.purl product.cpe sbom_ref version date reviewed_at next_review authors reviewers approver method
			scale scope.in scope.out exposure criticality impact_domains actors adversaries dependencies components.kind components.in_scope
			components.reason components.bom_ref trust_boundaries data_flows.protocol data_flows.encrypted data_flows.authenticated
			data_flows.sensitive data_flows.crosses interfaces assumptions threats.bom_refs threats.attack_patterns threats.techniques
			threats.adversary threats.severity threats.risk_score threats.risk_level threats.residual threats.response threats.justification
			threats.approver threats.receiver threats.expires threats.ticket mitigations.owner mitigations.due mitigations.evidence
			risks abuse_cases failure_modes validation`,
	},
	{
		name: "threagile", absent: "open",
		status: mapped(map[string]string{
			"unchecked": "open", "in_discussion": "open", "in_progress": "open", "mitigated": "mitigated", "accepted": "accepted", "false_positive": "not_applicable",
		}),
		mitigation: mapped(map[string]string{"in_progress": "in_progress", "mitigated": "implemented"}),
		severity:   closed("low medium high critical").with(map[string]string{"elevated": "high"}),
		untouched:  []string{"unchecked"},
		unsupported: `product.version product.purl product.cpe sbom_ref version reviewed_at next_review reviewers owner approver method
			scale scope.in impact_domains actors adversaries dependencies components.bom_ref trust_zones trust_boundaries.zones
			data_flows.bidirectional interfaces.necessary interfaces.disabled assumptions.id assumptions.owner assumptions.threats
			threats.statement threats.bom_refs threats.attack_patterns threats.techniques threats.adversary threats.tags threats.risk_score
			threats.risk_level threats.residual threats.response threats.receiver threats.expires mitigations.title mitigations.due
			mitigations.evidence risks.score risks.status risks.owner risks.residual risks.response failure_modes validation`,
	},
	{
		name: "threagile-risks", absent: "open",
		status: mapped(map[string]string{
			"unchecked": "open", "in_discussion": "open", "in_progress": "open", "mitigated": "mitigated", "accepted": "accepted", "false_positive": "not_applicable",
		}),
		severity:  closed("low medium high critical").with(map[string]string{"elevated": "high"}),
		untouched: []string{"unchecked"},
		unsupported: `product.name product.version product.purl product.cpe sbom_ref title version date reviewed_at next_review authors reviewers
			owner approver method scale scope.description scope.in scope.out exposure criticality impact_domains assets actors adversaries
			dependencies components trust_zones trust_boundaries data_flows interfaces assumptions threats.statement threats.bom_refs
			threats.weaknesses threats.attack_patterns threats.techniques threats.adversary threats.tags threats.risk_score threats.risk_level
			threats.residual threats.response threats.justification threats.approver threats.receiver threats.expires threats.ticket
			mitigations risks abuse_cases failure_modes validation`,
	},
	{
		name:      "tmt",
		status:    mapped(map[string]string{"autogenerated": "open", "needsinvestigation": "open", "mitigated": "mitigated", "notapplicable": "not_applicable"}),
		severity:  closed("low medium high critical"),
		untouched: []string{"autogenerated"},
		// The words are ours: the tool has proposals, and reasons of a decision.
		mitigation: mapped(map[string]string{"mitigated": "implemented", "possible": "proposed"}),
		unsupported: `product.version product.purl product.cpe sbom_ref version date reviewed_at next_review approver scale exposure
			criticality impact_domains assets actors adversaries components.zone components.bom_ref trust_zones trust_boundaries.zones
			data_flows.bidirectional data_flows.sensitive data_flows.crosses interfaces assumptions.id assumptions.status assumptions.owner
			assumptions.threats threats.bom_refs threats.weaknesses threats.attack_patterns threats.techniques threats.adversary threats.tags
			threats.likelihood threats.impact threats.risk_score threats.risk_level threats.residual threats.response threats.approver
			threats.receiver threats.expires threats.ticket mitigations.id mitigations.title mitigations.owner mitigations.due
			mitigations.evidence risks abuse_cases failure_modes validation`,
	},
	{
		name: "pytm", absent: "open",
		status:   closed("mitigated accepted transferred avoided"),
		severity: closed("low medium high critical").with(map[string]string{"very_low": "low", "very_high": "critical"}),
		unsupported: `product.version product.purl product.cpe sbom_ref version date reviewed_at next_review authors reviewers owner approver
			method scale scope.in exposure criticality impact_domains assets.id adversaries dependencies components.id components.reason
			components.bom_ref trust_zones trust_boundaries.id trust_boundaries.zones data_flows.id data_flows.bidirectional
			data_flows.crosses interfaces assumptions.id assumptions.status assumptions.owner threats.categories threats.bom_refs
			threats.techniques threats.adversary threats.tags threats.impact threats.risk_score threats.risk_level threats.residual
			threats.approver threats.receiver threats.expires threats.ticket mitigations.id mitigations.title mitigations.status
			mitigations.owner mitigations.due mitigations.evidence risks abuse_cases failure_modes validation`,
	},
	{
		name: "hcltm", derives: true,
		mitigation: mapped(map[string]string{"true": "implemented", "false": "proposed"}),
		unsupported: `product.version product.purl product.cpe sbom_ref version reviewed_at next_review reviewers owner approver
			scale scope.out.reason criticality actors adversaries components.in_scope components.reason components.bom_ref trust_boundaries
			data_flows.id data_flows.bidirectional data_flows.protocol data_flows.encrypted data_flows.authenticated data_flows.sensitive
			data_flows.crosses interfaces assumptions threats.components threats.data_flows threats.bom_refs threats.weaknesses
			threats.attack_patterns threats.techniques threats.adversary threats.tags threats.likelihood threats.severity
			threats.risk_score threats.risk_level threats.residual threats.response threats.justification threats.approver
			threats.receiver threats.expires threats.ticket mitigations.id mitigations.owner mitigations.due mitigations.evidence
			risks abuse_cases failure_modes validation`,
	},
}

// modelFormOf is the row of a format. A name that has none is a fault of ours.
func modelFormOf(name string) *modelForm {
	for i := range modelForms {
		if modelForms[i].name == name {
			return &modelForms[i]
		}
	}
	panic("no row for the threat-model format " + name)
}
