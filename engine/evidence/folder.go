package evidence

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// OpenDir takes every file under root as a bundle. Links, pipes, sockets and
// devices are never opened; they are problems of the bundle. An error means
// that the folder could not be read or changed while it was read.
func OpenDir(root *os.Root, l Limits) (*Bundle, error) {
	return openFolder(root.FS(), l, func(name string, d fs.DirEntry) (io.ReadCloser, error) {
		return openRegular(root, name)
	})
}

// openRegular opens a regular file without waiting, should a pipe have taken
// its place, and makes sure that it is still the file that was listed.
func openRegular(root *os.Root, name string) (io.ReadCloser, error) {
	listed, err := root.Lstat(name)
	if err != nil {
		return nil, err
	}
	f, err := root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	opened, err := f.Stat()
	if err == nil && (!opened.Mode().IsRegular() || !os.SameFile(listed, opened)) {
		err = fmt.Errorf("%s changed while it was opened: leave the folder alone and try again", name)
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return &steady{f, opened}, nil
}

// steady is a file that tells when it changed while it was read: its bytes may
// then be half of one state and half of another, which nobody sent.
type steady struct {
	*os.File
	opened fs.FileInfo
}

func (s *steady) Close() error {
	now, err := s.Stat()
	if err == nil && (now.Size() != s.opened.Size() || !now.ModTime().Equal(s.opened.ModTime())) {
		err = errors.New("it changed while it was read: leave the folder alone and try again")
	}
	return errors.Join(err, s.File.Close())
}

// OpenFS takes every file of fsys as a bundle, as OpenDir does for a folder.
func OpenFS(fsys fs.FS, l Limits) (*Bundle, error) {
	return openFolder(fsys, l, func(name string, _ fs.DirEntry) (io.ReadCloser, error) { return fsys.Open(name) })
}

func openFolder(fsys fs.FS, l Limits, open func(string, fs.DirEntry) (io.ReadCloser, error)) (*Bundle, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	w := &walk{limits: l.withDefaults(), open: open}
	if err := fs.WalkDir(fsys, ".", w.visit); err != nil {
		return nil, fmt.Errorf("read folder: %w", err)
	}
	return newBundle(w.entries, w.problems, l)
}

// walk collects the entries of a folder.
type walk struct {
	limits   Limits
	open     func(string, fs.DirEntry) (io.ReadCloser, error)
	entries  []entry
	problems []Problem
}

func (w *walk) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	if d.IsDir() {
		return w.folder(name)
	}
	e := entry{path: name, packed: -1, refuse: refusedType(d.Type())}
	if e.refuse == nil {
		if stat, err := d.Info(); err == nil {
			e.size = stat.Size()
		}
		e.open = func() (io.ReadCloser, error) { return w.open(name, d) }
	}
	if w.entries = append(w.entries, e); len(w.entries) > w.limits.MaxFiles {
		return fs.SkipAll
	}
	return nil
}

// folder refuses a folder that cannot be walked by name.
func (w *walk) folder(name string) error {
	if name == "." {
		return nil
	}
	if reason := badName(name); reason != "" {
		w.problems = append(w.problems, Problem{Code: codeName,
			Message: "the folder " + quoted(name) + " was not read: " + reason + "; rename it"})
		return fs.SkipDir
	}
	if strings.Count(name, "/") >= w.limits.MaxFolderDepth {
		w.problems = append(w.problems, *limitProblem("MaxFolderDepth", w.limits.MaxFolderDepth, "the nesting of the folder "+quoted(name), Position{}))
		return fs.SkipDir
	}
	return nil
}

// refusedType says why a file of this type is not opened; nil for a regular file.
func refusedType(mode fs.FileMode) *Problem {
	switch {
	case mode.IsRegular():
		return nil
	case mode&fs.ModeSymlink != 0:
		return &Problem{Code: codeLink, Message: "it is a link; put the file itself in its place"}
	}
	return &Problem{Code: codeSpecial, Message: "it is a pipe, socket or device; remove it"}
}
