package main

import (
	"context"
	"errors"
	"io/fs"
	"syscall"
)

// reason is an error of the operating system in words.
func reason(err error) string {
	for _, known := range []struct {
		err   error
		words string
	}{
		{fs.ErrNotExist, "does not exist"},
		{fs.ErrPermission, "may not be opened by you"},
		{syscall.ENOSPC, "no space is left on the device"},
		{syscall.EPIPE, "the reader has gone"},
		{syscall.ENOTDIR, "lies under something that is not a folder"},
		{syscall.EISDIR, "is a folder"},
		{syscall.EROFS, "lies where nothing can be written"},
		{syscall.EMFILE, "too many files are open"},
		{syscall.ENFILE, "too many files are open"},
		{syscall.ENAMETOOLONG, "has a name that is too long"},
		{syscall.ELOOP, "is a link that leads in a circle"},
		{syscall.EFBIG, "is larger than a file may be"},
		{syscall.EDQUOT, "no space is left for you on the device"},
		{syscall.EIO, "the device does not work"},
		{context.Canceled, "was interrupted"},
	} {
		if errors.Is(err, known.err) {
			return known.words
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return composed(err.Error())
}
