package evidence

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	spdxjson "github.com/spdx/tools-golang/json"
	spdxtools "github.com/spdx/tools-golang/spdx"
	"github.com/spdx/tools-golang/tagvalue"
)

// spdxSeen is what two readers of SPDX 2 are held to agree on. Texts that say
// nothing, such as NOASSERTION, are left out of both.
type spdxSeen struct {
	Namespace, Created string
	Makers             []string
	Documents          []string
	Subject            spdxElementSeen
	Elements           []spdxElementSeen // by id
	Edges              []string
}

type spdxElementSeen struct {
	ID, Name, Version, Supplier, Producer, PURL, CPE string
	Hashes, Licences                                 []string
}

// said is a text that says something.
func said(text string) string {
	if textState([]byte(text)) != Stated {
		return ""
	}
	return text
}

// seenByTools is what tools-golang makes of a document.
func seenByTools(doc *spdxtools.Document) spdxSeen {
	seen := spdxSeen{Namespace: doc.DocumentNamespace, Created: doc.CreationInfo.Created}
	for _, c := range doc.CreationInfo.Creators {
		if c.CreatorType != "Tool" {
			c.Creator = withoutContact(c.Creator)
		}
		seen.Makers = append(seen.Makers, said(c.Creator))
	}
	for _, ref := range doc.ExternalDocumentReferences {
		seen.Documents = append(seen.Documents, ref.URI)
	}
	files := map[string]bool{}
	for _, p := range doc.Packages {
		e := spdxElementSeen{ID: "SPDXRef-" + string(p.PackageSPDXIdentifier), Name: said(p.PackageName), Version: said(p.PackageVersion)}
		if p.PackageSupplier != nil {
			e.Supplier = said(withoutContact(p.PackageSupplier.Supplier))
		}
		if p.PackageOriginator != nil {
			e.Producer = said(withoutContact(p.PackageOriginator.Originator))
		}
		for _, ref := range p.PackageExternalReferences {
			switch kind := ref.RefType[strings.LastIndexByte(ref.RefType, '/')+1:]; {
			case kind == "purl" && e.PURL == "" && validPURL(ref.Locator):
				e.PURL = ref.Locator
			case strings.HasPrefix(kind, "cpe") && e.CPE == "" && validCPE(ref.Locator):
				e.CPE = ref.Locator
			}
		}
		e.take(p.PackageChecksums, p.PackageLicenseDeclared, p.PackageLicenseConcluded)
		seen.Elements = append(seen.Elements, e)
		doc.Files = append(doc.Files, p.Files...)
	}
	for _, f := range doc.Files {
		e := spdxElementSeen{ID: "SPDXRef-" + string(f.FileSPDXIdentifier), Name: said(f.FileName)}
		e.take(f.Checksums, f.LicenseConcluded)
		if !files[e.ID] {
			seen.Elements = append(seen.Elements, e)
		}
		files[e.ID] = true
	}
	seen.relate(doc, files)
	return seen.sorted()
}

func withoutContact(name string) string {
	return strings.TrimSpace(regexp.MustCompile(`\(([^()]*@[^()]*|[^()]*://[^()]*| *)\)$`).ReplaceAllString(name, ""))
}

func (e *spdxElementSeen) take(sums []spdxtools.Checksum, licences ...string) {
	for _, sum := range sums {
		name := regexp.MustCompile(`^SHA-?([0-9])`).ReplaceAllString(strings.ReplaceAll(string(sum.Algorithm), "_", "-"), "SHA-$1")
		name = strings.ReplaceAll(name, "SHA-3-", "SHA3-")
		if validHash(name, []byte(sum.Value)) && strings.Trim(sum.Value, sum.Value[:1]) != "" {
			e.Hashes = append(e.Hashes, name)
		}
	}
	for _, l := range licences {
		if l = said(l); l != "" {
			e.Licences = append(e.Licences, l)
		}
	}
}

