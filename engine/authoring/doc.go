// Package authoring is for those who write policies: it lints a tree of policy
// sources, runs its Rego tests, and builds the bundle that stock opa replays.
// It knows Open Policy Agent and the evaluator's rules for sources, and must
// not know evidence. A program that only screens does not link it.
//
// A tree is held to what the engine holds it to, together with the built-in
// library, and to more: format, and the tests. What an author can mend is a
// Problem or a Failure. An error says that the work could not be done: the tree
// cannot be read, the context has ended or, for Test and Build, the engine
// would refuse the policies; it then spells out files and lines. What is given
// back depends on the tree alone, in order of file and line. Tests see what
// policies see: no clock, environment, file, network or random source.
package authoring
