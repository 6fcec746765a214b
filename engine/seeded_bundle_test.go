package engine_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"
)

// object is a part of a document as a generic decoder gives it.
type object = map[string]any

// seedbed is a good bundle with its documents taken apart, in which one fact is
// planted. Digests that documents state of each other are mended afterwards, so
// that the planted fact is the only one that is wrong.
type seedbed struct {
	files map[string][]byte
	docs  map[string]object // those that are JSON or YAML, by path
	rand  *rand.Rand
	// later are files that are written anew, with their digests mended.
	later map[string][]byte
	// unsealed are paths whose digest is not mended: the plant is about it.
	unsealed map[string]bool
}

// sow reads a fixture's bundle.
func sow(t *testing.T, fixture string, seed uint64) *seedbed {
	t.Helper()
	b := &seedbed{files: readFixture(t, fixture), docs: map[string]object{}, rand: rand.New(rand.NewPCG(seed, 8)), unsealed: map[string]bool{}, later: map[string][]byte{}}
	b.unfold(t, fixture)
	for name, text := range b.files {
		doc := object{}
		switch path.Dir(name) {
		case "sbom", "vex", "lifecycle", "network":
			if path.Ext(name) != ".json" {
				continue
			}
			if err := json.Unmarshal(text, &doc); err != nil {
				t.Fatal(err)
			}
		case "threat-model", "declaration":
			if path.Ext(name) != ".yaml" {
				continue
			}
			if err := yaml.Unmarshal(text, &doc); err != nil {
				t.Fatal(err)
			}
		default:
			continue
		}
		b.docs[name] = doc
	}
	return b
}

// readFixture gives the files of a fixture's bundle.
func readFixture(t *testing.T, fixture string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	root := os.DirFS(filepath.Join("../fixtures", fixture, "bundle"))
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(root, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// in gives the first document of a folder.
func (b *seedbed) in(folder string) (string, object) {
	names := []string{}
	for name := range b.docs {
		if path.Dir(name) == folder {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	if len(names) == 0 {
		return "", object{}
	}
	return names[0], b.docs[names[0]]
}

func (b *seedbed) declaration() object { _, d := b.in("declaration"); return d }
func (b *seedbed) model() object       { _, d := b.in("threat-model"); return d }
func (b *seedbed) sbom() object        { _, d := b.in("sbom"); return d }

// one is a row of a list, chosen at random among those that fit.
func (b *seedbed) one(of object, list string, fits func(object) bool) object {
	var rows []object
	for _, row := range rowsOf(of, list) {
		if fits == nil || fits(row) {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return rows[b.rand.IntN(len(rows))]
}

// together says whether the bundle's documents name one product. Where they do
// not, a further wrong name contradicts nothing that agreed before.
func (b *seedbed) together() bool {
	name := at(b.declaration(), "product")["name"]
	return name != nil && name == at(b.model(), "product")["name"]
}

// written says whether the SBOM is of this version of CycloneDX or a newer one.
func (b *seedbed) written(version string) bool {
	is, _ := b.sbom()["specVersion"].(string)
	return is >= version
}

func rowsOf(of object, list string) []object {
	var rows []object
	items, _ := of[list].([]any)
	for _, item := range items {
		if row, ok := item.(object); ok {
			rows = append(rows, row)
		}
	}
	return rows
}

// at is the object below these keys; one that is not there is made.
func at(of object, keys ...string) object {
	for _, key := range keys {
		next, ok := of[key].(object)
		if !ok {
			next = object{}
			of[key] = next
		}
		of = next
	}
	return of
}

// answer is the row of a declaration that answers one of the clauses.
func answer(d object, clauses ...string) object {
	for _, clause := range clauses {
		for _, row := range rowsOf(d, "answers") {
			if row["requirement"] == clause {
				return row
			}
		}
	}
	return nil
}

// sealing is the order in which documents name each other's digests.
var sealing = []string{"sbom", "vex", "lifecycle", "network", "evidence", "threat-model", "declaration", "."}

// bundle writes the documents again and mends the digests that others state.
func (b *seedbed) bundle(t *testing.T) fstest.MapFS {
	t.Helper()
	was := map[string]string{}
	for name, text := range b.files {
		was[name] = digest(text)
	}
	for name, doc := range b.docs {
		var text []byte
		var err error
		if path.Ext(name) == ".json" {
			text, err = json.MarshalIndent(doc, "", " ")
		} else {
			text, err = yaml.Marshal(doc)
		}
		if err != nil {
			t.Fatal(err)
		}
		b.files[name] = text
	}
	maps.Copy(b.files, b.later)
	names := []string{}
	for name := range b.files {
		names = append(names, name)
	}
	slices.SortFunc(names, func(x, y string) int {
		return slices.Index(sealing, path.Dir(x)) - slices.Index(sealing, path.Dir(y))
	})
	for _, name := range names {
		if is := digest(b.files[name]); is != was[name] && was[name] != "" && !b.unsealed[name] {
			for other, text := range b.files {
				b.files[other] = []byte(strings.ReplaceAll(string(text), was[name], is))
			}
		}
	}
	fsys := fstest.MapFS{}
	for name, text := range b.files {
		fsys[name] = &fstest.MapFile{Data: text}
	}
	return fsys
}

func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
