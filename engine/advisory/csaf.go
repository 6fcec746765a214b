package advisory

import (
	"cmp"
	"slices"
	"strings"
)

// csafDocument holds the parts of a CSAF document (2.0, 2.1) that say which
// products have which vulnerability.
type csafDocument struct {
	Document struct {
		Category string `json:"category"`
		Version  string `json:"csaf_version"`
		Title    string `json:"title"`
		Tracking struct {
			ID      string `json:"id"`
			Initial string `json:"initial_release_date"`
			Current string `json:"current_release_date"`
		} `json:"tracking"`
	} `json:"document"`
	Tree            csafTree            `json:"product_tree"`
	Vulnerabilities []csafVulnerability `json:"vulnerabilities"`
}

type csafVulnerability struct {
	CVE   string `json:"cve"`
	Title string `json:"title"`
	IDs   []struct {
		Text string `json:"text"`
	} `json:"ids"`
	Status map[string][]string `json:"product_status"`
	Scores []csafScore         `json:"scores"` // 2.0
	// Metrics are the scores of 2.1.
	Metrics []struct {
		Content csafScore `json:"content"`
	} `json:"metrics"`
}

type csafScore struct {
	V2 csafVector `json:"cvss_v2"`
	V3 csafVector `json:"cvss_v3"`
	V4 csafVector `json:"cvss_v4"`
}

type csafVector struct {
	Vector string `json:"vectorString"`
}

// The statuses of products that bear on a match. Products that are not
// affected, or under investigation, are what VEX statements are for.
var (
	csafAffected = []string{"first_affected", "known_affected", "last_affected"}
	csafFixed    = []string{"first_fixed", "fixed"}
	csafStatuses = []string{"first_affected", "first_fixed", "fixed", "known_affected", "known_not_affected", "last_affected",
		"recommended", "under_investigation", "unknown"}
)

// readCSAF reads one document; each of its vulnerabilities is a record.
func readCSAF(r *reading, d document) error {
	data, err := d.whole(maxDocument)
	if err != nil {
		return err
	}
	doc := csafDocument{}
	err = decode(data, &doc)
	if err == nil {
		err = r.csaf(&doc)
	}
	if err != nil {
		return r.invalid(within(err, d.name, data, 0, doc.Document.Tracking.ID))
	}
	return nil
}

func (r *reading) csaf(doc *csafDocument) error {
	head, tracking := doc.Document, doc.Document.Tracking
	switch {
	case head.Version != "2.0" && head.Version != "2.1":
		return refuse("this is not a CSAF document of version 2.0 or 2.1")
	case tracking.ID == "" || head.Category == "" || tracking.Current == "":
		return refuse("the CSAF document lacks its category, id or release date")
	}
	if err := r.datedStrictly(tracking.Current); err != nil {
		return err
	}
	products, err := doc.Tree.products()
	if err != nil {
		return err
	}
	for i := range doc.Vulnerabilities {
		v := &doc.Vulnerabilities[i]
		a, err := v.advisory(products)
		if err != nil {
			return err
		}
		if len(a.Affected) == 0 {
			continue
		}
		a.ID = tracking.ID + "/" + cmp.Or(v.CVE, firstOf(a.Aliases), "vulnerability")
		a.Summary, a.Published, a.Modified = cmp.Or(v.Title, head.Title), tracking.Initial, tracking.Current
		if head.Category == "csaf_withdrawn" || head.Category == "csaf_superseded" {
			a.Withdrawn = tracking.Current
		}
		if err := r.add(advisoryRecord(a)); err != nil {
			return err
		}
	}
	return nil
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func (v *csafVulnerability) advisory(products map[string]*csafProduct) (*Advisory, error) {
	a := &Advisory{Aliases: []string{}, Upstream: []string{}, Severity: v.severity(), Affected: []Affected{}}
	if v.CVE != "" {
		a.Aliases = append(a.Aliases, v.CVE)
	}
	for _, id := range v.IDs {
		if id.Text != "" && !slices.Contains(a.Aliases, id.Text) && !strings.ContainsAny(id.Text, " \t\r\n/") {
			a.Aliases = append(a.Aliases, id.Text)
		}
	}
	listed := map[string]bool{} // products with explicit affected versions
	for status, ids := range v.Status {
		if !slices.Contains(csafStatuses, status) {
			return nil, refuse("%s is not a status of products of CSAF", printable(status))
		}
		for _, id := range ids {
			p := products[id]
			if p == nil {
				return nil, refuse("the product id %s is not in the product tree", printable(id))
			}
			listed[p.base()] = listed[p.base()] || slices.Contains(csafAffected, status)
		}
	}
	for _, status := range csafAffected {
		for _, id := range v.Status[status] {
			a.Affected = products[id].affected(a.Affected)
		}
	}
	for _, status := range csafFixed {
		for _, id := range v.Status[status] {
			if p := products[id]; !listed[p.base()] {
				a.Affected = p.before(a.Affected)
			}
		}
	}
	return a, nil
}

func (v *csafVulnerability) severity() []Severity {
	list := []Severity{}
	for _, m := range v.Metrics {
		v.Scores = append(v.Scores, m.Content)
	}
	for _, score := range v.Scores {
		for _, s := range []Severity{{"CVSS_V2", score.V2.Vector}, {"CVSS_V3", score.V3.Vector}, {"CVSS_V4", score.V4.Vector}} {
			if s.Score != "" && !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return list
}
