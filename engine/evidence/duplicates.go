package evidence

import "hash/maphash"

// alike marks the rows that share a key with another row.
type alike struct {
	first map[uint64]int32
	marks []bool
}

func newAlike(rows int) alike {
	return alike{first: make(map[uint64]int32, rows), marks: make([]bool, rows)}
}

// add takes a row with the sum of its key. same says of an earlier row whether
// its key is really the same.
func (a *alike) add(row int, sum uint64, same func(earlier int) bool) {
	earlier, found := a.first[sum]
	switch {
	case !found:
		a.first[sum] = int32(row)
	case same(int(earlier)):
		a.marks[earlier], a.marks[row] = true, true
	}
}

func (a *alike) rows() []Row {
	rows := []Row{}
	for row, marked := range a.marks {
		if marked {
			rows = append(rows, Row(row))
		}
	}
	return rows
}

// duplicates finds delivered components that are alike. Keys are compared by
// sums of 64 bits under a seed that no document can know, then as texts.
func (t *bomTables) duplicates() DuplicateFacts {
	purls, names := newAlike(len(t.rows)), newAlike(len(t.rows))
	for row := range t.rows {
		c := &t.rows[row]
		if !delivered(c) {
			continue
		}
		if c.PURL != "" {
			purls.add(row, maphash.String(digestSeed, c.PURL), func(earlier int) bool { return t.rows[earlier].PURL == c.PURL })
		}
		if c.Name != "" && c.Version != "" {
			names.add(row, c.nameSum(), func(earlier int) bool { return t.rows[earlier].sameNameVersion(c) })
		}
	}
	return DuplicateFacts{PURL: purls.rows(), NameVersion: names.rows(), DifferentHash: t.differentHash(names.marks), SameHash: t.sameHash()}
}

func (c *Component) nameSum() uint64 {
	var h maphash.Hash
	h.SetSeed(digestSeed)
	for _, text := range [...]string{c.Group, c.Name, c.Version} {
		_, _ = h.WriteString(text) // a hash takes everything
		_ = h.WriteByte(0)
	}
	return h.Sum64()
}

func (c *Component) sameNameVersion(other *Component) bool {
	return c.Group == other.Group && c.Name == other.Name && c.Version == other.Version
}

// differentHash finds among the marked rows those of one name and version that
// state different values for their strongest algorithm.
func (t *bomTables) differentHash(marked []bool) []Row {
	type key struct {
		group, name, version string
		rank                 uint16
	}
	keyOf := func(row int) key {
		c := &t.rows[row]
		return key{c.Group, c.Name, c.Version, t.details[row].print.rank}
	}
	sums, several := map[key]uint64{}, map[key]bool{}
	for row := range t.rows {
		print := t.details[row].print
		if !marked[row] || print.rank == 0 || print.ambiguous {
			continue
		}
		k := keyOf(row)
		if sum, found := sums[k]; found && sum != print.sum {
			several[k] = true
		}
		sums[k] = print.sum
	}
	rows := []Row{}
	for row := range t.rows {
		if print := t.details[row].print; marked[row] && print.rank != 0 && !print.ambiguous && several[keyOf(row)] {
			rows = append(rows, Row(row))
		}
	}
	return rows
}

// sameHash finds the components that state one value for their strongest
// algorithm and are called otherwise. Where one states two, nothing is compared,
// and the hash of nothing is told of each by itself.
func (t *bomTables) sameHash() []Row {
	type value struct {
		rank uint16
		sum  uint64
	}
	first, several := map[value]int{}, map[value]bool{}
	valueOf := func(row int) (value, bool) {
		c, d := &t.rows[row], &t.details[row]
		return value{d.print.rank, d.print.sum}, d.print.rank != 0 && !d.print.ambiguous && !d.empty && delivered(c) && !isFile(c)
	}
	for row := range t.rows {
		v, comparable := valueOf(row)
		if !comparable {
			continue
		}
		if earlier, found := first[v]; !found {
			first[v] = row
		} else if t.rows[earlier].Name != t.rows[row].Name || t.rows[earlier].Version != t.rows[row].Version {
			several[v] = true
		}
	}
	rows := []Row{}
	if len(several) == 0 {
		return rows
	}
	for row := range t.rows {
		if v, comparable := valueOf(row); comparable && several[v] {
			rows = append(rows, Row(row))
		}
	}
	return rows
}
