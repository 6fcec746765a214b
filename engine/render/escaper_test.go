package render

import (
	"encoding/json"
	"encoding/xml"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/bidgate/bidgate/engine/report"
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
	{"a name of a million bytes", strings.Repeat("<=@x", 1<<18)},
	{"terminal link", "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\"},
	{"terminal clipboard", "\x1b]52;c;cm0gLXJmIC8=\x07"},
	{"formula", "=cmd|' /C calc'!A0"},
	{"formulas of other kinds", "+1;-1;@SUM(A1); =1;\"=2\";＝3"},
	{"hidden formula", " \t=1+1"},
	{"markup", "<script>alert(1)</script><img src=x onerror=alert(1)>"},
	{"attribute", "\" onmouseover=\"alert(1)' autofocus=`"},
	{"end of data", "]]></failure><!-- -- -->"},
	{"entities", "&lt;script&gt; &#60;b&#62; &amp;#60;"},
	{"template", "{{.Verdict}} {0} ${x} %s"},
	{"address of a script", "javascript:alert(1) data:text/html,x"},
	{"Markdown link", "[click](https://evil.example) ![x](https://evil.example/x.png)"},
	{"Markdown reference", "[a]: https://evil.example\n[a]"},
	{"bare links", "https://evil.example www.evil.example WWW.EVIL.EXAMPLE a@evil.example <https://evil.example>"},
	{"mentions", "@everyone @acme/team #12 GH-12 !12 %1 ~bug &3 acme/x#1 acme/x@0123456789abcdef0123456789abcdef01234567"},
	{"emoji", ":white_check_mark: MEETS :x:"},
	{"Markdown table", "a | b\n|---|---|\n`x` | **y** __z__ ~~w~~"},
	{"backquotes", "`` ` ``` x"},
	{"heading", "# MEETS\n---\n1. x\n> y\n- [x] z"},
	{"command of a workflow", "::error file=a::x"},
	{"command after a line", "a%0A::set-output name=x::y\n::stop-commands::z"},
	{"command of a pipeline", "##vso[task.setvariable variable=x]y ##VSO[x]y ###vso[x]y"},
	{"command of a runner", "##[error]x ##[group]y ###[x]"},
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

// readers give back the text that a program takes from what an escaper wrote,
// by format, each without the code under test.
var readers = map[string]func(t *testing.T, written string) string{
	"json": func(t *testing.T, written string) string {
		t.Helper()
		var back string
		if err := json.Unmarshal([]byte(written), &back); err != nil {
			t.Fatalf("no JSON string: %v: %q", err, written)
		}
		return back
	},
	"sarif": func(_ *testing.T, written string) string {
		var b strings.Builder
		for i := 0; i < len(written); i++ {
			if strings.IndexByte("\\{}", written[i]) >= 0 {
				i++
			}
			b.WriteByte(written[i])
		}
		return b.String()
	},
	"junit": func(t *testing.T, written string) string {
		t.Helper()
		var x struct {
			A string `xml:"a,attr"`
			T string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+written+`">`+written+`</x>`), &x); err != nil || x.A != x.T {
			t.Fatalf("%v: %q and %q", err, x.A, x.T)
		}
		return x.T
	},
	"markdown": func(_ *testing.T, written string) string {
		return string(unescapePunctuation([]byte(strings.ReplaceAll(written, joint, ""))))
	},
	"oscal": func(_ *testing.T, written string) string { return string(unescapePunctuation([]byte(written))) },
	"html": func(t *testing.T, written string) string {
		t.Helper()
		if strings.ContainsAny(written, "<>\"'") {
			t.Fatalf("ends a text or an attribute: %q", written)
		}
		return html.UnescapeString(written)
	},
	"csv": func(_ *testing.T, written string) string { return formula.ReplaceAllString(written, "$1$2") },
	"github": func(t *testing.T, written string) string {
		t.Helper()
		if strings.ContainsAny(written, ":,") {
			t.Fatalf("ends a property: %q", written)
		}
		back, err := url.PathUnescape(written)
		if err != nil {
			t.Fatal(err)
		}
		return back
	},
}

// sameEscaper is the format whose escaper a format shares.
func sameEscaper(format string) string {
	format = strings.TrimSuffix(format, "-public")
	if strings.HasPrefix(format, "csv-") {
		return "csv"
	}
	if other := map[string]string{"letter": "markdown", "letter-html": "html"}[format]; other != "" {
		return other
	}
	return format
}

// formula is a mark before which an apostrophe was put.
var formula = regexp.MustCompile(`((?:^|;)[ "']*)'([=+@＝＋－＠|%-])`)

func escapes(t *testing.T, format string, escape func(string, int) string, text string, columns int) {
	t.Helper()
	got := escape(text, columns)
	inertText(t, got)
	for i := range got {
		if report.Obeyed(got[i:]) {
			t.Fatalf("a runner obeys %q", got)
		}
	}
	back := got
	if read := readers[sameEscaper(format)]; read != nil {
		back = read(t, got)
	}
	if format == "json" {
		if want := strings.ToValidUTF8(text, "\ufffd"); utf8.ValidString(text) && back != want {
			t.Fatalf("decodes to %q, want %q", back, want)
		}
		return
	}
	if want := Escape(text, columns); back != want {
		t.Fatalf("reads as %q, want %q, from %q", back, want, got)
	}
	if w := stringWidth(back); w > max(columns, 1) {
		t.Fatalf("%d columns of %d: %q", w, columns, back)
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
