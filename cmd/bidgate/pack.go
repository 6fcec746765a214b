package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/render"
)

const packHelp = `
Makes the archive that you send: a .zip with the files of the bundle in order of
their paths, the same bytes whenever and wherever it is packed. A manifest
(bundle.yaml) with the digest of each file is added where there is none; one that
is there must fit. With --key the list of all files is signed, and the signature
is put in as bundle.dsse. What is packed is read again, and must be the same.`

// Names that pack adds to a bundle.
const (
	manifestName  = "bundle.yaml"
	signatureName = "bundle" + signatureEnding
)

// packedTime is the time of every file of an archive: the earliest that a zip
// can say.
var packedTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func (p *program) packCommand() *cli.Command {
	return &cli.Command{
		Name:        "pack",
		Usage:       "Make the archive to submit",
		ArgsUsage:   "BUNDLE",
		Description: packHelp,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "`FILE` to write (the bundle's name, with .zip)"},
			&cli.StringFlag{Name: "key", Usage: "`FILE` with the private key to sign with"},
			&cli.StringFlag{Name: "vendor", Usage: "your `NAME`, for a new manifest"},
			limitsFlag(),
			listFormatFlag(),
		},
		Action: p.pack,
	}
}

// submission is what pack tells.
type submission struct {
	File     string `json:"file"`
	Files    int    `json:"files"`
	Digest   string `json:"digest"` // of the content
	Manifest bool   `json:"manifest_added"`
	KeyID    string `json:"key_id"` // "" without a signature
	data     []byte
}

func (p *program) pack(c *cli.Context) error {
	if c.NArg() != 1 {
		return wrongArguments("pack", "one bundle", c.NArg())
	}
	what := c.Args().First()
	file := either(c.String("output"), strings.TrimSuffix(filepath.Clean(what), filepath.Ext(filepath.Clean(what)))+".zip")
	if c.String("output") == "" && (what == standardInput || filepath.Base(filepath.Clean(what)) == "." || strings.HasSuffix(filepath.Clean(what), "..")) {
		return noOutputOf("pack")
	}
	options, err := p.sheetOptions(c)
	if err != nil {
		return err
	}
	return p.list(c.String("format"), func() (any, func(*bytes.Buffer), error) {
		done, err := p.packBundle(c, what)
		if err != nil {
			return nil, nil, err
		}
		done.File = file
		return done, func(w *bytes.Buffer) {
			s := render.NewSheet(options)
			packedText(s, done)
			w.WriteString(s.String())
		}, p.writeNew(newFile{outFile{file, done.data}, newFileMode})
	})
}

func (p *program) packBundle(c *cli.Context, what string) (*submission, error) {
	limits, err := readLimits(c.String("limits"), []string{what})
	if err != nil {
		return nil, err
	}
	bundle, err := p.openBundle(c.Context, what, limits)
	if err != nil {
		return nil, err
	}
	if refused := bundle.Refused(); len(refused) > 0 {
		return nil, notPacked(what, refused[0])
	}
	files := bundle.Files()
	delete(files, signatureName) // it is over what was there before
	done := &submission{}
	dossier := evidence.Read(bundle)
	switch {
	case dossier.Bundle.Manifest.State == evidence.Absent:
		files[manifestName], done.Manifest = manifestOf(dossier, c.String("vendor")), true
	case len(dossier.Bundle.Problems) > 0:
		return nil, notPacked(what, dossier.Bundle.Problems[0].Message)
	}
	if c.String("key") != "" {
		if done.KeyID, err = p.signFiles(c.String("key"), files); err != nil {
			return nil, err
		}
	}
	if done.data, err = zipOf(files); err != nil {
		return nil, err
	}
	again, err := evidence.OpenArchive(bytes.NewReader(done.data), int64(len(done.data)), limits)
	if err != nil {
		return nil, err
	}
	contents := again.Contents()
	if len(contents) != len(files) || len(again.Refused()) > 0 {
		return nil, notPacked(what, "what was packed cannot be read again")
	}
	done.Files, done.Digest = len(files), evidence.ContentDigest(contents)
	return done, nil
}

// signFiles adds the signature over all other files.
func (p *program) signFiles(keyFile string, files map[string][]byte) (string, error) {
	key, err := p.readPrivateKey(keyFile)
	if err != nil {
		return "", err
	}
	public, err := key.Public()
	if err != nil {
		return "", err
	}
	list := make([]attest.File, 0, len(files))
	for name, data := range files {
		sum := sha256.Sum256(data)
		list = append(list, attest.File{Path: name, SHA256: hex.EncodeToString(sum[:]), Size: int64(len(data))})
	}
	files[signatureName], err = attest.SignBundle(list, key)
	return public.ID(), err
}

// zipOf packs files in order of their paths, stored with one time and mode.
func zipOf(files map[string][]byte) ([]byte, error) {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packedTime}
		header.SetMode(newFileMode)
		entry, err := w.CreateHeader(header)
		if err == nil {
			_, err = entry.Write(files[name])
		}
		if err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// manifestOf lists the documents of a bundle with their digests.
func manifestOf(d *evidence.Dossier, vendor string) []byte {
	var b bytes.Buffer
	b.WriteString("bundle: 1\n")
	if vendor != "" {
		fmt.Fprintf(&b, "vendor: %q\n", vendor)
	}
	if len(d.SBOMs) > 0 && d.SBOMs[0].Subject.Name.State == evidence.Stated {
		fmt.Fprintf(&b, "product: %q\n", d.SBOMs[0].Subject.Name.Value)
		if version := d.SBOMs[0].Subject.Version; version.State == evidence.Stated {
			fmt.Fprintf(&b, "version: %q\n", version.Value)
		}
	}
	b.WriteString("documents:\n")
	for _, doc := range d.Bundle.Documents {
		if doc.Path == signatureName {
			continue
		}
		fmt.Fprintf(&b, "  - path: %q\n", doc.Path)
		if len(doc.Kinds) > 0 {
			fmt.Fprintf(&b, "    kind: %s\n", doc.Kinds[0])
		}
		fmt.Fprintf(&b, "    sha256: %s\n", doc.SHA256)
	}
	return b.Bytes()
}

func packedText(s *render.Sheet, done *submission) {
	s.Put(0, 0, "", render.Say{Tone: render.Bold, Text: oneLine(done.File)}, render.Say{Text: ": " + count(done.Files, "file")})
	s.Keep(0, 8, "content", render.Say{Text: done.Digest})
	if done.Manifest {
		s.Put(0, 0, "", render.Say{Text: "with a new manifest, " + manifestName})
	}
	if done.KeyID != "" {
		s.Put(0, 0, "", render.Say{Text: "signed in " + signatureName + " with the key"})
		s.Keep(2, 0, "", render.Say{Text: done.KeyID})
	}
}
