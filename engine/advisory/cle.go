package advisory

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// cleDocument is a Common Lifecycle Enumeration (ECMA-428).
type cleDocument struct {
	Identifier jsontext.Value `json:"identifier"` // a package URL or a list
	Updated    string         `json:"updatedAt"`
	Events     []cleEvent     `json:"events"`
}

type cleEvent struct {
	ID        int64  `json:"id"`
	Type      string `json:"type"`
	Effective string `json:"effective"`
	EventID   int64  `json:"eventId"` // of the event that is withdrawn
	Version   text   `json:"version"`
	Versions  []struct {
		Version text `json:"version"`
		Range   text `json:"range"`
	} `json:"versions"`
}

// cleEvents are the types of event that CLE 1.0.0 has (clause 6).
var cleEvents = []string{"released", "endOfDevelopment", "endOfSupport", "endOfLife", "endOfDistribution", "endOfMarketing",
	"supersededBy", "componentRenamed", "withdrawn"}

// readCLE reads a document or a list of them.
func readCLE(r *reading, d document) error {
	return d.values(r.limits, func(value []byte, line int) error {
		doc := cleDocument{}
		err := decode(value, &doc)
		if err == nil {
			err = r.cle(&doc)
		}
		return within(err, d.name, value, line, "")
	})
}

func (r *reading) cle(doc *cleDocument) error {
	ids := []string{}
	if doc.Identifier.Kind() == '"' {
		ids = append(ids, "")
		if err := decode(doc.Identifier, &ids[0]); err != nil {
			return err
		}
	} else if err := decode(doc.Identifier, &ids); err != nil {
		return refuse("the identifier is neither a package URL nor a list of them")
	}
	if len(ids) == 0 || doc.Updated == "" || len(doc.Events) == 0 {
		return refuse("a CLE document needs identifier, updatedAt and events")
	}
	if err := r.datedStrictly(doc.Updated); err != nil {
		return err
	}
	purls, cpes := []string{}, []string{}
	for _, id := range ids {
		switch {
		case strings.HasPrefix(id, "pkg:"):
			base, _ := splitPURL(id)
			purls = append(purls, base)
		case strings.HasPrefix(id, "cpe:"):
			cpes = append(cpes, id)
		default:
			return refuse("%s is neither a package URL nor a CPE", printable(id))
		}
	}
	cycles, err := doc.cycles()
	if err != nil {
		return within(err, "", nil, 0, ids[0])
	}
	for i := range cycles {
		c := &cycles[i]
		c.Product, c.PURLs, c.CPEs, c.Names = ids[0], purls, cpes, []string{}
		rec := cycleRecord(c)
		rec.modified, rec.dated = doc.Updated, doc.Updated
		if err := r.add(rec); err != nil {
			return within(err, "", nil, 0, ids[0])
		}
	}
	return nil
}

// cycles gives a cycle for each version or range that the events name. Events
// are taken from the oldest on, without those that were withdrawn; a later one
// replaces an earlier one of its type.
func (doc *cleDocument) cycles() ([]Cycle, error) {
	gone := map[int64]bool{}
	for _, e := range doc.Events {
		if e.Type == "withdrawn" {
			gone[e.EventID] = true
		}
	}
	slices.SortStableFunc(doc.Events, func(a, b cleEvent) int { return cmp.Compare(a.ID, b.ID) })
	list := []Cycle{}
	for _, e := range doc.Events {
		if !slices.Contains(cleEvents, e.Type) {
			return nil, refuse("%s is not a type of event of CLE; it is one of %s", printable(e.Type), strings.Join(cleEvents, ", "))
		}
		effective, err := time.Parse(time.RFC3339, e.Effective)
		if err != nil {
			return nil, refuse("an event is effective at no date and time: %s", printable(e.Effective))
		}
		if gone[e.ID] {
			continue
		}
		for _, versions := range e.ranges() {
			i := slices.IndexFunc(list, func(c Cycle) bool { return c.Versions == versions })
			if i < 0 {
				i, list = len(list), append(list, Cycle{Versions: versions})
			}
			// Its end of support stops security fixes; its end of life stops all.
			to := map[string]*string{"released": &list[i].Released, "endOfDevelopment": &list[i].EndOfSupport,
				"endOfSupport": &list[i].EndOfSecurity, "endOfLife": &list[i].EndOfLife}[e.Type]
			if to != nil {
				*to = effective.Format(time.DateOnly)
			}
		}
	}
	return slices.DeleteFunc(list, func(c Cycle) bool {
		return c.Released+c.EndOfSupport+c.EndOfSecurity+c.EndOfLife == ""
	}), nil
}

func (e *cleEvent) ranges() []string {
	list := []string{}
	if e.Version != "" {
		list = append(list, string(e.Version))
	}
	for _, v := range e.Versions {
		list = append(list, string(v.Range+v.Version))
	}
	if len(list) == 0 {
		list = append(list, "")
	}
	return list
}
