package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/advisory"
)

// osvLines are OSV records as lines.
func osvLines(n int, modified string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"T-%d","modified":"%sT00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"p-%d"},"versions":["1.0.0"]}]}`+"\n", i, modified, i)
	}
	return b.String()
}

// storeIs gives the date and count of the one set of a store that is whole.
func storeIs(t *testing.T, dir string) (string, int) {
	t.Helper()
	d, err := advisory.Open(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close() //nolint:errcheck // only read
	if err := d.Verify(); err != nil {
		t.Fatal(err)
	}
	sets := d.Sets()
	if len(sets) != 1 {
		t.Fatalf("sets: %v", sets)
	}
	return sets[0].Date, sets[0].Records
}

// TestDataImportKilled kills imports at many points: the set is as it was or as
// it is after the import, always whole, and the next import works.
func TestDataImportKilled(t *testing.T) {
	oneGoroutine(t)
	dir, folder := filepath.Join(t.TempDir(), "lists"), t.TempDir()
	first, second := filepath.Join(folder, "first.jsonl"), filepath.Join(folder, "second.jsonl")
	put(t, first, osvLines(3000, "2026-10-01"), 0o600)
	put(t, second, osvLines(4000, "2026-10-02"), 0o600)
	args := []string{"data", "import", "--data", dir, "--kind", "osv", "--allow-older"}
	begin := time.Now()
	cmd, _, stderr := process(t, append(args, first)...)
	if err := cmd.Run(); err != nil {
		t.Fatal(err, stderr)
	}
	whole := time.Since(begin)
	const points = 12
	killed, finished := 0, 0
	for i := range points {
		staged := filepath.Join(dir, []string{"sets/set.new", "bidgate-data.json.new"}[i%2])
		_ = os.Remove(staged) // of an import killed before
		cmd, _, _ := process(t, append(args, []string{second, first}[i/2%2])...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		go func() { // half of them after some time, half when a file is being written
			for end := time.Now().Add(whole * time.Duration(2*i+1) / points); time.Now().Before(end); {
				if _, err := os.Stat(staged); err == nil && i >= points/2 {
					break
				}
			}
			_ = cmd.Process.Kill()
		}()
		if exitStatus(t, cmd.Wait()) == 0 {
			finished++
		} else {
			killed++
		}
		date, records := storeIs(t, dir)
		if !(date == "2026-10-01" && records == 3000 || date == "2026-10-02" && records == 4000) {
			t.Fatalf("after kill %d: %d records of %s", i, records, date)
		}
	}
	t.Logf("%d imports were killed and %d finished", killed, finished)
	cmd, _, stderr = process(t, append(args, second)...)
	if err := cmd.Run(); err != nil {
		t.Fatal(err, stderr)
	}
	if date, records := storeIs(t, dir); date != "2026-10-02" || records != 4000 {
		t.Errorf("after all: %d records of %s", records, date)
	}
	if entries, err := os.ReadDir(filepath.Join(dir, "sets")); err != nil || len(entries) != 1 {
		t.Errorf("files are left behind: %v, %v", entries, err)
	}
}

// TestDataFetch imports from an https server of the test, and refuses what
// leads away from https, lasts too long or is no data.
func TestDataFetch(t *testing.T) {
	plain := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, osvLines(1, "2026-10-01"))
	}))
	defer plain.Close()
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/all.jsonl":
			_, _ = io.WriteString(w, osvLines(3, "2026-10-01"))
		case "/moved":
			http.Redirect(w, r, "/all.jsonl", http.StatusFound)
		case "/down":
			http.Redirect(w, r, plain.URL+"/all.jsonl", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/large":
			w.Header().Set("Content-Length", fmt.Sprint(int64(maxFetch)+1))
		case "/cut":
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, "{")
		case "/page":
			_, _ = io.WriteString(w, "<html>Please log in</html>")
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	dir := filepath.Join(t.TempDir(), "lists")
	run := func(address string) (int, string, string) {
		var stdout, stderr strings.Builder
		p := program{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr, now: func() time.Time { return today },
			getenv: func(string) string { return "" }, transport: server.Client().Transport}
		status := p.run(context.Background(), []string{"data", "import", "--data", dir, "--kind", "osv", address})
		return status, stdout.String(), stderr.String()
	}
	for _, path := range []string{"/all.jsonl?key=secret", "/moved"} {
		status, stdout, stderr := run(server.URL + path)
		if status != 0 || stderr != "" || !strings.HasPrefix(stdout, "osv: 3 records as of 2026-10-01, from "+server.URL) || strings.Contains(stdout, "secret") {
			t.Errorf("%s: status %d, %s%s", path, status, stdout, stderr)
		}
	}
	for address, want := range map[string]string{
		server.URL + "/down":  "it leads to an address that is not https",
		server.URL + "/file":  "it leads to an address that is not https",
		server.URL + "/round": "it leads on too often",
		server.URL + "/large": "it is larger than 4 GiB",
		server.URL + "/cut":   "was not fetched",
		server.URL + "/page":  "not JSON",
		server.URL + "/gone":  "the server answers 404 Not Found",
		plain.URL:             "it does not begin with https://",
		"ftp://example.org/x": "it does not begin with https://",
		"https://a:b@c/x":     "it holds a user name or password",
		"https:///x":          "it is not an address",
	} {
		status, stdout, stderr := run(address)
		if status != statusCouldNotRun {
			t.Errorf("%s: status %d", address, status)
		}
		oneComplaint(t, stdout, stderr, want)
	}
	if date, records := storeIs(t, dir); date != "2026-10-01" || records != 3 {
		t.Errorf("the set did not stay: %d records of %s", records, date)
	}
}
