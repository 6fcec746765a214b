package evidence

// read validates nothing. make bench puts it in the place of the validation, for a
// program that does the work of those that validate nothing either.
func (v *validator) read(*source, string) schemaReading { return schemaReading{} }
