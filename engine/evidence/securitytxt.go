package evidence

import (
	"strings"
)

// SecurityTxt is what a file in the form of RFC 9116 says: where weaknesses can
// be reported, and until when that holds.
type SecurityTxt struct {
	State    State `json:"state"`
	Contacts Texts `json:"contacts"`
	Expires  Date  `json:"expires"`
	Policy   Text  `json:"policy"`
	// Signed says that the file is in an OpenPGP cleartext signature, which is
	// not verified.
	Signed bool `json:"signed"`
}

// maxSecurityTxt is how much of such a file is read: RFC 9116 (5.4) lets a
// reader take no more than that.
const maxSecurityTxt = 32 << 10

// readSecurityTxt reads the lines of the file: a name, a colon and a value.
// Comments and what is not known are passed over. A date that stands twice, or
// that is none, is invalid.
func readSecurityTxt(data []byte) SecurityTxt {
	s := SecurityTxt{State: Stated, Contacts: Texts{State: Absent, Items: []string{}}, Expires: Date{State: Absent}, Policy: Text{State: Absent}}
	for line := range strings.Lines(strings.ToValidUTF8(string(data[:min(len(data), maxSecurityTxt)]), "\ufffd")) {
		line = strings.TrimSpace(line)
		if line == "-----BEGIN PGP SIGNED MESSAGE-----" {
			s.Signed = true
		}
		if line == "-----BEGIN PGP SIGNATURE-----" {
			break
		}
		name, value, found := strings.Cut(strings.TrimPrefix(line, "- "), ":")
		if value = strings.TrimSpace(value); !found || value == "" {
			continue
		}
		switch strings.ToLower(name) {
		case "contact":
			s.Contacts.State = Stated
			s.Contacts.Items = append(s.Contacts.Items, value)
		case "policy":
			s.Policy = statedText(value)
		case "expires":
			day, ok := parseTimestamp(value)
			if !ok || s.Expires.State != Absent {
				s.Expires = Date{State: Invalid}
			} else {
				s.Expires = Date{State: Stated, Value: day}
			}
		}
	}
	return s
}
