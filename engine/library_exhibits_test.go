package engine_test

import (
	"archive/zip"
	"cmp"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// exhibit is a bundle that shows requirements met or not met: that of a fixture,
// as it is or with a change, before a buyer who brings nothing or something.
type exhibit struct {
	plant
	fixture string // "" is commonBed
	// buyer is what the buyer asks or brings, in words; "" is nothing.
	buyer string
	asks  map[string]map[string]any // parameters, by requirement
	with  func(t *testing.T, s *engine.Screening)
}

// everyQuestion begins what is told of an exhibit that answers them all.
const everyQuestion = "every question is answered "

// commonBed is the fixture that most exhibits change.
const commonBed = "bridge-other-products"

// bedsAsTheyAre are fixtures that show something without a change beside
// commonBed, the good ones first.
var bedsAsTheyAre = []string{
	"meter-every-kind", "edk2-meets", "board-many-parts",
	"bridge-silent", "bridge-invalid-sbom", "bridge-ai-denied", "bridge-stale-model", "meter-contradicts", "mongo-no-declaration",
	"controller-building",
}

// crossed are seeded facts that show what cannot be so.
var crossed = []string{
	"declared before the evidence was made", "affirmed long before it was written", "task that nobody does",
	"test report that is the SBOM", "flow by plain HTTP that is said to be encrypted",
	"data that cannot be erased, and said that it can", "one use that is meant and excluded",
	"answers given after the signature", "SBOM made after the declaration that states its digest",
	"statement of the build on other bytes than the bundle has",
}

// exhibits are all of them, those without a change first: what they show needs
// no other. Of two that show the same the first is taken.
func exhibits(t *testing.T, s seeded) []exhibit {
	t.Helper()
	all := []exhibit{{}}
	for _, status := range []string{"met", "not-met"} {
		all = append(all, exhibit{plant: plant{fact: everyQuestion + status, put: func(b *seedbed) bool {
			s.answerAll(b, status)
			return true
		}}})
	}
	for _, fixture := range bedsAsTheyAre {
		all = append(all, exhibit{fixture: fixture})
	}
	changes := slices.Concat(plants(), edits, standardEdits(t), []plant{weakCryptography(t)})
	for _, p := range changes {
		if !starts(p.fact, []string{"nothing"}) {
			all = append(all, exhibit{plant: p})
		}
	}
	for _, p := range slices.Concat(lawyerJoins, lawyerDeclarations, protestPlants()) {
		if slices.Contains(crossed, p.fact) {
			all = append(all, exhibit{plant: p, fixture: "controller-building"})
		}
	}
	return slices.Concat(all, sbomExhibits, formExhibits, paperExhibits, modelExhibits, answerExhibits(s), buyerExhibits, listExhibits, vulnerabilityExhibits, signedExhibits, rowExhibits)
}

// key is by what examples name the exhibit.
func (x *exhibit) key() exhibitKey {
	x.fixture = cmp.Or(x.fixture, commonBed)
	return exhibitKey{x.fixture, x.fact, x.buyer}
}

// bed is the bundle of the exhibit, or nil where there is no place for its fact.
func (x *exhibit) bed(t *testing.T) *seedbed {
	t.Helper()
	x.fixture = cmp.Or(x.fixture, commonBed)
	seed := fnv.New64a()
	_, _ = io.WriteString(seed, x.fact)
	var b *seedbed
	if _, err := os.Stat(filepath.Join("../fixtures", x.fixture, "bundle")); err == nil {
		b = sow(t, x.fixture, seed.Sum64())
	} else {
		b = &seedbed{files: ofArchive(t, x.fixture), docs: map[string]object{}}
	}
	if x.put != nil && !x.put(b) {
		return nil
	}
	return b
}

// judge screens the exhibit by the profile of s. Where that selects less than
// everything, parameters of what it does not select are left out.
func (x *exhibit) judge(t *testing.T, s seeded) (map[string][]byte, []report.Finding) {
	t.Helper()
	b := x.bed(t)
	if b == nil {
		return nil, nil
	}
	bundle, err := evidence.OpenFS(b.bundle(t), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	screening := engine.Screening{Profile: s.profile, AsOf: asOf, Parameters: x.asks}
	if x.with != nil {
		x.with(t, &screening)
	}
	result, err := s.engine.Screen(t.Context(), bundle, screening)
	if err != nil {
		t.Fatalf("%s: %v", x.fact, err)
	}
	return b.files, result.Report.Findings
}

// ofArchive gives the files of a fixture whose bundle is a zip.
func ofArchive(t *testing.T, fixture string) map[string][]byte {
	t.Helper()
	archive, err := zip.OpenReader(filepath.Join("../fixtures", fixture, "bundle.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	files := map[string][]byte{}
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	return files
}
