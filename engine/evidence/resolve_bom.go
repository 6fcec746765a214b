package evidence

import (
	"crypto/sha1" //nolint:gosec // SPDX 2 names other documents by SHA-1 alone; it finds a difference and proves nothing
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// documentLinks finds the documents that SBOMs name, in the bundle alone: by
// digest, by serial number or namespace, else by path.
func (r *resolver) documentLinks() {
	links := r.d.Links.Documents
	if most := r.limits.withDefaults().MaxPairs; len(links) > most {
		r.d.Bundle.Problems = append(r.d.Bundle.Problems, *limitProblem("MaxPairs", most, fmt.Sprintf("the number of references to other documents, %d,", len(links)), Position{}))
		r.d.Links.Documents = links[:most]
	}
	sums := map[string]string{}
	for i := range r.d.Links.Documents {
		link := &r.d.Links.Documents[i]
		link.Document = r.named(link)
		link.To = -1
		if row, is := r.sboms[link.Document]; is {
			link.To = row
		}
		link.Outcome = r.linkOutcome(link, sums)
	}
}

// named is the document that a reference names, -1 where the bundle has none.
func (r *resolver) named(link *DocumentLink) int {
	if hash, is := strings.CutPrefix(link.Digest.Value, "SHA-256:"); is {
		if row, found := r.byDigest["sha256:"+strings.ToLower(hash)]; found {
			return row
		}
	}
	target, _, _ := strings.Cut(link.Target.Value, "#")
	if rest, is := strings.CutPrefix(target, "urn:cdx:"); is {
		serial, version, stated := strings.Cut(rest, "/")
		v := Text{State: Absent}
		if stated {
			v = Text{State: Stated, Value: version}
		}
		return r.serial("urn:uuid:"+serial, v)
	}
	if found := r.serial(target, Text{State: Absent}); found >= 0 || strings.Contains(target, ":") {
		return found
	}
	return r.document(Text{State: link.Target.State, Value: target})
}

// linkOutcome compares the digest that is stated with that of the document.
func (r *resolver) linkOutcome(link *DocumentLink, sums map[string]string) string {
	switch {
	case link.Document < 0 && link.Target.State == Stated && !strings.Contains(link.Target.Value, ":"):
		return "missing"
	case link.Document < 0:
		return "outside"
	}
	algorithm, want, stated := strings.Cut(link.Digest.Value, ":")
	key := algorithm + ":" + fmt.Sprint(link.Document)
	sum, known := sums[key]
	if !known {
		sum = r.sum(algorithm, link.Document)
		sums[key] = sum
	}
	switch {
	case stated && sum != "" && strings.EqualFold(sum, want):
		return "same"
	case r.otherRevision(link):
		return "differs"
	case !stated || sum == "":
		return "no_digest"
	}
	return "differs"
}

// otherRevision says that a BOM-Link names another version of the document
// than the one that the bundle has.
func (r *resolver) otherRevision(link *DocumentLink) bool {
	target, _, _ := strings.Cut(link.Target.Value, "#")
	rest, is := strings.CutPrefix(target, "urn:cdx:")
	_, version, stated := strings.Cut(rest, "/")
	if !is || !stated || link.To < 0 {
		return false
	}
	have := r.d.SBOMs[link.To].Version
	return have.State == Stated && !sameVersion(version, integerText(have))
}

// sum is a digest of a document of the bundle; "" by an algorithm that is not
// computed.
func (r *resolver) sum(algorithm string, document int) string {
	src := r.d.sources[document]
	data := src.data
	if src.original != nil {
		data = src.original.data
	}
	switch algorithm {
	case "SHA-1":
		sum := sha1.Sum(data) //nolint:gosec // see the import
		return hex.EncodeToString(sum[:])
	case "SHA-256":
		sum := sha256.Sum256(data)
		return hex.EncodeToString(sum[:])
	case "SHA-384":
		sum := sha512.Sum384(data)
		return hex.EncodeToString(sum[:])
	case "SHA-512":
		sum := sha512.Sum512(data)
		return hex.EncodeToString(sum[:])
	}
	return ""
}

// strongest is the hash that a comparison goes by, as "algorithm:hex".
func strongest(hashes []Hash) Text {
	best := Text{State: Absent}
	rank := uint16(0)
	for _, h := range hashes {
		if n := hashRank(slices.Index(hashAlgorithms, h.Algorithm)); n > rank {
			rank, best = n, Text{State: Stated, Value: h.Algorithm + ":" + strings.ToLower(h.Content)}
		}
	}
	return best
}
