package main

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
)

// sbomText writes what was understood of one SBOM, and what its tables hold
// beside it. Numbers that are zero and say nothing by that are left out.
func sbomText(w *bytes.Buffer, s *evidence.SBOM, path string, beside [][2]string) {
	fmt.Fprintf(w, "\nSBOM %s\n", path)
	f := &s.Facts
	rows := [][2]string{
		{"subject", subject(&s.Subject)},
		{"made", when(s.Timestamp)},
		{"made with", madeWith(s)},
		{"authors", authors(f.Document)},
		{"signature", map[bool]string{true: "there is one; it is not verified here"}[f.Document.Signature == evidence.Stated]},
		{"support ends", f.Document.EndOfSupport.Value.Text},
		{"components", populations(f.Components)},
		{"beside them", asides(f.Places)},
		{"services", nonzero(f.Services)},
		{"vulnerabilities", nonzero(f.Vulnerabilities)},
		{"graph", graph(f.Graph, s.Subject.State == evidence.Stated)},
	}
	columns(w, slices.Concat(rows, coverage(f), beside))
	folded(w, "cannot say", fields(s.Unsupported))
	for _, note := range notes(f) {
		fmt.Fprintf(w, "  note: %s\n", note)
	}
}

// when is a date, or why there is none. A format that cannot say it is told of
// elsewhere.
func when(d evidence.Date) string {
	switch d.State {
	case evidence.Stated, evidence.Unsupported:
		return d.Value.Text
	case evidence.Absent:
		return "not stated"
	case evidence.Invalid:
		return "what stands there is no date"
	}
	return "not known"
}

