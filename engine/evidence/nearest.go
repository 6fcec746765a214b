package evidence

// nearest returns the name that is written most like name, or "" when none is
// near: more than two letters off, or more than a third of it.
func nearest(name string, names []string) string {
	const longest = 40 // of a name worth comparing
	if len(name) > longest {
		return ""
	}
	best, distance := "", min(2, len(name)/3)+1
	for _, candidate := range names {
		if d := editDistance(name, candidate); d < distance {
			best, distance = candidate, d
		}
	}
	return best
}

// editDistance counts the bytes to insert, delete or replace.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
