package engine

import (
	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/evidence"
)

// addLifecycle adds when the support of an SBOM's components ends.
func (m *matches) addLifecycle(rows []int, found []advisory.CyclesFound) {
	for i, f := range found {
		for _, match := range f.Matches {
			m.Lifecycle = append(m.Lifecycle, lifecycleOf(rows[i], &match))
		}
		if rows[i] >= 0 {
			m.Coverage.Lifecycle.add(f.Look, rows[i])
		}
	}
}

func lifecycleOf(row int, match *advisory.CycleMatch) lifecycleMatch {
	cycle := match.Cycle
	return lifecycleMatch{
		Row: row, DataSet: match.Set, Product: cycle.Product, Cycle: cycle.Cycle, By: match.By, Weak: match.Weak,
		EndOfSupport: statedDate(cycle.EndOfSupport), EndOfSecurity: statedDate(cycle.EndOfSecurity), EndOfLife: statedDate(cycle.EndOfLife),
		Ended: flagOf(cycle.Ended), Latest: textOf(cycle.Latest),
	}
}

func flagOf(word string) evidence.Flag {
	if word != "true" && word != "false" {
		return evidence.Flag{State: evidence.Absent}
	}
	return evidence.Flag{State: evidence.Stated, Value: word == "true"}
}

// matchCertificates asks about every certificate that a declaration names.
func (c *screening) matchCertificates() error {
	for i := range c.dossier.Declarations {
		for row, named := range c.dossier.Declarations[i].CMVP.Items {
			m := certificateMatch{Declaration: i, Row: row, DataSet: -1, Number: advisory.CertificateNumber(named.Certificate.Value),
				Module: textOf(""), Standard: textOf(""), Status: "none", Sunset: statedDate(""),
				NameAgrees: "not_comparable", VersionAgrees: "not_comparable"}
			if m.Number != "" {
				set, listed, err := c.Data.Certificate(m.Number)
				if err != nil {
					return err
				}
				if listed != nil {
					m.Found, m.DataSet, m.Status = true, set, listed.Status
					m.Module, m.Standard, m.Sunset = textOf(listed.Module), textOf(listed.Standard), statedDate(listed.Sunset)
					m.NameAgrees = advisory.SameModule(named.Module.Value, listed.Module)
					m.VersionAgrees = advisory.SameVersion(named.Version.Value, listed.Versions)
				}
			}
			c.input.Certificates = append(c.input.Certificates, m)
		}
	}
	return nil
}
