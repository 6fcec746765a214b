package policy_test

import (
	"strings"
	"testing"
)

// TestFirstTruthIsRefused: the forms in which OPA 1.22 answers wrongly, found by
// trying them, are refused; those beside them that it answers rightly are not.
func TestFirstTruthIsRefused(t *testing.T) {
	const helpers = `
_p := {0: {"weak": true, "level": 1}, 1: {"weak": false, "level": 2}}

_w(i) if _p[i].weak

_n(i) if not _p[i].weak

_v(i) := _p[i].weak

_w2(i, _) if _p[i].weak

_l(i) := _p[i].level

_used if {
	some i, _ in input.sboms
	count(_f(i)) > 0
}
`
	for body, wrong := range map[string]bool{
		`{x | _w(i); x := _p[i].level}`:                              true,
		`[x | _w(i); x := _p[i].level]`:                              true,
		`{x: 1 | _w(i); x := _p[i].level}`:                           true,
		`{x | _w(i) == true; x := _p[i].level}`:                      true,
		`{x | not _n(i); x := _p[i].level}`:                          true,
		`{x | _w2(i, 1); x := _p[i].level}`:                          true,
		`{x | _v(i); x := _p[i].level}`:                              true,
		`{x | _w(i); some k, v in _p; k == i; x := v.level}`:         true,
		`{x | some k in ["a"]; k != ""; _w(i); x := _p[i].level}`:    true,
		`{x | x := _p[i].level; _w(i)}`:                              false,
		`{x | x := _p[i].level}`:                                     false,
		`{i | _w(i)}`:                                                false,
		`{x | _p[i].weak; x := _p[i].level}`:                         false,
		`{x | _l(i) < 2; x := _p[i].level}`:                          false,
		`{x | b := _v(i); b == true; x := _p[i].level}`:              false,
		`{x | some x in [_p[i].level]; _w(i)}`:                       false,
		`{x | j := i + 0; _w(j); x := _p[j].level}`:                  false,
		`{x | some j, _ in _p; _w(j); x := _p[j].level; j == i + 0}`: false,
	} {
		_, err := load(t, map[string]string{"v.rego": versions + helpers + "\n_f(i) := " + body + "\n"})
		refused := err != nil && strings.Contains(err.Error(), "gives the first answer here to every later value")
		if refused != wrong || err != nil && !refused {
			t.Errorf("%s: %v", body, err)
		}
	}
}
