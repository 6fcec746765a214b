//go:build !unix

package advisory

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"
)

// lockFile holds a file of the store alone by making it. A process that was
// killed leaves it behind; then the operator removes it.
func lockFile(ctx context.Context, root *os.Root, name string) (io.Closer, error) {
	wait := time.NewTicker(lockPause)
	defer wait.Stop()
	for {
		f, err := root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
		if err == nil {
			return &madeLock{f, root, name}, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-wait.C:
		}
	}
}

const lockPause = 50 * time.Millisecond

type madeLock struct {
	file *os.File
	root *os.Root
	name string
}

func (l *madeLock) Close() error { return errors.Join(l.file.Close(), l.root.Remove(l.name)) }

func syncOpenFolder(*os.File) error { return nil }
