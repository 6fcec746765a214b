package evidence

import "strings"

// countVEX counts what the statements of one document say. The products that
// nothing in the bundle has are counted when all documents are read.
func countVEX(v *VEX, rows []VEXStatement) VEXCounts {
	c := VEXCounts{Statements: len(rows)}
	dated := v.Date.State == Stated || v.Updated.State == Stated
	vulnerabilities := map[string]bool{}
	for i := range rows {
		s, row := &rows[i], Row(i)
		if name := vulnerabilityKey(s); name != "" {
			vulnerabilities[name] = true
		} else {
			c.WithoutVulnerability = append(c.WithoutVulnerability, row)
		}
		switch s.Status {
		case statusNotAffected:
			c.NotAffected++
			if s.Justification == "" && s.Impact == "" {
				c.WithoutJustification = append(c.WithoutJustification, row)
			}
		case statusAffected:
			c.Affected++
			if s.Action == "" && len(s.Responses) == 0 {
				c.WithoutAction = append(c.WithoutAction, row)
			}
		case statusFixed:
			c.Fixed++
		case statusUnderInvestigation:
			c.UnderInvestigation++
		default:
			c.WithoutStatus = append(c.WithoutStatus, row)
		}
		if len(s.Products) == 0 {
			c.WithoutProduct = append(c.WithoutProduct, row)
		}
		if !dated && s.Date.State != Stated {
			c.WithoutDate = append(c.WithoutDate, row)
		}
	}
	c.Vulnerabilities = len(vulnerabilities)
	c.Contradicted = contradicted(rows)
	return c
}

// vulnerabilityKey is the name that statements of one vulnerability share.
func vulnerabilityKey(s *VEXStatement) string {
	return strings.ToUpper(strings.TrimSpace(s.Vulnerability))
}

// aboutOne is one vulnerability in one version of a product, within another
// where it is named as a part of that.
type aboutOne struct{ vulnerability, product, version, whole string }

// contradicted lists the statements that say another status of the same
// vulnerability and product than an earlier one. Two statements with days of
// their own that differ follow one another and do not contradict.
func contradicted(rows []VEXStatement) []Row {
	said := map[aboutOne]int{} // the first statement with a status
	var found []Row
	for i := range rows {
		s := &rows[i]
		if s.Status == statusNone || s.Vulnerability == "" {
			continue
		}
		against := false
		for _, about := range s.abouts() {
			first, known := said[about]
			if !known {
				said[about] = i
				continue
			}
			against = against || rows[first].Status != s.Status && !rows[first].earlier(s)
		}
		if against {
			found = append(found, Row(i))
		}
	}
	return found
}

// abouts are what a statement is about: each product, or each part that it
// names of one. A version that the document calls unaffected is not what an
// affected statement is about.
func (s *VEXStatement) abouts() []aboutOne {
	whole := make([]bool, len(s.Products)) // parts are named of it
	for _, p := range s.Products {
		if p.Of >= 0 {
			whole[p.Of] = true
		}
	}
	list := make([]aboutOne, 0, len(s.Products))
	for i, p := range s.Products {
		if whole[i] || p.Status != "" && p.Status != "affected" {
			continue
		}
		about := aboutOne{vulnerability: vulnerabilityKey(s), product: p.key(), version: p.Version}
		if p.Of >= 0 {
			about.whole = s.Products[p.Of].key()
		}
		list = append(list, about)
	}
	return list
}

// earlier says that both statements have a day and s has the earlier one.
func (s *VEXStatement) earlier(than *VEXStatement) bool {
	return s.Date.State == Stated && than.Date.State == Stated && s.Date.Value.Day < than.Date.Value.Day
}

// key is what sets a product apart in its document.
func (p *VEXProduct) key() string {
	if p.ids.key != "" {
		return p.ids.key
	}
	return p.Ref
}
