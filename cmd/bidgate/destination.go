package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// newFileMode is that of a report: others may read it, as the umask allows.
const newFileMode fs.FileMode = 0o644

// secretMode is that of a private key.
const secretMode fs.FileMode = 0o600

// destination is where a file really goes.
type destination struct {
	path     string      // behind all links
	mode     fs.FileMode // of the file that is replaced, else newFileMode
	replaces bool        // there is a file now
	fresh    bool        // never takes the place of another file
	direct   bool        // a device, pipe or descriptor: written to, never replaced
}

// maxLinks is how many links in a row lead to a destination, as the kernel has it.
const maxLinks = 40

// destinationOf follows links, so that the file behind them is replaced and
// not the link; one that leads to no file yet names the file to make.
func destinationOf(path string) (destination, error) {
	d := destination{path: path, mode: newFileMode}
	for range maxLinks {
		info, err := os.Lstat(d.path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return d, nil
		case err != nil:
			return d, err
		case info.Mode()&fs.ModeSymlink != 0:
			if done, err := d.follow(); done || err != nil {
				return d, err
			}
		case info.IsDir():
			return d, syscall.EISDIR
		case !info.Mode().IsRegular():
			d.direct = true
			return d, nil
		default:
			d.replaces, d.mode = true, info.Mode().Perm()
			return d, writable(d.path)
		}
	}
	return d, syscall.ELOOP
}

// follow takes one step behind a link. A link to an open descriptor leads to
// what is open, which may have no name.
func (d *destination) follow() (done bool, err error) {
	folder, err := filepath.EvalSymlinks(filepath.Dir(d.path))
	if err != nil {
		return false, err
	}
	for _, descriptors := range []string{"/proc/*/fd", "/proc/*/task/*/fd", "/dev/fd"} {
		if ok, _ := filepath.Match(descriptors, folder); ok {
			d.direct = true
			return true, nil
		}
	}
	target, err := os.Readlink(d.path)
	if err != nil {
		return false, err
	}
	if d.path = target; !filepath.IsAbs(target) {
		d.path = folder + string(filepath.Separator) + target // not cleaned: .. behind a link is the kernel's to resolve
	}
	return false, nil
}

// writable refuses to replace a file that the operator may not write to,
// though its folder would let it be replaced.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0) //nolint:gosec // the operator names it
	if err != nil {
		return err
	}
	return f.Close()
}

// standardOutputs are the names of standard output as a file.
var standardOutputs = []string{"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}

func isStandardOutput(path string) bool {
	return slices.Contains(standardOutputs, path) || slices.Contains(standardOutputs, filepath.Clean(path))
}