// relate takes the relationships: what the document describes, and what
// depends on or contains what, but files.
func (s *spdxSeen) relate(doc *spdxtools.Document, files map[string]bool) {
	var about []string
	for _, r := range doc.Relationships {
		from, to, is := spdxID(r.RefA), spdxID(r.RefB), spdxRelations[r.Relationship]
		if is.reversed {
			from, to = to, from
		}
		document := "SPDXRef-" + string(doc.SPDXIdentifier)
		switch {
		case is.is == describesRelation && from == document:
			about = append(about, to)
		case is.is == otherRelation, is.is == describesRelation, from == document, to == document:
		case strings.HasPrefix(from+to, "DocumentRef-"), strings.Contains(to, "NONE"), strings.Contains(to, "NOASSERTION"), strings.Contains(to, "DocumentRef-"):
		case is.is == containsRelation && (files[from] || files[to]):
		default:
			s.Edges = append(s.Edges, from+" "+to)
		}
	}
	slices.Sort(about)
	about = slices.DeleteFunc(slices.Compact(about), func(id string) bool { return s.element(id) < 0 })
	if len(about) == 0 && len(doc.Packages) == 1 {
		about = []string{"SPDXRef-" + string(doc.Packages[0].PackageSPDXIdentifier)}
	}
	if len(about) == 1 {
		at := s.element(about[0])
		s.Subject = s.Elements[at]
		s.Elements = slices.Delete(s.Elements, at, at+1)
		s.Subject.Licences = nil // the dossier keeps none of the subject
	}
}

func (s *spdxSeen) element(id string) int {
	return slices.IndexFunc(s.Elements, func(e spdxElementSeen) bool { return e.ID == id })
}

func spdxID(id spdxtools.DocElementID) string {
	switch {
	case id.SpecialID != "":
		return id.SpecialID
	case id.DocumentRefID != "":
		return "DocumentRef-" + string(id.DocumentRefID)
	}
	return "SPDXRef-" + string(id.ElementRefID)
}

func (s spdxSeen) sorted() spdxSeen {
	for i := range s.Elements {
		slices.Sort(s.Elements[i].Licences)
		s.Elements[i].Licences = slices.Compact(s.Elements[i].Licences)
		slices.Sort(s.Elements[i].Hashes)
	}
	slices.Sort(s.Subject.Hashes)
	slices.SortFunc(s.Elements, func(a, b spdxElementSeen) int { return strings.Compare(a.ID, b.ID) })
	slices.Sort(s.Edges)
	s.Edges = slices.Compact(s.Edges)
	slices.Sort(s.Makers)
	return s
}

// seenHere is what this reader makes of the document.
func seenHere(t *testing.T, d *Dossier) spdxSeen {
	t.Helper()
	if len(d.SBOMs) != 1 {
		t.Fatalf("not read: %+v", d.Bundle.Documents)
	}
	s := d.SBOMs[0]
	seen := spdxSeen{Namespace: s.SerialNumber.Value, Created: s.Timestamp.Value.Text}
	for _, p := range s.Authors.Items {
		seen.Makers = append(seen.Makers, p.Name.Value)
	}
	for _, tool := range s.Tools.Items {
		name := tool.Name.Value
		if tool.Version.State == Stated {
			name += "-" + tool.Version.Value
		}
		seen.Makers = append(seen.Makers, name)
	}
	for _, link := range d.Links.Documents {
		seen.Documents = append(seen.Documents, link.Target.Value)
	}
	for _, c := range d.Components[0] {
		seen.Elements = append(seen.Elements, spdxElementSeen{ID: c.BOMRef, Name: c.Name, Version: c.Version, Supplier: c.Supplier, Producer: c.Producer,
			PURL: c.PURL, CPE: c.CPE, Hashes: slices.Clone(c.Hashes), Licences: slices.Clone(c.Licences)})
	}
	if p := s.Subject; p.State == Stated {
		seen.Subject = spdxElementSeen{ID: p.BOMRef.Value, Name: p.Name.Value, Version: p.Version.Value, Supplier: p.Supplier.Value,
			Producer: p.Manufacturer.Value, PURL: p.PURL.Value, CPE: p.CPE.Value}
		for _, h := range p.Hashes {
			seen.Subject.Hashes = append(seen.Subject.Hashes, h.Algorithm)
		}
	}
	for _, row := range d.Dependencies[0].All() {
		for _, to := range row.DependsOn {
			seen.Edges = append(seen.Edges, row.Ref+" "+to)
		}
	}
	return seen.sorted()
}

// agreeOnSPDX reads a document with tools-golang and here.
func agreeOnSPDX(t *testing.T, name string, data []byte) spdxSeen {
	t.Helper()
	read := spdxjson.Read
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("SPDX")) || bytes.HasPrefix(data, []byte("#")) {
		read = tagvalue.Read
	}
	doc, err := read(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: tools-golang: %v", name, err)
	}
	want := seenByTools(doc)
	if diff := cmp.Diff(want, seenHere(t, readFiles(t, map[string]string{name: string(data)})), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-tools-golang +bidgate):\n%.6000s", name, diff)
	}
	return want
}
