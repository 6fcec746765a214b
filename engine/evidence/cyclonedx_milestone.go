package evidence

// milestonesOf are the milestones of one component, by its row; -1 is the
// subject.
type milestonesOf struct {
	row    int
	events []LifecycleEvent
}

// milestone is the event of a property cdx:lifecycle:milestone:<name>.
func milestone(name string, date Date) LifecycleEvent {
	none := Text{State: Unsupported}
	return LifecycleEvent{ID: none, Type: statedText(name), Effective: date, Published: Date{State: Unsupported},
		Versions: Texts{State: Unsupported, Items: []string{}}, Support: none}
}

// milestoneUnsupported are the fields of a record that such properties cannot say.
var milestoneUnsupported = []string{"updated", "events.id", "events.published", "events.versions", "events.support"}

// lifecycle gives a record for each component that has milestones, and for the
// subject.
func (r *cdxReader) lifecycle() []Lifecycle {
	var list []Lifecycle
	for _, m := range r.milestones {
		l := newLifecycle("cyclonedx", r.specVersion.Value, "/metadata/component/properties")
		l.Unsupported, l.Updated.State = milestoneUnsupported, Unsupported
		l.Row, l.about = m.row, true
		if s := &r.sbom.Subject; m.row < 0 {
			l.Supplier, l.Product = s.Supplier, Product{Name: s.Name, Version: s.Version, PURL: s.PURL, CPE: s.CPE}
		} else {
			c := &r.rows[m.row]
			l.Location = componentPointer(r.rows, m.row) + "/properties"
			l.Supplier = Text{State: c.States.Supplier, Value: c.Supplier}
			l.Product = Product{Name: Text{State: c.States.Name, Value: c.Name}, Version: Text{State: c.States.Version, Value: c.Version},
				PURL: presentText(c.PURL), CPE: presentText(c.CPE)}
		}
		for i := range m.events {
			m.events[i].Location = l.Location
		}
		l.Events = List[LifecycleEvent]{State: Stated, Items: m.events}
		l.date(map[string]*Date{
			"generalAvailability": &l.GeneralAvailability, "endOfSales": &l.EndOfSales, "endOfSupport": &l.EndOfSupport,
			"endOfSecuritySupport": &l.EndOfSecurity, "endOfLife": &l.EndOfLife,
		})
		list = append(list, l)
	}
	return list
}

// presentText is stated where there is a value, and else absent.
func presentText(value string) Text {
	if value == "" {
		return Text{State: Absent}
	}
	return Text{State: Stated, Value: value}
}
