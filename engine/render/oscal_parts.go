package render

import (
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

func (o *oscal) findingProps(f *report.Finding) []oscalProp {
	list := []namedDigest{
		{"requirement", f.ID}, {"status", string(f.Status)}, {"outcome", string(f.Outcome)}, {"severity", string(f.Severity)}, {"section", f.Section},
		{"level", string(f.Level)}, {"level-needed", string(f.LevelNeeded)},
	}
	if f.Advisory {
		list = append(list, namedDigest{"advisory", "true"})
	}
	return o.props(list)
}

// observation is what was looked at and seen, whatever it amounts to.
func (o *oscal) observation(f *report.Finding) oscalObservation {
	said := o.said(f)
	var texts []string
	for i, s := range said {
		if i == fewItems {
			texts = append(texts, "("+more(len(said)-i, "more reason", "more reasons")+")")
			break
		}
		texts = append(texts, markup(s.Message))
	}
	method := "TEST"
	if f.Determination != nil {
		method = "EXAMINE" // by a person
	}
	ob := oscalObservation{
		UUID: o.uuid("observation", f.ID), Title: markup(f.Title), Description: orNone(strings.Join(texts, " ")), Props: o.findingProps(f),
		Methods: []string{method}, Types: []string{"finding"}, Collected: o.at,
	}
	if excuse := o.excuse(f); excuse != "" {
		ob.Remarks = markup(excuse)
	}
	shown, total := spots(said, oscalPlaces)
	for _, at := range shown {
		ob.Evidence = append(ob.Evidence, oscalEvidence{Href: oscalHref(at), Description: markup(oscalPlace(at))})
	}
	if total > len(shown) {
		ob.Props = append(ob.Props, o.props([]namedDigest{{"places-not-listed", strconv.Itoa(total - len(shown))}})...)
	}
	return ob
}

// oscalHref leads to a place: a document of the bundle and a JSON Pointer in it.
func oscalHref(at report.Place) string {
	if at.Document == "" {
		return "."
	}
	href := inertURI(at.Document)
	if at.Pointer != "" {
		href += "#" + inertURI(strings.TrimPrefix(at.Pointer, "/"))
	}
	return href
}

// inertURI is a path as a relative reference that is short and can be shown.
func inertURI(path string) string { return sarifURI(Escape(path, 4*maxPath)) }

func oscalPlace(at report.Place) string {
	if at.Document == "" {
		return noPlace
	}
	text := at.Document
	if at.Line > 0 {
		text += ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column)
	}
	if at.Name != "" {
		text += "  " + at.Name
	}
	return text
}

// risk is the failure that an exception in force excuses.
func (o *oscal) risk(f *report.Finding, ob oscalObservation) oscalRisk {
	return oscalRisk{
		UUID: o.uuid("risk", f.ID), Title: markup(f.Title), Description: ob.Description, Statement: markup(o.excuse(f)), Status: "deviation-approved",
		Deadline: o.deadline(f), Observations: []oscalObserved{{ob.UUID}},
	}
}

// deadline is the first day on which an exception of the finding ends.
func (o *oscal) deadline(f *report.Finding) string {
	first := ""
	if f.Exception == nil {
		return ""
	}
	for _, row := range f.Exception.Exceptions {
		if row < 0 || row >= len(o.Exceptions) {
			continue
		}
		if until := o.Exceptions[row].Until; oscalTime(until) != oscalTime("") && (first == "" || until < first) {
			first = until
		}
	}
	if first == "" {
		return ""
	}
	return oscalTime(first)
}

// resources are what stands in for an assessment plan, and every document.
func (o *oscal) resources() []oscalResource {
	list := []oscalResource{{
		UUID: o.uuid("plan"), Title: markup(o.Profile.Title), Description: oscalPlan,
		Props: o.props([]namedDigest{{"profile", o.Profile.ID}, {"profile-edition", o.Profile.Edition}, {"profile-digest", o.Profile.Digest}, {"policy", o.Provenance.Policy}}),
	}}
	for _, d := range o.Documents {
		kinds := []string{}
		for _, k := range d.Kinds {
			kinds = append(kinds, kind(k))
		}
		link := oscalLink{Href: inertURI(d.Path)}
		if d.SHA256 != "" {
			link.Hashes = []oscalHash{{"SHA-256", oscalText(d.SHA256)}}
		}
		list = append(list, oscalResource{UUID: o.uuid("document", d.Path), Title: markup(d.Path), Description: oscalMarks(strings.Join(kinds, ", ")), Links: []oscalLink{link}})
	}
	return list
}
