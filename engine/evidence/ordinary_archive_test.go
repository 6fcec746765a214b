package evidence_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"hash/crc32"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var made = time.Date(2026, 9, 14, 10, 0, 0, 0, time.UTC)

// ordinaryZips are zip archives as the writers of common tools make them.
func ordinaryZips(t *testing.T) []ordinary {
	t.Helper()
	plain := func(h *zip.FileHeader) { h.Method = zip.Deflate }
	folders := func(w *zip.Writer, system uint16, attributes uint32) {
		for _, name := range []string{"bid/", "bid/sbom/", "bid/threat-model/"} {
			put(t, w, &zip.FileHeader{Name: name, CreatorVersion: system, ExternalAttrs: attributes, Modified: made}, "")
		}
	}
	mac := func(w *zip.Writer) {
		const double = "\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        \x00\x02"
		put(t, w, &zip.FileHeader{Name: "bid/.DS_Store", Method: zip.Deflate}, "\x00\x00\x00\x01Bud1\x00\x00\x10\x00")
		for name := range meets() {
			dir, base := filepath.Split("__MACOSX/bid/" + name)
			put(t, w, &zip.FileHeader{Name: dir + "._" + base, Method: zip.Deflate}, double)
		}
	}
	return []ordinary{
		{name: "zip deflated", data: zipOf(t, "", plain, nil), kinds: whole, codes: cut},
		{name: "zip stored", data: zipOf(t, "", func(h *zip.FileHeader) { h.Method = zip.Store }, nil), kinds: whole, codes: cut},
		{name: "zip with a folder at its top", data: zipOf(t, "bid/", plain, nil), kinds: whole, codes: cut},
		{name: "zip with times and modes of unix", data: zipOf(t, "bid/", func(h *zip.FileHeader) { h.Method, h.Modified = zip.Deflate, made; h.SetMode(0o640) }, nil), kinds: whole, codes: cut},
		{name: "zip of Windows with folders", data: zipOf(t, "bid/", func(h *zip.FileHeader) { h.Method, h.CreatorVersion, h.ExternalAttrs = zip.Deflate, 20, 0x20 },
			func(w *zip.Writer) { folders(w, 20, 0x10) }), kinds: whole, codes: cut},
		{name: "zip of unix with folders", data: zipOf(t, "bid/", plain, func(w *zip.Writer) { folders(w, 3<<8|30, 0o40755<<16) }), kinds: whole, codes: cut},
		{name: "zip of a Mac", data: zipOf(t, "bid/", plain, mac), kinds: whole, codes: cut},
		{name: "zip with a comment", data: zipOf(t, "", plain, func(w *zip.Writer) { check(t, w.SetComment("made by a tool")) }), kinds: whole, codes: cut},
		{name: "zip with comments of files", data: zipOf(t, "", func(h *zip.FileHeader) { h.Method, h.Comment = zip.Deflate, "evidence" }, nil), kinds: whole, codes: cut},
		{name: "zip with names in UTF-8", data: zipOf(t, "Angebot Müller – 提案/", plain, nil), kinds: whole, codes: cut},
		{name: "zip with sizes before the content", data: zipRaw(t), kinds: whole, codes: cut},
		{name: "zip packed fast", data: zipOf(t, "", plain, func(w *zip.Writer) {
			w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
		}), kinds: whole, codes: cut},
		{name: "zip with an empty file", data: zipOf(t, "", plain, func(w *zip.Writer) { put(t, w, &zip.FileHeader{Name: ".gitkeep"}, "") }), kinds: whole, codes: cut},
	}
}

// zipOf packs the bundle that meets, after whatever before adds.
func zipOf(t *testing.T, top string, header func(*zip.FileHeader), before func(*zip.Writer)) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	if before != nil {
		before(w)
	}
	files := meets()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		h := &zip.FileHeader{Name: top + name}
		header(h)
		put(t, w, h, files[name])
	}
	check(t, w.Close())
	return buf.Bytes()
}

func put(t *testing.T, w *zip.Writer, h *zip.FileHeader, text string) {
	t.Helper()
	f, err := w.CreateHeader(h)
	check(t, err)
	_, err = io.WriteString(f, text)
	check(t, err)
}

// zipRaw states sizes and checksum in the header of each file, as tools do
// that can seek.
func zipRaw(t *testing.T) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for name, text := range meets() {
		var packed bytes.Buffer
		f, err := flate.NewWriter(&packed, flate.BestCompression)
		check(t, err)
		_, err = io.WriteString(f, text)
		check(t, err)
		check(t, f.Close())
		raw, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(text)),
			CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(text))})
		check(t, err)
		_, err = raw.Write(packed.Bytes())
		check(t, err)
	}
	check(t, w.Close())
	return buf.Bytes()
}

