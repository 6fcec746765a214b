package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// spool puts a stream into a file that has no name any more, so that archives
// can be read from their end.
func spool(r io.Reader, most int64) (*os.File, error) {
	f, err := os.CreateTemp("", "bidgate-")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(f.Name()) // where a system keeps open files, it stays until it is tidied
	n, err := io.Copy(f, io.LimitReader(r, most+1))
	if err == nil && n > most {
		err = fmt.Errorf("is larger than %d GiB", most>>30)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}
