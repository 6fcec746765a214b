package evidence

import (
	"encoding/base64"
	"slices"
	"strings"
)

// embedded reads the form that the document carries as its maker wrote it. It
// counts only where all that the document says itself agrees with it: then it
// says more. Two truths in one document are a problem, and what everybody can
// read in it counts.
func (f *cdxaForm) embedded(projected *Declaration) *Declaration {
	var found spot
	for _, s := range f.within.get("evidence").list() {
		if s.get("propertyName").plain() == sourceMark {
			found = s.get("data").first().get("contents", "attachment")
			break
		}
	}
	content := found.get("content")
	if !content.there() {
		return nil
	}
	src, ok := f.attached(found)
	if !ok {
		f.problem(codeSyntax, content, "the declaration inside the document is not in base64 as it says; correct or remove it")
		return nil
	}
	f.yaml = len(src.data)
	read := readDeclaration(src, f.limits)
	if !read.readable {
		for _, p := range read.problems {
			p.Message, p.At = "the declaration inside the document cannot be read: "+p.Message, f.src.position(content.at)
			f.problems = append(f.problems, p)
		}
		return nil
	}
	if field := disagreement(projected, read.declaration); field != "" {
		f.problem(codeContradiction, content, "the declaration inside the document says another thing in %s than the document itself, which counts; let both say the same", field)
		return nil
	}
	for _, p := range read.problems {
		p.At = f.src.position(content.at)
		f.problems = append(f.problems, p)
	}
	d := read.declaration
	d.Format, d.Location = cdxaFormat, f.within.at
	f.src.embedded = src.data
	places := f.places()
	relocate(reflectOf(d), func(at string) string {
		if first, _, _ := strings.Cut(strings.TrimPrefix(at, "/"), "/"); slices.Contains(placed, first) {
			if own := places.of(at); own != "" {
				return own
			}
		}
		return content.at
	})
	d.Location = f.within.at
	return d
}

// placed are the parts of the form whose entries stand in the document itself,
// in the same order.
var placed = []string{"answers", "evidence", "standards", "product", "manufacturer", "support", "updates", "vulnerability_disclosure", "affirmation", "assessor"}

// attached is the document in an attachment.
func (f *cdxaForm) attached(s spot) (*source, bool) {
	src := &source{syntax: yamlSyntax, data: []byte(s.get("content").plain())}
	if strings.Contains(s.get("contentType").plain(), "json") {
		src.syntax = jsonSyntax
	}
	if s.get("encoding").plain() != "base64" {
		return src, true
	}
	data, err := base64.StdEncoding.DecodeString(string(src.data))
	src.data = data
	return src, err == nil
}
