package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Content is one file of a bundle by its path and digest.
type Content struct {
	Path   string
	SHA256 string // hex; "" where the bytes were not taken
	Size   int64
}

// Contents lists the files of the bundle in order of path, without reading
// what is in them. The list is the same whatever the packing.
func (b *Bundle) Contents() []Content {
	digests := startDigests(b.files, nil)()
	list := make([]Content, len(b.files))
	for i, f := range b.files {
		list[i] = Content{Path: f.path, SHA256: digests[i], Size: int64(len(f.data))}
	}
	return list
}

// Files are the bytes of the files by path, but of those that were not taken.
// The map is the caller's; the bytes are the bundle's and must not be changed.
func (b *Bundle) Files() map[string][]byte {
	all := make(map[string][]byte, len(b.files))
	for _, f := range b.files {
		if f.problem == nil {
			all[f.path] = f.data
		}
	}
	return all
}

// Top is the folders that all files lie under, with a slash at the end, which
// paths leave out; "" for none.
func (b *Bundle) Top() string { return b.top }

// Refused says in one sentence each what of the bundle was not taken. What is
// refused by its name or packing alone is not among the contents.
func (b *Bundle) Refused() []string {
	messages := []string{}
	for _, problem := range b.problems {
		messages = append(messages, problem.Message)
	}
	return messages
}

// ContentDigest names a list of contents as reports name the bundle: "sha256:"
// and the hex digest of one line "<sha256>  <path>" for each.
func ContentDigest(list []Content) string {
	sum := sha256.New()
	for _, c := range list {
		shown := c.SHA256
		if shown == "" {
			shown = "-"
		}
		fmt.Fprintf(sum, "%s  %s\n", shown, c.Path)
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil))
}
