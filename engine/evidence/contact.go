package evidence

import (
	"net/mail"
	"net/url"
	"strings"
)

// wellFormedContact says whether a person could use text as a contact: a
// mailto, tel or http(s) URL, or an e-mail address.
func wellFormedContact(text string) bool {
	if len(text) > 2000 || strings.ContainsAny(text, " \t\r\n") {
		return false
	}
	u, err := url.Parse(text)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Hostname() != ""
	case "mailto":
		return isEmail(u.Opaque)
	case "tel":
		return strings.ContainsAny(u.Opaque, "0123456789") && strings.Trim(u.Opaque, "+0123456789-.()") == ""
	case "":
		return isEmail(text)
	}
	return false
}

// isEmail accepts a bare address with a host name that has a dot.
func isEmail(text string) bool {
	address, err := mail.ParseAddress(text)
	if err != nil || address.Address != text {
		return false
	}
	host := text[strings.LastIndexByte(text, '@')+1:]
	return strings.Contains(strings.Trim(host, "."), ".")
}