// ordinaryTars are tar archives, packed and not, as common tools make them.
func ordinaryTars(t *testing.T) []ordinary {
	t.Helper()
	list := []ordinary{}
	for name, format := range map[string]tar.Format{"ustar": tar.FormatUSTAR, "pax": tar.FormatPAX, "gnu": tar.FormatGNU} {
		for _, top := range []string{"", "./", "bid/"} {
			list = append(list, ordinary{name: "tar " + name + " below " + top, data: tarOf(t, format, top, nil), kinds: whole, codes: cut})
		}
	}
	slices.SortFunc(list, func(a, b ordinary) int { return strings.Compare(a.name, b.name) })
	long := strings.Repeat("a-long-name-of-a-folder/", 6)
	git := &tar.Header{Typeflag: tar.TypeXGlobalHeader, Name: "pax_global_header", PAXRecords: map[string]string{"comment": strings.Repeat("0", 40)}}
	packed := func(header gzip.Header, level int) []byte {
		var buf bytes.Buffer
		w, err := gzip.NewWriterLevel(&buf, level)
		check(t, err)
		w.Header = header
		_, err = w.Write(tarOf(t, tar.FormatGNU, "./", nil))
		check(t, err)
		check(t, w.Close())
		return buf.Bytes()
	}
	return append(list,
		ordinary{name: "tar of git archive", data: tarOf(t, tar.FormatUSTAR, "bid/", git), kinds: whole, codes: cut},
		ordinary{name: "tar pax with long names", data: tarOf(t, tar.FormatPAX, long, nil), kinds: whole, codes: cut},
		ordinary{name: "tar gnu with long names", data: tarOf(t, tar.FormatGNU, long, nil), kinds: whole, codes: cut},
		ordinary{name: "tar pax with names in UTF-8", data: tarOf(t, tar.FormatPAX, "Angebot Müller/", nil), kinds: whole, codes: cut},
		ordinary{name: "tar.gz with a name and a time", data: packed(gzip.Header{Name: "bid.tar", ModTime: made, OS: 3}, gzip.DefaultCompression), kinds: whole, codes: cut},
		ordinary{name: "tar.gz with a comment", data: packed(gzip.Header{Comment: "evidence", OS: 255}, gzip.BestCompression), kinds: whole, codes: cut},
		ordinary{name: "tar.gz packed fast", data: packed(gzip.Header{OS: 255}, gzip.BestSpeed), kinds: whole, codes: cut},
	)
}

func tarOf(t *testing.T, format tar.Format, top string, before *tar.Header) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	if before != nil {
		check(t, w.WriteHeader(before))
	}
	if top != "" {
		check(t, w.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: top, Mode: 0o755, Format: format, ModTime: made}))
	}
	files := meets()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		check(t, w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: top + name, Mode: 0o644, Uname: "root", Size: int64(len(files[name])), Format: format, ModTime: made}))
		_, err := io.WriteString(w, files[name])
		check(t, err)
	}
	check(t, w.Close())
	return buf.Bytes()
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// ordinaryTools are archives that the tools of this machine make; one that is
// not installed is left out.
func ordinaryTools(t *testing.T) []ordinary {
	t.Helper()
	dir := t.TempDir()
	for name, text := range meets() {
		path := filepath.Join(dir, "bid", filepath.FromSlash(name))
		check(t, os.MkdirAll(filepath.Dir(path), 0o750))
		check(t, os.WriteFile(path, []byte(text), 0o600))
	}
	list := []ordinary{}
	for _, script := range []string{
		"tar --format=ustar -cf OUT bid", "tar --format=pax -cf OUT bid", "tar --format=gnu -cf OUT bid", "tar --format=oldgnu -cf OUT bid",
		"tar --format=v7 -cf OUT bid", "tar -czf OUT bid", "tar -C bid -czf OUT .", "tar -cf - bid | gzip -9n > OUT",
		"zip -qr OUT bid", "zip -q0r OUT bid", "zip -qXr OUT bid", "zip -qDr OUT bid", "cd bid && zip -qr - . > OUT", "zip -qlr OUT bid -i '*.md'",
		"git -C bid init -q && git -C bid add . && git -C bid -c user.name=a -c user.email=a@example.com commit -qm a && git -C bid archive -o OUT --format=tar HEAD",
		"git -C bid archive -o OUT --format=tar.gz --prefix=bid/ HEAD", "git -C bid archive -o OUT --format=zip HEAD; rm -rf bid/.git",
		"python3 -c 'import shutil; shutil.make_archive(\"py\", \"zip\", \"bid\")' && mv py.zip OUT",
		"python3 -c 'import shutil; shutil.make_archive(\"py\", \"gztar\", \"bid\")' && mv py.tar.gz OUT",
		"python3 -c 'import tarfile; t = tarfile.open(\"OUT\", \"w\", format=tarfile.GNU_FORMAT); t.add(\"bid\"); t.close()'",
	} {
		out := filepath.Join(t.TempDir(), "out")
		if strings.HasPrefix(script, "zip") {
			out += ".zip"
		}
		cmd := exec.Command("sh", "-c", strings.ReplaceAll(script, "OUT", out)) //nolint:gosec // of the list above
		cmd.Dir = dir
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Logf("left out: %s: %v %.100s", script, err, text)
			continue
		}
		data, err := os.ReadFile(out) //nolint:gosec // just made
		check(t, err)
		o := ordinary{name: strings.ReplaceAll(script, "/", "|"), data: data, kinds: whole, codes: cut}
		if strings.Contains(script, "-i '*.md'") {
			o.kinds, o.codes = nil, nil // holds the guide alone
		}
		list = append(list, o)
	}
	return list
}
