package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Encode writes the report in its one canonical form: two spaces of indent,
// fields in the order of the types, a newline at the end, lists never null,
// the same bytes for the same value. Characters that a terminal could obey or
// hide (control, format, private and unassigned ones) are written as \uXXXX,
// so that the bytes are inert where they are shown and decode to the same text.
func (r *Report) Encode(w io.Writer) error {
	var raw bytes.Buffer
	enc := json.NewEncoder(&raw)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(whole(reflect.ValueOf(*r)).Interface()); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if _, err := w.Write(Inert(raw.Bytes())); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Normalise replaces every nil list in the report by an empty one. Lists that
// the report shared with other values are its own afterwards.
func (r *Report) Normalise() { reflect.ValueOf(r).Elem().Set(whole(reflect.ValueOf(*r))) }

// whole is a deep copy of v without nil lists. It copies because a report may
// be encoded by several goroutines at once.
func whole(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		p := reflect.New(v.Type().Elem())
		p.Elem().Set(whole(v.Elem()))
		return p
	case reflect.Struct:
		s := reflect.New(v.Type()).Elem()
		for i := range v.NumField() {
			s.Field(i).Set(whole(v.Field(i)))
		}
		return s
	case reflect.Slice:
		l := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			l.Index(i).Set(whole(v.Index(i)))
		}
		return l
	default:
		return v
	}
}

// Inert rewrites JSON so that every character outside the structure that is
// not plainly visible stands as an escape, and no command to a runner of
// continuous integration stands in it. All structure in JSON is ASCII and
// without #, so whatever is rewritten stands in a string.
func Inert(src []byte) []byte {
	dst := make([]byte, 0, len(src)+len(src)/16)
	for len(src) > 0 {
		r, n := utf8.DecodeRune(src)
		if r == '#' && Obeyed(string(src[:min(len(src), len("##vso["))])) {
			dst = append(dst, `\u0023`...)
		} else if r == '\n' || Visible(r) {
			dst = append(dst, src[:n]...)
		} else if hi, lo := utf16.EncodeRune(r); hi != unicode.ReplacementChar {
			dst = fmt.Appendf(dst, `\u%04x\u%04x`, hi, lo)
		} else {
			dst = fmt.Appendf(dst, `\u%04x`, r)
		}
		src = src[n:]
	}
	return dst
}

// Obeyed says that text begins with what runners of continuous integration
// take for a command wherever it stands in a line of a log.
func Obeyed(text string) bool {
	for _, command := range []string{"##[", "##vso["} {
		if len(text) >= len(command) && strings.EqualFold(text[:len(command)], command) {
			return true
		}
	}
	return false
}

// Digest names the report by the SHA-256 of its canonical form, as
// "sha256:" and hex: the digest of the file that holds it as JSON.
func (r *Report) Digest() (string, error) {
	sum := sha256.New()
	if err := r.Encode(sum); err != nil {
		return "", err
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil)), nil
}

// Visible says that a reader who is shown r sees it for what it is: a
// printable character or space that display does not obey or leave out.
func Visible(r rune) bool {
	if r < 0x7f { // most text by far
		return r >= ' '
	}
	return unicode.IsGraphic(r) && !unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
