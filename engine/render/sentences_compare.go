package render

import (
	"errors"

	"github.com/bidgate/bidgate/engine/report"
)

// The sentences of a comparison stand here.

const (
	compareTitle    = "bidgate: bids side by side"
	compareBids     = "Bids"
	compareNotice   = "The bids stand in the order in which they were given. Nothing here is a score, a rank or an award decision; the contracting officer decides."
	compareDiffer   = "What differs: %s"
	compareAlike    = "What is alike for all bids: %s"
	compareNothing  = "Nothing: every requirement came out alike for all bids."
	compareVerbose  = "-v lists them."
	compareAbsent   = "not in this report"
	compareAdvisory = "not in force on the day"
	comparePolicy   = "All bids were judged by the policies"
	compareUneven   = "Not dealt with alike: a record excuses or settles it for %s, and none for %s, where it is not met or open too."
	compareTable    = "Every requirement for every bid"
	compareBidN     = "bid %d (%s)"
	compareShow     = "Show"
	compareEvery    = "every requirement"
	compareOnlyDiff = "what differs"
	compareOnlyOpen = "what is open or not met for a bid"
	compareOfferAt  = "Offer"
	compareResultAt = "Result"

	resultsTitle   = "bidgate: results of the bids"
	resultsCaption = "What came of each bid, in the order in which they were given."
	resultsFiles   = "Files"
	resultsBids    = "Bids"
	resultsPolicy  = "Policies"
	resultsBroken  = "could not be opened"
	resultsWhere   = "All reports:"
)

// verdictsOfSeveral are verdicts as they are said of more bids than one.
var verdictsOfSeveral = map[string]string{
	"does not meet":         "do not meet",
	"meets":                 "meet",
	"meets with exceptions": "meet with exceptions",
}

var errHiddenText = errors.New("the profile's file holds characters that do not show; remove them, or publish the file itself")

// The sentences of an annex.
const (
	annexTitle         = "What bids are screened for"
	annexInForce       = "In force on"
	annexAsks          = "Asks"
	annexProfileDigest = "Rules"
	annexPolicyDigest  = "Policies"
	annexFileDigest    = "Profile file"
	annexMeaning       = "What a result means"
	annexRejects       = "“Does not meet”: a requirement at “%s” or above is not met."
	annexClarifies     = "“Undetermined”: a requirement at “%s” or above is not met, not supplied or for a person to look at; the buyer asks for clarification."
	annexElse          = "“Meets”: everything else. It does not say that a product complies with any law."
	annexTry           = "How to check a submission before you send it"
	annexTryHow        = "Given this annex as JSON with --annex, bidgate check judges a bundle by it and says where the rules differ. A report that was made by the same rules names the digests above; this makes one too:"
	annexFor           = "For whom"
	annexWhat          = "What it asks"
	annexEvidence      = "Rests on"
	annexSend          = "What to send"
	annexLevel         = "Taken as shown"
	annexParameter     = "Parameter"
	annexUnset         = "not set by the buyer"
	annexFrom          = "In force from"
	annexTo            = "In force until"
	annexInstead       = "Taken in its place"
	annexAny           = "one of"
	annexBuyer         = "held against the buyer's list of"
)

// annexLevels say how strongly a thing must be shown.
var annexLevels = map[report.Level]string{
	report.Asserted:  "the vendor's word",
	report.Evidenced: "a document in the bundle that shows it",
	report.Verified:  "what can be checked against bytes, a signature or the buyer's lists",
}
