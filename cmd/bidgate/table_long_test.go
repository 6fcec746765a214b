package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/rego"
)

// throughput is one Engine that screens bundles of 300 components, and the plain
// way beside it: the SBOM decoded and handed to the peers' rules, once as they
// are and once eight times over, which are as many rules as baseline has
// requirements.
func throughput(t *testing.T, m *material, out *table) {
	sbom := m.sbom(t, 300, "0.01")
	bundle := bundleOf(t, sbom)
	e, s := builtInEngine(t)
	screenOnce(t, e, bundle, s)
	out.head("Throughput: bundles of 300 components", "way", "bundles a second", "bundles a second of processor")
	row := func(way string, workers, n int, work func()) (second, ofProcessor float64) {
		wall, processor := spent(func() { shared(workers, n, work) })
		second, ofProcessor = float64(n)/wall.Seconds(), float64(n)/processor.Seconds()
		out.row(way, fmt.Sprintf("%.0f", second), fmt.Sprintf("%.0f", ofProcessor))
		return second, ofProcessor
	}
	screen := func() { screenOnce(t, e, bundle, s) }
	one, ours := row("bidgate, baseline, 1 at a time", 1, 200, screen)
	two, _ := row("bidgate, baseline, 2 at a time", 2, 200, screen)
	row("decode and EvalInput, twelve rules", 1, 50, plainly(t, m, sbom, 1))
	_, plain := row("decode and EvalInput, 96 rules", 1, 20, plainly(t, m, sbom, 8))
	out.row("94 requirements against 96 rules, for a second of processor", goal{10, 25, false}.against(ours/plain))
	out.row("two at a time against one", goal{1.5, 1.7, false}.against(two/one))
}

// plainly is a screening as a program without an Engine does it, with the rules
// so many times over.
func plainly(t *testing.T, m *material, sbom string, times int) func() {
	t.Helper()
	options := []func(*rego.Rego){rego.Load([]string{m.rules, m.lists + "/data.json"}, nil)}
	asked := []string{"data.main.deny"}
	files, err := filepath.Glob(m.rules + "/p*.rego")
	if err != nil || len(files) != 12 {
		t.Fatalf("%d rules: %v", len(files), err)
	}
	for i := 1; i < times; i++ {
		name := fmt.Sprintf("main_%d", i)
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			options = append(options, rego.Module(name+"/"+filepath.Base(file), strings.Replace(string(text), "package main", "package "+name, 1)))
		}
		asked = append(asked, "data."+name+".deny")
	}
	query, err := rego.New(append(options, rego.Query("["+strings.Join(asked, ", ")+"]"))...).PrepareForEval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(sbom)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		var input any
		if err := json.Unmarshal(data, &input); err != nil {
			t.Error(err)
		}
		if set, err := query.Eval(t.Context(), rego.EvalInput(input)); err != nil || len(set) == 0 {
			t.Error("the rules gave nothing", err)
		}
	}
}

// shared does a piece of work n times on so many goroutines.
func shared(workers, n int, work func()) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for next.Add(1) <= int64(n) {
				work()
			}
		})
	}
	group.Wait()
}

// leaks screens 10,000 times by one Engine and looks at what is held in between.
func leaks(t *testing.T, m *material, out *table) {
	bundle := bundleOf(t, m.sbom(t, 10, "0.1"))
	e, s := builtInEngine(t)
	out.head("Held by one Engine", "after screenings", "heap", "goroutines")
	done := 0
	for _, n := range []int{100, 1_000, 5_000, 10_000} {
		shared(runtime.GOMAXPROCS(0), n-done, func() { screenOnce(t, e, bundle, s) })
		done = n
		runtime.GC()
		runtime.GC()
		var held runtime.MemStats
		runtime.ReadMemStats(&held)
		out.row(strconv.Itoa(n), kilobytes(held.HeapAlloc), strconv.Itoa(runtime.NumGoroutine()))
		t.Logf("after %d screenings: %s", n, kilobytes(held.HeapAlloc)) // for one that is stopped: it takes 6 minutes of an idle machine
	}
}

// sizes is what a program carries: bytes, modules, and the time of package
// initialisation by package.
func sizes(t *testing.T, m *material, out *table) {
	out.head("Size")
	info, err := os.Stat(m.program("bidgate"))
	if err != nil {
		t.Fatal(err)
	}
	modules, err := os.ReadFile("../../engine/testdata/modules.txt")
	if err != nil {
		t.Fatal(err)
	}
	out.row("bidgate", fmt.Sprintf("%.1f MiB", float64(info.Size())/(1<<20)))
	out.row("modules that engine alone links", strconv.Itoa(bytes.Count(modules, []byte("\n"))))
	totals := []time.Duration{}
	var packages []string
	for range 9 {
		cmd := exec.Command(m.program("bidgate"), "version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var trace bytes.Buffer
		cmd.Stderr = &trace
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		total := 0.0
		packages = packages[:0]
		for lines := bufio.NewScanner(&trace); lines.Scan(); {
			fields := strings.Fields(lines.Text()) // init PACKAGE @AT ms, TOOK ms clock, …
			if len(fields) < 6 || fields[0] != "init" {
				continue
			}
			took, err := strconv.ParseFloat(fields[4], 64)
			if err != nil {
				continue
			}
			if total += took; took >= 1 {
				packages = append(packages, fmt.Sprintf("%s %.1f ms", fields[1], took))
			}
		}
		totals = append(totals, time.Duration(total*float64(time.Millisecond)))
	}
	out.row("initialisation of packages", median(totals).Round(100*time.Microsecond).String(), strings.Join(packages, ", "))
}
