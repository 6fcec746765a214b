package engine

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/bidgate/bidgate/engine/internal/policy"
)

// message fills a template of the catalogue. An argument that the statement
// lacks shows as "?": the sentence stays, and loading has found the template. A
// sentence that grows beyond maxSentence is cut, and ends with an ellipsis. An
// argument that is empty leaves one space.
func message(template string, args map[string]any) string {
	parts, err := policy.ParseMessage(template)
	if err != nil {
		return template
	}
	var b strings.Builder
	gap := false
	for _, part := range parts {
		if part.Arg == "" {
			if gap {
				part.Text = strings.TrimPrefix(part.Text, " ")
			}
			b.WriteString(part.Text)
			gap = false
			continue
		}
		said := argument(args[part.Arg], part.Form)
		gap = said == "" && strings.HasSuffix(b.String(), " ")
		b.WriteString(said)
		if b.Len() > maxSentence {
			return strings.ToValidUTF8(b.String()[:maxSentence], "") + "…"
		}
	}
	return b.String()
}

// public is the message without what it quotes: names, versions, places and
// the like. It is "" where that is the message itself.
func public(template string, args map[string]any) string {
	open := map[string]any{}
	for name, value := range args {
		switch value.(type) {
		case json.Number, bool:
		default:
			if !publicArguments[name] {
				value = withheld
			}
		}
		open[name] = value
	}
	if text := message(template, open); text != message(template, args) {
		return text
	}
	return ""
}

// maxSentence is in bytes. A template may name an argument many times, and an
// argument may be long: neither makes a report without bound.
const maxSentence = 16 << 10

// argument writes one argument: as it is, a share from 0 to 1 in per cent, a
// day number as a date, or a number with the words that fit it.
func argument(value any, form string) string {
	switch v := value.(type) {
	case nil:
		return "?"
	case string:
		return v
	case json.Number:
		return number(v, form)
	case []any:
		parts := make([]string, len(v))
		for i, item := range v {
			parts[i] = argument(item, form)
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(value)
}

func number(n json.Number, form string) string {
	value, err := n.Float64()
	switch {
	case err != nil:
		return "?"
	case form == "percent":
		return strconv.FormatFloat(value*100, 'f', -1, 64) + " %"
	case form == "date":
		return dateOf(int(value))
	}
	if one, others, counted := strings.Cut(form, "|"); counted {
		if value == 1 {
			return n.String() + " " + one
		}
		return n.String() + " " + others
	}
	return n.String()
}

// dateOf is the calendar date of a day number.
func dateOf(day int) string {
	return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
}

// dayOf reads a date as YYYY-MM-DD into whole days since 1970-01-01.
func dayOf(date string) (policy.Day, error) {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return policy.Day{}, fmt.Errorf("%q is no date; write it as YYYY-MM-DD", date)
	}
	return policy.Day{Day: int(t.Unix() / 86400), Text: date}, nil
}
