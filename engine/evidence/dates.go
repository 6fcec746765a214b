package evidence

// DatedStatement is a date on which a document says that something was done.
// Dates that are meant for a day to come, such as the end of support, are not
// among them.
type DatedStatement struct {
	Document int    `json:"document"` // row in documents
	What     string `json:"what" enum:"sbom,threat_model,threat_model_review,declaration,answer,evidence,affirmation,validation,attestation,vex,lifecycle,attachment"`
	Date     Day    `json:"date"`
	Location string `json:"location"`
}

// statedDates lists the dates of all documents that are stated, in the order
// of the tables.
func statedDates(d *Dossier) []DatedStatement {
	dates := []DatedStatement{}
	add := func(document int, what string, date Date, location, field string) {
		if date.State == Stated {
			dates = append(dates, DatedStatement{Document: document, What: what, Date: date.Value, Location: pointerTo(location, field)})
		}
	}
	for i := range d.SBOMs {
		add(d.SBOMs[i].Document, "sbom", d.SBOMs[i].Timestamp, "/metadata", "timestamp")
	}
	isSBOM := map[int]bool{} // the date of an SBOM is also that of the VEX in it
	for i := range d.SBOMs {
		isSBOM[d.SBOMs[i].Document] = true
	}
	for i := range d.ThreatModels {
		m := &d.ThreatModels[i]
		add(m.Document, "threat_model", m.Date, m.Location, "date")
		add(m.Document, "threat_model_review", m.ReviewedAt, m.Location, "reviewed_at")
		for _, v := range m.Validation.Items {
			add(m.Document, "validation", v.Date, v.Location, "date")
		}
	}
	for i := range d.Declarations {
		decl := &d.Declarations[i]
		add(decl.Document, "declaration", decl.Date, decl.Location, "date")
		for _, a := range decl.Answers {
			add(decl.Document, "answer", a.Date, a.Location, "date")
		}
		for _, e := range decl.Evidence.Items {
			add(decl.Document, "evidence", e.Created, e.Location, "created")
		}
		add(decl.Document, "affirmation", decl.Affirmation.Date, decl.Affirmation.Location, "date")
	}
	for i := range d.Attestations {
		if a := &d.Attestations[i]; a.Declaration < 0 && !isSBOM[a.Document] {
			add(a.Document, "attestation", a.Date, a.Location, "")
		}
	}
	for i := range d.VEX {
		if v := &d.VEX[i]; !isSBOM[v.Document] {
			add(v.Document, "vex", v.Date, v.Location, "")
			add(v.Document, "vex", v.Updated, v.Location, "")
		}
	}
	for i := range d.Lifecycle {
		if l := &d.Lifecycle[i]; !isSBOM[l.Document] {
			add(l.Document, "lifecycle", l.Updated, l.Location, "")
		}
	}
	for i := range d.Attachments {
		add(d.Attachments[i].Document, "attachment", d.Attachments[i].Date, d.Attachments[i].Location, "")
	}
	return dates
}

// pointerTo is the place of a field, or of the whole where the forms of a
// document call the field by several names.
func pointerTo(location, field string) string {
	if field == "" {
		return location
	}
	return pointerJoin(location, field)
}
