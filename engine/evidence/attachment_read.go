package evidence

import (
	"reflect"
	"strings"
)

// newAttachment is an attachment of which nothing but its form is known.
func newAttachment(form string) *Attachment {
	a := &Attachment{Form: form}
	complete(reflect.ValueOf(a).Elem())
	return a
}

// attachmentReading is the reading of an attachment.
func attachmentReading(a *Attachment, version string, problems []Problem) reading {
	return reading{kinds: []Kind{KindAttachment}, formatVersion: version, readable: true, problems: problems, attachment: a}
}

// attachmentForm tells the form of a document that no reader reads: of
// documents for people by their syntax, of signatures and certificates by how
// they begin.
func attachmentForm(h head, data []byte) string {
	switch h.syntax {
	case pdfSyntax:
		return "pdf"
	case officeSyntax:
		if len(h.keys) > 0 {
			return "office"
		}
		return "other"
	}
	start := strings.TrimLeft(string(data[:min(len(data), 4096)]), " \t\r\n")
	for _, f := range []struct{ form, begins string }{
		{"signature", "-----BEGIN PGP SIGNATURE-----"}, {"signature", "-----BEGIN SSH SIGNATURE-----"},
		{"signature", "-----BEGIN PKCS7-----"}, {"signature", "-----BEGIN CMS-----"}, {"signature", "untrusted comment: "},
		{"certificate", "-----BEGIN CERTIFICATE-----"},
	} {
		if strings.HasPrefix(start, f.begins) {
			return f.form
		}
	}
	if lowered := strings.ToLower(start); strings.EqualFold(baseName(h.path), "security.txt") && (strings.Contains(lowered, "contact:") || strings.Contains(lowered, "expires:")) {
		return "security_txt"
	}
	return "other"
}

func baseName(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// attachmentReader reads attachments that are trees. Their bytes alone count
// where the tree is refused: an attachment is never unreadable evidence.
func readAttachment(form string, read func(*spotReader, spot, *Attachment) string) func(*source, Limits) reading {
	return func(src *source, l Limits) reading {
		a := newAttachment(form)
		root, problem := src.parse(l.withDefaults())
		if problem != nil {
			return attachmentReading(a, "", []Problem{*problem})
		}
		r := &spotReader{limits: l.withDefaults()}
		version := read(r, spot{n: root}, a)
		return attachmentReading(a, version, r.result())
	}
}

func looksLikeInToto(h head) bool {
	return tree(h) && h.has("predicateType") && strings.Contains(h.scalar["_type"], "in-toto.io/Statement/")
}

// readStatement reads an in-toto statement. Its subjects are looked up in the
// bundle when all documents are read.
func readStatement(r *spotReader, doc spot, a *Attachment) string {
	a.PredicateType = r.text(doc.get("predicateType"))
	subjects := doc.get("subject")
	for _, s := range r.entries(subjects) {
		digest := Text{State: Absent}
		if value, ok := digestOf(s.get("digest", "sha256").plain()); ok {
			digest = Text{State: Stated, Value: value}
		}
		a.Subjects.State = Stated
		a.Subjects.Items = append(a.Subjects.Items, SubjectOf{Name: r.text(s.get("name")), Digest: digest, Outcome: "none", Document: -1, Location: s.at})
	}
	a.Build = readProvenance(r, a.PredicateType.Value, doc.get("predicate"))
	_, version, _ := strings.Cut(doc.get("_type").plain(), "/Statement/")
	return version
}

func looksLikeDSSE(h head) bool {
	return tree(h) && h.has("payloadType") && h.has("payload") && h.has("signatures")
}

// readEnvelope reads a DSSE envelope with the in-toto statement in it, which
// passes the JSON gate too. The statement has no places of its own: all of it
// stands in the payload.
func readEnvelope(r *spotReader, doc spot, a *Attachment) string {
	a.PayloadType = r.text(doc.get("payloadType"))
	for _, s := range r.entries(doc.get("signatures")) {
		a.Signers.State = Stated
		a.Signers.Items = append(a.Signers.Items, Signer{KeyID: r.text(s.get("keyid")), Location: s.at})
	}
	at := doc.get("payload")
	text := at.plain()
	payload, ok := base64Text(text)
	switch {
	case !ok && text != "":
		r.problem(codeEncoding, at, "the payload is not base64; send the envelope as it was signed")
	case a.PayloadType.Value == "application/vnd.in-toto+json":
		root, problem := parseJSON(payload, r.limits)
		if problem != nil {
			r.problem(problem.Code, at, "the statement in the payload cannot be read: %s", problem.Message)
			return ""
		}
		readStatement(r, spot{n: root}, a)
		for i := range a.Subjects.Items {
			a.Subjects.Items[i].Location = at.at
		}
	}
	return ""
}

func looksLikeSARIF(h head) bool {
	return tree(h) && h.has("runs") && (h.has("version") || strings.Contains(strings.ToLower(h.scalar["$schema"]), "sarif"))
}

// readSARIF takes the tool and date of the first run and the results of all. A
// result that states no level is a warning (SARIF 2.1.0, 3.27.10); one whose
// kind is not a failure has none of the three.
func readSARIF(r *spotReader, doc spot, a *Attachment) string {
	runs := r.entries(doc.get("runs"))
	if len(runs) > 0 {
		driver := runs[0].get("tool", "driver")
		a.Tool.Name = r.text(driver.get("name"))
		if a.Tool.Version = r.text(driver.get("semanticVersion")); a.Tool.Version.State != Stated {
			a.Tool.Version = r.text(driver.get("version"))
		}
		for _, invocation := range r.entries(runs[0].get("invocations")) {
			if a.Date.State != Stated {
				a.Date = r.date(invocation.get("endTimeUtc"))
			}
		}
	}
	for _, run := range runs {
		if run.get("results").there() {
			a.Results.State = Stated
		}
		for _, result := range r.entries(run.get("results")) {
			a.Results.Total++
			if len(result.get("suppressions").list()) > 0 {
				a.Results.Suppressed++
			}
			level, kind := result.get("level").plain(), result.get("kind").plain()
			switch {
			case level == "error":
				a.Results.Errors++
			case level == "note":
				a.Results.Notes++
			case level == "warning", level == "" && (kind == "" || kind == "fail"):
				a.Results.Warnings++
			}
		}
	}
	return doc.get("version").plain()
}

// looksLikeOSCALResults recognises assessment results; component definitions
// are declarations.
func looksLikeOSCALResults(h head) bool { return tree(h) && h.has("assessment-results") }

// readOSCALResults takes the head of assessment results.
func readOSCALResults(r *spotReader, doc spot, a *Attachment) string {
	meta := doc.get("assessment-results", "metadata")
	a.Title, a.Date = r.text(meta.get("title")), r.date(meta.get("last-modified"))
	return meta.get("oscal-version").plain()
}
