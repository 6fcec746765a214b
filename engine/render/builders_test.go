package render_test

import (
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

const (
	sbomPath  = "sbom/gateway.cdx.json"
	modelPath = "threats/gateway-threat-model.yaml"
	formPath  = "declaration.yaml"
	notice    = "This is not an award decision. It tells how far the evidence meets the profile; the contracting officer decides."
)

func digest(seed string) string {
	return strings.Repeat(fmt.Sprintf("%02x", len(seed)*7%251)+"9f86d0818847"+seed[:2], 5)[:64]
}

// base is a report of one offer with three readable documents and no findings.
func base() report.Report {
	return report.Report{
		Contract: report.Contract, Verdict: report.Meets, Notice: notice, AsOf: "2026-11-30",
		Tender: report.Tender{ID: "RFP-2026-0417"},
		Offer:  report.Offer{Vendor: "Acme Devices", Items: []report.Item{{Product: "Sensor Gateway", Version: "2.4.1"}}},
		Profile: report.Profile{
			ID: "us-federal-iot", Edition: "2026.11", Title: "Connected products for US federal agencies",
			Digest: "sha256:" + digest("f1profile"), RejectAt: report.Blocking, ClarifyAt: report.Major,
		},
		Parameters: []report.Parameter{
			{Name: "origin.prohibited.list"},
			{Name: "sbom.component_version.min_share", Set: true, Value: 1.0},
			{Name: "support.period_end.min_years", Set: true, Value: 5},
			{Name: "sbom.format.accepted", Set: true, Value: []string{"1.5", "1.6"}},
		},
		Documents: []report.Document{
			{Path: formPath, SHA256: digest("d0form"), Size: 8312, Kinds: []string{"declaration"}, Format: "bidgate", FormatVersion: "1", Readable: true},
			{Path: sbomPath, SHA256: digest("5bgateway"), Size: 1483920, Kinds: []string{"sbom"}, Format: "cyclonedx-json", FormatVersion: "1.6", Readable: true},
			{Path: modelPath, SHA256: digest("a1model-"), Size: 21877, Kinds: []string{"threat_model"}, Format: "bidgate", FormatVersion: "1", Readable: true},
		},
		Evidence: report.Evidence{
			SBOMs: []report.SBOM{{
				Document: sbomPath, SpecVersion: "1.6", Name: "Sensor Gateway", Version: "2.4.1",
				SerialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", Timestamp: "2026-10-02T08:15:00Z",
				Components: 312, Software: 298, Services: 2, Dependencies: 511,
				Coverage: []report.Field{
					{Field: "version", Stated: 298, Total: 298}, {Field: "supplier", Stated: 297, Total: 298},
					{Field: "identifier", Stated: 281, Total: 298}, {Field: "hash", Stated: 150, Total: 298}, {Field: "licence", Stated: 0, Total: 298},
				},
			}},
			ThreatModels: []report.ThreatModel{{Document: modelPath, Format: "bidgate", Name: "Sensor Gateway", Version: "2.4.1", Date: "2026-09-14", Threats: 23, Open: 4, OpenHigh: 1}},
			Declarations: []report.Declaration{{
				Document: formPath, Name: "Sensor Gateway", Version: "2.4.1", Date: "2026-10-20",
				Answers: answers("met", 21, "planned", 3, "not_applicable", 2, "", 1),
			}},
		},
		Provenance: report.Provenance{
			Bundle: "sha256:" + digest("b0bundle!"), Policy: "sha256:" + digest("c0policy"), Input: "sha256:" + digest("e0input"), Decision: "sha256:" + digest("f0decision"),
			Engine: "0.1.0", OPA: "1.22.2", Replay: "opa eval -b policy.tar.gz -i input.json -f raw data.bidgate.decision",
		},
	}
}

func answers(pairs ...any) []report.Answer {
	var list []report.Answer
	for i := 0; i < len(pairs); i += 2 {
		for range pairs[i+1].(int) {
			list = append(list, report.Answer{Clause: fmt.Sprintf("ir8259a-SU-%d", len(list)+1), Status: pairs[i].(string)})
		}
	}
	return list
}

// finding begins a finding; its id is area.name, or area.name.member.
func finding(id, section string, severity report.Severity, title string) report.Finding {
	parts := strings.SplitN(id, ".", 3)
	f := report.Finding{
		ID: id, Requirement: parts[0] + "." + parts[1], Title: title, Section: section, Severity: severity,
		LevelNeeded: report.Asserted, Sources: []report.Source{},
	}
	if len(parts) == 3 {
		f.Member = parts[2]
	}
	return f
}

func passed(f report.Finding, level report.Level, message string) report.Finding {
	f.Status, f.Outcome, f.Level = report.Pass, report.OutcomeMet, level
	f.Basis = []report.Statement{{Code: "shown", Message: message, Level: level, Places: []report.Place{{Document: sbomPath, Line: 1, Column: 1}}}}
	return f
}

func failed(f report.Finding, message string, places ...report.Place) report.Finding {
	f.Status, f.Outcome = report.Fail, report.OutcomeNotMet
	f.Violations = append(f.Violations, report.Statement{Code: "wrong", Message: message, Places: places})
	return f
}

func reviewed(f report.Finding, message string, places ...report.Place) report.Finding {
	f.Status, f.Outcome = report.Review, report.OutcomeOpen
	f.Reviews = append(f.Reviews, report.Statement{Code: "look", Message: message, Places: places})
	return f
}

func absent(f report.Finding, kind, from string) report.Finding {
	f.Status, f.Outcome = report.NotSupplied, report.OutcomeOpen
	f.NotSupplied = []report.Missing{{Kind: kind, From: from}}
	return f
}

func help(f report.Finding, remedy, question string, sources ...report.Source) report.Finding {
	f.Remedy, f.Question, f.Sources = remedy, question, sources
	return f
}

func inFamily(f report.Finding, family string) report.Finding {
	f.Family, f.FamilyTitle, _ = strings.Cut(family, " ")
	return f
}

// counted fills Counts as the engine does.
func counted(r report.Report) report.Report {
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.PartOnly {
			continue
		}
		if f.Advisory {
			r.Counts.Advisory++
			continue
		}
		*map[report.Status]*int{
			report.Pass: &r.Counts.Pass, report.Fail: &r.Counts.Fail, report.Review: &r.Counts.Review,
			report.NotSupplied: &r.Counts.NotSupplied, report.NotApplicable: &r.Counts.NotApplicable, report.Error: &r.Counts.Error,
		}[f.Status]++
		if f.Outcome == report.OutcomeExcused {
			r.Counts.Excepted++
		}
		if f.Determination != nil {
			r.Counts.Determined++
		}
	}
	r.Normalise()
	return r
}

