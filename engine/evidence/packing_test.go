package evidence

import (
	"archive/tar"
	"bytes"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// tarOf makes a tar of files, with entries in a shuffled order, as one of the
// common writers does.
func tarOf(t testing.TB, files map[string]string, top string, seed int64, format tar.Format) []byte {
	t.Helper()
	headers := []*tar.Header{}
	folders := map[string]bool{}
	for n, text := range files {
		name := top + n
		headers = append(headers, &tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o644, Size: int64(len(text))})
		for i, c := range name {
			if c == '/' && !folders[name[:i+1]] {
				folders[name[:i+1]] = true
				headers = append(headers, &tar.Header{Typeflag: tar.TypeDir, Name: name[:i+1], Mode: 0o755})
			}
		}
	}
	slices.SortFunc(headers, func(a, b *tar.Header) int { return strings.Compare(a.Name, b.Name) })
	rand.New(rand.NewSource(seed)).Shuffle(len(headers), func(i, j int) { headers[i], headers[j] = headers[j], headers[i] })
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	for i, h := range headers {
		h.Format, h.ModTime = format, time.Unix(1_700_000_000, 0)
		if format == tar.FormatPAX { // as bsdtar does
			h.ModTime, h.PAXRecords = time.Unix(1_700_000_000, 123_456_789), map[string]string{"LIBARCHIVE.creationtime": "1.5", "SCHILY.xattr.user.x": "y"}
		}
		if i == 0 && format == tar.FormatPAX { // as git archive does
			g := &tar.Header{Typeflag: tar.TypeXGlobalHeader, Name: "pax_global_header", PAXRecords: map[string]string{"comment": strings.Repeat("0", 40)}}
			if err := w.WriteHeader(g); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[strings.TrimPrefix(h.Name, top)])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestEveryPackingGivesTheSameDossier(t *testing.T) {
	OneGoroutine(t)
	b, err := OpenDir(folder(t, vendorFiles), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := dossierJSON(t, b)
	fsys := fstest.MapFS{}
	for n, text := range vendorFiles {
		fsys["deep/er/"+n] = &fstest.MapFile{Data: []byte(text)}
	}
	if b, err = OpenFS(fsys, Limits{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, dossierJSON(t, b)); diff != "" {
		t.Errorf("file system: %s", diff)
	}
	for seed := range int64(10) {
		for _, top := range []string{"", "offer 1/", "./", "./a/b/"} {
			packings := map[string][]byte{"zip": pack(t, vendorFiles, top, seed)}
			for _, format := range []tar.Format{tar.FormatUnknown, tar.FormatPAX, tar.FormatGNU} {
				data := tarOf(t, vendorFiles, top, seed, format)
				packings["tar "+format.String()] = data
				packings["tgz "+format.String()] = zipped(t, string(data))
			}
			for packing, data := range packings {
				if diff := cmp.Diff(want, dossierJSON(t, openArchive(t, data, Limits{}))); diff != "" {
					t.Fatalf("%s %d in %q: %s", packing, seed, top, diff)
				}
				streamed, err := OpenStream("stdin", bytes.NewReader(data), Limits{})
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, dossierJSON(t, streamed)); diff != "" {
					t.Fatalf("%s %d in %q as a stream: %s", packing, seed, top, diff)
				}
			}
		}
	}
}

// longFiles have names that need each of the ways in which tar writes long ones.
var longFiles = map[string]string{
	"a.txt": "a", strings.Repeat("f/", 10) + "deep.txt": "d",
	strings.Repeat("folder/", 15) + "prefix.txt":                     "p",
	strings.Repeat("x", 180) + ".txt":                                "x",
	"ünï/" + strings.Repeat("日本", 30) + ".txt":                       "j",
	strings.Repeat("0123456789/", 9) + "a":                           "exactly 100",
	"y/" + strings.Repeat("y", 200) + "/" + strings.Repeat("z", 200): "z",
}

// TestToolsOfVendors packs by the programs that vendors use, where they are installed.
func TestToolsOfVendors(t *testing.T) {
	OneGoroutine(t)
	for name, files := range map[string]map[string]string{"vendor": vendorFiles, "long": longFiles} {
		root := folder(t, files)
		b, err := OpenDir(root, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		want, dir, out := dossierJSON(t, b), root.Name(), t.TempDir()
		commit := "cd " + dir + " && export GIT_CONFIG_GLOBAL=/dev/null && git init -q " + out + "/repo 2>/dev/null && export GIT_DIR=" + out + "/repo/.git GIT_WORK_TREE=" + dir +
			" && git add -A && git -c user.name=n -c user.email=e commit --allow-empty -qm c && git archive "
		for tool, command := range map[string]string{
			"tar":           "tar -C " + dir + " -cf %s .",
			"tgz":           "tar -C " + dir + " -czf %s .",
			"from above":    "tar -C " + filepath.Dir(dir) + " -czf %s " + filepath.Base(dir),
			"pax":           "tar --format=pax -C " + dir + " -czf %s .",
			"ustar":         "tar --format=ustar -C " + dir + " -cf %s .",
			"oldgnu":        "tar --format=oldgnu -C " + dir + " -cf %s .",
			"v7":            "tar --format=v7 -C " + dir + " -cf %s .",
			"large records": "tar -b 200 -C " + dir + " -cf %s .",
			"git":           commit + "--prefix=offer/ -o %s HEAD",
			"git tgz":       commit + "--format=tar.gz -o %s HEAD",
			"git zip":       commit + "--format=zip -o %s HEAD",
			"bsdtar":        "bsdtar -C " + dir + " -czf %s .",
			"zip":           "cd " + dir + " && zip -qr - . > %s",
			"python":        "python3 -c 'import tarfile,sys; t=tarfile.open(sys.argv[1],\"w:gz\"); t.add(sys.argv[2],\"offer\"); t.close()' %s " + dir,
			"python zip":    "python3 -m zipfile -c %s " + dir + "/",
		} {
			t.Run(name+"/"+tool, func(t *testing.T) {
				archive := filepath.Join(out, strings.ReplaceAll(tool, " ", "-"))
				cmd := exec.Command("sh", "-c", strings.Replace(command, "%s", archive, 1)) //nolint:gosec // our own commands
				if text, err := cmd.CombinedOutput(); err != nil {
					t.Skipf("%v: %s", err, text)
				}
				data, err := os.ReadFile(archive) //nolint:gosec // a file of the test
				if err != nil {
					t.Skip(err)
				}
				if diff := cmp.Diff(want, dossierJSON(t, openArchive(t, data, Limits{}))); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestOneFolderOnly(t *testing.T) {
	files := map[string]string{"sbom/a.txt": "a", "sbom/b.txt": "b"}
	b, err := OpenDir(folder(t, files), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := dossierJSON(t, b)
	for _, top := range []string{"", "offer/"} {
		for packing, data := range map[string][]byte{"zip": pack(t, files, top, 1), "tar": tarOf(t, files, top, 1, tar.FormatUnknown)} {
			if diff := cmp.Diff(want, dossierJSON(t, openArchive(t, data, Limits{}))); diff != "" {
				t.Errorf("%s in %q: %s", packing, top, diff)
			}
		}
	}
}

// TestPathsFromAboveTheRoot looks up paths that count from a folder that all
// files lie under, and that is left out of their own paths.
func TestPathsFromAboveTheRoot(t *testing.T) {
	files := map[string]string{
		"sbom/x.cdx.json":  `{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"a"}]}`,
		"sbom/notes/a.pdf": "%PDF-1.7",
		"sbom/model.yaml":  "threat_model: 1\nsbom_ref: {path: sbom/x.cdx.json}\nmitigations: [{id: m, evidence: [{path: ./sbom/notes/a.pdf}, {path: notes/a.pdf}, {path: other/a.pdf}]}]\n",
		"sbom/bundle.yaml": "bundle: 1\ndocuments: [{path: sbom/x.cdx.json}, {path: x.cdx.json}, {path: bom/x.cdx.json}, {path: sbom}]\n",
	}
	dir, err := OpenDir(folder(t, files), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	bundles := map[string]*Bundle{"folder": dir}
	for _, top := range []string{"", "./", "offer/", "sbom/"} {
		data := tarOf(t, files, top, 2, tar.FormatUnknown)
		bundles["zip in "+top] = openArchive(t, pack(t, files, top, 2), Limits{})
		bundles["tar in "+top] = openArchive(t, data, Limits{})
		bundles["tgz in "+top] = openArchive(t, zipped(t, string(data)), Limits{})
	}
	for name, b := range bundles {
		d := Read(b)
		got := []int{d.ThreatModels[0].SBOMRef.Document}
		for _, e := range d.ThreatModels[0].Mitigations.Items[0].Evidence.Items {
			got = append(got, e.Document)
		}
		for _, row := range d.Bundle.Manifest.Documents {
			got = append(got, row.Document)
		}
		if diff := cmp.Diff([]int{3, 2, 2, -1, 3, 3, -1, -1}, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestDocumentAt(t *testing.T) {
	d := &Dossier{top: "a/a/b/"}
	for _, p := range []string{"a/b/x", "b/y", "x", "y"} {
		d.Bundle.Documents = append(d.Bundle.Documents, Document{Path: p})
	}
	for name, want := range map[string]int{
		"x": 2, "./x": 2, "b/x": 2, "a/b/x": 0, "a/a/b/x": 2, "a/a/b/b/y": 1,
		"b/y": 1, "a/b/y": 3, "b/b/y": 1, "a/x": -1, "c/x": -1, "": -1, "b": -1, "b/": -1, "/b/x": -1, "../b/x": -1,
		"b/a/b/x": 0,
	} {
		if got := d.documentAt(name); got != want {
			t.Errorf("%q: got %d, want %d", name, got, want)
		}
	}
	// Two files could be meant.
	d = &Dossier{top: "a/a/"}
	d.Bundle.Documents = []Document{{Path: "a/x"}, {Path: "x"}}
	if got := d.documentAt("a/a/x"); got != -1 {
		t.Errorf("got %d of two files", got)
	}
}
