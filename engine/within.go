package engine

import (
	"context"
	"fmt"
)

// within gives what work gives, or the context's error as soon as the context
// ends: what work waits for may not heed a context, such as a compiler. It is
// then left to end by itself, and what it gives is dropped. A panic of work is
// an error, so that whoever embeds the engine lives on and nothing passes.
func within[T any](ctx context.Context, what string, work func() (T, error)) (none T, err error) {
	type outcome struct {
		value T
		err   error
	}
	if err := ctx.Err(); err != nil {
		return none, err
	}
	done := make(chan outcome, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				done <- outcome{err: fmt.Errorf("%s broke down: %v; this is a fault of bidgate, so please report it", what, fault)}
			}
		}()
		value, err := work()
		done <- outcome{value, err}
	}()
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		return none, ctx.Err()
	}
}

// beside begins work on another goroutine, and gives what waits for it as
// within does.
func beside[T any](ctx context.Context, what string, work func() (T, error)) func() (T, error) {
	var value T
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		value, err = within(ctx, what, work)
	}()
	return func() (T, error) {
		<-done
		return value, err
	}
}
