// Package advisory keeps the data that a buyer brings: known exploited
// vulnerabilities, advisories, exploit scores, decision points, lifecycle
// dates, prohibited sources and module certificates. It imports each from the
// form in which its publisher gives it, stores it by content, opens it in
// milliseconds, and matches it against components.
//
// It knows publishers' formats and version orders. It knows nothing of bundles,
// policies or verdicts, opens no network connection, and judges nothing: age,
// weakness and gaps of a match are facts that policies read. The same data and
// the same items give the same matches, in the same order. An opened Data is
// safe for concurrent use and does not change while an import goes on.
package advisory
