package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// check tells a reader how to repeat the judgement, and what that does not
// prove.
func (p *page) check(r *report.Report) {
	v := r.Provenance
	p.heading(headCheck)
	p.para(0, span{plain, checkDigest})
	for _, d := range []struct{ label, digest string }{
		{"bundle", v.Bundle}, {"policies", v.Policy}, {"profile", r.Profile.Digest},
		{"input", v.Input}, {"decision", v.Decision},
	} {
		p.field(2, labelWidth, d.label, span{plain, stated(strings.TrimPrefix(d.digest, "sha256:"), maxID)})
	}
	if v.Annex != "" {
		p.field(2, labelWidth, labelAnnex, span{plain, stated(strings.TrimPrefix(v.Annex, "sha256:"), maxID)})
	}
	for _, d := range v.DataSets {
		p.field(2, labelWidth, Escape(d.Name, maxWord), span{plain,
			dataSet(stated(strings.TrimPrefix(d.Digest, "sha256:"), maxID), Escape(d.Date, maxWord), d.AgeDays, d.Records)})
	}
	if len(r.Limits) > 0 {
		p.para(0, span{plain, limitsChanged(r.Limits)})
	}
	if v.Engine != "" {
		p.para(0, span{plain, versions(stated(v.Engine, maxWord), stated(v.OPA, maxWord))})
	}
	if v.Replay != "" {
		p.para(0, span{plain, checkReplay})
		p.command(2, v.Replay)
	}
	p.para(0, span{plain, checkLimit})
}

// parameters are the buyer's thresholds in force.
func (p *page) parameters(r *report.Report) {
	if len(r.Parameters) == 0 {
		return
	}
	p.heading(headParameters)
	var rows [][]cell
	for _, q := range r.Parameters {
		text := notSet
		if q.Set {
			text = value(q.Value)
		}
		rows = append(rows, []cell{{{plain, stated(q.Name, maxID)}}, {{plain, text}}})
	}
	p.table(0, 0, rows)
}

// value writes a parameter as its author did; a list with commas.
func value(v any) string {
	switch v := v.(type) {
	case []any:
		words := make([]string, len(v))
		for i := range v {
			words[i] = value(v[i])
		}
		return strings.Join(words, ", ")
	case []string:
		return Escape(strings.Join(v, ", "), maxMessage)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		return Escape(fmt.Sprint(v), maxMessage)
	}
}

// command writes a shell command that may be copied as it stands: it breaks
// only at spaces, and with the backslash that continues a line.
func (p *page) command(indent int, text string) {
	var lines []string
	room := p.Width - indent - 2
	for _, word := range strings.Fields(Escape(text, maxMessage)) {
		if strings.HasPrefix(word, "::") {
			word = `\u{3a}` + word[1:] // see uncommanded
		}
		word = Line(word, room)
		if n := len(lines) - 1; n >= 0 && stringWidth(lines[n])+1+stringWidth(word) <= room {
			lines[n] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	for i, line := range lines {
		if i < len(lines)-1 {
			line += " \\"
		}
		p.write(indent, []span{{plain, line}})
	}
}
