package tender

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// Day is a calendar day in UTC: whole days since 1970-01-01, and its text as
// YYYY-MM-DD. The zero Day has no text and means that none was given.
type Day struct {
	Day  int
	Text string
}

// ParseDay reads YYYY-MM-DD. The error says what to write, without naming a place.
func ParseDay(text string) (Day, error) {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil || at.Format(time.DateOnly) != text {
		return Day{}, fmt.Errorf("%s is not a date; write it as YYYY-MM-DD", quoted(text))
	}
	const secondsADay = 24 * 60 * 60
	return Day{Day: int(at.Unix() / secondsADay), Text: text}, nil
}

// day reads a date; the zero Day when the key is not there.
func (o *object) day(key string) Day {
	n := o.values[key]
	if n == nil {
		return Day{}
	}
	day, err := ParseDay(n.Value)
	if err != nil {
		wrong, do, _ := strings.Cut(err.Error(), "; ")
		o.fault(key, wrong, do)
	}
	return day
}

var digestForm = pattern.Lazy(`^(sha256:)?[0-9a-f]{64}$`)

// digest reads a SHA-256 with or without "sha256:" before it, and gives it
// without; "" when the key is not there.
func (o *object) digest(key string) string {
	text := o.text(key)
	if text == "" {
		return ""
	}
	lower := strings.ToLower(text)
	if !digestForm().MatchString(lower) {
		o.fault(key, quoted(text)+" is not a SHA-256 digest", "write sha256: and 64 hexadecimal digits")
		return ""
	}
	return strings.TrimPrefix(lower, "sha256:")
}

func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

var findingForm = pattern.Lazy(`^([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)(?:\.([A-Za-z0-9][A-Za-z0-9._-]*))?$`)

// finding reads the id of a requirement, or of one member of it: the member
// stands at the end of the id, as reports write it, or under its own key.
func (o *object) finding() (requirement, member string) {
	id := o.text("requirement")
	member = o.text("member")
	if id == "" {
		return "", member
	}
	m := findingForm().FindStringSubmatch(id)
	switch {
	case m == nil:
		o.fault("requirement", quoted(id)+" is not the id of a requirement", idHint)
		return "", member
	case m[2] != "" && member != "":
		o.fault("member", "stands also at the end of requirement", "keep only one of them")
	case m[2] != "":
		member = m[2]
	}
	return m[1], member
}

const idHint = "write area.name, as `bidgate policy list` shows it"
