package isolate

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// children are ways in which a child goes wrong. Each is this test program
// started with the name as its argument.
var children = []struct {
	name string
	do   func()
	want string // in the error
}{
	{"sleeps", func() { time.Sleep(time.Hour) }, "ran longer than"},
	{"spins", func() {
		for n := 0; ; n++ {
			_ = n
		}
	}, "ran longer than"},
	{"answers and stays", func() {
		_ = writeAnswer(os.Stdout, []byte("{}"))
		time.Sleep(time.Hour)
	}, "ran longer than"},
	{"closes its output and stays", func() {
		_ = os.Stdout.Close()
		time.Sleep(time.Hour)
	}, "ran longer than"},
	{"does not read", func() { os.Exit(0) }, "cut short"},
	{"says nothing", func() { os.Exit(0) }, "cut short"},
	{"ends early", func() { os.Exit(3) }, "broke down (exit status 3)"},
	{"answers and fails", func() {
		_ = writeAnswer(os.Stdout, []byte("{}"))
		os.Exit(1)
	}, "broke down (exit status 1)"},
	{"panics", func() { panic("a bug") }, "broke down (exit status 2)"},
	{"garbage", func() { fmt.Print("garbage\x1b[31m"); os.Exit(0) }, "no answer"},
	{"half a frame", func() { fmt.Print(answerMark + "\x00\x00"); os.Exit(0) }, "cut short"},
	{"more than announced", func() {
		_ = writeAnswer(os.Stdout, []byte("{}"))
		fmt.Print("more")
		os.Exit(0)
	}, "no answer"},
	{"less than announced", func() { fmt.Print(answerMark + "\x00\x00\x00\x00\x00\x00\x00\x09{}"); os.Exit(0) }, "cut short"},
	{"announces the world", func() { fmt.Print(answerMark + "\xff\xff\xff\xff\xff\xff\xff\xff{}"); os.Exit(0) }, "cut short"},
	{"never stops talking", func() {
		for {
			if _, err := os.Stdout.WriteString(strings.Repeat("x", 1<<16)); err != nil {
				time.Sleep(time.Hour)
			}
		}
	}, "said more than"},
	{"kills itself", func() {
		p, _ := os.FindProcess(os.Getpid())
		_ = p.Kill()
		time.Sleep(time.Hour)
	}, "broke down"},
	{"takes all memory", func() {
		if err := limitProcess(256 << 20); err != nil {
			os.Exit(1)
		}
		go watchMemory(256 << 20)
		var kept [][]byte
		for {
			b := make([]byte, 1<<20)
			for i := range b {
				b[i] = 1
			}
			kept = append(kept, b)
			runtime.KeepAlive(kept)
		}
	}, "took more than"},
}

func TestMain(m *testing.M) {
	if status, child := Child(); child {
		os.Exit(status)
	}
	for _, c := range children {
		if len(os.Args) == 2 && os.Args[1] == c.name {
			c.do()
			os.Exit(9)
		}
	}
	if len(os.Args) == 2 && os.Args[1] == "witness" {
		witness()
	}
	if len(os.Args) == 2 && os.Args[1] == argument {
		os.Exit(9) // a child that took itself for none must not run the tests
	}
	os.Exit(m.Run())
}

// TestChildGoesWrong: whatever a child does, there is an error in a sentence,
// no answer, and no process left.
func TestChildGoesWrong(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range children {
		t.Run(c.name, func(t *testing.T) {
			limits := Limits{Time: time.Minute, Memory: 256 << 20, Answer: 1 << 20}.orDefault()
			if c.want == "ran longer than" {
				limits.Time = 300 * time.Millisecond
			}
			cmd := exec.Command(program, c.name)
			answer, err := run(t.Context(), limits, cmd, make([]byte, 1<<20))
			if answer != nil || err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "nothing was decided") {
				t.Errorf("got %q, %v; want an error with %q", answer, err, c.want)
			}
			gone(t, cmd)
		})
	}
}

// gone holds that the process has ended and was waited for.
func gone(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if cmd.ProcessState == nil {
		t.Error("nobody waited for the child")
	}
	if runtime.GOOS != "windows" && !errors.Is(syscall.Kill(cmd.Process.Pid, 0), syscall.ESRCH) {
		t.Errorf("process %d is still there", cmd.Process.Pid)
	}
}

// TestCancelKillsTheChild: the error is the context's, and soon.
func TestCancelKillsTheChild(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	begun := time.Now()
	cmd := exec.Command(program, "spins")
	if _, err := run(ctx, Limits{}.orDefault(), cmd, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it took %s", took)
	}
	gone(t, cmd)
}

// TestChildEndsWithItsParent closes the child's input, as the system does when
// its parent is killed.
func TestChildEndsWithItsParent(t *testing.T) {
	if status := orphan(t); status != statusOrphan && status != statusRequest {
		t.Errorf("status %d", status)
	}
}

func orphan(t *testing.T) int {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, argument)
	cmd.Env = []string{}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cmd.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	hang := []byte(`{"without_library":false,"everything":false,"packs":[{"name":"","files":[{"path":"a.rego","content":"` + base64Of(explosive()) + `"}]}],"ids":[]}` + "\n")
	if err := writeRequest(in, Limits{}.orDefault(), hang); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	_ = in.Close()
	_ = cmd.Wait()
	return cmd.ProcessState.ExitCode()
}

// TestNoChildByAccident: the argument alone makes no child of a process whose
// streams are no pipes or that has an environment, as this one is.
func TestNoChildByAccident(t *testing.T) {
	args := os.Args
	defer func() { os.Args = args }()
	os.Args = []string{args[0], argument}
	if _, child := Child(); child {
		t.Error("the argument alone makes a child")
	}
}
