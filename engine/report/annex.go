package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
)

// Annex is what a buyer publishes before bids are judged: every requirement in
// force with its parameters, what to send, and what stands for it otherwise.
type Annex struct {
	Contract    int         `json:"annex"` // version of this form, 1
	Notice      string      `json:"notice"`
	AsOf        string      `json:"as_of"` // the day that decides what is in force
	Tender      Tender      `json:"tender"`
	Profile     Profile     `json:"profile"` // Digest is that of a report judged by the same rules
	Description string      `json:"description"`
	Policy      string      `json:"policy"` // digest of the policies
	Parameters  []Parameter `json:"parameters"`
	Asked       []Asked     `json:"asked"` // by section, severity and id
	Command     string      `json:"command"`
	// ProfileFile is the file of the profile, byte for byte, so that a vendor can
	// be judged by it.
	ProfileFile ProfileFile `json:"profile_file"`
}

// ProfileFile is the text of a profile with its digest, "sha256:" and hex.
type ProfileFile struct {
	Digest string `json:"digest"`
	Text   string `json:"text"`
}

// Encode writes the annex in its one canonical form, as Report.Encode does.
func (a *Annex) Encode(w io.Writer) error {
	var raw bytes.Buffer
	enc := json.NewEncoder(&raw)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(whole(reflect.ValueOf(*a)).Interface()); err != nil {
		return fmt.Errorf("annex: %w", err)
	}
	if _, err := w.Write(Inert(raw.Bytes())); err != nil {
		return fmt.Errorf("annex: %w", err)
	}
	return nil
}

// Digest names the annex by the SHA-256 of its canonical form: the digest of
// the file that holds it as JSON.
func (a *Annex) Digest() (string, error) {
	sum := sha256.New()
	if err := a.Encode(sum); err != nil {
		return "", err
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil)), nil
}

// DecodeAnnex reads one annex as Encode writes it, as strictly as Decode reads
// a report. An annex that was changed by hand in its form alone is refused too:
// its digest would no longer be that of the file.
func DecodeAnnex(src []byte) (*Annex, error) {
	var head struct {
		Contract *int `json:"annex"`
	}
	if err := json.Unmarshal(src, &head); err != nil || head.Contract == nil {
		return nil, errors.New("is not an annex as JSON")
	}
	if *head.Contract != 1 {
		return nil, fmt.Errorf("is an annex of version %d, and this program reads version 1", *head.Contract)
	}
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.UseNumber()
	if err := (shape{dec}).value(reflect.TypeFor[Annex](), "", ""); err != nil {
		return nil, fmt.Errorf("is not an annex as bidgate writes it (%w)", err)
	}
	var a Annex
	if err := json.Unmarshal(src, &a); err != nil {
		return nil, fmt.Errorf("is not an annex as bidgate writes it (%w)", err)
	}
	var again bytes.Buffer
	if err := a.Encode(&again); err != nil {
		return nil, err
	}
	if !bytes.Equal(again.Bytes(), src) {
		return nil, errors.New("is not as bidgate wrote it; it was changed after that")
	}
	return &a, nil
}

// Asked is one requirement as a profile asks it. Members that are asked with
// another severity than it are on their own.
type Asked struct {
	ID          string        `json:"id"`
	Title       string        `json:"title"`
	Section     string        `json:"section"`
	Severity    Severity      `json:"severity"`
	Level       Level         `json:"level"`    // the weakest basis that is taken
	Advisory    bool          `json:"advisory"` // not in force on the day
	From        string        `json:"from"`     // in force from, YYYY-MM-DD or ""
	To          string        `json:"to"`       // in force until, YYYY-MM-DD or ""
	Asks        string        `json:"asks"`     // what it asks and how it is judged
	Evidence    Needed        `json:"evidence"`
	Members     []AskedMember `json:"members"`
	Parameters  []Parameter   `json:"parameters"`
	Send        string        `json:"send"` // what mends a failure
	Sources     []Source      `json:"sources"`
	Equivalents []Clause      `json:"equivalents"` // taken in its place
}

// AskedMember is one member of a table that is asked.
type AskedMember struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Family string `json:"family"`
}
