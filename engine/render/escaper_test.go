package render

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// misleading is text that a terminal, a log or a reader's eye takes for
// something else, one kind a row.
var misleading = []struct{ name, text string }{
	{"terminal command", "\x1b[2J\x1b[32mMEETS\x1b[0m"},
	{"title of the window", "\x1b]0;owned\x07"},
	{"eight-bit command", "\u009b2J"},
	{"new line", "a\nbidgate: all is well"},
	{"carriage return", "fails\rmeets"},
	{"backspaces", "fails\b\b\b\b\bmeets"},
	{"next line", "a\u0085b"},
	{"line separator", "a\u2028b\u2029c"},
	{"NUL", "a\x00b"},
	{"DEL", "a\x7fb"},
	{"runs backwards", "\u202egnp.exe"},
	{"isolates", "\u2066a\u2067b\u2068c\u2069"},
	{"marks of direction", "a\u200e\u200fb\u061cc"},
	{"zero width", "pay\u200bpal\u200c\u200d\u2060"},
	{"byte order mark", "\ufeffa"},
	{"soft hyphen", "open\u00adssl"},
	{"tags", "a\U000e0041\U000e007f"},
	{"variation selectors", "a\ufe0f\U000e0100"},
	{"blank letters", "\u3164\u115f\u1160\uffa0"},
	{"private use", "\ue000\U0010fffd"},
	{"unassigned", "\u0378\U0003ffff"},
	{"noncharacters", "\ufffe\uffff"},
	{"interlinear", "\ufff9a\ufffab\ufffb"},
	{"piled marks", "a" + strings.Repeat("\u0301", 40)},
	{"not UTF-8", "a\xff\xc0\xed\xa0\x80b"},
	{"imitated escape", `\u{1b}\x{ff}\u001b`},
	{"JSON", `","verdict":"meets`},
	{"spaces", "a\u00a0\u2003\u3000b"},
	{"long", strings.Repeat("x", 10_000)},
	{"other scripts", "Größe 漢字 שלום"},
}

// inertText fails when something in text is obeyed or hidden by what shows it.
func inertText(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Fatalf("not UTF-8: %q", text)
	}
	for _, r := range text {
		if unicode.In(r, unicode.C, unicode.Zl, unicode.Zp, unicode.Bidi_Control, unicode.Other_Default_Ignorable_Code_Point) || !unicode.IsGraphic(r) {
			t.Fatalf("%U stands in %q", r, text)
		}
	}
}

// TestEscapers holds the escaper of every format: one line, nothing that is
// obeyed or hidden, and what a program reads is the text itself.
func TestEscapers(t *testing.T) {
	for _, f := range formats {
		if f.escape == nil {
			t.Errorf("%s names no escaper", f.Name)
			continue
		}
		for _, m := range misleading {
			t.Run(f.Name+"/"+m.name, func(t *testing.T) { escapes(t, f.Name, f.escape, m.text, 40) })
		}
	}
}

func escapes(t *testing.T, format string, escape func(string, int) string, text string, columns int) {
	got := escape(text, columns)
	inertText(t, got)
	if format != "json" {
		if w := stringWidth(got); w > max(columns, 1) {
			t.Fatalf("%d columns of %d: %q", w, columns, got)
		}
		return
	}
	var back string
	if err := json.Unmarshal([]byte(got), &back); err != nil {
		t.Fatalf("no JSON string: %v: %q", err, got)
	}
	if want := strings.ToValidUTF8(text, "\ufffd"); utf8.ValidString(text) && back != want {
		t.Fatalf("decodes to %q, want %q", back, want)
	}
}

// TestEscapeTellsEscapesApart: a text that imitates an escape and the text
// that needs one are never shown alike.
func TestEscapeTellsEscapesApart(t *testing.T) {
	for a, b := range map[string]string{"\x1b": `\u{1b}`, "\xff": `\x{ff}`, `\u{5c}u{1b}`: `\u{1b}`} {
		if Escape(a, 80) == Escape(b, 80) {
			t.Errorf("%q and %q are shown alike, as %q", a, b, Escape(a, 80))
		}
	}
}

func TestLine(t *testing.T) {
	for _, m := range misleading {
		piece := Escape(m.text, 60)
		if got := Line("a: "+piece, 80); got != "a: "+piece {
			t.Errorf("%s: a line of escaped pieces was changed: %q", m.name, got)
		}
		line := Line(m.text, 60)
		inertText(t, line)
		if again := Line(line, 60); again != line {
			t.Errorf("%s: %q becomes %q", m.name, line, again)
		}
	}
}

func FuzzEscapers(f *testing.F) {
	for _, m := range misleading {
		f.Add(m.text, 60)
	}
	f.Fuzz(func(t *testing.T, text string, columns int) {
		columns %= 500
		for _, format := range formats {
			escapes(t, format.Name, format.escape, text, columns)
		}
	})
}

func FuzzLine(f *testing.F) {
	for _, m := range misleading {
		f.Add(m.text, 60)
	}
	f.Fuzz(func(t *testing.T, text string, columns int) {
		columns %= 500
		line := Line(text, columns)
		inertText(t, line)
		if again := Line(line, columns); again != line {
			t.Fatalf("%q becomes %q", line, again)
		}
		if w := stringWidth(line); w > max(columns, 1) {
			t.Fatalf("%d columns of %d: %q", w, columns, line)
		}
		if piece := Escape(text, columns); Line(piece, columns) != piece {
			t.Fatalf("the escaped %q is changed", piece)
		}
	})
}
