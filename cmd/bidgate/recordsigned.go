package main

import (
	"regexp"

	"github.com/urfave/cli/v2"

	"github.com/bidgate/bidgate/engine/attest"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
)

func recordKeysFlag() cli.Flag {
	return &cli.StringFlag{Name: "record-keys", Usage: "`FILE` with the keys that must have signed exceptions and determinations, each in a file beside it that ends in " + signatureEnding}
}

// recordMarker begins a file of records.
var recordMarker = regexp.MustCompile(`(?m)^(exceptions|determinations):[ \t]*1[ \t]*(#.*)?\r?$`)

// recordKind is exceptions or determinations for the text of such a file, else "".
func recordKind(text []byte) string {
	if m := recordMarker.FindSubmatch(text); m != nil {
		return string(m[1])
	}
	return ""
}

// countRecords reads a file of one kind; the error is that of its parser.
func countRecords(kind, name string, text []byte) (int, error) {
	if kind == "exceptions" {
		list, err := tender.ParseExceptions(name, text)
		return len(list), err
	}
	list, err := tender.ParseDeterminations(name, text)
	return len(list), err
}

// signedRecords reads one file of records. With keys one of them must have
// signed its exact bytes; a file that nobody signed excuses and settles nothing.
func signedRecords[T any](b *buyer, kind, file, keys string, parse func(string, []byte) ([]T, error)) ([]T, error) {
	text, err := parseFile(file, func(_ string, data []byte) ([]byte, error) { return data, nil })
	if err != nil {
		return nil, err
	}
	told := report.RecordFile{Kind: kind, Digest: digestOf(text), Signature: "not_checked"}
	if keys != "" {
		signature, err := whoSigned(file, keys, text, b.asOf)
		if err != nil {
			return nil, err
		}
		told.Signature, told.Owner, told.KeyID = "verified", either(signature.Owner, "the owner of the key"), signature.KeyID
	}
	b.records = append(b.records, told)
	return parse(file, text)
}

// whoSigned is the good signature over a file of records that lies beside it.
func whoSigned(file, keys string, text []byte, on string) (none attest.Signature, err error) {
	trusted, err := parseFile(keys, attest.ParseKeys)
	if err != nil {
		return none, err
	}
	day, err := tender.ParseDay(on)
	if err != nil {
		return none, badDate("--as-of", err)
	}
	envelope, err := readWhole(file+signatureEnding, attest.MaxEnvelope, signRecords)
	if err != nil {
		return none, err
	}
	opened, err := attest.Open(envelope, attest.RecordType, trusted, day)
	if err == nil {
		err = opened.Records(text)
	}
	if err != nil {
		return none, badRecordSignature(file, err)
	}
	for _, s := range opened.Signatures {
		if s.State == attest.Good {
			return s, nil
		}
	}
	return none, badRecordSignature(file, &attest.Refused{Signatures: opened.Signatures})
}

// records checks a file of records in the place of a report.
func (v *verifier) records(kind string) error {
	for _, flag := range []string{"digest", "bundle", "policy-bundle", "replay"} {
		if v.c.String(flag) != "" {
			return needsReport("--" + flag)
		}
	}
	file := v.c.String("signature")
	if file == "" {
		return recordsWithoutSignature(kind)
	}
	opened, refused, err := v.open(file, attest.RecordType)
	if err != nil {
		return err
	}
	if refused == nil {
		refused = opened.Records(v.text)
	}
	if refused != nil {
		v.result.add(checkRecordSignature+kind, stateNotOK, whyRefused(refused)...)
		return nil
	}
	v.result.add(checkRecordSignature+kind, stateOK, signedBy(opened.Signatures)...)
	n, err := countRecords(kind, v.c.Args().First(), v.text)
	v.result.judge(kind, err, count(n, "record")+", "+digestOf(v.text))
	return nil
}
