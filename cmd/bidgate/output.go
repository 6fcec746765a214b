package main

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"syscall"
)

// outFile is one file to write.
type outFile struct {
	path string
	data []byte
}

// newFile is a file that never takes the place of another.
type newFile struct {
	outFile
	mode fs.FileMode
}

// landing holds files on their way. Each is written whole beside its target,
// under a name of no meaning, and takes the target's place when all of them
// are complete: a reader finds the old file or the whole new one.
type landing struct {
	mu     sync.Mutex
	staged []staged
	begun  bool // something may have been replaced or sent
	closed bool // given up: nothing lands any more
}

// staged is a whole new file and the place that it takes.
type staged struct {
	beside, path string
	fresh        bool
}

// errGivenUp is what a landing ends with that an interrupt gave up.
var errGivenUp = errors.New("given up")

// writeFiles puts every file under its path, or changes none of those that can
// be replaced. A device or pipe cannot be replaced and is written to. Every
// file that a command writes goes through here.
func (p *program) writeFiles(files ...outFile) error {
	return p.put(files, func(f outFile, to destination) error {
		if to.direct {
			return nil // sent when the others are complete
		}
		return p.landing.stage(to, f.data)
	})
}

// writeNew puts every file under its path, or none where one is there already.
func (p *program) writeNew(files ...newFile) error {
	plain := make([]outFile, len(files))
	modes := map[string]fs.FileMode{}
	for i, f := range files {
		plain[i], modes[f.path] = f.outFile, f.mode
	}
	return p.put(plain, func(f outFile, to destination) error {
		if to.replaces || to.direct {
			return fileIsThere(f.path)
		}
		to.mode, to.fresh = modes[f.path], true
		return p.landing.stage(to, f.data)
	})
}

func (p *program) put(files []outFile, stage func(outFile, destination) error) error {
	l := &p.landing
	defer l.clear()
	for _, f := range files {
		to, err := destinationOf(f.path)
		if err == nil {
			err = stage(f, to)
		}
		if err != nil {
			return notWritten(f.path, err)
		}
	}
	for _, f := range files {
		if to, err := destinationOf(f.path); err != nil || to.direct {
			if err = errors.Join(err, l.send(f)); err != nil {
				return notWritten(f.path, err)
			}
		}
	}
	return l.land()
}

// stage writes a whole new file beside its target and flushes it to the disk.
func (l *landing) stage(to destination, data []byte) error {
	f, err := l.create(to)
	if err != nil {
		return err
	}
	if to.replaces { // whatever the umask is
		err = f.Chmod(to.mode)
	}
	if err == nil {
		_, err = f.Write(data)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// create makes the new file, which is known before anything can give up.
func (l *landing) create(to destination) (*os.File, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil, errGivenUp
	}
	beside := filepath.Join(filepath.Dir(to.path), ".bidgate-"+rand.Text()+".tmp")
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, to.mode) //nolint:gosec // the operator names the folder
	if err == nil {
		l.staged = append(l.staged, staged{beside, to.path, to.fresh})
	}
	return f, err
}

// land renames all staged files, and flushes their folders.
func (l *landing) land() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return errGivenUp
	}
	var folders []string
	for len(l.staged) > 0 {
		s := l.staged[0]
		l.begun = true
		if err := s.take(); err != nil {
			return notWritten(s.path, err)
		}
		l.staged = l.staged[1:]
		if folder := filepath.Dir(s.path); !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	for _, folder := range folders {
		if err := syncFolder(folder); err != nil {
			return notWritten(folder, err)
		}
	}
	return nil
}

// take puts a whole new file into its place. A fresh one is linked there, which
// fails where another file has come meanwhile.
func (s staged) take() error {
	if !s.fresh {
		return os.Rename(s.beside, s.path)
	}
	err := os.Link(s.beside, s.path)
	if errors.Is(err, fs.ErrExist) {
		return fileIsThere(s.path)
	}
	if err != nil {
		return err
	}
	return os.Remove(s.beside)
}

// clear removes what did not land.
func (l *landing) clear() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, s := range l.staged {
		_ = os.Remove(s.beside) // the error that led here is the one to tell
	}
	l.staged = nil
}

// clearStaged removes what a program that was killed left beside its targets.
func clearStaged(folder string) {
	left, _ := filepath.Glob(filepath.Join(escapeGlob(folder), ".bidgate-*.tmp"))
	for _, file := range left {
		_ = os.Remove(file) // none of it is ever read
	}
}

// giveUp clears what did not land and keeps the rest from landing. It says
// whether something may have been written.
func (l *landing) giveUp() bool {
	l.clear()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	return l.begun
}

// begin notes that results go out, and cannot all be taken back.
func (l *landing) begin() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.begun = true
}

// send writes to what cannot be replaced. A regular file behind a descriptor,
// such as /dev/fd/3, is added to.
func (l *landing) send(file outFile) error {
	l.begin()
	f, err := os.OpenFile(file.path, os.O_WRONLY|os.O_APPEND, 0) //nolint:gosec // the operator names it
	if err != nil {
		return err
	}
	_, err = f.Write(file.data)
	return errors.Join(err, f.Close())
}

// syncFolder makes the new names in a folder last. Not every file system can.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path) //nolint:gosec // the operator names it
	if errors.Is(err, fs.ErrPermission) {
		return nil // a folder that may be written to and not read
	}
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
