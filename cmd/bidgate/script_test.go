package main

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/bidgate/bidgate/engine/isolate"
)

// today is the clock of the scripts.
var today = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func TestMain(m *testing.M) {
	collectLate(lateGarbage) // as main does, for every program of the scripts
	if status, child := isolate.Child(); child {
		os.Exit(status)
	}
	testscript.Main(m, map[string]func(){"bidgate": func() {
		p := program{
			stdin:  os.Stdin,
			stdout: os.Stdout,
			stderr: os.Stderr,
			now:    func() time.Time { return today },
			getenv: func(string) string { return "" },
		}
		os.Exit(p.runAsProcess(os.Args[1:]))
	}})
}

// TestScript runs the scripts, each of which specifies one behaviour. The
// command `exits STATUS PROGRAM ARGUMENT...` runs a program and holds that it
// ends with that status; `pack ARCHIVE FOLDER` packs a folder as the archive's
// ending says, `bring FIXTURE FOLDER` copies the bundle of a fixture, `cut FILE` takes the last 20 bytes off a file, `spoil FOLDER`
// flips the last bit of every file in it, and `digests FILE FILE` holds that two
// files name the same rules.
func TestScript(t *testing.T) {
	testdata, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	scripts, err := filepath.Glob("testdata/script/*.txt")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	testscript.Run(t, testscript.Params{
		// With PACK and HOUSE a bundle of two files meets, and one of one does not.
		Setup: func(env *testscript.Env) error {
			env.Setenv("PACK", filepath.Join(testdata, "pack"))
			env.Setenv("ACTION", filepath.Join(testdata, "../../../.ci/action"))
			env.Setenv("FIXTURES", filepath.Join(testdata, "../../../fixtures"))
			env.Setenv("HOUSE", filepath.Join(testdata, "house.yaml"))
			env.Setenv("JOURNEY", filepath.Join(testdata, "journey"))
			env.Setenv("SAMPLES", filepath.Join(testdata, "../../.."))
			return nil
		},
		Files:               racing(scripts),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: withCommands(editCommands, map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"pack": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) != 2 {
					ts.Fatalf("usage: pack ARCHIVE FOLDER")
				}
				ts.Check(packFolder(ts.MkAbs(args[0]), ts.MkAbs(args[1])))
			},
			"bring": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) != 2 {
					ts.Fatalf("usage: bring FIXTURE FOLDER")
				}
				ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(filepath.Join(ts.Getenv("FIXTURES"), args[0], "bundle"))))
			},
			"digests": func(ts *testscript.TestScript, neg bool, args []string) {
				var said [2]struct {
					Profile struct{ Digest string }
				}
				for i := range said {
					ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[i])), &said[i]))
				}
				if (said[0].Profile.Digest == said[1].Profile.Digest) == neg || said[0].Profile.Digest == "" {
					ts.Fatalf("the digests of the profile are %v", said)
				}
			},
			"cut": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) != 1 {
					ts.Fatalf("usage: cut FILE")
				}
				data := ts.ReadFile(args[0])
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data[:len(data)-20]), 0o600))
			},
			"spoil": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) != 1 {
					ts.Fatalf("usage: spoil FOLDER")
				}
				files, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*"))
				ts.Check(err)
				for _, file := range files {
					data := []byte(ts.ReadFile(file))
					data[len(data)-1] ^= 1
					ts.Check(os.WriteFile(file, data, 0o600))
				}
			},
			"exits": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) < 2 {
					ts.Fatalf("usage: exits STATUS PROGRAM ARGUMENT...")
				}
				want, err := strconv.Atoi(args[0])
				ts.Check(err)
				got := 0
				var exit *exec.ExitError
				switch err := ts.Exec(args[1], args[2:]...); {
				case errors.As(err, &exit):
					got = exit.ExitCode()
				case err != nil:
					ts.Fatalf("%v", err)
				}
				if got != want {
					ts.Fatalf("exit status %d, want %d", got, want)
				}
			},
		}),
	})
}

// withCommands are the commands of both.
func withCommands(a, b map[string]func(ts *testscript.TestScript, neg bool, args []string)) map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	maps.Copy(b, a)
	return b
}
