package attest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
)

// The payload types. A change of what a statement says is a new version.
const (
	ReportType = "application/vnd.bidgate.report-digest.v1+json"
	RecordType = "application/vnd.bidgate.record-digest.v1+json"
	BundleType = "application/vnd.bidgate.bundle-content.v1+json"
)

// File is one file of a bundle.
type File struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"` // hex
	Size   int64  `json:"size"`
}

// bundleStatement is the payload of a signature over a bundle: its files in
// order of path.
type bundleStatement struct {
	Files []File `json:"files"`
}

// fileStatement is the payload of a signature over a report or a file of records.
type fileStatement struct {
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
}

// SignReport signs the exact bytes of a report.
func SignReport(text []byte, keys ...PrivateKey) ([]byte, error) {
	return signFile(ReportType, text, keys)
}

// SignRecords signs the exact bytes of a file of exceptions or determinations.
func SignRecords(text []byte, keys ...PrivateKey) ([]byte, error) {
	return signFile(RecordType, text, keys)
}

func signFile(payloadType string, text []byte, keys []PrivateKey) ([]byte, error) {
	payload, err := json.Marshal(fileOf(text))
	if err != nil {
		return nil, err
	}
	return Sign(payloadType, payload, keys...)
}

func fileOf(text []byte) fileStatement {
	sum := sha256.Sum256(text)
	return fileStatement{hex.EncodeToString(sum[:]), int64(len(text))}
}

// SignBundle signs the content of a bundle, whatever its packing.
func SignBundle(files []File, keys ...PrivateKey) ([]byte, error) {
	if len(files) == 0 {
		return nil, errors.New("holds no file; there is nothing to sign")
	}
	payload, err := json.Marshal(bundleStatement{inOrder(files)})
	if err != nil {
		return nil, err
	}
	return Sign(BundleType, payload, keys...)
}

func inOrder(files []File) []File {
	return slices.SortedFunc(slices.Values(files), func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

// Report compares the payload, which must be that of a signature over a
// report, with the bytes of a report. An error says that they differ.
func (o *Opened) Report(text []byte) error { return o.file("report", text) }

// Records compares the payload, which must be that of a signature over a file
// of records, with the bytes of such a file. An error says that they differ.
func (o *Opened) Records(text []byte) error { return o.file("file of records", text) }

func (o *Opened) file(what string, text []byte) error {
	var signed fileStatement
	if err := o.read(&signed); err != nil {
		return err
	}
	if got := fileOf(text); got != signed {
		return fmt.Errorf("the signature is over another "+what+": sha256:%s, and this one is sha256:%s", signed.SHA256, got.SHA256)
	}
	return nil
}

// Change is one difference between a bundle and what was signed of it.
type Change struct {
	Path string `json:"path"`
	What string `json:"what"` // added, removed or changed
}

// Bundle compares the payload, which must be that of a signature over a
// bundle, with the files of a bundle: all differences, in order of path.
func (o *Opened) Bundle(files []File) ([]Change, error) {
	var signed bundleStatement
	if err := o.read(&signed); err != nil {
		return nil, err
	}
	left := map[string]File{}
	for _, f := range signed.Files {
		if _, twice := left[f.Path]; twice {
			return nil, errPayload
		}
		left[f.Path] = f
	}
	changes := []Change{}
	for _, f := range files {
		was, listed := left[f.Path]
		switch delete(left, f.Path); {
		case !listed:
			changes = append(changes, Change{f.Path, "added"})
		case was != f:
			changes = append(changes, Change{f.Path, "changed"})
		}
	}
	for name := range left {
		changes = append(changes, Change{name, "removed"})
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return strings.Compare(a.Path+"\x00"+a.What, b.Path+"\x00"+b.What)
	})
	return changes, nil
}

var errPayload = errors.New("the signed statement is not one that bidgate writes")

// read parses what was verified. Only what Sign would write is taken, so there
// is one reading of it.
func (o *Opened) read(into any) error {
	if err := json.Unmarshal(o.Payload, into, json.RejectUnknownMembers(true)); err != nil {
		return errPayload
	}
	again, err := json.Marshal(into)
	if err != nil || !bytes.Equal(again, o.Payload) {
		return errPayload
	}
	return nil
}
