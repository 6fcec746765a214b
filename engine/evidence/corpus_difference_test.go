package evidence

import (
	"path"
	"regexp"
	"strings"
)

// corpusDifference is a difference between a manifest of the corpus and what
// is read, and why it is right. Each must occur.
type corpusDifference struct {
	file, fault, why string // pattern of the path, regular expression for the whole fault, reason
}

func (c corpusDifference) explains(line manifestLine, fault string) bool {
	in, err := path.Match(c.file, line.area+"/"+line.file)
	return err == nil && in && regexp.MustCompile("^(?:"+c.fault+")$").MatchString(fault)
}

// corpusDifferences are all of them.
var corpusDifferences = []corpusDifference{
	{"threatmodel/td-*", "diagrams=0, want .*", "the normal form keeps elements, and not on which drawing they are"},
	{"threatmodel/td-v2-*", "elements/Text=0, want 1", "a note on a drawing is no element"},
	{"threatmodel/threagile-example.yaml", "risk_tracking=0, want 6", "a tracked risk is a mitigation, but where it is only accepted"},
	{"threatmodel/threagile-example.yaml", "risk_tracking/accepted=0, want 1", "an accepted risk is a status of its threat, and the threats are in risks.json"},
	{"threatmodel/tc-*", "mitigationLinks=0, want .*", "a link is kept at its threat, and not counted by itself"},
	{"threatmodel/hcltm-tm1.hcl", "threat(s|models)=0, want 2", "HCL is known by name and not read"},
	{"threatmodel/cdx2-*", ".*=0, want .*", "the draft of CycloneDX 2.0 is known by name and not read"},
	{"threatmodel/cairis-*", ".*=0, want .*", "CAIRIS is known by name and not read"},
	{"threatmodel/stride-gpt-*", "threats=0, want 3", "STRIDE GPT is known by name and not read"},
	{"declaration/cdx2-*", ".*=0, want .*", "the draft of CycloneDX 2.0 is known by name and not read"},
	{"declaration/example-fg200.cdxa.json", "kinds attestation declaration, want attestation", "its answers make a declaration too"},
	{"sbom/saasbom-apigateway.*", "services=6, want 1", "the manifest counts those at the top, and five are nested"},
	{"sbom/*", "compositions=0, want 1", "what compositions say is kept at what they are about, and they are not counted"},
	{"sbom/guac-citations.*", "citations=0, want 1", "citations are not read: they say who added a field, and nothing is judged by that"},
	{"sbom/jake-python.1.1.*", "kinds !sbom, want sbom", "CycloneDX 1.1 is refused, with what to do"},
	{"sbom/jake-python.1.1.*", "components=0, want 41", "CycloneDX 1.1 is refused, with what to do"},
	{"sbom/temurin-25.0.3-*", "components=0, want 1", "the component is the target of the attestation, which is no SBOM"},
	{"sbom/generated-syft-lockfile-fleet.1.6.cdx.xml", "components=15271, want 15272", "the manifest counts the subject too, here and not in the JSON"},
	{"advisories/csaf/conformance-2.0/*", "records=[023], want 1", "the manifest has 1 for every case; TestCorpusAdvisories counts in the documents"},
}

// corpusNames are the counts of a lone document by the names that the
// manifests have for them.
func corpusNames(d *Dossier) map[string]int {
	counts := map[string]int{}
	for i := range d.ThreatModels {
		m := &d.ThreatModels[i]
		counts["owner"] += min(1, len(m.Owner.Name.Value))
		counts["reviewer"] += min(1, len(m.Reviewers.Items))
		for name, n := range modelCounts(m) {
			counts[name] += n
		}
	}
	counts["threatmodels"] = len(d.ThreatModels)
	for i := range d.SBOMs {
		s := &d.SBOMs[i]
		counts["components"] += s.Contents.Packages
		for _, c := range d.Components[i] {
			if s.Format == "cyclonedx" && (c.From == "components" || c.From == "nested") {
				counts["components"]++
			}
		}
		counts["services"] += s.Facts.Services
		counts["dependencies"] += s.Facts.Graph.Entries
		counts["vulnerabilities"] += s.Facts.Vulnerabilities
	}
	for i := range d.Declarations {
		decl := &d.Declarations[i]
		counts["answers"] += len(decl.Answers)
		for _, a := range decl.Answers {
			counts["answers/"+hyphens(a.Status.Value)]++
		}
		counts["evidence"] += len(decl.Evidence.Items)
		counts["signatories"] += len(decl.Affirmation.Signatories.Items)
		counts["features"] += len(decl.AI.Features.Items)
	}
	for _, a := range d.Attestations {
		counts["assessors"], counts["attestations"], counts["claims"], counts["targets"] = len(a.Assessors.Items), a.Attestations, a.Claims, len(a.Targets.Items)
		counts["evidence"], counts["entries"], counts["signatories"] = a.Evidence, a.Mapped, len(a.Signatories.Items)
	}
	for _, c := range d.Catalogues {
		counts["requirements"], counts["levels"] = len(c.Clauses.Items), c.Levels
	}
	for i := range d.VEXStatements {
		counts["records"] += distinctPlaces(d.VEXStatements[i])
		if len(d.SBOMs) == 0 {
			counts["vulnerabilities"] += distinctPlaces(d.VEXStatements[i])
		}
	}
	counts["records"] += len(d.Lifecycle)
	return counts
}

// distinctPlaces counts the vulnerabilities or statements of a document that
// its normalised statements were made of.
func distinctPlaces(statements []VEXStatement) int {
	places := map[string]bool{}
	for _, s := range statements {
		places[strings.Join(strings.Split(s.Location, "/")[:3], "/")] = true
	}
	return len(places)
}

func hyphens(word string) string { return strings.ReplaceAll(word, "_", "-") }
