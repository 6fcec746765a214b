package advisory

import (
	"slices"
	"strings"
	"time"
)

// certificateStates are the states of a certificate, as the programme has them.
var certificateStates = []string{"active", "historical", "revoked"}

// readCMVP reads a table of certificates of the Cryptographic Module Validation
// Programme. Its columns are found by their headings, in any order.
func readCMVP(r *reading, d document) error {
	return readSheet(d, 0, func(s *sheet) error {
		for _, headings := range [][]string{cmvpNumber, cmvpModule, cmvpStandard, cmvpStatus} {
			if s.lacks(headings...) {
				return &ImportError{File: d.name, Line: 1, What: "the heading lacks the column " + printable(headings[0])}
			}
		}
		c := Certificate{
			Number: strings.TrimLeft(strings.TrimPrefix(s.cell(cmvpNumber...), "#"), "0"),
			Module: s.cell(cmvpModule...), Vendor: s.cell("vendor name", "vendor"),
			Status: strings.ToLower(s.cell(cmvpStatus...)), Versions: []string{},
		}
		if c.Number == "" || strings.Trim(c.Number, "0123456789") != "" {
			return s.refuse(printable(s.cell(cmvpNumber...)) + " is not the number of a certificate")
		}
		if !slices.Contains(certificateStates, c.Status) {
			return s.refuse("certificate " + c.Number + " has the status " + printable(c.Status) + "; it is one of " + strings.Join(certificateStates, ", "))
		}
		switch standard := strings.TrimSpace(strings.TrimPrefix(strings.ToUpper(s.cell(cmvpStandard...)), "FIPS")); standard {
		case "140-1", "140-2", "140-3":
			c.Standard = "FIPS " + standard
		default:
			return s.refuse("certificate " + c.Number + " is of the standard " + printable(standard) + "; it is one of FIPS 140-1, 140-2, 140-3")
		}
		for _, heading := range []string{"module version", "versions", "software versions", "hardware versions", "firmware versions"} {
			for _, version := range strings.FieldsFunc(s.cell(heading), func(r rune) bool { return r == ',' || r == ';' }) {
				c.Versions = append(c.Versions, strings.TrimSpace(version))
			}
		}
		for _, date := range []struct {
			to   *string
			text string
		}{{&c.Validated, s.cell("validation date", "validated", "initial validation")}, {&c.Sunset, s.cell("sunset date", "sunset")}} {
			var ok bool
			if *date.to, ok = sheetDay(date.text); !ok {
				return s.refuse("certificate " + c.Number + " has a date that is none: " + printable(date.text))
			}
		}
		rec := certificateRecord(&c)
		rec.dated = c.Validated
		if err := r.add(rec); err != nil {
			return s.refuse(err.Error())
		}
		return nil
	})
}

var (
	cmvpNumber   = []string{"certificate number", "certificate", "cert #", "cert"}
	cmvpModule   = []string{"module name", "module"}
	cmvpStandard = []string{"standard", "fips standard"}
	cmvpStatus   = []string{"status", "module status"}
)

// sheetDay reads a date as ISO 8601 or as NIST writes it, month first; an empty
// cell and N/A state none. Of several, parted by semicolons, it takes the last.
func sheetDay(cell string) (date string, ok bool) {
	if i := strings.LastIndexByte(cell, ';'); i >= 0 {
		cell = strings.TrimSpace(cell[i+1:])
	}
	if cell == "" || strings.EqualFold(cell, "n/a") {
		return "", true
	}
	for _, layout := range []string{time.DateOnly, "1/2/2006", "January 2, 2006"} {
		if t, err := time.Parse(layout, cell); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}
