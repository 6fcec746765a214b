package evidence

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// usable is a text as a row has it: only what is stated.
func usable(text string) string {
	if textState([]byte(text)) != Stated {
		return ""
	}
	return text
}

// usableIf is a text that must also have a form.
func usableIf(valid func(string) bool, text string) string {
	if text = usable(text); text == "" || !valid(text) {
		return ""
	}
	return text
}

func first(texts ...string) string {
	for _, t := range texts {
		if usable(t) != "" {
			return t
		}
	}
	return ""
}

func all[T any](list *[]T) []T {
	if list == nil {
		return nil
	}
	return *list
}

func oracleEntity(e *cdx.OrganizationalEntity) string {
	if e == nil {
		return ""
	}
	mails := []string{}
	for _, c := range all(e.Contact) {
		mails = append(mails, c.Email)
	}
	return first(e.Name, first(all(e.URL)...), first(mails...))
}

func oracleProducer(c *cdx.Component) string {
	people := []string{}
	for _, a := range all(c.Authors) {
		people = append(people, first(a.Name, a.Email))
	}
	return first(oracleEntity(c.Manufacturer), first(people...), c.Author, c.Publisher)
}

func oracleHashes(c *cdx.Component) []string {
	hashes := slices.Clone(all(c.Hashes))
	for _, ref := range all(c.ExternalReferences) {
		if ref.Type == cdx.ERTypeDistribution {
			hashes = append(hashes, all(ref.Hashes)...)
		}
	}
	var names []string
	for _, name := range hashAlgorithms {
		if slices.ContainsFunc(hashes, func(h cdx.Hash) bool {
			return string(h.Algorithm) == name && validHash(name, []byte(h.Value))
		}) {
			names = append(names, name)
		}
	}
	return names
}

func oracleLicences(c *cdx.Component) []string {
	var names []string
	if c.Licenses == nil {
		return nil
	}
	for _, choice := range *c.Licenses {
		name := choice.Expression
		if choice.License != nil {
			name = first(choice.License.ID, choice.License.Name)
		}
		if name = usable(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// line describes a component in one text.
func line(from, ref, kind, group, name, version, purl, cpe, scope, producer, supplier string, hashes, licences []string) string {
	return strings.Join([]string{from, ref, kind, group, name, version, purl, cpe, scope, producer, supplier,
		strings.Join(hashes, ","), strings.Join(licences, ",")}, " | ")
}

// oracleRows lists the components that cyclonedx-go finds.
func oracleRows(bom *cdx.BOM) []string {
	var rows []string
	var inside func(c *cdx.Component, from string)
	list := func(components *[]cdx.Component, from string) {
		for _, c := range all(components) {
			rows = append(rows, line(from, c.BOMRef, usable(string(c.Type)), usable(c.Group), usable(c.Name), usable(c.Version),
				usableIf(validPURL, c.PackageURL), usableIf(validCPE, c.CPE), usable(string(c.Scope)),
				oracleProducer(&c), oracleEntity(c.Supplier), oracleHashes(&c), oracleLicences(&c)))
			inner := from
			if from == "components" {
				inner = "nested"
			}
			inside(&c, inner)
		}
	}
	inside = func(c *cdx.Component, from string) {
		list(c.Components, from)
		if c.Pedigree != nil {
			list(c.Pedigree.Ancestors, "pedigree")
			list(c.Pedigree.Descendants, "pedigree")
			list(c.Pedigree.Variants, "pedigree")
		}
	}
	list(bom.Components, "components")
	if m := bom.Metadata; m != nil {
		if m.Component != nil {
			inside(m.Component, "metadata")
		}
		if m.Tools != nil {
			list(m.Tools.Components, "tools")
		}
	}
	for _, f := range all(bom.Formulation) {
		list(f.Components, "formulation")
	}
	for _, v := range all(bom.Vulnerabilities) {
		if v.Tools != nil {
			list(v.Tools.Components, "vulnerabilities")
		}
	}
	for _, a := range all(bom.Annotations) {
		if a.Annotator != nil && a.Annotator.Component != nil {
			list(&[]cdx.Component{*a.Annotator.Component}, "annotations")
		}
	}
	if d := bom.Declarations; d != nil && d.Targets != nil {
		list(d.Targets.Components, "declarations")
	}
	sort.Strings(rows)
	return rows
}

// oracleHead describes what else cyclonedx-go finds, a line each.
func oracleHead(bom *cdx.BOM) []string {
	lines := []string{"serial " + usableIf(validSerial, bom.SerialNumber)}
	if m := bom.Metadata; m != nil {
		lines = append(lines, "timestamp "+m.Timestamp)
		for _, a := range all(m.Authors) {
			lines = append(lines, fmt.Sprintf("author %s %s", usable(a.Name), usable(a.Email)))
		}
		if m.Manufacturer != nil {
			mail := ""
			for _, c := range all(m.Manufacturer.Contact) {
				mail = first(mail, c.Email)
			}
			lines = append(lines, fmt.Sprintf("author %s %s", usable(m.Manufacturer.Name), mail))
		}
		if m.Tools != nil {
			for _, t := range all(m.Tools.Tools) { //nolint:staticcheck // the form to 1.4
				lines = append(lines, fmt.Sprintf("tool %s %s", usable(t.Name), usable(t.Version)))
			}
			for _, t := range all(m.Tools.Components) {
				lines = append(lines, fmt.Sprintf("tool %s %s", usable(t.Name), usable(t.Version)))
			}
			for _, t := range all(m.Tools.Services) {
				lines = append(lines, fmt.Sprintf("tool %s %s", usable(t.Name), usable(t.Version)))
			}
		}
		for _, l := range all(m.Lifecycles) {
			lines = append(lines, "lifecycle "+first(string(l.Phase), l.Name))
		}
		if c := m.Component; c != nil {
			lines = append(lines, line("subject", c.BOMRef, usable(string(c.Type)), usable(c.Group), usable(c.Name), usable(c.Version),
				usableIf(validPURL, c.PackageURL), usableIf(validCPE, c.CPE), "",
				first(oracleProducer(c), oracleEntity(m.Manufacture)), //nolint:staticcheck // the form to 1.5
				first(oracleEntity(c.Supplier), oracleEntity(m.Supplier)), nil, nil))
		}
	}
	for _, d := range all(bom.Dependencies) {
		lines = append(lines, fmt.Sprintf("dependency %s %v", d.Ref, all(d.Dependencies)))
	}
	sort.Strings(lines)
	return lines
}
