package main

import (
	"debug/elf"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// runnerFolder makes the folder of a runner: a bundle, and bidgate on the path.
func runnerFolder(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(self, filepath.Join(dir, "bidgate")); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"one/a.txt": "a", "two/a.txt": "a", "two/b.txt": "b"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o750); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, name), text, 0o600)
	}
	return dir
}

// TestAction runs what the GitHub action runs, with its inputs as a runner
// gives them: annotations, a summary, outputs, and the status of the verdict.
func TestAction(t *testing.T) {
	pack, _ := filepath.Abs("testdata/pack")
	house, _ := filepath.Abs("testdata/house.yaml")
	script, _ := filepath.Abs("../../.ci/action/screen.sh")
	for bundle, want := range map[string]struct {
		status  int
		verdict string
	}{"one": {1, "does_not_meet"}, "two": {0, "meets"}, "none": {2, ""}} {
		dir := runnerFolder(t)
		cmd := exec.Command("bash", script)
		cmd.Dir = dir
		summary, output := filepath.Join(dir, "summary"), filepath.Join(dir, "output")
		put(t, summary, "", 0o600)
		put(t, output, "", 0o600)
		cmd.Env = append(os.Environ(), "BIDGATE="+filepath.Join(dir, "bidgate"), "RUNNER_TEMP="+filepath.Join(dir, "temp"), "GITHUB_STEP_SUMMARY="+summary, "GITHUB_OUTPUT="+output,
			"BIDGATE_BUNDLE="+bundle, "BIDGATE_PROFILE="+house, "BIDGATE_AS_OF=2026-11-20", "BIDGATE_ARGUMENTS=--policy\n"+pack+"\n--no-builtin")
		out, err := cmd.CombinedOutput()
		if got := exitStatus(t, err); got != want.status {
			t.Errorf("%s: status %d, want %d: %s", bundle, got, want.status, out)
		}
		told, _ := os.ReadFile(output)
		if want.verdict != "" && !strings.HasPrefix(string(told), "verdict="+want.verdict+"\n") || want.verdict == "" && len(told) > 0 {
			t.Errorf("%s: the outputs are %q", bundle, told)
		}
		if text, _ := os.ReadFile(summary); (len(text) > 0) != (want.verdict != "") {
			t.Errorf("%s: the summary is %q", bundle, text)
		}
		if want.status == 1 && !strings.Contains(string(out), "::error ") {
			t.Errorf("%s: no annotation: %s", bundle, out)
		}
	}
}

// TestActionGivesWhatTheScriptReads: every variable that the script reads is one
// that the action or the runner sets, and every input is handed on.
func TestActionGivesWhatTheScriptReads(t *testing.T) {
	var action struct {
		Inputs map[string]any
		Runs   struct {
			Steps []struct {
				Run string
				Env map[string]string
			}
		}
	}
	readYAML(t, "../../.ci/action/action.yml", &action)
	set := map[string]bool{"BIDGATE": true, "BIDGATE_": true, "RUNNER_TEMP": true, "GITHUB_ACTION_PATH": true, "GITHUB_STEP_SUMMARY": true, "GITHUB_OUTPUT": true}
	handed := ""
	for _, step := range action.Runs.Steps {
		for name, value := range step.Env {
			set[name] = true
			handed += value
		}
	}
	for input := range action.Inputs {
		if !strings.Contains(handed, "inputs."+input+" ") {
			t.Errorf("the input %s is not handed on", input)
		}
	}
	script, err := os.ReadFile("../../.ci/action/screen.sh")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range regexp.MustCompile(`\$\{?([A-Z][A-Z_]+)`).FindAllStringSubmatch(string(script), -1) {
		if !set[name[1]] {
			t.Errorf("nothing sets %s", name[1])
		}
	}
}

