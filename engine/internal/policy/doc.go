// Package policy is the one evaluator: it reads policy sources, checks them
// against the requirement contract, compiles them once, and evaluates them in
// two stages (each requirement alone, then the decision over their results).
// It knows Open Policy Agent and must not know evidence formats.
//
// A Library is immutable and safe for concurrent use. What is wrong with a
// source is a LoadError with file, line and what to do. What goes wrong while
// one requirement is evaluated is that requirement's result and never stops
// the others; only a context that ends returns an error from an evaluation.
// Evaluations see the given input and the catalogue: no clock, environment,
// file, network or random source.
package policy
