package render

import (
	"crypto/sha1" //nolint:gosec // what RFC 9562 asks of names of version 5; it protects nothing
	"fmt"
)

// uuidOf names a part of a report by a UUID of version 5 (RFC 9562, section
// 5.5): the same part of the same report has the same name in every run.
func uuidOf(digest string, parts ...string) string {
	h := sha1.New() //nolint:gosec // see the import
	_, _ = h.Write(uuidNamespace[:])
	for _, p := range append([]string{digest}, parts...) {
		_, _ = fmt.Fprintf(h, "%d:%s,", len(p), p)
	}
	var u [16]byte
	copy(u[:], h.Sum(nil))
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// uuidNamespace is that of URLs (RFC 9562, section 6.6).
var uuidNamespace = [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
