package advisory

import (
	"bytes"
	"context"
	"encoding/hex"
)

// ImportInMemory imports one document without a store: what a fuzzer needs
// thousands of times in a second.
func ImportInMemory(name, file string, data []byte, l Limits) (*Data, error) {
	job := Import{Format: name, Limits: l}
	source := FileSource(file, bytes.NewReader(data), int64(len(data)))
	f, err := job.prepare(source)
	if err != nil {
		return nil, err
	}
	r := newReading(context.Background(), job, f.kind)
	if err := f.readAll(r, source); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if _, _, err := r.set.write(&out, f.name, r.date); err != nil {
		return nil, err
	}
	return OpenInMemory(out.Bytes())
}

// OpenInMemory opens one set file.
func OpenInMemory(file []byte) (*Data, error) {
	t, err := openTable("set", bytes.NewReader(file), int64(len(file)), newCache(8))
	if err != nil {
		return nil, err
	}
	return &Data{sets: []Set{t.describe(Set{Name: "set"})}, tables: []*table{t}}, nil
}

// Around makes a set file around any body, with digests that are right: as
// somebody would who wants the reader to believe it.
func Around(kind Kind, data []byte, texts, postings, keys, fans int64, fanBits int) []byte {
	b := &body{}
	b.add(data)
	root, above := digests(b.parts)
	front, err := frontOf(header{Kind: kind, Ecosystems: []string{}, Texts: texts, Postings: postings, Keys: keys, Fans: fans,
		FanBits: fanBits, Body: int64(len(data)), Root: hex.EncodeToString(root[:])})
	if err != nil {
		panic(err)
	}
	return bytes.Join([][]byte{front, data, bytes.Join(above, nil)}, nil)
}

// BodyOf gives the parts of a set file that Around takes.
func BodyOf(d *Data, file []byte) (data []byte, texts, postings, keys, fans int64, fanBits int) {
	h, at := d.tables[0].head, d.tables[0].levels[0].off
	return file[at : at+h.Body], h.Texts, h.Postings, h.Keys, h.Fans, h.FanBits
}

// FileOf is the set file of a Data in memory.
func FileOf(d *Data) []byte {
	t := d.tables[0]
	file := make([]byte, t.size)
	if _, err := t.file.ReadAt(file, 0); err != nil {
		panic(err)
	}
	return file
}
