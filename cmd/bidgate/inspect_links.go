package main

import (
	"bytes"
	"fmt"

	"github.com/bidgate/bidgate/engine/evidence"
)

// linksText writes by what the documents belong together.
func linksText(w *bytes.Buffer, d *evidence.Dossier, path func(int) string) {
	lines := pairLines(d, path)
	lines = append(lines, statementLines(d, path)...)
	lines = append(lines, referenceLines(d, path)...)
	lines = append(lines, trafficLines(d, path)...)
	if len(lines) == 0 {
		return
	}
	const most = 100
	fmt.Fprintf(w, "\nHow the documents belong together\n")
	for i, line := range lines {
		if i == most {
			fmt.Fprintf(w, "  and %s\n", count(len(lines)-most, "more line"))
			return
		}
		fmt.Fprintf(w, "  %s\n", line)
	}
}

// pairLines compare SBOMs, threat models and declarations two by two.
func pairLines(d *evidence.Dossier, path func(int) string) []string {
	var lines []string
	for _, p := range d.Links.Pairs {
		part := ""
		if p.Right.Part != "" {
			part = ", its part " + oneLine(p.Right.Part)
		}
		lines = append(lines, fmt.Sprintf("%s and %s%s: %s", path(p.Left.Document), path(p.Right.Document), part, linkWords(p)))
	}
	return lines
}

// statementLines say in which SBOMs the products of VEX documents and
// lifecycle records were found.
func statementLines(d *evidence.Dossier, path func(int) string) []string {
	var lines []string
	for i := range d.VEX {
		found := make([]int, len(d.SBOMs))
		for _, s := range d.VEXStatements[i] {
			seen := map[int]bool{}
			for _, p := range s.Products {
				if p.SBOM >= 0 && !seen[p.SBOM] {
					seen[p.SBOM] = true
					found[p.SBOM]++
				}
			}
		}
		for sbom, n := range found {
			if n > 0 && d.VEX[i].Document != d.SBOMs[sbom].Document {
				lines = append(lines, fmt.Sprintf("%s and %s: %s about its parts", path(d.VEX[i].Document), path(d.SBOMs[sbom].Document), count(n, "statement")))
			}
		}
	}
	for i := range d.Lifecycle {
		if l := &d.Lifecycle[i]; l.SBOM >= 0 && l.Document != d.SBOMs[l.SBOM].Document {
			of := map[bool]string{true: "the record is of its subject", false: "the record is of one of its components"}[l.Row < 0]
			lines = append(lines, fmt.Sprintf("%s and %s: %s", path(l.Document), path(d.SBOMs[l.SBOM].Document), of))
		}
	}
	return lines
}

// outcomes say how a reference by digest ended.
var outcomes = map[string]string{
	"same": "linked by digest", "differs": "it states another digest than the file has", "no_digest": "linked without a digest",
	"missing": "the file is not in the bundle", "ambiguous": "several SBOMs of the bundle have this serial number",
}

// referenceLines are what SBOMs, declarations and signed statements say of
// other files of the bundle.
func referenceLines(d *evidence.Dossier, path func(int) string) []string {
	var lines []string
	told := map[[2]int]string{} // what a line of a pair says already
	for _, p := range d.Links.Pairs {
		told[[2]int{p.Right.Document, p.Left.Document}] = p.Link
	}
	add := func(from int, to, outcome string) {
		if words := outcomes[outcome]; words != "" {
			lines = append(lines, fmt.Sprintf("%s and %s: %s", path(from), to, words))
		}
	}
	for _, link := range d.Links.Documents {
		add(d.SBOMs[link.SBOM].Document, oneLine(link.Target.Value), link.Outcome)
	}
	for i := range d.Declarations {
		for _, item := range d.Declarations[i].Evidence.Items {
			switch told[[2]int{d.Declarations[i].Document, item.File.Document}] + " " + item.File.Outcome {
			case "digest same", "path no_digest":
				continue
			}
			add(d.Declarations[i].Document, oneLine(item.File.Path.Value), item.File.Outcome)
		}
	}
	for i := range d.Attachments {
		for _, subject := range d.Attachments[i].Subjects.Items {
			if subject.Document >= 0 {
				add(d.Attachments[i].Document, path(subject.Document), subject.Outcome)
			}
		}
	}
	return lines
}

// trafficLines say where else the bundle speaks of the hosts of a description of
// traffic.
func trafficLines(d *evidence.Dossier, path func(int) string) []string {
	var lines []string
	for i := range d.Attachments {
		by := map[string]int{}
		for _, host := range d.Attachments[i].Traffic.Hosts.Items {
			by[host.Declared]++
		}
		if words := listed(numbered{by["zone"], "%d in zones of the declaration"}, numbered{by["service"], "%d of services in SBOMs"},
			numbered{by["none"], "%d that nothing else speaks of"}); words != "" {
			lines = append(lines, fmt.Sprintf("%s and the rest: hosts %s", path(d.Attachments[i].Document), words))
		}
	}
	return lines
}

// linkWords says what links a pair, and what in it differs.
func linkWords(p evidence.Pair) string {
	text := map[string]string{
		"digest": "linked by digest", "serial_number": "linked by serial number", "path": "linked by path", "purl": "the same package URL",
		"cpe": "the same CPE", "name": "the same name", "none": "no link",
	}[p.Link]
	for _, c := range []struct {
		what string
		evidence.Comparison
	}{{"names", p.Name}, {"versions", p.Version}, {"digests", p.Digest}, {"serial numbers", p.Serial}} {
		if c.Outcome == "unequal" {
			text += fmt.Sprintf("; the %s differ (%s, %s)", c.what, oneLine(c.Left), oneLine(c.Right))
		}
	}
	return text
}
