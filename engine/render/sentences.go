package render

import (
	"fmt"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// Every sentence that the text format adds to a report stands in this file and
// those beside it (sentences_*.go), so that it can be read, corrected and
// translated in one place.

const (
	headTitle     = "bidgate screening"
	labelOffer    = "Offered"
	labelProfile  = "Profile"
	labelAsOf     = "As of"
	labelTender   = "Tender"
	labelResult   = "Result"
	noOffer       = "not named by the buyer"
	noTender      = "none named"
	profileFormat = "%s (%s, edition %s)"

	notAward = "This is not an award decision. It tells how far the evidence meets the profile; the contracting officer decides."

	headMeaning = "What this means"
	headNext    = "What to do next"

	headFix        = "Must be fixed or clarified"
	headAnswer     = "Must be answered"
	headError      = "Could not be evaluated"
	headLesser     = "Also worth raising"
	headExcused    = "Not met, excused by an exception"
	headRecords    = "Exceptions and determinations on file"
	headProblems   = "Problems of the bundle"
	headPassed     = "What is met"
	headApart      = "What does not apply"
	headAdvice     = "For information: not in force on %s"
	headFiles      = "Documents"
	headEvidence   = "What was understood"
	headParameters = "Parameters in force"
	headCheck      = "How to check this verdict"

	labelFix       = "To fix"
	labelAsk       = "Ask"
	labelSource    = "Source"
	labelException = "Exception"
	labelPerson    = "Person"
	labelParts     = "Made of"
	labelReason    = "Reason"

	nothingMet    = "Nothing."
	noDocuments   = "The bundle holds no document."
	xmlChecked    = "XML SBOMs are checked in their JSON form against the CycloneDX schema of their version. The order of elements and the default values of the XML schema are not checked."
	noReason      = "No reason is recorded in the report."
	noPlace       = "the bundle as a whole"
	noEvidence    = "No document could be read as evidence."
	unnamedFamily = "Other members"
	noLevel       = "no basis"
	levelPerson   = "a person looked"
	allPartsMet   = "Every part of it is met."
	noName        = "no product named"
	nothingToSay  = "not stated"

	errorAdvice = "The vendor cannot mend this. Have whoever maintains the policies look at it before you rely on the verdict."
	checkDigest = "These SHA-256 digests name everything that the verdict rests on; the same inputs give the same report."
	checkReplay = "Export the evaluated input and policies (bidgate screen --export FOLDER), and let the public opa program judge again in that folder:"
	checkLimit  = "This repeats the judgement. That the input is a true reading of the vendor's files rests on bidgate's reader, so compare the places above with the files themselves."
)

// meaning says what the verdict is, in one paragraph.
func meaning(r *report.Report, t tally) string {
	floor := severity(r.Profile.ClarifyAt)
	switch r.Verdict {
	case report.Meets:
		return fmt.Sprintf("On the evidence supplied, every requirement of the profile that weighs “%s” or more is met or does not apply.", floor)
	case report.MeetsWithExceptions:
		return fmt.Sprintf("On the evidence supplied, every requirement that weighs “%s” or more is met, does not apply, or is excused by an exception that the buyer recorded: %s. Without the exceptions the profile is not met.", floor, count(t.excused, "requirement is excused", "requirements are excused"))
	case report.DoesNotMeet:
		return fmt.Sprintf("On the evidence supplied, %s not met%s. No exception in force excuses that.", count(len(t.rejecting), severity(r.Profile.RejectAt)+" requirement is", severity(r.Profile.RejectAt)+" requirements are"), named(t.rejecting))
	case report.Undetermined:
		return "The evidence does not show that the profile is met, and does not show that it cannot be. This is not a failure: " + undecided(t) + "."
	default:
		return "Do not use this report: it states no verdict that this program knows."
	}
}

// named lists a few titles after a colon; many stand below anyway.
func named(titles []string) string {
	if len(titles) == 0 || len(titles) > fewPlaces {
		return ""
	}
	return ": “" + strings.Join(titles, "”, “") + "”"
}

func undecided(t tally) string {
	open := []string{}
	add := func(n int, one, many string) {
		if n > 0 {
			open = append(open, count(n, one, many))
		}
	}
	add(t.fix, "requirement must be clarified because it is not met", "requirements must be clarified because they are not met")
	add(t.answer, "requirement waits for an answer", "requirements wait for an answer")
	add(t.errors, "requirement could not be evaluated", "requirements could not be evaluated")
	add(t.unreadable, "document could not be read", "documents could not be read")
	if len(open) == 0 {
		return "nothing in the bundle shows that any requirement is met"
	}
	return listing(open)
}

// next says what the officer does now, of a page with the headings of the text.
func next(r *report.Report, t tally) string {
	return nextOf(r, t, "the points under “"+headFix+"”", "The points under “"+headLesser+"”")
}

// nextOf says what the officer does now, of a page that calls the points to fix
// and the lesser ones so.
func nextOf(r *report.Report, t tally, fix, lesser string) string {
	ask := ""
	if len(t.vendorOwes) > 0 {
		ask = "Ask the vendor for what was not supplied: " + listing(t.vendorOwes) + ". "
	}
	if t.questions > 0 {
		ask += fmt.Sprintf("Write to the vendor: %s below, each marked “%s”. ", count(t.questions, "question", "questions"), labelAsk)
	}
	switch r.Verdict {
	case report.Meets:
		if t.lesser > 0 {
			return "Nothing has to be asked of the vendor before you go on. " + lesser + " are yours to raise or leave."
		}
		return "Nothing has to be asked of the vendor before you go on."
	case report.MeetsWithExceptions:
		return "Check each exception below: that its reason still holds, that its approver may grant it, and that it lasts as long as you rely on it."
	case report.DoesNotMeet:
		return "Send the vendor " + fix + " and screen again when corrected evidence arrives. " + ask + "Only a recorded exception can excuse a failure; a vendor's explanation or a second look cannot."
	case report.Undetermined:
		if len(t.buyerOwes) > 0 {
			ask += "Import your own data: " + listing(t.buyerOwes) + ". "
		}
		if ask == "" {
			return "Ask the vendor for evidence that can be read, and screen again when it arrives."
		}
		return ask + "Screen again with the answers. Where a person can settle a point by reading a document, record a determination."
	default:
		return "Have the report made again."
	}
}

// familyTitle names a family of members by its title and its id, each of which
// may be "".
func familyTitle(id, title string) string {
	switch {
	case title == "" && id == "":
		return unnamedFamily
	case title == "":
		return "Family " + id
	case id == "":
		return title
	}
	return title + " (" + id + ")"
}

func sameMissing(n int, kinds string) string {
	return count(n, "requirement waits", "requirements wait") + " for what was not supplied: " + kinds
}

func sameReason(n int) string {
	return count(n, "requirement needs", "requirements need") + " a person to look, for one reason"
}

func missingFrom(kind, from string) string {
	if from == "buyer" {
		return kind + " (the buyer's own data: import it and screen again)"
	}
	return kind + " (from the vendor)"
}

func missingMessage(kinds string) string { return "This cannot be decided without: " + kinds + "." }

func more(n int, one, many string) string { return "and " + count(n, one, many) }

// unlisted says how many places a reason has of which the report lists none.
func unlisted(n int) string { return "at " + count(n, "place", "places") + " not listed here" }

const (
	offeredBy           = "offered by"
	wordExcepted        = "excused by exceptions"
	wordDetermined      = "settled by a person"
	wordAdvisory        = "not in force, for information"
	limitCrossed        = "limit crossed:"
	determinationUsed   = "(used)"
	determinationUnused = "(not used)"
	manifestKind        = "manifest of the bundle"
	attachmentKept      = "attachment, not read"
	notReadable         = "(cannot be read)"
	problemsOf          = "Problems in"
	wholeTender         = "for every offer"
	notSet              = "not set by the buyer"
	answersOther        = "in other words"
)

const labelAnnex = "annex"

func metOf(met, all int) string {
	if met == all {
		return fmt.Sprintf("All %d are met.", all)
	}
	return fmt.Sprintf("%d of %d are met; the others are listed apart.", met, all)
}

func describes(name, version, date string) string {
	if version != "" {
		name += " " + version
	}
	return "of " + name + "; dated " + date
}

func sbomIdentity(s report.SBOM) string {
	text := describes(stated(s.Name, maxName), Escape(s.Version, maxWord), stated(s.Timestamp, maxWord))
	form := "CycloneDX"
	if s.Format == "spdx" {
		form = "SPDX"
	}
	text += "; " + form + " " + stated(s.SpecVersion, maxWord)
	if s.Generator != "" {
		text += ", made with " + Escape(s.Generator, maxName)
	}
	return text
}

func sbomCounts(s report.SBOM) string {
	text := count(s.Components, "component", "components") + " (" + number(int64(s.Software)) + " software), " +
		count(s.Services, "service", "services") + ", " + count(s.Dependencies, "dependency", "dependencies")
	if s.Dangling > 0 {
		text += ", " + count(s.Dangling, "reference that leads nowhere", "references that lead nowhere")
	}
	if also := counted(some{s.Vulnerabilities, "vulnerability", "vulnerabilities"}, some{s.CryptoAssets, "cryptographic asset", "cryptographic assets"},
		some{s.ModelCards, "model card", "model cards"}); also != "" {
		text += ", " + also
	}
	return text + ". Software components that state:"
}

func threats(t report.ThreatModel) string {
	text := count(t.Threats, "threat", "threats") + ", " + number(int64(t.Open)) + " open"
	if t.Open > 0 {
		text += ", of them " + number(int64(t.OpenHigh)) + " high or critical"
	}
	if t.Untouched > 0 {
		text += "; " + number(int64(t.Untouched)) + " as a tool made them"
	}
	return text
}

func limitsChanged(list []report.Limit) string {
	changed := make([]string, len(list))
	for i, l := range list {
		changed[i] = fmt.Sprintf("%s %s (default %s)", Escape(l.Name, maxWord), number(int64(l.Value)), number(int64(l.Default)))
	}
	return "The buyer changed the limits on what is read of a bundle: " + listing(changed) + "."
}

func stateOf(stated, total int) string { return number(int64(stated)) + " of " + number(int64(total)) }

func answerWord(status string) string {
	if strings.TrimSpace(status) == "" {
		return "without an answer"
	}
	return "“" + Escape(status, maxWord) + "”"
}

func dataSet(digest, date string, age, records int) string {
	of := "its day is not stated"
	if date != "" {
		of = "of " + date + ", " + count(age, "day old", "days old")
	}
	return digest + " (" + of + ", " + count(records, "record", "records") + ")"
}

func versions(engine, opa string) string {
	return "Made by bidgate " + engine + " with Open Policy Agent " + opa + "."
}
