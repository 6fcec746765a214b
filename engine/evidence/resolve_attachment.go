package evidence

// attachments looks the subjects of statements up in the bundle: by digest,
// and by name where the digest is another file's.
func (r *resolver) attachments() {
	for i := range r.d.Attachments {
		subjects := r.d.Attachments[i].Subjects.Items
		for j := range subjects {
			s := &subjects[j]
			s.Document, s.Outcome = -1, "none"
			if s.Digest.State != Stated {
				continue
			}
			if row, ok := r.byDigest[s.Digest.Value]; ok {
				s.Document, s.Outcome = row, "same"
				continue
			}
			s.Outcome = "missing"
			if row := r.document(s.Name); row >= 0 && r.digest(row) != "" {
				s.Document, s.Outcome = row, "differs"
			}
		}
	}
}
