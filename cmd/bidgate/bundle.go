package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/bidgate/bidgate/engine/evidence"
)

// archiveNames end the names of files that claim to be archives: what is in
// them is then never taken for one document.
var archiveNames = []string{".zip", ".tar", ".tar.gz", ".tgz"}

// zipMagic begins every zip archive, whatever its name.
const zipMagic = "PK\x03\x04"

// openBundle reads the folder, archive or single document at path.
func openBundle(path string) (*evidence.Bundle, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, cannotRead(path, err, giveBundle)
	case info.IsDir():
		return openFolder(path)
	case !info.Mode().IsRegular():
		return nil, notABundle(path) // opening a pipe would wait for ever
	}
	f, err := os.Open(path) //nolint:gosec // the operator names it
	if err != nil {
		return nil, cannotRead(path, err, giveBundle)
	}
	defer f.Close() //nolint:errcheck // only read
	if claimsArchive(path, f) {
		bundle, err := evidence.OpenArchive(f, info.Size(), evidence.Limits{})
		if err != nil {
			return nil, badArchive(path, err)
		}
		return bundle, nil
	}
	bundle, err := evidence.OpenFile(filepath.Base(path), f, evidence.Limits{})
	if err != nil {
		return nil, badArchive(path, err)
	}
	return bundle, nil
}

func openFolder(path string) (*evidence.Bundle, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, cannotRead(path, err, giveBundle)
	}
	defer root.Close() //nolint:errcheck // only read
	bundle, err := evidence.OpenDir(root, evidence.Limits{})
	if err != nil {
		return nil, badArchive(path, err)
	}
	return bundle, nil
}

func claimsArchive(path string, r io.ReaderAt) bool {
	for _, ending := range archiveNames {
		if strings.HasSuffix(strings.ToLower(path), ending) {
			return true
		}
	}
	head := make([]byte, len(zipMagic))
	n, _ := r.ReadAt(head, 0) // a file too short for an archive is none
	return string(head[:n]) == zipMagic
}
