package main

import (
	"io"
	"os"
)

// readWhole reads a file of at most so many bytes; do says what to give. What
// is no regular file is refused: a pipe may never end.
func readWhole(path string, most int64, do string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, cannotRead(path, err, do)
	case !info.Mode().IsRegular():
		return nil, complain(path, "is not a file", do)
	}
	f, err := os.Open(path) //nolint:gosec // the operator names it
	if err != nil {
		return nil, cannotRead(path, err, do)
	}
	defer f.Close() //nolint:errcheck // only read
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return nil, cannotRead(path, err, do)
	case int64(len(text)) > most:
		return nil, tooLarge(path, most, do)
	}
	return text, nil
}
