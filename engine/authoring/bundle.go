package authoring

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/bidgate/bidgate/policies"
)

// maxBundle bounds what a bundle of policies unpacks to, in bytes.
const maxBundle = 64 << 20

// OpenBundle reads what Build wrote as the tree of a library again: a bundle
// holds the built-in requirements, unless they were left out, and those that
// were built with them. Its catalogue and manifest are made anew from the rest,
// so they are not in the tree.
func OpenBundle(r io.Reader) (fs.FS, error) {
	unzipped, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("is no bundle of policies: %w", err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b) // a reader of it is a file system
	limited := &io.LimitedReader{R: unzipped, N: maxBundle + 1}
	modules := 0
	for in := tar.NewReader(limited); ; {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || limited.N <= 0 {
			return nil, fmt.Errorf("is no bundle of policies, or unpacks to more than %d bytes (%w)", maxBundle, errors.Join(err))
		}
		name := strings.TrimPrefix(header.Name, "/")
		if header.Typeflag != tar.TypeReg || !strings.HasPrefix(name, "bidgate/") || !fs.ValidPath(name) {
			continue
		}
		if strings.HasSuffix(name, ".rego") {
			modules++
		}
		w, err := out.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := io.Copy(w, in); err != nil { //nolint:gosec // limited as a whole
			return nil, err
		}
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	if modules == 0 {
		return nil, errors.New("is no bundle of policies: it holds no rules")
	}
	return zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
}

// BuiltInTree is the tree that comes with the program.
func BuiltInTree() fs.FS { return policies.FS }
