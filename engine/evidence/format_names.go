package evidence

// Formats names every form of evidence that is read, as documents of a report
// name theirs.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}
