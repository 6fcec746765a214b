package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// runs starts programs for the harness and measures them. It is a process of
// its own that does nothing else: the peak that the system gives for a child
// begins at that of the process that started it.
type runs struct {
	cmd *exec.Cmd
	in  *json.Encoder
	out *json.Decoder
}

// order is a run that is asked for, and ran what came of it.
type order struct {
	Dir  string
	Args []string
}

type ran struct {
	Exit      int
	Wall, CPU time.Duration
	Memory    int64 // peak, KiB
	Stderr    string
}

func startRuns(t *testing.T) *runs {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestHostileRunner$") //nolint:gosec // this test
	cmd.Env = append(os.Environ(), "BIDGATE_HOSTILE_RUNNER=1", "GOGC=20")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = in.Close(), cmd.Wait() })
	return &runs{cmd: cmd, in: json.NewEncoder(in), out: json.NewDecoder(bufio.NewReader(out))}
}

func (r *runs) run(t *testing.T, dir string, args ...string) ran {
	t.Helper()
	var got ran
	if err := r.in.Encode(order{dir, args}); err != nil {
		t.Fatal(err)
	}
	if err := r.out.Decode(&got); err != nil {
		t.Fatal(err)
	}
	return got
}

// TestHostileRunner is the process of runs.
func TestHostileRunner(t *testing.T) {
	if os.Getenv("BIDGATE_HOSTILE_RUNNER") == "" {
		t.Skip("started by TestHostileCost alone")
	}
	orders, results := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var o order
		if err := orders.Decode(&o); err == io.EOF {
			os.Exit(0) // nothing may follow the results
		} else if err != nil {
			t.Fatal(err)
		}
		if err := results.Encode(o.run()); err != nil {
			t.Fatal(err)
		}
	}
}

func (o order) run() ran {
	var stderr strings.Builder
	cmd := exec.Command(o.Args[0], o.Args[1:]...) //nolint:gosec // the tester names it
	cmd.Dir, cmd.Stderr = o.Dir, &stderr
	start := time.Now()
	_ = cmd.Run() // its status is looked at
	took := ran{Exit: cmd.ProcessState.ExitCode(), Wall: time.Since(start), Stderr: stderr.String()[:min(stderr.Len(), 4_000)]}
	took.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	took.Memory = cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	return took
}
