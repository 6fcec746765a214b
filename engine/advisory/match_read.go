package advisory

// reader reads advisories for one call. It keeps what it has read, because a
// record that a package finds is found again by each of its ids.
type reader struct {
	d    *Data
	read map[recordAt]*Advisory
}

// recordAt is where a record stands: in which set, and where in it.
type recordAt struct {
	set int
	at  int64
}

func newReader(d *Data) *reader { return &reader{d, map[recordAt]*Advisory{}} }

// hits gives the advisories that a key finds, in the order of sets; the caller
// must not change them.
func (r *reader) hits(key string) ([]Hit, error) {
	var hits []Hit
	for set, t := range r.d.tables {
		if t.head.Kind != KindAdvisories {
			continue
		}
		places, err := t.find(key)
		if err != nil {
			return nil, err
		}
		for _, at := range places {
			a, err := r.advisory(set, at)
			if err != nil {
				return nil, err
			}
			hits = append(hits, Hit{set, a})
		}
	}
	return hits, nil
}

func (r *reader) advisory(set int, at int64) (*Advisory, error) {
	key := recordAt{set, at}
	if a, known := r.read[key]; known {
		return a, nil
	}
	t := r.d.tables[set]
	stored, _, err := t.record(at)
	if err != nil {
		return nil, err
	}
	a, err := decodeAdvisory(stored.body)
	if err != nil {
		return nil, t.damaged(err.Error())
	}
	r.read[key] = a
	return a, nil
}
