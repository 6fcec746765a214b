package engine_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

// bed is a fixture in which facts are planted, with the seeds that choose where.
type bed struct {
	fixture string
	seeds   []uint64
	plants  func() []plant
}

// seedSet is a set of bundles over which recall and precision are counted, with
// the least of both that it must reach, and what both were when it was first
// counted. The aim is 0.98; misses that are explained are still counted.
type seedSet struct {
	name              string
	recall, precision float64
	first             string
	beds              []bed
}

// seedSets are the bundles by what their misses were used for. Each set but the
// first was fixed, facts and labels, before anybody looked at what is told of it;
// only its first look says how much is told of facts that no rule was made for.
// Then its misses led to rules too.
var seedSets = []seedSet{
	{"seen", 0.98, 0.98, "0.764 and 0.946", []bed{
		{"edk2-meets", []uint64{1, 2, 71}, plants},
		{"bridge-other-products", []uint64{1, 2}, plants},
		{"bridge-edition-2020", []uint64{72}, plants},
		{"board-many-parts", []uint64{73, 74}, plants},
	}},
	{"held out: facts and fixtures", 0.98, 0.98, "0.739 and 0.939", []bed{
		{"keycloak-meets", []uint64{91}, heldOutPlants},
		{"bidgate-itself", []uint64{92}, heldOutPlants},
		{"bridge-honest", []uint64{93}, heldOutPlants},
	}},
	{"held out: a fixture", 0.98, 0.98, "1.000 and 0.993", []bed{
		{"keycloak-meets", []uint64{94}, plants},
	}},
	{"unseen: facts and fixtures", 0.98, 0.98, "0.602 and 0.982", []bed{
		{"controller-building", []uint64{111}, unseenPlants},
		{"edk2-exception", []uint64{112}, unseenPlants},
		{"meter-every-kind", []uint64{113}, unseenParts},
	}},
	{"held out: facts of a lawyer", 0.98, 0.98, "0.585 and 0.931", []bed{
		{"controller-building", []uint64{101}, lawyerPlants},
		{"controller-acquisition", []uint64{102}, lawyerPlants},
		{"meter-every-kind", []uint64{103}, lawyerPlants},
	}},
	{"held out: facts of a protest", 0.97, 0.98, "0.286 and 0.908", []bed{
		{"controller-building", []uint64{131}, protestPlants},
		{"edk2-meets", []uint64{132}, protestPlants},
		{"meter-every-kind", []uint64{133}, protestPlants},
		{"board-many-parts", []uint64{134}, protestPlants},
	}},
}

// tally counts what was planted and what was told.
type tally struct {
	bundles, planted, found, told, right int
	odd                                  []oddity
}

// oddity is a planted fact that nothing tells, or a finding that tells what was
// not planted.
type oddity struct{ kind, at, fact, of string }

const missed, falseAlarm = "missed", "false alarm"

func (o oddity) String() string { return o.kind + ": " + o.at + ": " + o.fact + ": " + o.of }

// key is what its explanation stands under: a miss is explained by its fact, and
// a false alarm by fact and finding.
func (o oddity) key() string {
	if o.kind == missed {
		return o.fact
	}
	id, _, _ := strings.Cut(o.of, " ")
	return o.fact + ": " + id
}

