package isolate

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/tender"
)

// seen is what a child that watches itself tells in the place of its answer.
type seen struct {
	Answer      []byte
	Files       []string // that were open at any moment of its work
	Environment []string
	Folder      string
	Samples     int
}

// witness is a child that does its work and lists again and again what it has
// open meanwhile.
func witness() {
	var answer bytes.Buffer
	done, stopped := make(chan struct{}), make(chan struct{})
	s := seen{Environment: os.Environ()}
	s.Folder, _ = os.Getwd()
	go func() {
		defer close(stopped)
		for {
			s.Samples++
			s.look()
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	status := serve(os.Stdin, &answer)
	close(done)
	<-stopped
	if status == statusAnswered {
		s.Answer, _ = parseAnswer(answer.Bytes())
		text, _ := json.Marshal(s)
		_ = writeAnswer(os.Stdout, text)
	}
	os.Exit(status)
}

func (s *seen) look() {
	entries, _ := os.ReadDir("/proc/self/fd")
	for _, entry := range entries {
		target, err := os.Readlink("/proc/self/fd/" + entry.Name())
		if err == nil && !slices.Contains(s.Files, target) { // one that is closed by now was the list itself
			s.Files = append(s.Files, target)
		}
	}
}

// innocent are the files of every child: its streams, what the Go runtime waits
// with and reads its share of processors from, and the list of files itself.
var innocent = regexp.MustCompile(`^(pipe:\[\d+\]|/dev/null|anon_inode:\[?event(poll|fd)\]?|anon_inode:\[?pidfd\]?|/sys/fs/cgroup/.*cpu[^/]*|/proc/\d+/fd)$`)

// curious is a policy that touches what builtins could leak, for long enough
// to be watched.
const curious = `{"code": "bad", "args": {"x": x}, "at": ["sboms", i]}`

const curiousBody = `n := count([1 | some a in numbers.range(1, 400); some b in numbers.range(1, 400); a * b == 7])
	x := [n, upper("ıiİI"), sort(["ä", "z", "a"]), sprintf("%v %.3f", [1.5, 2.25]), uri.parse("http://localhost/x").hostname, regex.find_n("[[:alpha:]]+", "ä b", -1), json.marshal({"b": 1, "a": 2}), net.cidr_contains("10.0.0.0/8", "10.1.1.1"), type_name(input.as_of)]`

// TestWitness: while policies are evaluated the child has no file and no socket
// but its streams, no environment and no folder but the root, whatever its
// parent's are; and the answers are the same bytes.
func TestWitness(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("a process can list what it has open on Linux only")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var first string
	for _, around := range []map[string]string{
		{},
		{"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "HTTP_PROXY": "http://localhost:1"},
		{"TZ": "America/Anchorage", "LANG": "C", "LC_ALL": "", "HOME": "/nonexistent", "GODEBUG": "madvdontneed=1", "SECRET": "x"},
	} {
		for name, value := range around {
			t.Setenv(name, value)
		}
		t.Chdir(t.TempDir())
		var told []seen
		result, err := screenedBy(t, says(curious, curiousBody), func(ctx context.Context, request []byte) ([]byte, error) {
			text, err := run(ctx, Limits{}.orDefault(), exec.Command(program, "witness"), request)
			if err != nil {
				return nil, err
			}
			var s seen
			if err := json.Unmarshal(text, &s); err != nil {
				return nil, err
			}
			told = append(told, s)
			return s.Answer, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		var bytesOfAll strings.Builder
		bytesOfAll.Write(result.Decision)
		for _, s := range told {
			bytesOfAll.Write(s.Answer)
			if strange := slices.DeleteFunc(slices.Clone(s.Files), innocent.MatchString); len(strange) > 0 || len(s.Files) < 3 || s.Samples < 5 {
				t.Errorf("with %v it had open %q, seen %d times", around, strange, s.Samples)
			}
			if len(s.Environment) > 0 || s.Folder != "/" {
				t.Errorf("with %v: environment %q, folder %s", around, s.Environment, s.Folder)
			}
		}
		if len(told) != 2 || !strings.Contains(bytesOfAll.String(), "localhost") {
			t.Errorf("%d requests", len(told))
		}
		if first == "" {
			first = bytesOfAll.String()
		} else if first != bytesOfAll.String() {
			t.Errorf("with %v the answers are others:\n%s\n%s", around, first, bytesOfAll.String())
		}
	}
}

func screenedBy(t *testing.T, text string, r func(context.Context, []byte) ([]byte, error)) (*engine.Result, error) {
	t.Helper()
	e, err := engine.New(t.Context(), engine.WithPolicies(fstest.MapFS{"acme.rego": {Data: []byte(text)}}), engine.WithIsolation(engine.Isolation{Run: r}))
	if err != nil {
		return nil, err
	}
	profile, err := tender.ParseProfile("p.yaml", []byte("profile: 1\nid: p\nedition: \"1\"\ntitle: T\nuse: [acme]\n"))
	if err != nil {
		return nil, err
	}
	bundle, err := evidence.OpenFS(fstest.MapFS{"a.cdx.json": {Data: []byte(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "library", "name": "a", "version": "1"}]}`)}}, evidence.Limits{})
	if err != nil {
		return nil, err
	}
	return e.Screen(t.Context(), bundle, engine.Screening{Profile: profile, AsOf: "2026-11-22"})
}