// TestTemplatesRun runs the commands of the other templates as they stand.
func TestTemplatesRun(t *testing.T) {
	var gitlab struct {
		Bidgate struct {
			Script    []string
			Artifacts struct{ Reports map[string]string }
		}
	}
	readYAML(t, "../../.ci/gitlab/screen.yml", &gitlab)
	var hooks []struct{ Entry string }
	readYAML(t, "../../.pre-commit-hooks.yaml", &hooks)
	jenkins, err := os.ReadFile("../../.ci/jenkins/Jenkinsfile")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`script: '([^']+)'`).FindSubmatch(jenkins)
	if len(gitlab.Bidgate.Script) != 1 || len(hooks) != 1 || found == nil {
		t.Fatal("a template has no command")
	}
	dir := runnerFolder(t)
	if err := os.Rename(filepath.Join(dir, "two"), filepath.Join(dir, "evidence")); err != nil {
		t.Fatal(err)
	}
	for name, line := range map[string]string{"gitlab": gitlab.Bidgate.Script[0], "jenkins": string(found[1]), "pre-commit": hooks[0].Entry + " evidence"} {
		cmd := exec.Command("bash", "-c", line)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"), "BIDGATE_BUNDLE=evidence", "BIDGATE_PROFILE=ci-gate")
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if got := exitStatus(t, err); got != statusUndetermined { // two papers are no SBOM
			t.Errorf("%s: status %d: %s", name, got, out)
		}
	}
	for kind, file := range gitlab.Bidgate.Artifacts.Reports {
		if _, err := os.Stat(filepath.Join(dir, file)); err != nil {
			t.Errorf("the report for %s is not written: %v", kind, err)
		}
	}
}

// TestContainer: the image holds one static program, and whoever runs it is
// nobody. With BIDGATE_CONTAINER=1, as root, the program is built by the line of
// the image and run alone in an empty root, as that user, without a network.
func TestContainer(t *testing.T) {
	text, err := os.ReadFile("../../.ci/container/Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	build := regexp.MustCompile(`(?m)^RUN (CGO_ENABLED=0 go build .*) -o /bidgate (\./cmd/bidgate)$`).FindSubmatch(text)
	user := regexp.MustCompile(`(?m)^USER ([1-9][0-9]+):([1-9][0-9]+)$`).FindSubmatch(text)
	if build == nil || user == nil || !regexp.MustCompile(`(?m)^FROM scratch$`).Match(text) {
		t.Fatal("the image is not made of one static program for a user other than root")
	}
	if os.Getenv("BIDGATE_CONTAINER") == "" {
		t.Skip("building takes minutes; make container does")
	}
	if os.Geteuid() != 0 {
		t.Skip("only root may change the root of a process")
	}
	root := t.TempDir()
	for dir := root; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // nobody must come by
			t.Fatal(err)
		}
	}
	cmd := exec.Command("bash", "-c", string(build[1])+` -o "$OUT" `+string(build[2]))
	cmd.Dir, cmd.Env = "../..", append(os.Environ(), "OUT="+filepath.Join(root, "bidgate"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	program, err := elf.Open(filepath.Join(root, "bidgate"))
	if err != nil {
		t.Fatal(err)
	}
	defer program.Close() //nolint:errcheck // only read
	if libraries, err := program.ImportedLibraries(); err != nil || len(libraries) > 0 || program.Section(".interp") != nil {
		t.Errorf("the program is not static: it needs %v (%v)", libraries, err)
	}
	bring(t, "../../fixtures/edk2-meets/bundle", filepath.Join(root, "work", "evidence"))
	openTo(t, root)
	cmd = exec.Command("unshare", "--net", "--", "chroot", "--userspec="+string(user[1])+":"+string(user[2]), root, "/bidgate", "screen", "/work/evidence", "--profile", "baseline", "--as-of", "2026-11-21")
	out, err := cmd.CombinedOutput()
	if status := exitStatus(t, err); status != statusMeets || !strings.Contains(string(out), "MEETS the profile") {
		t.Errorf("status %d: %s", status, out)
	}
}

// openTo lets everyone read a folder.
func openTo(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chmod(path, 0o755) //nolint:gosec // nobody must read it
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestReleaseFilesAreYAML reads what only a release needs.
func TestReleaseFilesAreYAML(t *testing.T) {
	var release struct {
		Builds []struct{ Main string }
		SBOMs  []struct{ Cmd string } `yaml:"sboms"`
	}
	readYAML(t, "../../.ci/goreleaser.yaml", &release)
	if len(release.Builds) != 1 || len(release.SBOMs) != 1 {
		t.Fatalf("%+v", release)
	}
	if _, err := os.Stat(filepath.Join("../..", release.Builds[0].Main, "main.go")); err != nil {
		t.Error(err)
	}
}

// readYAML reads the last document of a file.
func readYAML(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(data), "\n---\n")
	if err := yaml.Unmarshal([]byte(parts[len(parts)-1]), into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
