package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/bidgate/bidgate/engine/evidence"
)

func TestInterruptDoesNotWaitForStandardInput(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r, w := io.Pipe()
	defer w.Close() //nolint:errcheck // a pipe in memory
	if _, err := openInput(ctx, r, evidence.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestStandardInputThatFails(t *testing.T) {
	_, err := openInput(t.Context(), iotest.ErrReader(errors.New("broken pipe")), evidence.Limits{})
	if err == nil || !strings.HasPrefix(err.Error(), "standard input: cannot be opened as a bundle (") {
		t.Errorf("got %v", err)
	}
}
