package evidence

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// contactForms are a http(s) URL, an e-mail address (bare or as a mailto URL)
// and a tel URL, in lower case. They are spelt out here rather than left to
// net/url and net/mail, so that others can check them with their own means: the
// reference derivation has the same forms.
var contactForms = sync.OnceValue(func() []*regexp.Regexp {
	const (
		atom = `[^\x00-\x20\x7f()<>\[\]:;@\\,."]+`
		mail = atom + `(\.` + atom + `)*@` + atom + `(\.` + atom + `)+`
		host = `(\[[0-9a-f:.]+\]|[^\x00-\x20\x7f/?#@:\[\]<>"\\^|{}%]+)`
	)
	return []*regexp.Regexp{
		regexp.MustCompile(`^https?://([^/?#@]*@)?` + host + `(:[0-9]*)?([/?#].*)?$`),
		regexp.MustCompile(`^(mailto:)?` + mail + `$`),
		regexp.MustCompile(`^mailto:` + mail + `[?].*$`),
		regexp.MustCompile(`^tel:[-+0-9.()]*[0-9][-+0-9.()]*$`),
	}
})

// notInContact finds white space, control characters and broken escapes.
var notInContact = pattern.Lazy(`[\x00-\x20\x7f]|%([^0-9A-Fa-f]|.[^0-9A-Fa-f]|.?$)`)

// wellFormedContact says whether a person could use text as a contact: a
// mailto, tel or http(s) URL, or an e-mail address whose host has a dot.
func wellFormedContact(text string) bool {
	if utf8.RuneCountInString(text) > 2000 || notInContact().MatchString(text) {
		return false
	}
	text = strings.ToLower(text)
	for _, form := range contactForms() {
		if form.MatchString(text) {
			return true
		}
	}
	return false
}
