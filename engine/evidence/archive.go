package evidence

import (
	"errors"
	"fmt"
	"io"
)

// ErrNotArchive says that a file given as an archive is none.
var ErrNotArchive = errors.New("not a zip archive: give a folder, a .zip or a single document")

// OpenArchive takes every file of a zip archive as a bundle. The archive is
// read in place; nothing is written. An archive that two programs could read
// differently (bytes between the entries, a directory that disagrees with
// them, two end records) gives a bundle without files and a problem that says
// so. The error is ErrNotArchive where r is no zip at all, else that of r.
func OpenArchive(r io.ReaderAt, size int64, l Limits) (*Bundle, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	members, err := readZip(r, size, l.withDefaults())
	var bad *archiveError
	if errors.As(err, &bad) {
		return newBundle(nil, []Problem{bad.problem}, l)
	}
	if err != nil {
		return nil, err
	}
	var entries []entry
	for _, m := range members {
		if !m.folder() {
			entries = append(entries, m.entry(r))
		}
	}
	return newBundle(entries, nil, l)
}

// archiveError is a fault of the archive as a whole.
type archiveError struct{ problem Problem }

func (e *archiveError) Error() string { return e.problem.Message }

func badArchive(format string, args ...any) error {
	return &archiveError{Problem{Code: codeArchive,
		Message: "the archive was not read: " + fmt.Sprintf(format, args...) + "; pack the files again with an ordinary zip program"}}
}
