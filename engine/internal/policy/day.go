package policy

import (
	"fmt"
	"time"
)

// ParseDay reads a calendar day written as YYYY-MM-DD.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return Day{}, fmt.Errorf("date %q is not a day like 2026-11-30", text)
	}
	return Day{Day: int(t.Unix() / 86400), Text: text}, nil
}
