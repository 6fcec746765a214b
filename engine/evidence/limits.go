package evidence

// Limits bounds what Read takes from a bundle. The zero value of a field means
// its default.
type Limits struct{}