func nonzero(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// numbered is a number with its words, for a list that leaves zeros out.
type numbered struct {
	n     int
	words string // %d stands for the number
}

func listed(parts ...numbered) string {
	var texts []string
	for _, p := range parts {
		if p.n > 0 {
			texts = append(texts, fmt.Sprintf(p.words, p.n))
		}
	}
	return strings.Join(texts, ", ")
}

// madeWith is the tool that is taken to have made the SBOM, with the name by
// which bidgate knows it where it has another.
func madeWith(s *evidence.SBOM) string {
	text := oneLine(strings.TrimSpace(s.Generator.Name + " " + s.Generator.Version))
	if text == "" {
		return tool(s.Tools.Items)
	}
	if known := s.Generator.Known; known != "" && !strings.EqualFold(known, s.Generator.Name) {
		text += ", known as " + known
	}
	return text
}

// tool is the first tool with a name, as the document writes it.
func tool(tools []evidence.Tool) string {
	for _, t := range tools {
		if t.Name.State == evidence.Stated {
			return oneLine(strings.TrimSpace(t.Name.Value + " " + t.Version.Value))
		}
	}
	return ""
}

func authors(h evidence.HeadFacts) string {
	return listed(numbered{h.Persons, "persons %d"}, numbered{h.Organisations, "organisations %d"},
		numbered{h.AuthorsWithContact, "with an e-mail address or URL %d"}, numbered{h.AuthorsNamedAsTool, "named like a tool %d"})
}

func populations(p evidence.Populations) string {
	if p.All == 0 {
		return "0"
	}
	others := listed(numbered{p.ThirdParty, "third party %d"}, numbered{p.Direct, "direct dependencies %d"},
		numbered{p.Executable, "executable %d"}, numbered{len(p.Excluded), "excluded from delivery %d"})
	return strings.TrimSuffix(fmt.Sprintf("%d, of them software %d, %s", p.All, p.Software, others), ", ")
}

// subject names what the SBOM is about, or says that nothing does.
func subject(s *evidence.Subject) string {
	if text := oneLine(strings.TrimSpace(s.Name.Value + " " + s.Version.Value)); text != "" {
		return text
	}
	return "the document names none"
}

// asides counts the components that are no part of what is delivered, by the
// place that they are in.
func asides(p evidence.PlaceCounts) string {
	return listed(numbered{p.Tools, "as tools of the document %d"}, numbered{p.Pedigree, "in pedigrees %d"},
		numbered{p.Formulation, "in the formulation %d"}, numbered{p.Declarations, "as targets of declarations %d"},
		numbered{p.Vulnerabilities, "as tools of vulnerabilities %d"}, numbered{p.Annotations, "as writers of annotations %d"})
}

// graph tells of the dependency graph. Without a subject there is nothing to
// be reached from.
func graph(g evidence.GraphFacts, subject bool) string {
	if g.State != evidence.Stated {
		return "none"
	}
	text := fmt.Sprintf("%s, %d dangling", count(g.Edges, "reference"), g.DanglingReferences)
	switch {
	case !subject:
		return text + "; it starts nowhere, because the document names no subject"
	case !g.RootListed:
		return text + fmt.Sprintf("; the subject is not in it, so %s out of its reach", are(len(g.Orphans), "component"))
	}
	return text + fmt.Sprintf(", %s out of reach of the subject, depth %d", count(len(g.Orphans), "component"), g.Depth)
}

// are is a count with its verb.
func are(n int, noun string) string {
	if n == 1 {
		return count(n, noun) + " is"
	}
	return count(n, noun) + " are"
}

// details say for some fields what they are made of.
var details = map[string]func(*evidence.SBOMFacts) string{
	"component_identifier": func(f *evidence.SBOMFacts) string {
		return listed(software(f.Fields.PURL, "purl %d"), software(f.Fields.CPE, "CPE %d"), software(f.Fields.SWID, "SWID %d"),
			software(f.Fields.OmniBOR, "OmniBOR %d"), software(f.Fields.SWHID, "SWHID %d"))
	},
	"component_producer": func(f *evidence.SBOMFacts) string {
		return listed(software(f.Fields.Manufacturer, "manufacturer %d"), software(f.Fields.Authors, "authors %d"),
			software(f.Fields.Author, "author %d"), software(f.Fields.Publisher, "publisher %d"))
	},
	"component_hash": func(f *evidence.SBOMFacts) string {
		strength := f.Hashes.Strength.Software
		return listed(numbered{strength.Bits512, "512 bits %d"}, numbered{strength.Bits256, "256 to 511 bits %d"},
			numbered{strength.Weak, "only MD5 or SHA-1 %d"})
	},
	"component_licence": func(f *evidence.SBOMFacts) string {
		return listed(software(f.Fields.LicenceSPDX, "of the SPDX list %d"), software(f.Fields.LicenceDeclared, "declared %d"),
			software(f.Fields.LicenceConcluded, "concluded %d"))
	},
}

func software(t evidence.Tally, words string) numbered { return numbered{t.Software.Stated, words} }

// coverage reads the facts by type, so that a new one shows here by itself.
func coverage(facts *evidence.SBOMFacts) [][2]string {
	var rows [][2]string
	v := reflect.ValueOf(facts).Elem()
	for i := range v.NumField() {
		c, ok := v.Field(i).Interface().(evidence.Coverage)
		if !ok || c.Software.Total == 0 {
			continue
		}
		name := v.Type().Field(i).Tag.Get("json")
		text := fmt.Sprintf("%d of %d stated", c.Software.Stated, c.Software.Total)
		if name == "component_firmware_identifier" && c.Software.Stated == facts.ComponentIdentifier.Software.Stated {
			continue // it says no more than the line before
		}
		if detail, known := details[name]; known {
			if made := detail(facts); made != "" {
				text += " (" + made + ")"
			}
		}
		rows = append(rows, [2]string{strings.ReplaceAll(name, "_", " "), text})
	}
	return rows
}

// notes are sentences on what a reader may not expect.
func notes(f *evidence.SBOMFacts) []string {
	var sentences []string
	for _, note := range []struct {
		n        int
		sentence string
	}{
		{len(f.Identifiers.InvalidPURL), "%s has a package URL that is not well formed."},
		{len(f.Identifiers.InvalidCPE), "%s has a CPE that is not well formed."},
		{len(f.Agreement.Names), "%s has another name than its package URL says."},
		{len(f.Agreement.Versions), "%s has another version than its package URL says."},
		{len(f.Agreement.CPEVersions), "%s has another version than its CPE says."},
		{len(f.DuplicateRefs), "%s has a bom-ref that is taken already."},
		{len(f.Duplicates.PURL), "%s has the same package URL as another one."},
		{len(f.Duplicates.DifferentHash), "%s has the same name and version as another one, and a different hash."},
		{len(f.Duplicates.SameHash), "%s has the same hash as another one, and another name or version."},
		{len(f.Hashes.Empty), "%s has the hash of an empty file."},
		{len(f.Purposes.MachineLearning), "%s has a name of what runs or calls machine-learning models."},
		{len(f.Text.Bidi), "%s has a name or identifier with characters that turn the order of letters around."},
		{len(f.Text.Invisible), "%s has a name or identifier with characters that cannot be seen."},
		{len(f.Text.Control), "%s has a name or identifier with control characters."},
		{len(f.Text.MixedScript), "%s has a name or identifier that mixes letters of scripts that do not go together."},
		{len(f.Text.Confusable), "%s has a name or package URL that looks like another one and is written with other letters."},
		{len(f.Hidden.ExcludedNeeded), "%s has the scope excluded, though delivered components depend on it."},
		{len(f.Hidden.ElsewhereReached), "%s has its place among tools, pedigree or formulation only, though the subject depends on it."},
		{len(f.Licences.UnknownID), "%s has a licence id that is not on the SPDX list."},
		{len(f.Licences.BadExpression), "%s has a licence expression that is not one of SPDX."},
		{len(f.Licences.FreeText), "%s has a licence by name only."},
	} {
		if note.n == 0 {
			continue
		}
		sentence := note.sentence
		if note.n > 1 {
			sentence = strings.Replace(sentence, " has ", " have ", 1)
		}
		sentences = append(sentences, fmt.Sprintf(sentence, count(note.n, "component")))
	}
	return sentences
}
