package evidence

import "slices"

// growRows makes room for the rows that the rest of the document will have if
// they are like those so far.
func (r *cdxReader) growRows(offset int) {
	n := len(r.rows)
	if n < cap(r.rows) {
		return
	}
	room := min(r.room(n, 0, offset), r.limits.MaxComponents-n)
	r.rows, r.rowRefs, r.details = grown(r.rows, room), grown(r.rowRefs, room), grown(r.details, room)
}

// room is how many more rows to expect after n of them between two offsets: at
// most three times as many, and fifteen times once there are many to go by. So a
// large table is copied three times, all copies are a fifth of it, and few bytes
// cannot claim much memory.
func (r *cdxReader) room(n, from, offset int) int {
	const least, many = 64, 1024
	if n < least {
		return least
	}
	most := 3 * n
	if n >= many {
		most = 15 * n
	}
	expected := int(float64(n) * float64(len(r.src.data)-from) / float64(offset-from+1) * 1.02)
	return max(n/4, min(expected-n, most))
}

// growGraph makes room for the rows of the rest of a graph that starts at from.
// Most have one for each component.
func (r *cdxReader) growGraph(from, offset int) {
	if n := len(r.edges); n == cap(r.edges) {
		room := r.room(n, from, offset)
		if n == 0 {
			room = max(room, min(len(r.rows)+1, (len(r.src.data)-offset)/leastEdge))
		}
		r.edges = grown(r.edges, room)
	}
	if n := len(r.targets); cap(r.targets)-n < 32 {
		r.targets = grown(r.targets, r.room(n, from, offset))
	}
}

// leastEdge is the bytes of the least row of a graph that says anything.
const leastEdge = len(`{"ref":"a"},`)

// grown makes room for more rows, and for no others: slices.Grow rounds up by as
// much as a quarter.
func grown[T any](rows []T, room int) []T {
	more := make([]T, len(rows), len(rows)+room)
	copy(more, rows)
	return more
}

// fitted gives a table that was made for more rows than came no more room than
// twice what they take.
func fitted[T any](rows []T) []T {
	if cap(rows) > 2*len(rows)+64 {
		return slices.Clone(rows)
	}
	return rows
}
