package evidence

import "slices"

// zoneMap knows in which trust zone the elements of a model are, by the id (else
// the name) that its data flows have for them.
type zoneMap struct {
	zone    map[string]string // "" for an element that two zones claim
	outside map[string]bool   // actors and external parts
	between map[[2]string][]string
}

// crossings derives which data flows lead from one trust zone into another,
// where a format says in which zone an element is and not what a flow crosses;
// and from these the interfaces: where something from outside of the model comes
// in over a boundary (reference formats 1.2). Both say that they are derived.
func (r *modelReader) crossings() {
	m, z := r.model, r.zoneMap()
	interfaces := List[Interface]{State: Stated}
	for i := range m.DataFlows.Items {
		f := &m.DataFlows.Items[i]
		from, to := z.zone[f.Source.Value], z.zone[f.Destination.Value]
		if absent(f.Crosses.State) && from != "" && to != "" && from != to {
			f.Crosses, f.CrossesBasis = Texts{State: Stated, Items: z.crossed(from, to)}, "derived"
		}
		if len(f.Crosses.Items) == 0 {
			continue
		}
		row := Interface{Name: f.Name, Kind: f.Protocol, Basis: "derived", Location: f.Location}
		inward := z.outside[f.Source.Value] && !z.outside[f.Destination.Value]
		answers := f.Bidirectional.Value && z.outside[f.Destination.Value] && !z.outside[f.Source.Value]
		switch {
		case inward:
			row.Component = f.Destination
		case answers:
			row.Component = f.Source
		default:
			continue
		}
		interfaces.Items = append(interfaces.Items, row)
	}
	if absent(m.Interfaces.State) && len(interfaces.Items) > 0 {
		m.Interfaces = interfaces
	}
}

func (r *modelReader) zoneMap() zoneMap {
	m := r.model
	z := zoneMap{zone: map[string]string{}, outside: map[string]bool{}, between: map[[2]string][]string{}}
	for _, zone := range m.TrustZones.Items { // a flow may end at a zone as such
		z.add(zone.ID, zone.ID)
	}
	elements := map[string]bool{}
	for _, part := range m.Components.Items {
		name := part.ID
		if name.State != Stated {
			name = part.Name
		}
		if !elements[name.Value] {
			elements[name.Value] = true
			delete(z.zone, name.Value) // an element goes before a zone of the same name
		}
		z.add(name, part.Zone)
		z.outside[name.Value] = part.Kind.Value == "external"
	}
	for actor, zone := range r.actorZones {
		z.add(Text{State: Stated, Value: actor}, zone)
		z.outside[actor] = !elements[actor]
	}
	for _, b := range m.TrustBoundaries.Items {
		if zones := b.Zones.Items; len(zones) == 2 && b.ID.State == Stated {
			pair := orderedPair(zones[0], zones[1])
			z.between[pair] = append(z.between[pair], b.ID.Value)
		}
	}
	return z
}

// add notes the zone of an element. Two elements of one name in different zones
// leave it open which is meant.
func (z zoneMap) add(name, zone Text) {
	if name.State != Stated || zone.State != Stated {
		return
	}
	if have, taken := z.zone[name.Value]; taken && have != zone.Value {
		z.zone[name.Value] = ""
		return
	}
	z.zone[name.Value] = zone.Value
}

// crossed names what lies between two zones: the boundaries that have an id,
// else the zones themselves.
func (z zoneMap) crossed(from, to string) []string {
	if ids := z.between[orderedPair(from, to)]; len(ids) > 0 {
		return slices.Clone(ids)
	}
	return []string{from, to}
}

func orderedPair(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }
