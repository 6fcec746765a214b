package engine

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// TestWithinReturnsAtItsDeadline though the work never looks at the context.
func TestWithinReturnsAtItsDeadline(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	release := make(chan struct{})
	defer close(release)
	got, err := within(ctx, "work", func() (*Result, error) {
		<-release
		return &Result{}, nil
	})
	if !errors.Is(err, context.DeadlineExceeded) || got != nil {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestWithinTurnsAPanicIntoAnError(t *testing.T) {
	got, err := within(t.Context(), "the screening", func() (*Result, error) { panic("a bug") })
	if err == nil || !strings.HasPrefix(err.Error(), "the screening broke down: a bug; ") || got != nil {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestWithinDoesNothingForAnEndedContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := within(ctx, "work", func() (*Result, error) { t.Error("it worked"); return nil, nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
