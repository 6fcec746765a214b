package advisory

import (
	"net/url"
	"strings"
)

type csafTree struct {
	Branches      []csafBranch  `json:"branches"`
	Names         []csafProduct `json:"full_product_names"`
	Relationships []struct {
		Product   csafProduct `json:"full_product_name"`
		Component string      `json:"product_reference"`
		Platform  string      `json:"relates_to_product_reference"`
	} `json:"relationships"`
}

type csafBranch struct {
	Category string       `json:"category"`
	Name     string       `json:"name"`
	Branches []csafBranch `json:"branches"`
	Product  *csafProduct `json:"product"`
}

// csafProduct is one product of the tree, with what its branches say of its version.
type csafProduct struct {
	ID     string `json:"product_id"`
	Name   string `json:"name"`
	Helper struct {
		CPE   string   `json:"cpe"`
		PURL  string   `json:"purl"`  // 2.0
		PURLs []string `json:"purls"` // 2.1
	} `json:"product_identification_helper"`
	version  string // of a branch product_version
	versions string // of a branch product_version_range
}

// products gives the products by their ids. An id that stands twice is refused
// (CSAF test 6.1.2), and so is a relationship to none (6.1.1).
func (t *csafTree) products() (map[string]*csafProduct, error) {
	all := map[string]*csafProduct{}
	add := func(p *csafProduct) error {
		if p.ID == "" {
			return refuse("a product of the product tree has no id")
		}
		if all[p.ID] != nil {
			return refuse("the product id %s stands twice in the product tree", printable(p.ID))
		}
		all[p.ID] = p
		return nil
	}
	var down func(branches []csafBranch, version, versions string) error
	down = func(branches []csafBranch, version, versions string) error {
		for i := range branches {
			b, version, versions := &branches[i], version, versions
			switch b.Category {
			case "product_version":
				version = b.Name
			case "product_version_range":
				versions = b.Name
			}
			if b.Product != nil {
				b.Product.version, b.Product.versions = version, versions
				if err := add(b.Product); err != nil {
					return err
				}
			}
			if err := down(b.Branches, version, versions); err != nil {
				return err
			}
		}
		return nil
	}
	if err := down(t.Branches, "", ""); err != nil {
		return nil, err
	}
	for i := range t.Names {
		if err := add(&t.Names[i]); err != nil {
			return nil, err
		}
	}
	for i := range t.Relationships {
		r := &t.Relationships[i]
		component := all[r.Component]
		if component == nil || all[r.Platform] == nil {
			return nil, refuse("a relationship of the product tree names a product that is not there")
		}
		p := &r.Product // the component as part of the platform: its own identifiers, else the component's
		p.version, p.versions = component.version, component.versions
		if p.Helper.CPE == "" && len(p.purls()) == 0 {
			p.Helper = component.Helper
		}
		if err := add(p); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (p *csafProduct) purls() []string {
	if p.Helper.PURL != "" {
		return append([]string{p.Helper.PURL}, p.Helper.PURLs...)
	}
	return p.Helper.PURLs
}

// base tells products that are versions of one product.
func (p *csafProduct) base() string {
	if purls := p.purls(); len(purls) > 0 {
		base, _ := splitPURL(purls[0])
		return base
	}
	if a := (&Affected{CPE: p.Helper.CPE}); a.CPE != "" {
		if vendor, product := a.Product(); product != "" {
			return vendor + "\x00" + product
		}
	}
	return p.Name
}

// affected adds the entries that say that the product is affected: one for
// each of its identifiers, and one without where it has none.
func (p *csafProduct) affected(list []Affected) []Affected {
	return p.entries(list, func(a *Affected, version string) {
		switch {
		case p.versions != "":
			a.Ranges, a.Versions = rangeOf(p.versions)
		case version != "":
			a.Versions = []string{version}
		}
	})
}

// before adds the entries that say that what is older than the product is affected.
func (p *csafProduct) before(list []Affected) []Affected {
	return p.entries(list, func(a *Affected, version string) {
		if version != "" {
			a.Ranges = []Range{{Type: "ECOSYSTEM", Events: []Event{{Introduced: "0"}, {Fixed: version}}}}
		}
	})
}

func (p *csafProduct) entries(list []Affected, fill func(a *Affected, version string)) []Affected {
	add := func(a Affected, version string) {
		a.Ranges, a.Versions, a.Severity = []Range{}, []string{}, []Severity{}
		fill(&a, version)
		list = append(list, a)
	}
	for _, purl := range p.purls() {
		base, version := splitPURL(purl)
		if version == "" {
			version = p.version
		}
		add(Affected{PURL: base, CPE: p.Helper.CPE}, version)
	}
	if len(p.purls()) == 0 {
		add(Affected{Name: p.Name, CPE: p.Helper.CPE}, p.version)
	}
	return list
}

// splitPURL parts the version from a package URL; qualifiers stay.
func splitPURL(purl string) (base, version string) {
	front, rest := purl, ""
	if i := strings.IndexAny(purl, "?#"); i >= 0 {
		front, rest = purl[:i], purl[i:]
	}
	at := strings.LastIndexByte(front, '@')
	if at < strings.LastIndexByte(front, '/') || at <= 0 || front[at-1] == '/' {
		return purl, ""
	}
	version = front[at+1:]
	if plain, err := url.PathUnescape(version); err == nil {
		version = plain
	}
	return front[:at] + rest, version
}

// rangeOf reads a VERS range, or a plain constraint such as "<4.2". What cannot
// be read stays a range of the type text, which no version can be compared with.
func rangeOf(text string) ([]Range, []string) {
	plain := strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(plain, "vers:"); ok {
		_, plain, _ = strings.Cut(rest, "/")
	}
	unread := []Range{{Type: "text", Events: []Event{{Introduced: text}}}}
	r, versions := Range{Type: "vers"}, []string{}
	lower := false
	for _, part := range strings.Split(plain, "|") {
		operator := strings.TrimSpace(part)
		version := strings.TrimLeft(operator, "<>=!*")
		operator = operator[:len(operator)-len(version)]
		if version = strings.TrimSpace(version); strings.ContainsAny(version, " ,") || (version == "") != (operator == "*") {
			return unread, []string{}
		}
		if plain, err := url.PathUnescape(version); err == nil {
			version = plain
		}
		switch operator {
		case "*":
			r.Events = append(r.Events, Event{Introduced: "0"})
		case ">", ">=": // above a version is told as from it on: a version too many is looked at, and none too few
			r.Events, lower = append(r.Events, Event{Introduced: version}), true
		case "<", "<=":
			if !lower {
				r.Events = append(r.Events, Event{Introduced: "0"})
			}
			end := Event{Fixed: version}
			if operator == "<=" {
				end = Event{LastAffected: version}
			}
			r.Events, lower = append(r.Events, end), false
		case "", "=":
			versions = append(versions, version)
		case "!=":
		default:
			return unread, []string{}
		}
	}
	if len(r.Events) == 0 {
		return []Range{}, versions
	}
	return []Range{r}, versions
}