func (s *tally) String() string {
	return fmt.Sprintf("%d bundles: recall %d/%d = %.3f, precision %d/%d = %.3f",
		s.bundles, s.found, s.planted, share(s.found, s.planted), s.right, s.told, share(s.right, s.told))
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

// TestSeeded plants one contradiction or gap in each of many copies of good
// bundles and asks whether the whole library tells it, and nothing else. All of
// them take minutes: make seeded. Without that a few are tried.
func TestSeeded(t *testing.T) {
	engine.OneGoroutine(t)
	only, all := os.LookupEnv("BIDGATE_SEEDED")
	s, bundles, used := newSeeded(t, ""), 0, map[string]bool{}
	for _, set := range seedSets {
		if !all && set.name != "seen" {
			continue
		}
		counted := s.over(t, set, all, regexp.MustCompile(only))
		if counted.bundles == 0 {
			continue
		}
		bundles += counted.bundles
		t.Logf("%s: %s (at first %s)", set.name, counted, set.first)
		for _, odd := range counted.odd {
			why, known := explained[odd.key()]
			if used[odd.key()] = true; !known {
				t.Errorf("%v: nothing explains it; mend the rule, or the label with its reason, or explain it", odd)
			}
			t.Logf("%v: %s", odd, why)
		}
		if all && only == "" && (share(counted.found, counted.planted) < set.recall || share(counted.right, counted.told) < set.precision) {
			t.Errorf("%s: less than recall %v or precision %v, which were reached before", set.name, set.recall, set.precision)
		}
	}
	if !all || only != "" {
		return
	}
	if bundles < 150 {
		t.Errorf("%d bundles; 150 are asked for", bundles)
	}
	for key := range explained {
		if !used[key] {
			t.Errorf("%s: this is told now, or no more; remove its explanation", key)
		}
	}
}

// over judges the bundles of a set whose names fit, or a small sample of them.
func (s seeded) over(t *testing.T, set seedSet, all bool, only *regexp.Regexp) *tally {
	counted := &tally{}
	for _, bed := range set.beds {
		if !all && bed.fixture != "bridge-edition-2020" {
			continue
		}
		var before map[string]report.Finding
		for _, seed := range bed.seeds {
			for i, p := range bed.plants() {
				at := fmt.Sprintf("%s, seed %d", bed.fixture, seed)
				if !all && i%sample != 0 || !only.MatchString(set.name+", "+at+": "+p.fact) {
					continue
				}
				b := sow(t, bed.fixture, seed*1000+uint64(i))
				if !p.put(b) {
					continue
				}
				if before == nil {
					before = s.judge(t, sow(t, bed.fixture, 0))
				}
				counted.count(at, p, before, s.judge(t, b))
			}
		}
	}
	return counted
}

// sample is how many plants go into one that CI tries.
const sample = 25

// seeded judges bundles by every requirement of the library.
type seeded struct {
	engine  *engine.Engine
	profile *tender.Profile
}

func newSeeded(t *testing.T, more string) seeded {
	t.Helper()
	e := newEngine(t)
	all, err := e.Requirements()
	if err != nil {
		t.Fatal(err)
	}
	text := "profile: 1\nid: seeded\nedition: \"1\"\ntitle: Everything\nuse:\n"
	for _, r := range all {
		text += "  - " + r.ID + "\n"
	}
	return seeded{engine: e, profile: profile(t, text+more)}
}

func (s seeded) judge(t *testing.T, b *seedbed) map[string]report.Finding {
	t.Helper()
	bundle, err := evidence.OpenFS(b.bundle(t), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := s.engine.Screen(t.Context(), bundle, engine.Screening{Profile: s.profile, AsOf: "2026-11-21"})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]report.Finding{}
	for _, f := range result.Report.Findings {
		if len(f.ComposedOf) == 0 { // they only repeat their parts
			found[f.ID] = f
		}
	}
	return found
}

// count compares what is said of the bundle with what was said before. A planted
// fact is found where one of its requirements is worse or says more; an alarm is
// a finding that is worse or says something of another kind.
func (s *tally) count(at string, p plant, before, after map[string]report.Finding) {
	s.bundles++
	found := len(p.finds) == 0
	var alarms, told []string
	for id, f := range after {
		worse := rank(f.Status) > rank(before[id].Status)
		if starts(id, p.finds) && (worse || saysMore(before[id], f)) {
			found = true
		}
		if !worse && !saysOther(before[id], f) {
			continue
		}
		s.told++
		told = append(told, fmt.Sprintf("%s (%s, was %s)", id, f.Status, before[id].Status))
		if starts(id, p.finds) || starts(id, p.also) {
			s.right++
			continue
		}
		alarms = append(alarms, fmt.Sprintf("%s (%s, was %s)", id, f.Status, before[id].Status))
	}
	slices.Sort(alarms)
	slices.Sort(told)
	if len(p.finds) > 0 {
		s.planted++
		if found {
			s.found++
		} else {
			s.odd = append(s.odd, oddity{missed, at, p.fact, "told instead: " + strings.Join(told, ", ")})
		}
	}
	for _, alarm := range alarms {
		s.odd = append(s.odd, oddity{falseAlarm, at, p.fact, alarm})
	}
}

func starts(id string, with []string) bool {
	return slices.ContainsFunc(with, func(start string) bool { return strings.HasPrefix(id, start) })
}

// rank orders statuses, the worst last. That nothing is left to judge, as where
// one of two statements is gone that were held against each other, is no alarm
// and tells nothing.
func rank(s report.Status) int {
	if s == report.NotApplicable {
		s = report.Pass
	}
	return slices.Index([]report.Status{report.Pass, report.Review, report.NotSupplied, report.Fail, report.Error}, s)
}

// saysMore says whether the finding has a violation or doubt that it had not, or
// has one of the same words once more.
func saysMore(before, after report.Finding) bool {
	return more(before, after, func(s report.Statement) string { return s.Code + s.Message + fmt.Sprint(s.PlacesTotal, len(s.Places)) })
}

// saysOther says whether it has one of a kind that it had not.
func saysOther(before, after report.Finding) bool {
	known := map[string]bool{}
	for _, s := range slices.Concat(before.Violations, before.Reviews) {
		known[s.Code] = true
	}
	return slices.ContainsFunc(slices.Concat(after.Violations, after.Reviews), func(s report.Statement) bool { return !known[s.Code] })
}

func more(before, after report.Finding, key func(report.Statement) string) bool {
	known := map[string]int{}
	for _, s := range slices.Concat(before.Violations, before.Reviews) {
		known[key(s)]++
	}
	return slices.ContainsFunc(slices.Concat(after.Violations, after.Reviews), func(s report.Statement) bool {
		known[key(s)]--
		return known[key(s)] < 0
	})
}
