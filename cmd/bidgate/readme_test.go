package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadme holds the README true: its commands run, the output that it shows
// is what the command prints, and its Go code is that of the engine's example.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	readme := read(t, "README.md")
	makefile := read(t, "Makefile")
	shown, written := "", map[string]string{"build/case": t.TempDir(), "build/data": t.TempDir()}
	for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(readme, -1) {
		for line := range strings.Lines(block[1]) {
			words := strings.Fields(strings.Split(line, "#")[0])
			switch {
			case words[0] == "make":
				if !strings.Contains(makefile, "\n"+words[1]+":") {
					t.Errorf("there is no target %s", words[1])
				}
			case words[0] == "bin/bidgate":
				for i, word := range words {
					if dir, ok := written[word]; ok {
						words[i] = dir
					}
				}
				status, stdout, stderr := start(t.Context(), nil, words[1:]...)
				if status != 0 {
					t.Errorf("%s: status %d, %s", strings.TrimSpace(line), status, stderr)
				}
				if words[1] == "screen" {
					shown = stdout
				}
			case !strings.Contains(line, "opa eval -b policy.tar.gz -i input.json -f raw data.bidgate.decision"):
				t.Errorf("the README has a command that no test runs: %s", line)
			}
		}
	}
	printed := regexp.MustCompile("(?s)```text\n(.*?)```").FindStringSubmatch(readme)
	if printed == nil || !strings.HasPrefix(shown, printed[1]) {
		t.Error("the output in the README is not what the command prints")
	}
	example := read(t, "engine/example_test.go")
	code := regexp.MustCompile("(?s)```go\n(.*?)```").FindStringSubmatch(readme)
	if code == nil {
		t.Fatal("the README has no Go example")
	}
	for line := range strings.Lines(code[1]) {
		line = strings.ReplaceAll(strings.TrimSpace(line), `"fixtures/`, `"../fixtures/`)
		if !strings.Contains(example, line) {
			t.Errorf("the Go example of the README is not that of the engine: %s", line)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
