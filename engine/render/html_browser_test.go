package render_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bidgate/bidgate/engine/render"
)

// axeFile is where make puts the program that looks for what shuts people out.
const axeFile = "../../build/axe.min.js"

// shownCases are the fixtures that are looked at in a browser.
var shownCases = []string{"mongo-no-declaration", "edk2-exception", "keycloak-contradicts", "keycloak-vulnerable"}

// TestPageInBrowser opens the pages of four fixtures in a real Chromium at the
// narrowest and a common width, light and dark: axe-core finds nothing against
// WCAG 2.0, 2.1 and 2.2 (A, AA) nor against its best practice, nothing is wider
// than the window, the style is let in by the page's own policy, and nothing
// was loaded from anywhere. The keyboard goes through in the order of the page.
func TestPageInBrowser(t *testing.T) {
	if os.Getenv("BIDGATE_BROWSER") == "" {
		t.Skip("BIDGATE_BROWSER is not set; make browser installs what this needs and runs it")
	}
	b := startBrowser(t)
	axe, err := os.ReadFile(axeFile)
	if err != nil {
		t.Log("axe-core is not in build/ (make browser puts it there); the page is looked at without it")
	}
	for i, name := range shownCases {
		r := fixture(t, filepath.Join("../../fixtures", name, "report.json"))
		formats := []string{"html"}
		if i%2 == 0 {
			formats = []string{"html", "html-public", "letter-html"}
		}
		for _, format := range formats {
			page := renderTo(t, r, format, render.Options{})
			file := filepath.Join(t.TempDir(), "page.html")
			if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, width := range []int{320, 1280} {
				for _, scheme := range []string{"light", "dark"} {
					shownWell(t, b, name+"-"+format, file, width, scheme, string(axe))
				}
			}
			b.show(file, 1280, "light")
			reached(t, b, name+"-"+format, outline(t, name, page))
		}
	}
}

// TestManyInBrowser: a page of 5,000 findings is laid out in a few seconds, a
// fold opens at once, and all but the first points are folded.
func TestManyInBrowser(t *testing.T) {
	if os.Getenv("BIDGATE_BROWSER") == "" {
		t.Skip("BIDGATE_BROWSER is not set; make browser installs what this needs and runs it")
	}
	b := startBrowser(t)
	r := many(5_000)
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(renderTo(t, &r, "html", render.Options{})), 0o600); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	b.show(file, 1280, "light")
	b.keep("5000-html-1280-light")
	height := b.eval("document.documentElement.scrollHeight")
	t.Logf("shown after %s, %s px high, %s folds", time.Since(begun).Round(time.Millisecond), height, b.eval("document.querySelectorAll('details').length"))
	if open := b.eval("document.querySelectorAll('details[open]').length"); open != "12" {
		t.Errorf("%s points are open", open)
	}
	if took := b.eval("(() => { const t = performance.now(); const d = document.querySelectorAll('details:not([open])'); d[d.length - 1].open = true; document.body.offsetHeight; return Math.round(performance.now() - t) })()"); len(took) > 3 {
		t.Errorf("a fold takes %s ms to open", took)
	}
}

// reached presses the key Tab through a page: it reaches links and folds in
// the order of the outline, and each is seen to be reached.
func reached(t *testing.T, b *browser, at string, outline []string) {
	t.Helper()
	var want []string
	for _, line := range outline {
		for _, mark := range []string{outlineLink, outlineFold} {
			if rest, ok := strings.CutPrefix(line, mark); ok {
				if mark == outlineLink {
					_, rest, _ = strings.Cut(rest, " ")
				}
				want = append(want, rest)
			}
		}
	}
	for i, text := range want {
		for _, kind := range []string{"keyDown", "keyUp"} {
			b.call("Input.dispatchKeyEvent", map[string]any{"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}, nil)
		}
		got := b.eval("document.activeElement.textContent.split(/\\s+/).filter(s => s).join(' ')")
		if got != text {
			t.Errorf("%s: stop %d of the keyboard is %.60q, want %.60q", at, i+1, got, text)
			return
		}
		if b.eval("getComputedStyle(document.activeElement).outlineStyle") == "none" {
			t.Errorf("%s: %.60q is reached and not marked", at, text)
		}
	}
}

func shownWell(t *testing.T, b *browser, name, file string, width int, scheme, axe string) {
	t.Helper()
	b.show(file, width, scheme)
	at := name + strings.Join([]string{"", map[int]string{320: "320", 1280: "1280"}[width], scheme}, "-")
	b.keep(at)
	if got := b.eval("document.documentElement.scrollWidth <= window.innerWidth"); got != "true" {
		t.Errorf("%s: the page is wider than the window: %s", at, b.eval(widest))
	}
	if got := b.eval("performance.getEntriesByType('resource').length"); got != "0" {
		t.Errorf("%s: something was loaded", at)
	}
	ground := map[string]string{"light": "rgb(255, 255, 255)", "dark": "rgb(18, 23, 29)"}[scheme]
	if got := b.eval("getComputedStyle(document.body).backgroundColor"); got != ground {
		t.Errorf("%s: the ground is %s, so the policy keeps the style out", at, got)
	}
	if axe == "" {
		return
	}
	b.eval("document.querySelectorAll('details').forEach(d => d.open = true)")
	b.eval(axe + "; ''")
	found := b.eval(`axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})` +
		`.then(r => JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, n: v.nodes.length, first: v.nodes[0].html.slice(0, 200), why: v.nodes[0].failureSummary}))))`)
	var violations []map[string]any
	if err := json.Unmarshal([]byte(found), &violations); err != nil {
		t.Fatal(err)
	}
	for _, v := range violations {
		t.Errorf("%s: %v (%v times): %v, %v; %v", at, v["id"], v["n"], v["help"], v["first"], v["why"])
	}
}

const widest = `Array.from(document.querySelectorAll('body *')).filter(e => e.getBoundingClientRect().right > window.innerWidth).slice(0, 3).map(e => e.tagName + ' ' + e.className + ' ' + e.textContent.slice(0, 60)).join('; ')`
