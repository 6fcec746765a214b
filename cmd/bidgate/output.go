package main

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile puts data under path so that a reader finds either the old file or
// the whole new one: it writes beside it, flushes, and renames. A device or
// pipe cannot be replaced and is written to.
func writeFile(path string, data []byte) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return isFolder(path)
	case err == nil && !info.Mode().IsRegular():
		return writeDevice(path, data)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return notWritten(path, err)
	}
	beside := filepath.Join(filepath.Dir(path), ".bidgate-"+rand.Text())
	if err := writeNew(beside, data); err != nil {
		return notWritten(path, errors.Join(err, removed(beside)))
	}
	if err := os.Rename(beside, path); err != nil {
		return notWritten(path, errors.Join(err, removed(beside)))
	}
	return nil
}

func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // the operator names it, and a report is to be read
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func writeDevice(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0) //nolint:gosec // the operator names it
	if err != nil {
		return notWritten(path, err)
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Close()); err != nil {
		return notWritten(path, err)
	}
	return nil
}

func removed(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
