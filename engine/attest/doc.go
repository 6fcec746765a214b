// Package attest signs and verifies what bidgate hands on: reports and
// files of records, for buyers, and the content of bundles, for vendors.
//
// A signature is a DSSE envelope in a file of its own. What it covers is a
// short statement with a payload type of ours: of a report or a file of records the
// digest of its exact bytes, of a bundle the list of its files with their digests, so that a
// bundle that is packed anew still verifies and one with an added, removed or
// changed file does not. Open verifies before anything in the payload is
// parsed, and gives out the very bytes that it verified; they are then read
// strictly, and a payload that Sign would not have written is refused.
//
// A signature shows who held a key, not when it was used: an envelope states
// no time. So the validity of a key is judged at the day that the caller
// gives. The package has no clock and no global state, and all of its
// functions are safe for concurrent use. Keyless signatures are left to cosign.
package attest
