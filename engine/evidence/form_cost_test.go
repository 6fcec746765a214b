package evidence

import (
	"strings"
	"testing"
)

// TestLinksDoNotMultiply holds the rows that link threats and mitigations to
// the size of the document: with one id for all of both lists they would be
// the product of the lists. An id that is there twice never helps.
func TestLinksDoNotMultiply(t *testing.T) {
	const n = 300
	many := func(entry string) string { return "[" + strings.Repeat(entry+", ", n) + "{id: last}]" }
	for name, text := range map[string]string{
		"named by threats":     "threats: " + many("{id: a, mitigations: [m]}") + "\nmitigations: " + many("{id: m, status: verified}"),
		"named by mitigations": "threats: " + many("{id: a}") + "\nmitigations: " + many("{id: m, status: verified, threats: [a]}"),
	} {
		m, _ := summary(t, "threat_model: 1\n"+text)
		links := 0
		for _, threat := range m.Threats.Items {
			links += len(threat.Mitigations)
		}
		if links != n {
			t.Errorf("%s: %d links, want %d", name, links, n)
		}
	}
	for _, order := range []string{"{id: m, status: verified}, {id: m, status: planned}", "{id: m, status: planned}, {id: m, status: verified}"} {
		m, _ := summary(t, "threat_model: 1\nthreats: [{id: t, mitigations: [m]}]\nmitigations: ["+order+"]")
		if got := m.Threats.Items[0].Status.Value; got != "open" {
			t.Errorf("%s: %s", order, got)
		}
	}
}

// TestLongScaleIsNotRepeated holds a message short whatever scale a model declares.
func TestLongScaleIsNotRepeated(t *testing.T) {
	_, problems := summary(t, "threat_model: 1\nscale: {likelihood: ["+strings.Repeat("word, ", 5000)+"last]}\nthreats: [{likelihood: other}, {likelihood: last}]")
	if len(problems) != 1 || len(problems[0].Message) > 300 {
		t.Errorf("%v", codes(problems))
	}
}
