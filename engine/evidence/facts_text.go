package evidence

import (
	"hash/maphash"
	"strings"
)

// TextFacts lists the components, of all places, whose names and identifiers
// do not show what they hold: group, name, version, bom-ref, CPE, and package
// URL after decoding.
type TextFacts struct {
	LookedAt  int   `json:"looked_at"`                    // components
	Bidi      []Row `json:"bidi" table:"components"`      // characters that turn the order of letters around
	Invisible []Row `json:"invisible" table:"components"` // characters that show nothing
	Control   []Row `json:"control" table:"components"`
	// MixedScript are those with a word in scripts that do not go together,
	// such as Latin with Cyrillic (see script.go).
	MixedScript []Row `json:"mixed_script" table:"components"`
	// Confusable are those whose name or package URL looks like that of another
	// component or of the subject, and is another (see skeleton.go).
	Confusable []Row `json:"confusable" table:"components"`
}

// textFacts measures the texts of the components.
func (t *bomTables) textFacts(s *Subject) TextFacts {
	facts := TextFacts{LookedAt: len(t.rows), Bidi: []Row{}, Invisible: []Row{}, Control: []Row{}, MixedScript: []Row{}}
	lists := map[string]*[]Row{"bidi": &facts.Bidi, "invisible": &facts.Invisible, "control": &facts.Control, "mixed_script": &facts.MixedScript}
	for row := range t.rows {
		flaws := t.rows[row].flaws()
		if flaws == 0 {
			continue
		}
		for _, k := range flawKinds {
			if flaws&k.flaw != 0 {
				*lists[k.kind] = append(*lists[k.kind], Row(row))
			}
		}
	}
	facts.Confusable = t.confusable(s)
	return facts
}

func (c *Component) flaws() textFlaws {
	flaws := flawsOf(c.Group) | flawsOf(c.Name) | flawsOf(c.Version) | flawsOf(c.CPE) | purlFlaws(c.PURL)
	if c.BOMRef != c.PURL {
		flaws |= purlFlaws(c.BOMRef)
	}
	return flaws
}

// purlFlaws looks at a package URL, or at a reference that may be one, as it
// is written and as it reads after decoding.
func purlFlaws(text string) textFlaws {
	flaws := flawsOf(text)
	if strings.IndexByte(text, '%') >= 0 {
		flaws |= flawsOf(unescape(text))
	}
	return flaws
}

// callings are what a component is called: its group and name, and its package
// URL without version, qualifiers and subpath.
var callings = []func(*Component) [2]string{
	func(c *Component) [2]string { return [2]string{c.Group, c.Name} },
	func(c *Component) [2]string { return [2]string{"", packageOf(c.PURL)} },
}

// packageOf is a package URL up to its name, decoded.
func packageOf(purl string) string {
	purl, _, _ = strings.Cut(purl, "?")
	purl, _, _ = strings.Cut(purl, "#")
	if at := strings.LastIndexByte(purl, '@'); at > strings.LastIndexByte(purl, '/') {
		purl = purl[:at]
	}
	if strings.IndexByte(purl, '%') >= 0 {
		return unescape(purl)
	}
	return purl
}

// confusable finds the components that look like another one, or like the
// subject. Of many that are called the same, the first is listed with those
// that look like it. Only texts that hold a letter that can be taken for
// another are remembered, and all others are looked up among them.
func (t *bomTables) confusable(s *Subject) []Row {
	marks := make([]bool, len(t.rows))
	subject := Component{Group: value(s.Group), Name: value(s.Name), PURL: value(s.PURL)}
	row := func(i int32) *Component {
		if int(i) == len(t.rows) {
			return &subject
		}
		return &t.rows[i]
	}
	for _, called := range callings {
		first, sums := map[uint64]int32{}, skeletonSums{}
		for i := range int32(len(t.rows) + 1) {
			if text := called(row(i)); suspicious(text[0]) || suspicious(text[1]) {
				if sum := sums.of(text); first[sum] == 0 {
					first[sum] = i + 1
				}
			}
		}
		for i := int32(0); len(first) > 0 && int(i) <= len(t.rows); i++ {
			text := called(row(i))
			if text[1] == "" {
				continue
			}
			other := first[sums.of(text)] - 1
			if other < 0 || other == i || !lookAlike(joined(text), joined(called(row(other)))) {
				continue
			}
			for _, found := range [...]int32{i, other} {
				if int(found) < len(t.rows) {
					marks[found] = true
				}
			}
		}
	}
	rows := []Row{}
	for i, marked := range marks {
		if marked {
			rows = append(rows, Row(i))
		}
	}
	return rows
}

func joined(text [2]string) string {
	if text[0] == "" {
		return text[1]
	}
	return text[0] + "/" + text[1]
}

// skeletonSums makes sums over the skeletons of groups and names, in one buffer.
// Most texts are printable, where a skeleton is a table's: all texts of 100,000
// components were a twentieth of a screening, letter by letter (BenchmarkConfusable).
type skeletonSums struct{ buffer []byte }

func (s *skeletonSums) of(text [2]string) uint64 {
	b := s.buffer[:0]
	for i, part := range text {
		if i == 1 && text[0] != "" {
			b = append(b, '/')
		}
		if !printable(part) {
			b = append(b, skeleton(part)...)
			continue
		}
		for j := 0; j < len(part); j++ {
			b = append(b, plainLikes[part[j]])
		}
	}
	s.buffer = b
	return maphash.Bytes(digestSeed, b)
}

// plainLikes is skeleton for one character of ASCII.
var plainLikes = func() (table [256]byte) {
	for c := range table {
		table[c] = byte(c)
	}
	for c := byte('A'); c <= 'Z'; c++ {
		table[c] = lower(c)
	}
	table['1'], table['I'], table['|'], table['0'], table['`'] = 'l', 'l', 'l', 'o', '\''
	return table
}()
