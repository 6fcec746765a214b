package evidence

// The codes of problems that the readers of the hand-written forms report,
// beside those of the gates. None of them makes a document unreadable but
// codeFormVersion and codeNotObject.
const (
	codeFormVersion     = "form_version"       // a version of the form that is not read
	codeUnknownField    = "unknown_field"      // a key that the form does not have
	codeDuplicateField  = "duplicate_field"    // a field under two of its names
	codeWrongType       = "wrong_type"         // a value of another type than the field's
	codeUnknownValue    = "unknown_value"      // a word outside the field's vocabulary or form
	codeBadDate         = "bad_date"           // not a calendar date
	codeBadPeriod       = "bad_period"         // not an ISO 8601 duration of whole days or more
	codeBadNumber       = "bad_number"         // not a number, or out of range
	codePlaceholderItem = "placeholder_item"   // a list entry that says nothing
	codeDuplicateID     = "duplicate_id"       // two entries of one list with one id
	codeDangling        = "dangling_reference" // an id or path that leads to nothing
	codeContradiction   = "contradiction"      // a stated status that its own document does not bear out
	codeUnknownClause   = "unknown_clause"     // an answer to a clause that the form does not know
	codeDuplicateAnswer = "duplicate_answer"   // two answers to one clause for the same part
	codeDigestDiffers   = "digest_differs"     // a stated digest that is not the file's
)
