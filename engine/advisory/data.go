package advisory

import (
	"slices"
	"strings"
)

// Data is a buyer's data sets, opened for matching.
type Data struct {
	sets         []Set
	packages     map[string][]Hit // by ecosystem without its suffix, NUL, name
	products     map[string][]Hit // by CPE vendor, NUL, product
	ids          map[string][]Hit // by id and alias
	exploited    map[string]found[Exploited]
	scores       map[string]found[Score]
	points       map[string]found[Points]
	cycles       map[string][]found[Cycle]
	entities     []found[Entity]
	certificates map[string]found[Certificate]
}

// Hit is an advisory with the set that holds it.
type Hit struct {
	Set      int // row in Sets
	Advisory *Advisory
}

type found[T any] struct {
	set   int
	value *T
}

// Content is one data set whole in memory, with the records of its kind.
type Content struct {
	Set
	Advisories   []Advisory
	Exploited    []Exploited
	Scores       []Score
	Points       []Points
	Cycles       []Cycle
	Entities     []Entity
	Certificates []Certificate
}

// New opens data that is whole in memory.
func New(contents ...Content) *Data {
	d := &Data{packages: map[string][]Hit{}, products: map[string][]Hit{}, ids: map[string][]Hit{},
		exploited: map[string]found[Exploited]{}, scores: map[string]found[Score]{}, points: map[string]found[Points]{},
		cycles: map[string][]found[Cycle]{}, certificates: map[string]found[Certificate]{}}
	for _, c := range contents {
		d.add(c)
	}
	return d
}

func (d *Data) add(c Content) {
	set := len(d.sets)
	d.sets = append(d.sets, c.Set)
	for i := range c.Advisories {
		d.advisory(set, &c.Advisories[i])
	}
	for i := range c.Exploited {
		d.exploited[c.Exploited[i].CVE] = found[Exploited]{set, &c.Exploited[i]}
	}
	for i := range c.Scores {
		d.scores[c.Scores[i].CVE] = found[Score]{set, &c.Scores[i]}
	}
	for i := range c.Points {
		d.points[c.Points[i].CVE] = found[Points]{set, &c.Points[i]}
	}
	for i := range c.Cycles {
		cycle := &c.Cycles[i]
		for _, key := range slices.Concat(cycle.PURLs, cycle.CPEs, cycle.Names) {
			key = strings.ToLower(key)
			d.cycles[key] = append(d.cycles[key], found[Cycle]{set, cycle})
		}
	}
	for i := range c.Entities {
		d.entities = append(d.entities, found[Entity]{set, &c.Entities[i]})
	}
	for i := range c.Certificates {
		d.certificates[c.Certificates[i].Number] = found[Certificate]{set, &c.Certificates[i]}
	}
}

func (d *Data) advisory(set int, a *Advisory) {
	hit := Hit{set, a}
	seen := map[string]bool{}
	for _, affected := range a.Affected {
		ecosystem, _, _ := strings.Cut(affected.Ecosystem, ":")
		if key := ecosystem + "\x00" + affected.Name; affected.Name != "" && !seen[key] {
			seen[key] = true
			d.packages[key] = append(d.packages[key], hit)
		}
	}
	for _, id := range append([]string{a.ID}, a.Aliases...) {
		d.ids[id] = append(d.ids[id], hit)
	}
}

// Sets lists the data sets, in the order of their names.
func (d *Data) Sets() []Set { return slices.Clone(d.sets) }

// Package gives the advisories on a package, withdrawn ones with it. The
// ecosystem is without its suffix (Debian, not Debian:12); the name is as the
// ecosystem normalises it.
func (d *Data) Package(ecosystem, name string) ([]Hit, error) {
	return d.packages[ecosystem+"\x00"+name], nil
}

// ByID gives the advisories that have the id or name it as an alias.
func (d *Data) ByID(id string) ([]Hit, error) { return d.ids[id], nil }
