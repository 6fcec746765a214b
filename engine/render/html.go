package render

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page and its style
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/bidgate/bidgate/engine/report"
)

//go:embed page/report.html
var htmlPage string

//go:embed page/letter.html
var htmlLetter string

//go:embed page/report.css
var htmlStyle string

// htmlPoints is how many points are told in full; further ones are counted.
const htmlPoints = 10_000

func writeHTML(w io.Writer, r *report.Report, _ Options) error {
	return writeStoryHTML(w, "html", r, false)
}

func writePublicHTML(w io.Writer, r *report.Report, _ Options) error {
	return writeStoryHTML(w, "html-public", r, true)
}

// writeStoryHTML writes one file for a case file: it loads nothing, runs
// nothing and links to nothing but itself, and its policy keeps it so. Text
// from outside goes in as text alone, through html/template.
func writeStoryHTML(w io.Writer, format string, r *report.Report, public bool) error {
	s, err := newStory(r, public, htmlPoints)
	if err != nil {
		return err
	}
	return execute(w, format, htmlPage, htmlData{
		story: s, htmlStyled: styled(), Contents: contents(s), AdviceTitle: fmt.Sprintf(headAdvice, s.Facts[2].Text),
		SettingsCount: count(len(s.Settings), "parameter", "parameters"),
	})
}

// execute fills a page of ours and writes it whole.
func execute(w io.Writer, format, source string, data any) error {
	t, err := template.New(format).Funcs(template.FuncMap{"pieces": pieces, "label": htmlLabel}).Parse(source)
	if err != nil {
		return fmt.Errorf("%s: %w", format, err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return fmt.Errorf("%s: %w", format, err)
	}
	return send(w, format, b.Bytes())
}

// htmlData is what the page is filled with.
type htmlData struct {
	*story
	htmlStyled
	Contents      []storyPair // anchor and title
	AdviceTitle   string
	SettingsCount string
}

// htmlStyled is the one style of our pages, and the name by which their policy
// lets it in.
type htmlStyled struct {
	Style     template.CSS
	StyleHash string
}

// styled is the style of a page, which may add to that of all.
func styled(added ...string) htmlStyled {
	style := htmlStyle + strings.Join(added, "")
	sum := sha256.Sum256([]byte(style))
	return htmlStyled{
		Style:     template.CSS(style), //nolint:gosec // files of ours, the same for every report
		StyleHash: "sha256-" + base64.StdEncoding.EncodeToString(sum[:]),
	}
}

func contents(s *story) []storyPair {
	list := []storyPair{{"meaning", headMeaning}, {"next", headNext}}
	add := func(there bool, anchor, title string) {
		if there {
			list = append(list, storyPair{anchor, title})
		}
	}
	add(len(s.Sections) > 0, "sections", headSections)
	add(len(s.Problems) > 0, "problems", headProblems)
	for _, section := range s.Sections {
		add(true, section.ID, section.Title)
	}
	add(true, "records", headRecords)
	add(true, "documents", headFiles)
	add(len(s.Coverage) > 0, "coverage", headCoverage)
	add(s.Ages != nil, "ages", headAges)
	add(len(s.Settings) > 0, "parameters", headParameters)
	add(true, "check", headCheck)
	return list
}

// Label is a word of the page beside a point.
func (p storyPoint) Label(name string) (string, error) { return htmlLabel(name) }

// htmlLabel is a sentence of ours by the name that the pages have for it.
func htmlLabel(name string) (string, error) {
	if text, ok := htmlLabels[name]; ok {
		return text, nil
	}
	return "", fmt.Errorf("no label %q", name)
}

// escapeHTML makes text from outside inert in HTML, as an element's text and
// as the value of an attribute.
func escapeHTML(s string, columns int) string {
	return template.HTMLEscapeString(Escape(s, columns))
}
