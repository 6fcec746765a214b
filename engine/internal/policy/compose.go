package policy

import (
	"maps"
	"slices"
)

// compose flattens composed_of, so that the decision folds findings of
// requirements with rules only.
func (l *loading) compose(found *problems) {
	for _, group := range l.requirements() {
		id := group[0].id()
		q := l.catalogue.Requirement(id)
		if len(q.ComposedOf) == 0 {
			continue
		}
		flat := map[string]bool{}
		l.flatten(group[0], id, []string{id}, flat, found)
		q.ComposedOf = slices.Sorted(maps.Keys(flat))
		defer func() { l.catalogue.put(id, q) }()
	}
}

func (l *loading) flatten(m *module, id string, above []string, flat map[string]bool, found *problems) {
	for _, part := range l.catalogue.Requirement(id).ComposedOf {
		switch {
		case !l.catalogue.Has(part):
			found.at(m.at(), "composed_of names %q, which is no requirement of the loaded policies", part)
		case slices.Contains(above, part):
			found.at(m.at(), "composed_of leads from %q back to itself", part)
		case len(l.catalogue.Requirement(part).ComposedOf) > 0:
			l.flatten(m, part, append(slices.Clip(above), part), flat, found)
		default:
			flat[part] = true
		}
	}
}

// sortedKeys are a map's keys in order.
func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
