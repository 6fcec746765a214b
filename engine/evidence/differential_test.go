package evidence

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/bidgate/bidgate/engine/hostile"
)

// threeReaders holds accepted JSON to three readers: the gate's tree, what
// encoding/json makes of it, and what a policy would see of it, are one value.
func threeReaders(t *testing.T, data []byte) {
	t.Helper()
	n, p := parseJSON(data, Limits{})
	if p != nil {
		return
	}
	if !jsontext.Value(data).IsValid() {
		t.Fatalf("%q: accepted, and jsontext refuses it", data)
	}
	var want any
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatalf("%q: accepted, and encoding/json says %v", data, err)
	}
	if diff := cmp.Diff(want, plain(n)); diff != "" {
		t.Fatalf("%q reads otherwise in encoding/json: %s", data, diff)
	}
	wide := &source{data: data, longNumbers: true}
	for _, raw := range []json.RawMessage{n.json(), wide.readAlike()} {
		seen, err := ast.ValueFromReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%q: accepted, and OPA says %v", data, err)
		}
		if tree, err := ast.InterfaceToValue(digits(want)); err != nil || tree.Compare(seen) != 0 {
			t.Fatalf("%q reads otherwise in OPA: %v, want %v (%v)", data, seen, tree, err)
		}
	}
}

// digits writes out what encoding/json read: whole numbers in full, for OPA
// keeps each digit.
func digits(v any) any {
	switch v := v.(type) {
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1e20 {
			return json.Number(strconv.FormatFloat(v, 'f', 0, 64))
		}
		return json.Number(strconv.FormatFloat(v, 'g', -1, 64))
	case []any:
		for i := range v {
			v[i] = digits(v[i])
		}
	case map[string]any:
		for key := range v {
			v[key] = digits(v[key])
		}
	}
	return v
}

// readings are texts that JSON readers are known to differ about.
var readings = []string{
	`{}`, `{"a":1,"a":2}`, `{"a":1,"\u0061":2}`, `{"a":1,"A":2}`, `{"a":-0}`, `{"a":-0.0,"b":0}`, `{"a":1.0,"b":1}`,
	`{"a":1e400}`, `{"a":1e-400}`, `{"a":9007199254740993}`, `{"a":9007199254740994}`, `{"a":18446744073709551615}`,
	`{"a":1152921504606846976}`, `{"a":0.10000000000000001}`, `{"a":0.1234567890123456789}`, `{"a":1e23}`, `{"a":5e-324}`, `{"a":0.1,"b":1E2}`, `{"a":"\ud800"}`, `{"a":"\ud83d\ude00"}`,
	`{"a":"\u0000"}`, "{\"a\":\"\xff\"}", "\ufeff{}", `{} {}`, `{}x`, `{"a":01}`, `{"a":NaN}`, `{"a":1,}`, `{"a":[1,]}`,
	`{/**/}`, `{'a':1}`, "{\"a\":\"\u2028\"}", "{\"a\":\"\t\"}", `{"":{"":[]}}`, `{"__proto__":1}`, `{"a":null}`, "{}\n\n", "\v{}",
}

func TestJSONReadsTheSame(t *testing.T) {
	for _, text := range readings {
		threeReaders(t, []byte(text))
	}
}

func FuzzJSONReadsTheSame(f *testing.F) {
	for _, text := range readings {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) { threeReaders(t, data) })
}

// listing is the Python that prints the files of an archive with their content.
const listing = `
import hashlib, json, sys, tarfile, zipfile
def files(path):
    if zipfile.is_zipfile(path):
        z = zipfile.ZipFile(path)
        return [(i.filename, z.read(i)) for i in z.infolist() if not i.is_dir()]
    t = tarfile.open(path)
    return [(m.name, t.extractfile(m).read()) for m in t if m.isfile()]
def found(path):
    try:
        listed = [(n, hashlib.sha256(d).hexdigest()) for n, d in files(path)]
        return dict(listed) if len(dict(listed)) == len(listed) else {"a name": "stands twice"}
    except Exception as e:
        return {"cannot be read": str(e)}
print(json.dumps({path: found(path) for path in sys.argv[1:]}))
`

// TestArchivesListTheSame holds accepted archives to another reader, that of
// Python: the same names and the same content.
func TestArchivesListTheSame(t *testing.T) {
	OneGoroutine(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed; the comparison with its readers of archives is left out")
	}
	archives := hostile.Packed(hostile.Meets())
	for _, r := range hostile.Rows() {
		if data := r.Archive(hostile.Meets()); data != nil {
			archives[r.Format+" "+r.Name] = data
		}
	}
	args, names, bundles := []string{"-c", listing}, map[string]string{}, map[string]*Bundle{}
	for name, data := range archives {
		b, err := OpenArchive(bytes.NewReader(data), int64(len(data)), Limits{})
		if err != nil || len(b.problems) > 0 || len(data) > 1<<20 {
			continue
		}
		path := filepath.Join(t.TempDir(), "archive")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args, names[path], bundles[path] = append(args, path), name, b
	}
	out, err := exec.Command(python, args...).Output() //nolint:gosec // a constant program
	if err != nil {
		t.Fatal(err)
	}
	var listed map[string]map[string]string
	if err := json.Unmarshal(out, &listed); err != nil {
		t.Fatal(err)
	}
	for path, b := range bundles {
		got, want := map[string]string{}, map[string]string{}
		for name, sum := range listed[path] {
			got[strings.TrimPrefix(name, "./")] = sum
		}
		for _, have := range b.files {
			want[b.top+have.path] = fmt.Sprintf("%x", sha256.Sum256(have.data))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s reads otherwise in Python: %s", names[path], diff)
		}
	}
	if t.Logf("%d archives compared", len(bundles)); len(bundles) < 3 {
		t.Errorf("%d archives, want 3", len(bundles))
	}
}
