package engine_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/hostile"
	"github.com/bidgate/bidgate/engine/report"
)

// Damage alone never makes a failing bundle pass. The claim cannot hold for
// every change of bytes: in a bundle without digests a flipped digit makes an
// old review a new one, and a deleted document takes its contradictions along,
// and no reader can know. So the bundles here are one fault from meeting, the
// fault stands in the only document of its kind, in a field that the baseline
// asks for, and the claim is made where it is sound:
//
//   - sealed: the manifest gives the digest of every file. Any damage to one
//     document, to two of them changed for each other, or to the archive holds,
//     for what is damaged no longer has its digest. Damage to the manifest
//     holds too: a manifest can hide a document, and one that is hidden is
//     missing, but it cannot change one.
//   - without digests: only damage that cannot write a better value, that is a
//     destructive kind, a file dropped, or two files changed for each other. What
//     is left is the old value, none, or a document that cannot be read; where a
//     cut ends within a value, all that follows is gone too.
//
// For any other damage the weaker claim holds: no panic, a report that decodes
// (so its words are of their closed sets), and no folder of the host in it.
type faulty struct {
	name  string
	files map[string][]byte
	offer report.Offer
}

// damage is one damage. Places wrap at what is there.
type damage struct {
	kind   int // in damages, or beyond it
	file   int
	sealed bool
	at     int
	with   []byte // short: a long text could forge a header of an archive and its content
}

func overwrite(data []byte, at int, with []byte) []byte {
	copy(data[at:], with)
	return data
}

// damages are the kinds of damage to the bytes of a file.
var damages = []struct {
	name        string
	destructive bool
	do          func(data []byte, at int, with []byte) []byte
}{
	{"cut", true, func(data []byte, at int, _ []byte) []byte { return data[:at] }},
	{"NUL", true, func(data []byte, at int, _ []byte) []byte { return overwrite(data, at, []byte{0}) }},
	{"invalid UTF-8", true, func(data []byte, at int, _ []byte) []byte { return overwrite(data, at, []byte{0xff}) }},
	{"flip", false, func(data []byte, at int, with []byte) []byte {
		return overwrite(data, at, []byte{data[at] ^ 1<<(len(with)%8)})
	}},
	{"overwrite", false, overwrite},
	{"insert", false, func(data []byte, at int, with []byte) []byte { return slices.Insert(data, at, with...) }},
	{"delete", false, func(data []byte, at int, with []byte) []byte {
		return slices.Delete(data, at, min(len(data), at+1+len(with)))
	}},
	{"repeat", false, func(data []byte, at int, with []byte) []byte {
		return slices.Insert(data, at, data[at:min(len(data), at+1+len(with))]...)
	}},
}

// digests are the lines of a manifest that seal its files.
var digests = regexp.MustCompile(`(?m)^ +sha256: .*\n`)

const ( // kinds beyond those of damages
	dropped = iota // a file is gone
	swapped        // two files have each other's content
	packed         // the archive is damaged
	beyond
)

// to is the bundle with the damage, nil if no archive is left, and whether it
// must fail still.
func (d damage) to(t testing.TB, f faulty) (b *evidence.Bundle, mustFail bool) {
	t.Helper()
	files := maps.Clone(f.files)
	mustFail = d.sealed
	if !d.sealed {
		files["bundle.yaml"] = digests.ReplaceAll(files["bundle.yaml"], nil)
	}
	names := slices.Sorted(maps.Keys(files))
	name, other := names[d.file%len(names)], names[d.at%len(names)]
	switch d.kind - len(damages) {
	case dropped:
		delete(files, name)
		mustFail = true
	case swapped:
		files[name], files[other] = files[other], files[name]
		mustFail = true
	case packed:
		return d.toArchive(t, files), mustFail
	default:
		how := damages[d.kind]
		files[name] = how.do(slices.Clone(files[name]), d.at%len(files[name]), d.with)
		mustFail = mustFail || how.destructive
	}
	return faulty{f.name, files, f.offer}.bundle(t), mustFail
}

func (d damage) toArchive(t testing.TB, files map[string][]byte) *evidence.Bundle {
	t.Helper()
	list := []hostile.File{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		list = append(list, hostile.File{Path: name, Text: string(files[name])})
	}
	archives := hostile.Packed(list)
	formats := slices.Sorted(maps.Keys(archives))
	archive := archives[formats[d.file%len(formats)]]
	how := damages[len(d.with)%len(damages)]
	archive = how.do(archive, d.at%len(archive), d.with)
	b, err := evidence.OpenArchive(bytes.NewReader(archive), int64(len(archive)), evidence.Limits{})
	if err != nil && !errors.Is(err, evidence.ErrNotArchive) {
		t.Fatalf("%+v: %v", d, err)
	}
	return b
}

// offered is what the fixtures of the bridge are offered as.
var offered = report.Offer{
	Vendor: "Fjordpost Drift AS",
	Items:  []report.Item{{Product: "github.com/ProtonMail/proton-bridge", Version: "v1.8.0"}},
}

