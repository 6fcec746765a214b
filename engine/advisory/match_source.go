package advisory

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// Sources is the lists of prohibited sources, ready to be asked.
type Sources struct {
	entities []EntityHit
	exact    map[sourceKey][]sourceEntry
	words    map[string][]sourceEntry // by the first word of a name
	kinds    map[string]bool          // what exact has anything by
}

type sourceKey struct{ by, text string }

type sourceEntry struct {
	entity int // row in entities
	alias  string
	words  []string
}

// SourceHit is an entry that fits a name or identifier.
type SourceHit struct {
	EntityHit
	Alias string // what of the entry fits, as the list has it
	By    string // identifier, domain, cpe_vendor, purl_namespace, name or country
	Weak  bool   // by name alone
}

// Sources reads the lists. It gives nil where the buyer brought none.
func (d *Data) Sources() (*Sources, error) {
	if !d.has(KindSources) {
		return nil, nil //nolint:nilnil // nothing to ask is no error
	}
	entities, err := d.Entities()
	if err != nil {
		return nil, err
	}
	s := &Sources{entities: entities, exact: map[sourceKey][]sourceEntry{}, words: map[string][]sourceEntry{}, kinds: map[string]bool{}}
	for i, hit := range entities {
		s.entity(i, hit.Entity)
	}
	return s, nil
}

func (s *Sources) entity(row int, e *Entity) {
	add := func(by string, list []string, normal func(string) string) {
		for _, alias := range list {
			if text := normal(alias); text != "" {
				k := sourceKey{by, text}
				s.kinds[by] = true
				s.exact[k] = append(s.exact[k], sourceEntry{entity: row, alias: alias})
			}
		}
	}
	add("domain", e.Domains, hostOf)
	add("cpe_vendor", e.CPEVendors, strings.ToLower)
	add("purl_namespace", e.Namespaces, namespaceOf)
	add("identifier", e.Identifiers, strings.ToUpper)
	if e.countryItself() {
		add("country", e.Countries, strings.ToUpper)
		return
	}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if words := nameWords(name); len(words) > 0 {
			s.words[words[0]] = append(s.words[words[0]], sourceEntry{row, name, words})
		}
	}
}

// countryItself says that an entry names countries and, beside what people
// read, nothing to look for.
func (e *Entity) countryItself() bool {
	return len(e.Countries) > 0 && len(e.Aliases)+len(e.Domains)+len(e.CPEVendors)+len(e.Namespaces)+len(e.Identifiers) == 0
}

// namespaceOf is an entry's package URL namespace: with its type where it has
// one, golang/github.com/acme.
func namespaceOf(text string) string {
	return strings.Trim(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(text)), "pkg:"), "/")
}

// Organisation looks up the name of an organisation: entries whose name or
// alias stands in it as whole words, and identifiers.
func (s *Sources) Organisation(name string) []SourceHit {
	hits := s.hits("identifier", strings.ToUpper(strings.TrimSpace(name)), false)
	words := nameWords(name)
	for i, word := range words {
		for _, entry := range s.words[word] {
			if starts(words[i:], entry.words) && (len(entry.words) < len(words) && !tiny(entry.words) || len(entry.words) == len(words)) {
				hits = append(hits, s.hit(entry, "name", true))
			}
		}
	}
	return once(hits)
}

// Product looks up a product's own name, which must be an entry's as a whole:
// words in the names of components mean too much else.
func (s *Sources) Product(name string) []SourceHit {
	if s.beginsNone(name) {
		return nil
	}
	words := nameWords(name)
	if len(words) == 0 {
		return nil
	}
	var hits []SourceHit
	for _, entry := range s.words[words[0]] {
		if slices.Equal(words, entry.words) {
			hits = append(hits, s.hit(entry, "name", true))
		}
	}
	return once(hits)
}

// beginsNone says of a name of plain letters, at a glance, that none of its words
// is the first of a name listed: to part the names of 100,000 components into
// words was a fifth of what a screening allocates (BenchmarkProduct). Signs that
// join or part words otherwise are for the closer look.
func (s *Sources) beginsNone(name string) bool {
	var word [64]byte
	n := 0
	for i := 0; i <= len(name); i++ {
		c := byte(' ')
		if i < len(name) {
			c = name[i]
		}
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '.' || c == '&' || c == '\'' || c >= utf8.RuneSelf || i > 1024:
			return false
		default:
			if n > 0 && s.words[string(word[:n])] != nil {
				return false
			}
			n = 0
			continue
		}
		if n == len(word) {
			return false
		}
		word[n] = c
		n++
	}
	return true
}

// Address looks up the domain of a URL or e-mail address, and those above it.
func (s *Sources) Address(text string) []SourceHit {
	host := hostOf(text)
	for host != "" {
		if hits := s.hits("domain", host, false); len(hits) > 0 {
			return once(hits)
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return nil
}

// PURL looks up the namespace of a package URL, and those above it.
func (s *Sources) PURL(text string) []SourceHit {
	if !s.kinds["purl_namespace"] {
		return nil
	}
	l, ok := parsePURL(text)
	if !ok || l.namespace == "" {
		return nil
	}
	var hits []SourceHit
	for namespace := strings.ToLower(l.namespace); namespace != ""; {
		hits = append(hits, s.hits("purl_namespace", l.kind+"/"+namespace, false)...)
		hits = append(hits, s.hits("purl_namespace", namespace, false)...)
		namespace = namespace[:max(0, strings.LastIndexAny(namespace, "/."))]
	}
	return once(hits)
}

// CPE looks up the vendor of a CPE.
func (s *Sources) CPE(text string) []SourceHit {
	if !s.kinds["cpe_vendor"] {
		return nil
	}
	c, ok := parseCPE(text)
	if !ok {
		return nil
	}
	return once(s.hits("cpe_vendor", c.vendor, false))
}

// Country looks up a country by its code.
func (s *Sources) Country(code string) []SourceHit {
	return once(s.hits("country", strings.ToUpper(strings.TrimSpace(code)), false))
}

func (s *Sources) hits(by, text string, weak bool) []SourceHit {
	var hits []SourceHit
	for _, entry := range s.exact[sourceKey{by, text}] {
		hits = append(hits, s.hit(entry, by, weak))
	}
	return hits
}

func (s *Sources) hit(entry sourceEntry, by string, weak bool) SourceHit {
	return SourceHit{EntityHit: s.entities[entry.entity], Alias: entry.alias, By: by, Weak: weak}
}

// once keeps one hit for each entry: the first, which is the surest.
func once(hits []SourceHit) []SourceHit {
	var list []SourceHit
	for _, hit := range hits {
		if !slices.ContainsFunc(list, func(h SourceHit) bool { return h.Entity == hit.Entity }) {
			list = append(list, hit)
		}
	}
	return list
}

// hostOf is the host of a URL, an e-mail address or a bare name, in lower case
// and without www.
func hostOf(text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	if strings.Contains(text, "://") {
		u, err := url.Parse(text)
		if err != nil {
			return ""
		}
		text = u.Hostname()
	} else {
		text = text[strings.LastIndexByte(text, '@')+1:]
		text = strings.TrimSuffix(strings.TrimPrefix(text, "mailto:"), ">")
		text, _, _ = strings.Cut(text, "/")
		text, _, _ = strings.Cut(text, ":")
	}
	text = strings.Trim(strings.TrimPrefix(text, "www."), ".")
	if !strings.Contains(text, ".") || strings.ContainsAny(text, " \t,;") {
		return ""
	}
	return text
}
