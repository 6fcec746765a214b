package render_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct {
		name, in string
		columns  int
		want     string
	}{
		{"plain", "openssl 3.0.2", 40, "openssl 3.0.2"},
		{"other scripts stay", "Größe 漢字 שלום", 40, "Größe 漢字 שלום"},
		{"terminal command", "\x1b[2Jgone", 40, `\u{1b}[2Jgone`},
		{"line break", "a\r\nb", 40, `a\u{d}\u{a}b`},
		{"eight-bit command", "a\u009b2J", 40, `a\u{9b}2J`},
		{"runs backwards", "a\u202etxt.exe", 40, `a\u{202e}txt.exe`},
		{"zero width", "pay\u200bpal", 40, `pay\u{200b}pal`},
		{"byte order mark", "\ufeffa", 40, `\u{feff}a`},
		{"tag characters", "a\U000e0041", 40, `a\u{e0041}`},
		{"variation selector", "a\ufe0f", 40, `a\u{fe0f}`},
		{"blank letter", "a\u3164b", 40, `a\u{3164}b`},
		{"private use", "a\ue000", 40, `a\u{e000}`},
		{"unassigned", "a\U0003ffff", 40, `a\u{3ffff}`},
		{"not UTF-8", "a\xff\xc0b", 40, `a\x{ff}\x{c0}b`},
		{"imitated escape", `a\u{1b}\x{ff}\n`, 40, `a\u{5c}u{1b}\u{5c}x{ff}\n`},
		{"other spaces", "a\u00a0b\u3000c", 40, "a b c"},
		{"mark on nothing", "\u0301a", 40, `\u{301}a`},
		{"piled marks", "a\u0301\u0301\u0301\u0301", 40, "a\u0301\u0301\u0301\\u{301}"},
		{"cut", "abcdef", 4, "abc…"},
		{"fits", "abcd", 4, "abcd"},
		{"cut before a wide character", "ab漢字", 4, "ab…"},
		{"no half escape", "abc\x1b", 6, "abc…"},
		{"no room", "abc", 0, "…"},
		{"nothing", "", 0, ""},
	} {
		if got := render.Escape(c.in, c.columns); got != c.want {
			t.Errorf("%s: Escape(%q, %d) = %q, want %q", c.name, c.in, c.columns, got, c.want)
		}
	}
}

func FuzzEscape(f *testing.F) {
	f.Add(nasty, 80)
	f.Add("\\\\u{\\x{", 3)
	f.Add("a"+strings.Repeat("\u0301", 40), 10)
	f.Fuzz(func(t *testing.T, s string, n int) {
		n %= 500
		got := render.Escape(s, n)
		if !utf8.ValidString(got) {
			t.Fatalf("not UTF-8: %q", got)
		}
		for _, r := range got {
			if !report.Visible(r) || unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) {
				t.Fatalf("%U stands in the output", r)
			}
		}
		if utf8.RuneCountInString(got) > 4*max(n, 1) {
			t.Fatalf("%d characters for %d columns", utf8.RuneCountInString(got), n)
		}
		if s != "" && got == "" {
			t.Fatal("text vanished")
		}
	})
}

// everywhere sets every text of a report to s, the words of closed sets too.
func everywhere(r *report.Report, s string) {
	fillEach(reflect.ValueOf(r).Elem(), func() string { return s })
}

func fillEach(v reflect.Value, next func() string) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			v.SetString(next())
		}
	case reflect.Pointer:
		if !v.IsNil() {
			fillEach(v.Elem(), next)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fillEach(v.Field(i), next)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fillEach(v.Index(i), next)
		}
	}
}
