package render

import (
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// manifestFormat is the format of the vendor's own list of the bundle, which
// is read and is no evidence.
const (
	manifestFormat = "manifest"
	xmlFormat      = "cyclonedx-xml"
)

// fewAnswers is how many states of answers are counted before the rest is
// summed up: the words come from the vendor.
const fewAnswers = 8

// documents is the table of files, each followed by what is wrong with it.
func (p *page) documents(r *report.Report) {
	p.heading(headFiles)
	if len(r.Documents) == 0 {
		p.para(0, span{plain, noDocuments})
		return
	}
	var rows [][]cell
	for _, d := range r.Documents {
		rows = append(rows, []cell{
			{readable(d)},
			{{plain, Escape(d.Path, maxPath)}},
			{{plain, kinds(d)}},
			{{plain, strings.TrimSpace(Escape(d.Format, maxWord) + " " + Escape(d.FormatVersion, maxWord))}},
			{{plain, size(d.Size)}},
			{{dim, short(d.SHA256)}},
		})
	}
	p.table(0, 1, rows)
	if slices.ContainsFunc(r.Documents, func(d report.Document) bool { return d.Format == xmlFormat }) {
		p.blank()
		p.para(0, span{plain, xmlChecked})
	}
	for _, d := range r.Documents {
		if len(d.Problems) == 0 {
			continue
		}
		p.blank()
		p.hang(0, []span{{plain, problemsOf + " "}}, []span{{bold, Escape(d.Path, maxPath)}})
		shown := d.Problems
		if len(shown) > fewPlaces+1 && !p.Verbose {
			shown = shown[:fewPlaces]
		}
		for _, problem := range shown {
			p.problem(2, problem)
		}
		if n := len(d.Problems) - len(shown); n > 0 {
			p.para(2, span{plain, more(n, "more problem", "more problems")})
		}
	}
}

// claims says that a document claims to be evidence, and so must be readable.
func claims(d report.Document) bool {
	return len(d.Kinds) > 0 && !slices.Equal(d.Kinds, []string{"attachment"})
}

func readable(d report.Document) span {
	switch {
	case !claims(d) && d.Format != manifestFormat:
		return span{dim, "–"}
	case d.Readable:
		return span{good, "✓"}
	default:
		return span{bad, "✗"}
	}
}

// kinds says what a document is and whether it counts as evidence.
func kinds(d report.Document) string {
	if d.Format == manifestFormat {
		return manifestKind
	}
	if !claims(d) {
		return attachmentKept
	}
	var words []string
	for _, k := range d.Kinds {
		words = append(words, kind(k))
	}
	text := strings.Join(words, ", ")
	if !d.Readable {
		text += " " + notReadable
	}
	return text
}

func short(digest string) string { return stated(strings.TrimPrefix(digest, "sha256:"), 13) }

// evidence sums up what was read, document by document.
func (p *page) evidence(r *report.Report) {
	p.heading(headEvidence)
	e := r.Evidence
	if len(e.SBOMs)+len(e.ThreatModels)+len(e.Declarations)+len(e.Attestations)+len(e.Catalogues)+len(e.VEX)+len(e.Lifecycle)+len(e.Attachments) == 0 {
		p.para(0, span{plain, noEvidence})
	}
	for _, s := range e.SBOMs {
		p.document(kindWords["sbom"], s.Document, sbomIdentity(s), sbomCounts(s))
		p.coverage(s.Coverage)
	}
	for _, t := range e.ThreatModels {
		p.document(kindWords["threat_model"], t.Document, append([]string{identity(t.Name, t.Version, t.Date), threats(t)}, modelNotes(t)...)...)
	}
	for _, d := range e.Declarations {
		p.document(kindWords["declaration"], d.Document, identity(d.Name, d.Version, d.Date), answers(d)+declared(d))
		if p.Verbose {
			var rows [][]cell
			for _, a := range d.Answers {
				rows = append(rows, []cell{{{plain, stated(a.Clause, maxID)}}, {{plain, stated(a.Status, maxName)}}})
			}
			p.table(4, 1, rows)
		}
	}
	p.beside(e)
}

func (p *page) document(kind, path string, lines ...string) {
	p.hang(0, []span{{bold, kind}, {plain, "  "}}, []span{{plain, Escape(path, maxPath)}})
	for _, line := range lines {
		p.para(2, span{plain, line})
	}
}

func identity(name, version, date string) string {
	return describes(stated(name, maxName), Escape(version, maxWord), stated(date, maxWord))
}

// coverage draws how many software components state each field. A share is
// rounded down, so that 100% means all.
func (p *page) coverage(fields []report.Field) {
	var rows [][]cell
	for _, f := range fields {
		if f.Total <= 0 || f.Stated < 0 || f.Stated > f.Total {
			continue
		}
		length := 20
		if p.Width < DefaultWidth {
			length = 8
		}
		full := f.Stated * length / f.Total
		share := number(int64(f.Stated * 100 / f.Total))
		rows = append(rows, []cell{
			{{plain, Escape(f.Field, maxWord)}},
			{{good, strings.Repeat("█", full)}, {dim, strings.Repeat("░", length-full)}},
			{{plain, strings.Repeat(" ", 3-len(share)) + share + "%"}},
			{{dim, stateOf(f.Stated, f.Total)}},
		})
	}
	p.table(4, 3, rows)
}

// answers counts a declaration's answers by the word that the vendor used.
func answers(d report.Declaration) string {
	counts := map[string]int{}
	var order []string
	for _, a := range d.Answers {
		if counts[a.Status]++; counts[a.Status] == 1 {
			order = append(order, a.Status)
		}
	}
	slices.SortFunc(order, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	var words []string
	rest := 0
	for i, status := range order {
		if i >= fewAnswers {
			rest += counts[status]
			continue
		}
		words = append(words, number(int64(counts[status]))+" "+answerWord(status))
	}
	if rest > 0 {
		words = append(words, number(int64(rest))+" "+answersOther)
	}
	line := count(len(d.Answers), "answer", "answers")
	if len(words) > 0 {
		line += ": " + strings.Join(words, ", ")
	}
	return line
}