var (
	cisa   = report.Source{Standard: "CISA Minimum Elements for an SBOM", Edition: "2026", Clause: "Component Version", Confidence: "secondary"}
	nist   = report.Source{Standard: "NIST IR 8259A", Edition: "2020", Clause: "Software Update", Confidence: "source"}
	recall = report.Source{Standard: "FAR", Edition: "", Clause: "subpart 40.2", Confidence: "memory"}
)

const (
	updates  = "ir8259a-SU Software update"
	identity = "ir8259a-DI Device identification"
)

// good are findings that most of the reports share.
func good() []report.Finding {
	return []report.Finding{
		passed(help(finding("disclosure.contact", "vulnerability-management", report.Blocking, "A contact for reporting vulnerabilities is named"), "", "", nist), report.Asserted, "The declaration names psirt@acme.example and a web form."),
		passed(inFamily(finding("nist_8259ab.capability.ir8259a-DI-1", "development", report.Major, "Each device has a unique logical identifier"), identity), report.Evidenced, "The answer points to a test report in the bundle."),
		passed(inFamily(finding("nist_8259ab.capability.ir8259a-DI-2", "development", report.Major, "Each device has a unique physical identifier"), identity), report.Asserted, "The vendor answers “met”."),
		passed(finding("sbom.component_version", "supply-chain", report.Blocking, "Every component states its version"), report.Verified, "298 of 298 components state a version."),
		passed(finding("sbom.dependency_references", "supply-chain", report.Major, "Dependencies point to components that exist"), report.Verified, "All 511 dependencies lead to a component of the SBOM."),
		passed(finding("support.period_end", "governance", report.Blocking, "Security support lasts as long as the buyer asks"), report.Asserted, "Support ends on 2032-06-30; the buyer asks for 5 years, until 2031-11-30."),
		passed(finding("threat.high_open", "development", report.Blocking, "No high threat is open without a plan"), report.Evidenced, "The 1 open high threat has a plan, an owner and a date."),
	}
}

func places(field string, n int) []report.Place {
	list := make([]report.Place, n)
	for i := range list {
		list[i] = report.Place{Document: sbomPath, Pointer: fmt.Sprintf("/components/%d/%s", i, field), Line: 41 + 17*i, Column: 5, Name: fmt.Sprintf("lib%03d", i)}
	}
	return list
}
