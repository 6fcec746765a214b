package engine_test

import (
	"context"
	"errors"
	"os"
	"runtime"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
)

// countdown is a context that ends when it has been asked so many times.
type countdown struct {
	context.Context
	mu   sync.Mutex
	left int
	stop context.CancelFunc
}

func newCountdown(n int) *countdown {
	ctx, stop := context.WithCancel(context.Background())
	return &countdown{Context: ctx, left: n, stop: stop}
}

func (c *countdown) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left < 0 {
		c.stop()
	}
	return c.Context.Err()
}

const smallProfile = `profile: 1
id: small
edition: "1"
title: Small
use: [sbom]
`

// TestCancelledAnywhere ends the context at each place where a screening asks
// for it, from before the first document to the decision: no result, and the
// context's error; the first that is never ended gives the usual bytes.
func TestCancelledAnywhere(t *testing.T) {
	e := newEngine(t)
	s := engine.Screening{Profile: profile(t, smallProfile), AsOf: asOf}
	b := open(t, fstest.MapFS{"a.cdx.json": file(goodSBOM), "b.txt": file("b")})
	want := encode(t, screen(t, e, b, s).Report)
	step := 1
	for n := 0; ; n += step {
		ctx := newCountdown(n)
		result, err := e.Screen(ctx, b, s)
		ctx.stop()
		if err == nil {
			if got := encode(t, result.Report); string(got) != string(want) {
				t.Error("another report than without an end")
			}
			if n < 10 {
				t.Errorf("the context was asked %d times only", n)
			}
			return
		}
		if !errors.Is(err, context.Canceled) || result != nil {
			t.Fatalf("ended at %d: got %v, %v", n, result, err)
		}
		if n > 20 { // the evaluations are all alike
			step = 7
		}
	}
}

// TestNewHeedsTheContext also while policies are compiled.
func TestNewHeedsTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if e, err := engine.New(ctx); !errors.Is(err, context.Canceled) || e != nil {
		t.Errorf("got %v, %v", e, err)
	}
}

// open file descriptors and goroutines of the process.
func held(t *testing.T) (descriptors, goroutines int) {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("descriptors are not listed here: ", err)
	}
	return len(entries), runtime.NumGoroutine()
}

// TestNothingLeaks: screenings that end well, fail, are hostile, are cut short
// or are refused leave no goroutine and no descriptor behind.
func TestNothingLeaks(t *testing.T) {
	e := newEngine(t)
	s := engine.Screening{Profile: profile(t, smallProfile), AsOf: asOf}
	dir := t.TempDir()
	for name, text := range map[string]string{"a.cdx.json": goodSBOM, "b.json": `{"a": 1, "a": 2}`, "c.yaml": "a: &a [*a]", "d.zip": "PK\x03\x04"} {
		if err := os.WriteFile(dir+"/"+name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	round := func(n int) {
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		b, err := evidence.OpenDir(root, evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if err := root.Close(); err != nil {
			t.Fatal(err)
		}
		_, _ = e.Screen(context.Background(), b, s)
		ctx := newCountdown(n)
		_, _ = e.Screen(ctx, b, s)
		ctx.stop()
		late, stop := context.WithTimeout(context.Background(), time.Millisecond)
		_, _ = e.Screen(late, b, s)
		stop()
		_, _ = e.Screen(context.Background(), b, engine.Screening{Profile: s.Profile, AsOf: "never"})
		_, _ = engine.New(context.Background(), engine.WithPolicies(fstest.MapFS{"a.rego": file("package")}))
	}
	round(3) // what is made once and kept
	descriptors, goroutines := held(t)
	for n := range 5 {
		round(n)
	}
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		d, g := held(t)
		if d <= descriptors && g <= goroutines {
			return
		}
		if time.Now().After(deadline) {
			buf := make([]byte, 64<<10)
			t.Fatalf("descriptors %d, were %d; goroutines %d, were %d\n%s", d, descriptors, g, goroutines, buf[:runtime.Stack(buf, true)])
		}
	}
}
