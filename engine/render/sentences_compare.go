package render

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
	compareUneven   = "Not dealt with alike: recorded leave or look for %s; %s came out the same and has none."
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