// faulties are cases of fixtures that are one fault from meeting.
func faulties(t testing.TB) []faulty {
	t.Helper()
	list := []faulty{}
	for _, name := range []string{"bridge-refused", "bridge-stale-model", "bridge-no-sbom"} {
		f := faulty{name, map[string][]byte{}, offered}
		folder := os.DirFS("../fixtures/" + name + "/bundle")
		err := fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				f.files[path], err = fs.ReadFile(folder, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if sbom := f.files[bridgeSBOM]; sbom != nil {
			f.change(bridgeSBOM, fewParts(t, sbom))
		}
		list = append(list, f)
	}
	return list
}

const bridgeSBOM = "sbom/mail-bridge.cdx.json"

// change gives a file other content, and every file that states its digest the
// new one, which changes that file in turn.
func (f faulty) change(name string, data []byte) {
	sum := func(data []byte) []byte { return fmt.Appendf(nil, "%x", sha256.Sum256(data)) }
	was, is := sum(f.files[name]), sum(data)
	f.files[name] = data
	for other, text := range f.files {
		if bytes.Contains(text, was) {
			f.change(other, bytes.ReplaceAll(f.files[other], was, is))
		}
	}
}

// fewParts is an SBOM with its first parts alone, for speed: they hang straight
// on the product.
func fewParts(t testing.TB, data []byte) []byte {
	t.Helper()
	sbom := map[string]any{}
	if err := json.Unmarshal(data, &sbom); err != nil {
		t.Fatal(err)
	}
	parts := sbom["components"].([]any)[:5]
	refs := []any{}
	for _, part := range parts {
		refs = append(refs, part.(map[string]any)["bom-ref"])
	}
	product := sbom["metadata"].(map[string]any)["component"].(map[string]any)["bom-ref"]
	sbom["components"], sbom["dependencies"] = parts, []any{map[string]any{"ref": product, "dependsOn": refs}}
	short, err := json.Marshal(sbom)
	if err != nil {
		t.Fatal(err)
	}
	return short
}

// bundle is the case without damage.
func (f faulty) bundle(t testing.TB) *evidence.Bundle {
	t.Helper()
	folder := fstest.MapFS{}
	for name, data := range f.files {
		folder[name] = &fstest.MapFile{Data: data}
	}
	return open(t, folder)
}

func passes(r *report.Report) bool {
	return r.Verdict == report.Meets || r.Verdict == report.MeetsWithExceptions
}

// endure holds a damaged bundle to the claims.
func endure(t *testing.T, s engine.Screening, e *engine.Engine, f faulty, d damage) {
	t.Helper()
	b, mustFail := d.to(t, f)
	if b == nil {
		return
	}
	r := screen(t, e, b, s).Report
	if mustFail && passes(r) {
		t.Errorf("%s: %s after %+v", f.name, r.Verdict, d)
	}
	inert(t, r)
}

// byBaseline screens the offer by the profile that the fixtures are made for.
func byBaseline(t testing.TB, e *engine.Engine) engine.Screening {
	t.Helper()
	p, err := e.Profile("baseline")
	if err != nil {
		t.Fatal(err)
	}
	return engine.Screening{Profile: p, Offer: offered}
}

// TestOneFault is the control of the claims: the bundles fail as they are, one
// date makes one pass if the digests are renewed, and does not if they are not.
func TestOneFault(t *testing.T) {
	engine.OneGoroutine(t)
	e := newEngine(t)
	s := byBaseline(t, e)
	for _, f := range faulties(t) {
		if r := screen(t, e, f.bundle(t), s).Report; passes(r) {
			t.Errorf("%s: %s", f.name, r.Verdict)
		}
	}
	const model = "threat-model/mail-bridge.yaml"
	f := faulties(t)[1]
	stale := f.files[model]
	mended := bytes.ReplaceAll(stale, []byte(`reviewed_at: "2021-`), []byte(`reviewed_at: "2026-`))
	mended = bytes.ReplaceAll(mended, []byte(`next_review: "2022-`), []byte(`next_review: "2027-`))
	f.files[model] = mended
	if r := screen(t, e, f.bundle(t), s).Report; passes(r) {
		t.Errorf("changed under its digest: %s", r.Verdict)
	}
	f.files[model] = stale
	f.change(model, mended)
	if r := screen(t, e, f.bundle(t), s).Report; !passes(r) {
		t.Errorf("mended with its digest: %s because of %v", r.Verdict, r.Reasons)
	}
}

// TestDamage draws damages from a seed; FuzzDamage goes on from there.
func TestDamage(t *testing.T) {
	engine.OneGoroutine(t)
	rounds := 6 * (len(damages) + beyond)
	e, list := newEngine(t), faulties(t)
	s, random := byBaseline(t, e), rand.New(rand.NewPCG(5, 2))
	for i := range rounds {
		with := make([]byte, 1+random.IntN(8))
		for i := range with {
			with[i] = byte(random.UintN(256))
		}
		kind := i % (len(damages) + beyond)
		endure(t, s, e, list[i%len(list)], damage{kind, random.IntN(1 << 8), random.IntN(4) > 0, random.IntN(1 << 16), with})
	}
}

func FuzzDamage(f *testing.F) {
	engine.OneGoroutine(f)
	e, list := newEngine(f), faulties(f)
	s := byBaseline(f, e)
	for kind := range uint8(len(damages) + beyond) {
		f.Add(kind%3, kind, kind/2, kind%4 > 0, uint16(kind)*321, []byte("2026"))
	}
	f.Fuzz(func(t *testing.T, bundle, kind, file uint8, sealed bool, at uint16, with []byte) {
		d := damage{int(kind) % (len(damages) + beyond), int(file), sealed, int(at), with[:min(len(with), 64)]}
		endure(t, s, e, list[int(bundle)%len(list)], d)
	})
}
