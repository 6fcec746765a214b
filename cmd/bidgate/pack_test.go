package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// folderWriter is what the writers of tar and zip share.
type folderWriter interface {
	AddFS(fsys fs.FS) error
	Close() error
}

// packFolder packs a folder as the ending of the archive's name says.
func packFolder(archive, folder string) error {
	var buf bytes.Buffer
	var out folderWriter
	packed := []io.Closer{}
	switch ending := filepath.Ext(archive); ending {
	case ".zip":
		out = zip.NewWriter(&buf)
	case ".tar":
		out = tar.NewWriter(&buf)
	case ".tgz", ".gz":
		z := gzip.NewWriter(&buf)
		packed = append(packed, z)
		out = tar.NewWriter(z)
	default:
		return fmt.Errorf("no archive is called %s", ending)
	}
	if err := out.AddFS(os.DirFS(folder)); err != nil {
		return err
	}
	for _, c := range append([]io.Closer{out}, packed...) {
		if err := c.Close(); err != nil {
			return err
		}
	}
	return os.WriteFile(archive, buf.Bytes(), 0o600)
}
