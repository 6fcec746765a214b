package policy

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// loss is one statement that can be left out of an input.
type loss struct {
	name, shape string // name tells values of closed sets apart
	without     func() Input
}

// losable are the statements that can be left out of the input: each value that
// the rules read, and each row of a list in which they read. One of a kind is
// enough.
func losable(c candidates, notes readings) []loss {
	found := map[string]loss{}
	add := func(name, shape string, without func() Input) {
		if found[name].without == nil {
			found[name] = loss{name, shape, without}
		}
	}
	stated := fields(c.in, notes)
	for _, name := range slices.Sorted(maps.Keys(stated)) {
		p := stated[name]
		add(shapeOf(p)+of(c.in, p), shapeOf(p), func() Input { return unanswered(c.apply(c.in, p, "absent"), p) })
	}
	for _, p := range rowsRead(c.in, notes) {
		status := of(c.in, p.down(ast.StringTerm("status")))
		add("row "+shapeOf(p)+status, "row "+shapeOf(p), func() Input {
			if stepText(p[len(p)-2]) == "answers" {
				return unanswered(c.apply(c.in, p, "absent"), p)
			}
			return dropped(c.in, p)
		})
	}
	return slices.SortedFunc(maps.Values(found), func(a, b loss) int { return cmp.Compare(a.name, b.name) })
}

// of is the value of a short word at the place.
func of(in Input, p place) string {
	if word, ok := text(find(in.value, p), "value"); ok && len(word) < 20 {
		return "=" + word
	}
	return ""
}

// measured are the tables of what the reader found, in which no row is a
// statement of the vendor, and what other bids say.
var measured = []string{"bundle", "links", "others", "text"}

// rowsRead are the rows of lists below documents in which something was read.
func rowsRead(in Input, notes readings) []place {
	rows := map[string]place{}
	for _, p := range notes {
		if slices.Contains(measured, stepText(p[0])) {
			continue
		}
		for i, step := range p {
			if _, row := step.Value.(ast.Number); !row || i < 2 {
				continue
			}
			at := p[: i+1 : i+1]
			if _, list := find(in.value, at[:i]).(*ast.Array); list {
				rows[at.String()] = at
			}
		}
	}
	var sorted []place
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		sorted = append(sorted, rows[name])
	}
	return sorted
}

// dropped is the input without a row of a list. A list of which nothing is left
// is absent.
func dropped(in Input, p place) Input {
	at, row := p[:len(p)-1:len(p)-1], number(p[len(p)-1].Value)
	terms := slices.Delete(rowTerms(find(in.value, at).(*ast.Array)), row, row+1)
	v := replaced(in.value, at, ast.NewArray(terms...))
	above := at[:len(at)-1]
	if len(terms) == 0 && strings.HasSuffix(at.String(), "/items") && stateful(find(v, above)) {
		v = replaced(v, above.down(ast.StringTerm("state")), ast.String("absent"))
	}
	return Input{value: v.(ast.Object)}
}
