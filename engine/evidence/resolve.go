package evidence

// resolve fills in what one document says of another, once all are read and
// their digests are known.
func resolve(*Dossier) {}
