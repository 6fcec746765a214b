// Package hostile makes what a vendor, or a careless tool, could send to gain
// a wrong verdict, a crash or a report that misleads: each row is one fault in
// one place of one format, with the code of the problem that must be told.
//
// It knows how such inputs are made and nothing of who reads them, so that
// every layer is held to the same table: the readers, the engine and the
// program. Rows are made by code and depend on nothing but that code. A fault
// that was found anywhere becomes a row here.
//
// What the buyer and policy authors write is no evidence: its faults have their
// own tables, in engine/tender (profiles, tenders, exceptions, determinations,
// limits), engine/internal/policy and engine/isolate (packs of policies).
package hostile

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
)

//go:embed meets
var meets embed.FS

// Meets is a small bundle that meets the profile baseline on 2026-11-21, so
// that a fault beside it stands alone. It is the fixture edk2-meets with all
// but twelve components of its SBOM left out and digests mended; the
// fixture's ABOUT.md says where its parts come from, and under which licence.
func Meets() []File {
	files := []File{}
	err := fs.WalkDir(meets, "meets", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := meets.ReadFile(path)
		files = append(files, File{strings.TrimPrefix(path, "meets/"), string(text)})
		return err
	})
	if err != nil {
		panic(err) // embedded
	}
	return files
}

// Row is one input.
type Row struct {
	Format string // what the fault is in: zip, json, summary, profile, …
	Name   string // the fault, in words
	Code   string // of the problem that must be told; "" where the input must be read
	Limit  string // the bound crossed; "" for any other fault
	// Place is where the fault stands: for a document the JSON Pointer, else
	// line:column, that the problem gives; for anything else the part of it.
	Place string
	// Limits are the bounds to read by, where they are not the defaults.
	Limits map[string]int
	// File is the path of the hostile document; "" where the packing is.
	File string

	pack func(files []File) []byte
	tree func(files []File) map[string]string
	text string
}

// File is one file of a bundle.
type File struct{ Path, Text string }

// Key tells rows apart: no two of the table are the same in it.
func (r Row) Key() string {
	return strings.Join([]string{r.Code, r.Limit, r.Format, r.Place, readable(r)}, " | ")
}

// readable parts a row that must be read from others that must be, by name.
func readable(r Row) string {
	if r.Code == "" {
		return r.Name
	}
	return ""
}

// Archive is the row as an archive of files and the fault; nil for a row that
// is a folder or a file of the buyer's.
func (r Row) Archive(files []File) []byte {
	if r.pack == nil {
		return nil
	}
	return r.pack(sorted(files))
}

// Folder is the row as a folder of files and the fault; nil for an archive and
// for a file of the buyer's.
func (r Row) Folder(files []File) map[string]string {
	if r.tree != nil {
		return r.tree(sorted(files))
	}
	if r.File == "" {
		return nil
	}
	folder := map[string]string{}
	for _, f := range files {
		folder[f.Path] = f.Text
	}
	folder[r.File] = r.text
	return folder
}

// Text is the hostile document or file alone; "" for a packing.
func (r Row) Text() string { return r.text }

// Packed is files in each form of archive, by its ending and without a fault.
func Packed(files []File) map[string][]byte {
	files = sorted(files)
	return map[string][]byte{".zip": zipOf(files), ".tar": tarOf(files), ".tar.gz": gzipped(tarOf(files))}
}

// Rows is the whole table for bundles.
func Rows() []Row {
	return slices.Concat(zipRows(), tarRows(), gzipRows(), nameRows(), jsonRows(), yamlRows(), xmlRows(),
		cycloneDXRows(), summaryRows(), declarationRows(), manifestRows(), unreadRows(), limitRows())
}

func sorted(files []File) []File {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// document is a row for one document that stands beside others.
func document(format, path, name, code, place, text string) Row {
	return Row{Format: format, Name: name, Code: code, Place: place, File: path, text: text}
}

func limited(r Row, limit string) Row {
	r.Limit = limit
	return r
}
