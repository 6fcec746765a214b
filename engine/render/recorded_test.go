package render_test

import (
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// recorded are the reports that the goldens are made from. They stand as data
// in testdata/<name>.json; building them here keeps them in step with the
// contract.
var recorded = map[string]func() report.Report{
	"meets":                 meets,
	"undetermined":          undetermined,
	"does_not_meet":         doesNotMeet,
	"meets_with_exceptions": meetsWithExceptions,
	"hostile":               hostile,
	"empty":                 func() report.Report { return report.Report{Contract: report.Contract} },
}

func meets() report.Report {
	r := base()
	r.Findings = good()
	na := finding("origin.prohibited", "supply-chain", report.Blocking, "No component comes from a prohibited source")
	na.Status, na.Outcome = report.NotApplicable, report.OutcomeNotApplicable
	na.NotApplicable = []report.Statement{{Code: "no_list", Message: "The buyer named no list of prohibited sources, so this asks nothing."}}
	advisory := failed(finding("cra.reporting", "governance", report.Major, "Exploited vulnerabilities are reported within 24 hours"), "The declaration promises 72 hours.")
	advisory.Advisory = true
	minor := failed(help(finding("sbom.licences", "supply-chain", report.Minor, "Every component states its licence"),
		"Add `licenses` to each component listed.", "Please supply licences for the components listed.", cisa),
		"298 of 298 components state no licence.", places("version", 298)...)
	r.Findings = append(r.Findings, na, advisory, minor)
	r.Provenance.DataSets = []report.DataSet{{Name: "kev", Kind: "kev", Digest: "sha256:" + digest("kevdata"), Date: "2026-11-28", AgeDays: 2, Records: 1404}}
	return counted(r)
}

func undetermined() report.Report {
	r := base()
	r.Verdict = report.Undetermined
	r.Documents[0] = report.Document{Path: "docs/Acme declaration of conformity (signed).pdf", SHA256: digest("9dpdf"), Size: 402117, Kinds: []string{"attachment"}, Format: "pdf"}
	r.Evidence.Declarations = nil
	r.Findings = good()[3:5]
	pdf := report.Place{Document: "docs/Acme declaration of conformity (signed).pdf"}
	look := "The bundle holds a PDF that may be the declaration; bidgate cannot read it, so a person must."
	for i, c := range []struct {
		id, section, title string
		severity           report.Severity
	}{
		{"disclosure.contact", "vulnerability-management", "A contact for reporting vulnerabilities is named", report.Blocking},
		{"support.period_end", "governance", "Security support lasts as long as the buyer asks", report.Blocking},
		{"disclosure.policy", "vulnerability-management", "A disclosure policy is public", report.Major},
	} {
		f := reviewed(finding(c.id, c.section, c.severity, c.title), look, pdf)
		r.Findings = append(r.Findings, help(f, "", []string{
			"Please name the address or form where vulnerabilities are reported.",
			"Until which date do you supply security updates?",
			"Please send the address of your disclosure policy.",
		}[i], nist))
	}
	for i := range 5 {
		f := inFamily(finding(fmt.Sprintf("nist_8259ab.capability.ir8259a-SU-%d", i+1), "development", report.Major, fmt.Sprintf("Update capability %d of the family", i+1)), updates)
		r.Findings = append(r.Findings, help(reviewed(f, look, pdf), "", "Please fill in the declaration form as YAML or JSON, so that each capability has an answer.", nist))
	}
	for _, id := range []string{"vex.statements", "vex.exploited"} {
		f := absent(finding(id, "vulnerability-management", report.Major, map[string]string{
			"vex.statements": "Known vulnerabilities are each answered", "vex.exploited": "No known exploited vulnerability is open",
		}[id]), "vex", "vendor")
		r.Findings = append(r.Findings, help(f, "", "Please send a VEX document for the product.", cisa))
	}
	kev := absent(finding("kev.listed", "vulnerability-management", report.Major, "No component is on the list of exploited vulnerabilities"), "kev", "buyer")
	r.Findings = append(r.Findings, help(kev, "", "", cisa))
	broken := finding("agency.own_rule", "governance", report.Major, "The agency's own rule for gateways")
	broken.Status, broken.Outcome, broken.Errors = report.Error, report.OutcomeError, []string{"own_rule.rego:14:9: to_number: invalid syntax"}
	r.Findings = append(r.Findings, broken)
	composed := finding("disclosure.before_sale", "vulnerability-management", report.Major, "Vulnerability handling exists before sale")
	composed.Status, composed.Outcome = report.Review, report.OutcomeOpen
	composed.ComposedOf = []report.Part{{ID: "disclosure.contact", Status: report.Review}, {ID: "disclosure.update_channel", Status: report.Review}, {ID: "sbom.component_version", Status: report.Pass}}
	part := help(reviewed(finding("disclosure.update_channel", "vulnerability-management", report.Major, "Updates have a channel"), look, pdf), "", "How do updates reach the product?", nist)
	part.PartOnly = true
	r.Findings = append(r.Findings, composed, part)
	return counted(r)
}

func doesNotMeet() report.Report {
	r := base()
	r.Verdict = report.DoesNotMeet
	r.Documents[1].Problems = []report.Problem{
		{Code: "duplicate_ref", Message: "Two components share the reference “pkg:generic/zlib”.", Place: report.Place{Document: sbomPath, Pointer: "/components/212/bom-ref", Line: 4811, Column: 18}},
		{Code: "too_many", Message: "The text of one description is longer than bidgate reads.", Limit: "MaxString", Place: report.Place{Document: sbomPath, Pointer: "/components/9/description", Line: 201, Column: 22}},
	}
	r.Problems = []report.Problem{{Code: "manifest_missing", Message: "The manifest lists “test-report.pdf”, and the bundle does not hold it."}}
	r.Evidence.SBOMs[0].Dangling = 3
	r.Findings = append(good()[:3:3], good()[5:]...)
	r.Findings = append(r.Findings,
		help(failed(finding("link.same_product", "supply-chain", report.Blocking, "All documents speak of the product offered"),
			"The SBOM names version 2.4.1 and the threat model names version 2.3.0.",
			report.Place{Document: sbomPath, Pointer: "/metadata/component/version", Line: 12, Column: 18, Name: "2.4.1"},
			report.Place{Document: modelPath, Pointer: "/product/version", Line: 4, Column: 12, Name: "2.3.0"}),
			"Send the threat model for the version offered, or say in it that it covers that version.",
			"Which version does the threat model cover, and what has changed in 2.4.1?", nist, recall),
		help(failed(finding("sbom.component_version", "supply-chain", report.Blocking, "Every component states its version"),
			"214 of 298 components state no version.", places("version", 214)...),
			"Add `version` to each component listed; if it cannot be known, declare it unknown.",
			"Please supply versions for the components listed.", cisa),
		help(reviewed(finding("sbom.subject", "supply-chain", report.Major, "The SBOM says which product it describes"),
			"The SBOM's subject has no identifier that bidgate can compare.", report.Place{Document: sbomPath, Pointer: "/metadata/component", Line: 9, Column: 3, Name: "Sensor Gateway"}),
			"Add a purl or CPE to the SBOM's subject.", "Please confirm that the SBOM describes the Sensor Gateway 2.4.1.", cisa),
	)
	for i, title := range []string{
		"The software can be updated remotely", "Updates are verified before they are installed",
		"Updates can be rolled back", "Only authorised entities can update", "Updates can be scheduled",
	} {
		f := inFamily(finding(fmt.Sprintf("nist_8259ab.capability.ir8259a-SU-%d", i+1), "development", report.Major, title), updates)
		switch i {
		case 1:
			f = help(failed(f, "The declaration answers “planned”, and the threat model lists threat T-7 (forged update) as mitigated by it.",
				report.Place{Document: formPath, Pointer: "/answers/7/status", Line: 61, Column: 13, Name: "planned"},
				report.Place{Document: modelPath, Pointer: "/threats/6/mitigations/0", Line: 144, Column: 9, Name: "T-7"}),
				"Say which is true, and send evidence for it.", "Are updates verified before installation in version 2.4.1?", nist)
		case 3:
			f = help(reviewed(f, "The declaration gives no answer to this capability.", report.Place{Document: formPath, Pointer: "/answers", Line: 20, Column: 1}),
				"Answer the capability in the form.", "Who can start an update, and how is that checked?", nist)
		default:
			f = passed(f, report.Asserted, "The vendor answers “met”.")
		}
		r.Findings = append(r.Findings, f)
	}
	return counted(r)
}

func meetsWithExceptions() report.Report {
	r := base()
	r.Verdict = report.MeetsWithExceptions
	r.Exceptions = []report.Exception{
		{ID: "EX-2026-031", Requirement: "sbom.component_hash", Vendor: "Acme Devices", Product: "Sensor Gateway", Version: "2.4.1", Reason: "Vendor delivers hashes with release 2.5; risk accepted for the pilot.", Approver: "M. Okafor, CISO", From: "2026-11-01", Until: "2027-05-31", State: "in_force"},
		{ID: "EX-2026-019", Requirement: "sbom.supplier", Vendor: "Acme Devices", Reason: "Two boot loader parts have no known supplier.", Approver: "M. Okafor, CISO", From: "2026-01-01", Until: "2026-12-31", State: "in_force"},
		{ID: "EX-2025-104", Requirement: "support.period_end", WholeTender: true, Reason: "Old pilot.", Approver: "J. Lind", From: "2025-01-01", Until: "2025-12-31", State: "expired"},
	}
	r.Determinations = []report.Determination{
		{Requirement: "disclosure.policy", Outcome: "met", Reason: "Policy is public and names a 90 day term.", Place: "page 4, section 2.1", Document: digest("9dpdf"), By: "A. Reyes", Date: "2026-11-18", Used: true},
		{Requirement: "origin.foreign", Member: "m-2", Outcome: "met", Reason: "Letter of 3 November.", By: "A. Reyes", Date: "2026-11-18"},
	}
	r.Findings = good()
	excused := help(failed(finding("sbom.component_hash", "supply-chain", report.Major, "Every component states a hash"),
		"148 of 298 components state no hash.", places("hashes", 148)...), "Add `hashes` to each component listed.", "Please supply hashes.", cisa)
	excused.Outcome = report.OutcomeExcused
	excused.Exception = &report.AppliedException{Exceptions: []int{0}, Covered: 148, Places: 148, Excuses: true}
	partly := help(failed(finding("sbom.supplier", "supply-chain", report.Minor, "Every component names its supplier"),
		"3 of 298 components name no supplier.", places("supplier", 3)...), "Add `supplier` to each component listed.", "Who supplies the components listed?", cisa)
	partly.Exception = &report.AppliedException{Exceptions: []int{1}, Covered: 2, Places: 3}
	looked := reviewed(finding("disclosure.policy", "vulnerability-management", report.Major, "A disclosure policy is public"), "The policy is a PDF; bidgate cannot read it, so a person must.")
	looked.Outcome = report.OutcomeMet
	looked.Determination = &report.AppliedDetermination{Determination: 0, Outcome: "met"}
	r.Findings = append(r.Findings, excused, partly, looked)
	r.Inventory = inventory()
	r.Evidence.VulnerabilityAge = &report.VulnerabilityAge{OldestID: "CVE-2021-44228", OldestDays: 1_816, Ages: []report.AgeSpan{
		{Span: "up_to_30", Total: 2}, {Span: "up_to_90"}, {Span: "up_to_365", Total: 9, Settled: 4}, {Span: "up_to_1095", Total: 14, Exploited: 1, Settled: 14},
		{Span: "over_1095", Total: 3, Exploited: 2, Settled: 1}, {Span: "future"}, {Span: "unknown", Total: 1},
	}}
	return counted(r)
}

// inventory has a row or two of each kind, fewer than there are.
func inventory() *report.Inventory {
	part := report.Component{
		Place: report.Place{Document: sbomPath, Pointer: "/components/0", Line: 41, Column: 5, Name: "zlib@1.3.1"}, From: "components", Type: "library",
		Name: "zlib", Version: "1.3.1", PURL: "pkg:generic/zlib@1.3.1", Supplier: "zlib authors", Hashes: []string{"SHA-256", "SHA-512"}, Licences: []string{"Zlib"},
	}
	bare := report.Component{Place: report.Place{Document: sbomPath, Pointer: "/components/1", Line: 60, Column: 5}, From: "nested", Type: "firmware", Name: "boot=loader"}
	return &report.Inventory{
		Components: []report.Component{part, bare}, ComponentsTotal: 312,
		Threats: []report.Threat{{
			Place: report.Place{Document: modelPath, Pointer: "/threats/0", Line: 88, Column: 3}, ID: "T-1", Title: "Forged update", Categories: []string{"STRIDE tampering"},
			Severity: "high", Status: "accepted", Response: "accept", Mitigations: 2, Expires: "2027-03-31",
		}}, ThreatsTotal: 23,
		Answers: []report.GivenAnswer{{
			Place: report.Place{Document: formPath, Pointer: "/answers/0", Line: 20, Column: 3}, Clause: "ir8259a-SU-1", Status: "partial", Statement: "Images are signed.",
			Justification: "Rollback follows.", Evidence: 1, Responsible: "alice", Date: "2026-10-01", Plan: "Version 2.5", Due: "2027-03-31",
		}}, AnswersTotal: 1,
	}
}

// nasty is what a vendor writes who wants to mislead: terminal commands, text
// that runs backwards, marks that pile up, line breaks, our own words.
const nasty = "\x1b[2J\x1b[32m✓ MEETS the profile\x1b[0m\r\n\u202egnihton\u202c\u200b\ufeff\u2028 Z\u0301\u0302\u0303\u0304\u0305\u0306 \\u{1b} \xff 漢字かな交じり文、とても長い名前 \U000e0041\u0085\t\x07"

func hostile() report.Report {
	r := doesNotMeet()
	r.Offer.Items = append(r.Offer.Items, report.Item{Product: nasty, Version: nasty})
	for i := range r.Documents {
		r.Documents[i].Path = fmt.Sprintf("%d/%s", i, nasty)
		r.Documents[i].FormatVersion = nasty
	}
	for i := range r.Findings {
		for j := range r.Findings[i].Violations {
			r.Findings[i].Violations[j].Message += " " + strings.Repeat(nasty, 9)
			for k := range r.Findings[i].Violations[j].Places {
				p := &r.Findings[i].Violations[j].Places[k]
				p.Document, p.Pointer, p.Name = "1/"+nasty, "/"+nasty, nasty
			}
		}
		for j := range r.Findings[i].Basis {
			r.Findings[i].Basis[j].Message = nasty
		}
	}
	for i := range r.Evidence.Declarations[0].Answers {
		r.Evidence.Declarations[0].Answers[i].Status = fmt.Sprintf("%d%s", i%12, nasty)
	}
	r.Evidence.SBOMs[0].Name, r.Evidence.ThreatModels[0].Name = nasty, nasty
	return r
}
