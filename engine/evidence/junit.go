package evidence

import (
	"fmt"
	"strings"
)

// looksLikeJUnit recognises a test report by its first element.
func looksLikeJUnit(h head) bool {
	return h.syntax == xmlSyntax && (h.has("testsuites") || h.has("testsuite"))
}

// readJUnit counts the test cases of a report in one pass through the XML
// gate. The counts are of the cases, not of the sums that a report states. One
// case counts once, by the worst that it says.
func readJUnit(src *source, l Limits) reading {
	l = l.withDefaults()
	a := newAttachment("junit")
	t := &a.Tests
	if len(src.data) > l.MaxXMLBytes {
		t.State = Invalid
		return attachmentReading(a, "", []Problem{*limitProblem("MaxXMLBytes", l.MaxXMLBytes, fmt.Sprintf("a test report of %d bytes", len(src.data)), Position{})})
	}
	g := newXMLGate(src.data, l)
	t.State = Stated
	depth, caseDepth := 0, 0
	failed, erred, skipped := false, false, false
	g.pointer = func() string { return "" }
	for tok := g.next(); tok.kind == xmlOpens || tok.kind == xmlText || tok.kind == xmlCloses; tok = g.next() {
		switch tok.kind {
		case xmlOpens:
			depth++
			switch {
			case caseDepth == 0 && tok.local == "testcase":
				caseDepth, failed, erred, skipped = depth, false, false, false
			case caseDepth > 0 && depth == caseDepth+1:
				failed, erred = failed || tok.local == "failure", erred || tok.local == "error"
				skipped = skipped || tok.local == "skipped"
			case tok.local == "testsuite" || tok.local == "testsuites":
				a.suite(tok)
			}
		case xmlCloses:
			if depth == caseDepth {
				caseDepth = 0
				t.count(failed, erred, skipped)
			}
			depth--
		}
	}
	if g.refusal != nil {
		a.Tests = TestCounts{State: Invalid}
		return attachmentReading(a, "", []Problem{*g.refusal})
	}
	return attachmentReading(a, "", nil)
}

func (t *TestCounts) count(failed, erred, skipped bool) {
	t.Total++
	switch {
	case erred:
		t.Errors++
	case failed:
		t.Failed++
	case skipped:
		t.Skipped++
	default:
		t.Passed++
	}
}

// suite takes the title and the date that a suite states; the first says it.
func (a *Attachment) suite(tok xmlToken) {
	for _, attribute := range tok.attributes {
		switch {
		case attribute.space != "":
		case attribute.local == "name" && absent(a.Title.State):
			a.Title = statedText(attribute.value)
		case attribute.local == "timestamp" && absent(a.Date.State):
			date, _, _ := strings.Cut(attribute.value, "T") // the form has no time zone
			a.Date = dateOf(statedText(date))
		}
	}
}
