package evidence

import (
	"crypto/sha1" //nolint:gosec // SPDX 2 names other documents by SHA-1 alone; it finds a difference and proves nothing
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
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
	for i := range r.d.Links.Documents {
		link := &r.d.Links.Documents[i]
		found := r.named(link)
		link.Document, link.To = -1, -1
		if len(found) > 1 {
			link.Outcome = "ambiguous"
			continue
		}
		if len(found) == 1 {
			link.Document = found[0]
		}
		if row, is := r.sboms[link.Document]; is {
			link.To = row
		}
		link.Outcome = r.linkOutcome(link)
	}
}

// serial finds the SBOMs with a serial number, and with the version where it
// is stated and some have it. Copies of one file are one.
func (r *resolver) serial(serial string, version Text) []int {
	var found, exact []int
	known := map[string]bool{}
	for _, s := range r.d.SBOMs {
		digest := r.digest(s.Document)
		if s.SerialNumber.State != Stated || !strings.EqualFold(s.SerialNumber.Value, serial) || known[digest] {
			continue
		}
		known[digest] = true
		found = append(found, s.Document)
		if version.State == Stated && s.Version.State == Stated && sameVersion(version.Value, integerText(s.Version)) {
			exact = append(exact, s.Document)
		}
	}
	switch {
	case len(exact) > 0:
		return exact
	case version.State == Stated && len(found) > 1:
		return found[:1] // whichever: none of them is the one that is meant
	}
	return found
}

// named are the documents that a reference may name: none where the bundle has
// no such document, several where the reference does not tell which.
func (r *resolver) named(link *DocumentLink) []int {
	found := r.bySerial(link)
	if algorithm, want, stated := strings.Cut(link.Digest.Value, ":"); stated {
		if row, is := r.byDigest["sha256:"+strings.ToLower(want)]; is && algorithm == "SHA-256" {
			return []int{row}
		}
		for _, row := range found {
			if len(found) > 1 && strings.EqualFold(r.sum(algorithm, row), want) {
				return []int{row}
			}
		}
	}
	return found
}

// bySerial finds what a reference names by serial number or namespace, else by
// path.
func (r *resolver) bySerial(link *DocumentLink) []int {
	target, _, _ := strings.Cut(link.Target.Value, "#")
	if rest, is := strings.CutPrefix(target, "urn:cdx:"); is {
		serial, version, stated := strings.Cut(rest, "/")
		v := Text{State: Absent}
		if stated {
			v = Text{State: Stated, Value: version}
		}
		return r.serial("urn:uuid:"+serial, v)
	}
	if found := r.serial(target, Text{State: Absent}); len(found) > 0 || strings.Contains(target, ":") {
		return found
	}
	if row := r.document(Text{State: link.Target.State, Value: target}); row >= 0 {
		return []int{row}
	}
	return nil
}

// linkOutcome compares the digest that is stated with that of the document.
func (r *resolver) linkOutcome(link *DocumentLink) string {
	switch {
	case link.Document < 0 && link.Target.State == Stated && !strings.Contains(link.Target.Value, ":"):
		return "missing"
	case link.Document < 0:
		return "outside"
	}
	algorithm, want, stated := strings.Cut(link.Digest.Value, ":")
	sum := r.sum(algorithm, link.Document)
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
// computed. Each is computed once.
func (r *resolver) sum(algorithm string, document int) string {
	key := algorithm + ":" + strconv.Itoa(document)
	if _, known := r.sums[key]; !known {
		r.sums[key] = r.compute(algorithm, document)
	}
	return r.sums[key]
}

func (r *resolver) compute(algorithm string, document int) string {
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
