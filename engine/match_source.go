package engine

import (
	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/evidence"
)

// sourceLooker asks the lists of prohibited sources about every name of the
// bundle. Organisations stand in it many times and are asked about once; what
// else is asked about seldom repeats, so that to remember it cost more than to
// ask again.
type sourceLooker struct {
	lists         *advisory.Sources
	organisations map[string][]advisory.SourceHit
	out           *sources
}

// matchSources gives the input's sources.
func (c *screening) matchSources() (sources, error) {
	out := c.input.Sources
	lists, err := c.Data.Sources()
	if err != nil || lists == nil {
		return out, err
	}
	l := &sourceLooker{lists: lists, organisations: map[string][]advisory.SourceHit{}, out: &out}
	for _, b := range lists.Bases() {
		l.out.Lists = append(l.out.Lists, sourceList{DataSet: b.Set, Basis: b.Basis, Entries: b.Entries})
	}
	at := sourceMatch{Table: "bundle", Row: -1}
	l.text(at, "vendor", "organisation", c.dossier.Bundle.Manifest.Vendor)
	if c.Offer.Vendor != c.dossier.Bundle.Manifest.Vendor.Value {
		l.ask(at, "vendor", "organisation", c.Offer.Vendor)
	}
	for i := range c.dossier.SBOMs {
		l.sbom(i, &c.dossier.SBOMs[i], c.dossier.Components[i])
	}
	for i := range c.dossier.Declarations {
		l.declaration(sourceMatch{Table: "declarations", Index: i, Row: -1}, &c.dossier.Declarations[i])
	}
	for i := range c.dossier.ThreatModels {
		at := sourceMatch{Table: "threat_models", Index: i, Row: -1}
		for _, person := range c.dossier.ThreatModels[i].Authors.Items {
			l.text(at, "author", "organisation", person.Name)
			l.text(at, "domain", "address", person.Email)
		}
	}
	for i := range c.dossier.VEX {
		l.text(sourceMatch{Table: "vex", Index: i, Row: -1}, "author", "organisation", c.dossier.VEX[i].Author)
	}
	for i := range c.dossier.Attestations {
		for _, assessor := range c.dossier.Attestations[i].Assessors.Items {
			l.text(sourceMatch{Table: "attestations", Index: i, Row: -1}, "author", "organisation", assessor.Name)
		}
	}
	return out, nil
}

func (l *sourceLooker) sbom(i int, s *evidence.SBOM, table []evidence.Component) {
	at := sourceMatch{Table: "sboms", Index: i, Row: -1}
	l.text(at, "supplier", "organisation", s.Subject.Supplier)
	l.text(at, "manufacturer", "organisation", s.Subject.Manufacturer)
	l.text(at, "purl", "purl", s.Subject.PURL)
	l.text(at, "cpe", "cpe", s.Subject.CPE)
	l.text(at, "name", "product", s.Subject.Name)
	for _, author := range s.Authors.Items {
		l.text(at, "author", "organisation", author.Name)
		l.text(at, "domain", "address", author.Email)
		l.text(at, "domain", "address", author.URL)
	}
	for row := range table {
		p := &table[row]
		if !p.Delivered() {
			continue
		}
		at := sourceMatch{Table: "components", Index: i, Row: row}
		l.ask(at, "supplier", "organisation", p.Supplier)
		if p.Producer != p.Supplier {
			l.ask(at, "producer", "organisation", p.Producer)
		}
		l.ask(at, "purl", "purl", p.PURL)
		l.ask(at, "cpe", "cpe", p.CPE)
		l.ask(at, "name", "product", p.Name)
	}
}

// assessed are the kinds of papers whose authors are laboratories and bodies
// that assess products.
var assessed = map[string]bool{"certificate": true, "test_report": true, "pentest_report": true}

func (l *sourceLooker) declaration(at sourceMatch, d *evidence.Declaration) {
	l.text(at, "manufacturer", "organisation", d.Manufacturer.Name)
	l.text(at, "manufacturer", "organisation", d.Manufacturer.Representative)
	l.text(at, "domain", "address", d.Manufacturer.URL)
	l.text(at, "domain", "address", d.Manufacturer.ContactEmail)
	l.text(at, "purl", "purl", d.Product.PURL)
	l.text(at, "cpe", "cpe", d.Product.CPE)
	l.text(at, "name", "product", d.Product.Name)
	l.text(at, "author", "organisation", d.Assessor.Organization)
	for i := range d.Evidence.Items {
		if paper := &d.Evidence.Items[i]; assessed[paper.Kind.Value] && paper.Author != d.Assessor.Organization {
			l.text(at, "author", "organisation", paper.Author)
		}
	}
	asked := map[string]bool{}
	for _, list := range [][]string{d.Origin.Design.Items, d.Origin.Development.Items, d.Origin.Assembly.Items} {
		for _, country := range list {
			if !asked[country] {
				asked[country] = true
				l.ask(at, "country", "country", country)
			}
		}
	}
}

func (l *sourceLooker) text(at sourceMatch, field, as string, t evidence.Text) {
	if t.State == evidence.Stated {
		l.ask(at, field, as, t.Value)
	}
}

// ask looks one text up, and notes what fits.
func (l *sourceLooker) ask(at sourceMatch, field, as, text string) {
	if text == "" {
		return
	}
	l.out.LookedUp++
	for _, hit := range l.look(as, text) {
		m := at
		m.Field, m.Value, m.DataSet = field, text, hit.Set
		m.Entry, m.Name, m.Alias, m.By, m.Weak = hit.Entity.ID, hit.Entity.Name, hit.Alias, hit.By, hit.Weak
		m.Basis, m.From, m.Until = hit.Entity.LegalBasis, statedDate(hit.Entity.From), statedDate(hit.Entity.Until)
		l.out.Matches = append(l.out.Matches, m)
	}
}

func (l *sourceLooker) look(as, text string) []advisory.SourceHit {
	switch as {
	case "organisation":
		hits, known := l.organisations[text]
		if !known {
			hits = l.lists.Organisation(text)
			l.organisations[text] = hits
		}
		return hits
	case "product":
		return l.lists.Product(text)
	case "address":
		return l.lists.Address(text)
	case "purl":
		return l.lists.PURL(text)
	case "cpe":
		return l.lists.CPE(text)
	}
	return l.lists.Country(text)
}
