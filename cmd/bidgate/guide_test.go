package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// guides are the pages that take a user from start to end, each with the files
// that its commands need: name in the folder of the user, and what it is made of.
var guides = map[string]map[string]string{
	"author": {"house.yaml": "help/example/author/house.yaml"},
	"ci": {
		"evidence": "../../fixtures/edk2-meets/bundle",
		"before":   "../../fixtures/bridge-invalid-sbom/bundle",
		"after":    "../../fixtures/bridge-no-sbom/bundle",
	},
	"formats": {},
	"conftest": {
		"house":      "help/example/conftest/house",
		"house.yaml": "help/example/conftest/house.yaml",
		"bids/acme":  "../../fixtures/edk2-meets/bundle",
	},
	"data": {
		"kev.json":          "help/example/data/kev.json",
		"records/GO-1.json": "../../engine/advisory/testdata/import/osv.json",
		"bids/acme":         "../../fixtures/edk2-meets/bundle",
	},
	"vendor": {
		"device/sbom": "../../fixtures/edk2-meets/bundle/sbom",
		"complete":    "../../fixtures/edk2-meets/bundle",
	},
	"officer": {
		"tender.yaml":       "help/example/officer/tender.yaml",
		"bids/ravensmoor":   "../../fixtures/keycloak-meets/bundle",
		"bids/tarnbrook":    "../../fixtures/edk2-pdf-undetermined/bundle",
		"bids/fjordpost":    "../../fixtures/bridge-silent/bundle",
		"replies/tarnbrook": "../../fixtures/edk2-meets/bundle",
	},
}

// guideStep is one command of a guide with the lines that it shows below it.
type guideStep struct {
	line    int
	command string
	shown   []string
}

var exitLine = regexp.MustCompile(`^\[exit status (\d)\]$`)

// guideSteps are the commands of a page: a line after four spaces that begins
// with a dollar, and the lines that follow it with as many spaces.
func guideSteps(page string) []guideStep {
	var steps []guideStep
	in := false
	for i, line := range strings.Split(page, "\n") {
		text, indented := strings.CutPrefix(line, "    ")
		command, begins := strings.CutPrefix(text, "$ ")
		switch {
		case indented && begins:
			steps, in = append(steps, guideStep{line: i + 1, command: command}), true
		case in && (indented || line == ""):
			steps[len(steps)-1].shown = append(steps[len(steps)-1].shown, text)
		default:
			in = false
		}
	}
	return steps
}

// TestGuides runs every command of the guides, in order, in a folder with the
// files that the guide speaks of, and holds the output to what the guide shows:
// a line with three dots stands for any lines, and no lines for any output.
func TestGuides(t *testing.T) {
	oneGoroutine(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range guides {
		t.Run(name, func(t *testing.T) {
			page, err := topic(name)
			if err != nil {
				t.Fatal(err)
			}
			dir, bin := t.TempDir(), t.TempDir()
			if err := os.Symlink(self, filepath.Join(bin, "bidgate")); err != nil {
				t.Fatal(err)
			}
			for to, from := range files {
				bring(t, from, filepath.Join(dir, to))
			}
			if _, err := os.Stat(filepath.Join(dir, "records")); err == nil { // as a publisher packs them
				if err := os.Mkdir(filepath.Join(dir, "go"), 0o750); err != nil {
					t.Fatal(err)
				}
				if err := packFolder(filepath.Join(dir, "go", "all.zip"), filepath.Join(dir, "records")); err != nil {
					t.Fatal(err)
				}
			}
			steps := guideSteps(page)
			if len(steps) < 2 {
				t.Fatalf("the guide has %d commands", len(steps))
			}
			for _, step := range steps {
				cmd := exec.Command("bash", "-c", step.command)
				cmd.Dir = dir
				cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"))
				var stderr strings.Builder
				cmd.Stderr = &stderr
				out, err := cmd.Output()
				status := exitStatus(t, err)
				want, shown := 0, slices.Clone(step.shown)
				for len(shown) > 0 && shown[len(shown)-1] == "" {
					shown = shown[:len(shown)-1]
				}
				if len(shown) > 0 {
					if m := exitLine.FindStringSubmatch(shown[len(shown)-1]); m != nil {
						want, shown = int(m[1][0]-'0'), shown[:len(shown)-1]
					}
				}
				if status != want {
					t.Errorf("%s:%d: exit status %d, want %d: %s%s", name, step.line, status, want, stderr.String(), out)
				}
				if len(shown) > 0 && !fits(shown, strings.Split(strings.TrimRight(string(out), "\n"), "\n")) {
					t.Errorf("%s:%d: the guide shows\n%s\nand it gives\n%s", name, step.line, strings.Join(shown, "\n"), out)
				}
			}
		})
	}
}

// fits says whether lines are those shown, where "…" stands for any number.
func fits(shown, lines []string) bool {
	if len(shown) == 0 {
		return len(lines) == 0
	}
	if shown[0] == "…" {
		for skip := range len(lines) + 1 {
			if fits(shown[1:], lines[skip:]) {
				return true
			}
		}
		return false
	}
	return len(lines) > 0 && strings.TrimRight(lines[0], " ") == strings.TrimRight(shown[0], " ") && fits(shown[1:], lines[1:])
}

// bring copies a file or folder; an example of a page loses its indent.
func bring(t *testing.T, from, to string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(to), 0o750); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(from)
	if err != nil {
		t.Fatal(err)
	}
	if info.IsDir() {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	put(t, to, strings.ReplaceAll("\n"+string(data), "\n    ", "\n")[1:], 0o600)
}
