// Command least does the least that a program can do with an SBOM, to compare
// others with: `least floor FILE` reads it, hashes it and holds it to the grammar
// of JSON at once; `least decode FILE` decodes it by the library that most
// programs use.
package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/go-json-experiment/json/jsontext"
)

func main() {
	if err := do(os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "least:", err)
		os.Exit(2)
	}
}

func do(args []string) error {
	if len(args) != 3 {
		return errors.New("give floor or decode, and a file")
	}
	f, err := os.Open(args[2])
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	switch args[1] {
	case "floor":
		return floor(f)
	case "decode":
		return decode(f)
	}
	return fmt.Errorf("%q is neither floor nor decode", args[1])
}

func decode(r io.Reader) error {
	bom := cyclonedx.NewBOM()
	if err := cyclonedx.NewBOMDecoder(r, cyclonedx.BOMFileFormatJSON).Decode(bom); err != nil {
		return err
	}
	fmt.Println(bom.SerialNumber)
	return nil
}

func floor(r io.Reader) error {
	sum := sha256.New()
	dec := jsontext.NewDecoder(io.TeeReader(r, sum))
	for {
		switch _, err := dec.ReadToken(); {
		case errors.Is(err, io.EOF):
			fmt.Printf("%x\n", sum.Sum(nil))
			return nil
		case err != nil:
			return err
		}
	}
}
