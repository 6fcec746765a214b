package render_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
)

// htmlElements are all that our pages are made of: none loads, runs or asks.
var htmlElements = strings.Fields("html head meta title style body a header h1 h2 h3 h4 main nav section footer p span strong bdi code dl dt dd ul ol li table caption thead tbody tr th td details summary div svg rect fieldset legend input label")

// htmlAttributes are all that they carry; a link leads to a place of its page.
var htmlAttributes = strings.Fields("lang charset http-equiv content name class id href aria-hidden aria-label aria-labelledby role scope open viewBox preserveAspectRatio x y width height start type for checked tabindex")

// walkHTML reads a page with a reader that takes HTML, and gives each element
// and the text in it.
func walkHTML(t *testing.T, name, page string, visit func(e xml.StartElement, text string)) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	type open struct {
		e    xml.StartElement
		text *strings.Builder
	}
	var stack []open
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			stack = append(stack, open{token.Copy(), &strings.Builder{}})
		case xml.CharData:
			for _, o := range stack {
				o.text.Write(token)
			}
		case xml.EndElement:
			last := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			visit(last.e, strings.Join(strings.Fields(last.text.String()), " "))
		case xml.Comment:
			t.Errorf("%s: a comment %.40q", name, token)
		}
	}
}

// checkHTML holds a page to be of our elements alone, without an attribute that
// runs or loads anything, and its policy to let in our style alone.
func checkHTML(t *testing.T, name, out string) {
	policy := ""
	style := ""
	walkHTML(t, name, out, func(e xml.StartElement, text string) {
		if !slices.Contains(htmlElements, e.Name.Local) {
			t.Errorf("%s: an element %s", name, e.Name.Local)
		}
		attributes := map[string]string{}
		for _, a := range e.Attr {
			attributes[a.Name.Local] = a.Value
			if !slices.Contains(htmlAttributes, a.Name.Local) || a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") {
				t.Errorf("%s: %s has %s=%.60q", name, e.Name.Local, a.Name.Local, a.Value)
			}
		}
		if attributes["http-equiv"] == "Content-Security-Policy" {
			policy = attributes["content"]
		}
	})
	if _, rest, ok := strings.Cut(out, "<style>"); ok {
		style, _, _ = strings.Cut(rest, "</style>")
	}
	sum := sha256.Sum256([]byte(style))
	if want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"; policy != want || style == "" {
		t.Errorf("%s: the policy is %q, want %q", name, policy, want)
	}
}

// TestHTMLOutline holds the tree of headings and the order in which the keyboard
// reaches links and folds, of each page. No level of a heading is left out.
func TestHTMLOutline(t *testing.T) {
	r := undetermined()
	for format, file := range map[string]string{"html": "undetermined", "html-public": "undetermined.public", "letter-html": "undetermined.letter"} {
		golden(t, filepath.Join("testdata", file+".outline.txt"), strings.Join(outline(t, format, renderTo(t, &r, format, render.Options{})), "\n")+"\n")
	}
}

// outline gives headings, links and folds of a page in their order.
func outline(t *testing.T, name, page string) []string {
	t.Helper()
	var lines []string
	level := 0
	walkHTML(t, name, page, func(e xml.StartElement, text string) {
		switch n := e.Name.Local; n {
		case "h1", "h2", "h3", "h4":
			if now := int(n[1] - '0'); now > level+1 {
				t.Errorf("%s: %s %q follows a heading of level %d", name, n, text, level)
			}
			level = int(n[1] - '0')
			lines = append(lines, strings.Repeat("  ", level-1)+n+" "+text)
		case "a":
			lines = append(lines, outlineLink+e.Attr[len(e.Attr)-1].Value+" "+text)
		case "summary":
			lines = append(lines, outlineFold+text)
		}
	})
	return lines
}

const (
	outlineLink = "        → link "
	outlineFold = "        → fold "
)

// TestPublicWithholds: a version for release has no name of a component, no
// place and no document, and keeps verdict, ids and reasons.
func TestPublicWithholds(t *testing.T) {
	r := doesNotMeet()
	for i := range r.Findings {
		for j := range r.Findings[i].Violations {
			s := &r.Findings[i].Violations[j]
			s.Message, s.Public = s.Message+" secretlib", s.Message+" (withheld)"
			for k := range s.Places {
				s.Places[k].Name, s.Places[k].Pointer = "secretlib", "/secretpointer"
			}
		}
	}
	for i := range r.Documents {
		for j := range r.Documents[i].Problems {
			r.Documents[i].Problems[j].Message = "secretlib"
		}
	}
	for _, format := range []string{"html-public", "markdown-public"} {
		out := renderTo(t, &r, format, render.Options{})
		for _, name := range append([]string{"secretlib", "secretpointer", modelPath, formPath}, sbomPath) {
			if strings.Contains(out, name) || strings.Contains(out, strings.ReplaceAll(name, "-", "&#45;")) {
				t.Errorf("%s: %s is not withheld", format, name)
			}
		}
		for _, kept := range []string{"DOES NOT MEET", "214 of 298 components state no version", "link.same", "214 places, withheld", "(withheld)"} {
			if !strings.Contains(strings.ReplaceAll(out, "\\", ""), kept) {
				t.Errorf("%s: %q is not kept", format, kept)
			}
		}
	}
}
