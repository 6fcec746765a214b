package render

// The sentences of the letter to a vendor stand here.

const (
	letterTitle   = "Request for clarification of security evidence"
	letterDate    = "[the date that the contracting officer sets]"
	letterNeeded  = "Needed before your offer can be judged"
	letterWelcome = "Welcome, and not needed for the verdict"
	letterSending = "How to answer"
	letterRead    = "What was read"
	letterBundle  = "These documents are the bundle with the digest"
	letterHow     = "Number your answers as the questions are numbered. Send documents again as whole files, corrected, with the others that they belong to; a statement in a letter is not read as evidence. Where you cannot supply something, say so and why: a stated gap counts for you more than silence."
	letterNotice  = "This request does not judge your offer, and it is not an award decision. It names what the evidence supplied does not show; places are given as file, line and column."
	labelSend     = "What to send"
	labelContents = "It should answer"
	labelAskedBy  = "Asked because of"
)

func letterOpening(questions int) string {
	if questions == 0 {
		return "The evidence that you supplied leaves no question open."
	}
	return "We have screened the security evidence that you supplied. It leaves " + count(questions, "question", "questions") + " open, listed below with what each rests on and where it stood in your files."
}

func letterReply(by string) string { return "Please answer by " + by + "." }

// askAbout is the question of a finding that has none of its own.
func askAbout(title string) string {
	return "Please show, with a document, that this holds: " + title + "."
}

// pleaseSend asks for evidence that was not supplied at all.
func pleaseSend(kinds string) string { return "Please send what was not supplied: " + kinds + "." }
