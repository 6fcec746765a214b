package render

import (
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

// The sentences that the other formats add to those of the text stand here.

const (
	sarifRoot        = "The root of the vendor's bundle."
	sarifBundle      = "The vendor's bundle; its digest is that of the list of its documents."
	junitVerdictName = "Verdict"
	junitAsked       = "The evidence meets the profile"
)

func cutResults(n int) string {
	return count(n, "more finding is", "more findings are") + " not listed here, the lightest ones. The JSON report has all."
}

func cutAnnotations(n int, level, digest string) string {
	return count(n, "more "+level+" is", "more "+level+"s are") + " not listed here, the lightest ones. " + reportOf(digest)
}

const (
	oscalNamespace   = "https://github.com/bidgate/bidgate/ns/oscal"
	oscalTitle       = "Screening"
	oscalResultTitle = "Screening of a vendor's evidence bundle against a profile"
	oscalPlan        = "The profile that was screened against. It stands in for an assessment plan."
)

const cdxaBuyerName = "The buyer, with bidgate"

// answered is what a vendor claims of a clause, in our words and its own.
func answered(status, statement string) string {
	return strings.TrimSpace("The declaration answers “" + status + "”. " + statement)
}

// answersInShort says what a table of answers lacks without an inventory.
const answersInShort = "The report has clause and status of each answer alone; screen again with --inventory for the rest."

// rowsNotKept and rowsCut say that a table lacks rows, and what to do.
func rowsNotKept(n int, one, many string) string {
	return count(n, one, many) + " not listed, because the report was made without its rows; screen again with --inventory."
}

func rowsCut(n int, one, many string) string {
	return count(n, "more "+one, "more "+many) + " not listed; `bidgate inspect -f json` shows all."
}

// reportOf links a format back to what it was made from.
func reportOf(digest string) string { return "Made from the report " + digest + "." }

// namedDigest is one thing that a verdict rests on.
type namedDigest struct{ name, value string }

// digests are what machine formats say of where they come from, in one order;
// the values are not yet inert.
func digests(v view) []namedDigest {
	return []namedDigest{
		{"verdict", string(v.Verdict)}, {"notice", v.Notice}, {"as_of", v.AsOf}, {"profile", v.Profile.ID}, {"profile_edition", v.Profile.Edition},
		{"report", v.digest}, {"bundle", v.Provenance.Bundle}, {"policy", v.Provenance.Policy}, {"profile_digest", v.Profile.Digest},
	}
}

// counts gives the number of findings of each status.
func counts(c report.Counts) map[report.Status]int {
	return map[report.Status]int{
		report.Pass: c.Pass, report.Fail: c.Fail, report.Review: c.Review, report.NotSupplied: c.NotSupplied,
		report.NotApplicable: c.NotApplicable, report.Error: c.Error,
	}
}

const (
	wordAt            = "at"
	headDetermination = "Determination on"
	headCoverage      = "How much the SBOMs state"
	headAges          = "How long known vulnerabilities have been public"
	agesCaption       = "Vulnerabilities that the data or the vendor ties to components, by the days since they were published. Full height is settled by VEX, half height is open, a line below is listed as exploited."
	headSections      = "Results by section"
	headContents      = "Contents"
	headMet           = "What is met, and what that rests on"
	headPublic        = "This is the version for release: names of components, documents and places are withheld."
	headUnderstood    = "Understood as"
	headRequirement   = "Requirement"
	headRests         = "Rests on"
	headWhy           = "Why"
	headSetting       = "Parameter"
	headValue         = "Value"
	headSection       = "Section"
	headFound         = "Findings"
	nothingOpen       = "Nothing is open here."
	noRecords         = "None."
	labelItems        = "Waiting for this"
	labelPlaces       = "Where"
	labelDigest       = "SHA-256"
	pointsToFix       = "the points below that are mandatory or must be clarified"
	pointsToRaise     = "The points below"
	skipToMain        = "Skip to the result"
	reportLink        = "Made from the report with the digest"
	checkReport       = "The report that this was made from has the digest"
)

// ageWords name the spans of ages.
var ageWords = map[string]string{
	"up_to_30": "up to 30 days", "up_to_90": "31 to 90 days", "up_to_365": "91 days to a year", "up_to_1095": "1 to 3 years", "over_1095": "more than 3 years",
	"future": "published after this day", "unknown": "no date",
}

// ageCount says of a span what its bar shows.
func ageCount(s report.AgeSpan) string {
	text := number(int64(s.Total))
	if s.Settled > 0 {
		text += ", " + number(int64(s.Settled)) + " settled by VEX"
	}
	if s.Exploited > 0 {
		text += ", " + number(int64(s.Exploited)) + " listed as exploited"
	}
	return text
}

func oldest(name string, days int) string {
	if name != "" {
		name = ", " + name + ","
	}
	return "The oldest that VEX does not settle" + name + " has been public for " + count(days, "day", "days") + "."
}

// paperWords say in words what the mark of a document says.
var paperWords = map[string]string{"✓": "read", "✗": "cannot be read", "–": "not evidence"}

func withheldProblem(code string) string {
	return "A problem of the kind " + code + "; its text and place are withheld."
}

func withheldDocument(n int) string { return "document " + number(int64(n)) }

func withheldPlaces(n int) string { return count(n, "place", "places") + ", withheld" }

// htmlLabels are the words of the HTML pages by the names that these use.
var htmlLabels = map[string]string{
	"title": headTitle, "skip": skipToMain, "public": headPublic, "meaning": headMeaning, "next": headNext, "sections": headSections,
	"sectionsCaption": "Findings of each section by what they count as.", "section": headSection, "found": headFound, "picture": "Picture",
	"problems": headProblems, "problem": "Problem", "nothingOpen": nothingOpen, "met": headMet, "requirement": headRequirement, "rests": headRests,
	"why": headWhy, "apart": headApart, "records": headRecords, "noRecords": noRecords, "files": headFiles, "noDocuments": noDocuments,
	"ages": headAges, "agesCaption": agesCaption, "age": "Public for", "vulnerabilities": "Vulnerabilities",
	"coverage": headCoverage, "field": "Field", "stated": "Software components that state it", "parameters": headParameters, "setting": headSetting,
	"value": headValue, "check": headCheck, "checkDigest": checkDigest, "checkReplay": checkReplay, "checkLimit": checkLimit, "contents": headContents,
	"link": reportLink, "digest": labelDigest, "places": labelPlaces, "items": labelItems + ":", "parts": labelParts, "fix": labelFix, "ask": labelAsk,
	"source": labelSource,

	"compareTitle": compareTitle, "compareNotice": compareNotice, "compareBids": compareBids, "compareBid": "Bid", "verdict": "Verdict",
	"compareOffer": compareOfferAt, "compareResult": compareResultAt, "compareTable": compareTable, "compareShow": compareShow, "comparePolicy": comparePolicy,
	"resultsTitle": resultsTitle, "resultsCaption": resultsCaption, "resultsFiles": resultsFiles,
	"annexTitle": annexTitle, "annexMeaning": annexMeaning, "annexTry": annexTry, "annexTryHow": annexTryHow, "notAward": notAward,

	"letterTitle": letterTitle, "letterNeeded": letterNeeded, "letterWelcome": letterWelcome, "letterSending": letterSending, "letterHow": letterHow,
	"letterNotice": letterNotice, "letterRead": letterRead, "letterBundle": letterBundle, "send": labelSend, "contentsOf": labelContents, "askedBy": labelAskedBy,
}
