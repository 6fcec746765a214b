package evidence

import (
	"net/url"
	"slices"
	"strings"
)

// agreement compares what each software component, and the subject, says of
// itself with its package URL and its CPE. Data sets, models and files are left
// out: they are called by titles and paths.
func (t *bomTables) agreement(s *Subject) AgreementFacts {
	facts := AgreementFacts{Names: []Row{}, Versions: []Row{}, CPEVersions: []Row{}}
	for row := range t.rows {
		c := &t.rows[row]
		if !delivered(c) || !isSoftware(c) {
			continue
		}
		name, version := purlAgrees(c.Group, c.Name, c.Version, c.PURL)
		name.count(Row(row), &facts.NamesCompared, &facts.Names)
		version.count(Row(row), &facts.VersionsCompared, &facts.Versions)
		cpeAgrees(c.Name, c.Version, c.CPE).count(Row(row), &facts.CPEVersionsCompared, &facts.CPEVersions)
	}
	name, version := purlAgrees(value(s.Group), value(s.Name), value(s.Version), value(s.PURL))
	facts.SubjectName, facts.SubjectVersion = string(name), string(version)
	return facts
}

// outcome is that of a Comparison.
type outcome string

const (
	equal         outcome = "equal"
	unequal       outcome = "unequal"
	notComparable outcome = "not_comparable"
)

func outcomeOf(agree bool) outcome {
	if agree {
		return equal
	}
	return unequal
}

func (o outcome) count(row Row, compared *int, rows *[]Row) {
	if o != notComparable {
		*compared++
	}
	if o == unequal {
		*rows = append(*rows, row)
	}
}

// foldedTypes are the package types whose namespace and name ignore case.
// Others, such as maven and cargo, do not.
var foldedTypes = []string{
	"alpm", "apk", "bitbucket", "bitnami", "brew", "composer", "deb", "docker", "github", "gitlab", "golang", "hex",
	"huggingface", "npm", "nuget", "oci", "pub", "pypi", "qpkg", "rpm",
}

// vendorTypes are those whose namespace names who packaged the thing, not a
// part of its name.
var vendorTypes = []string{"alpm", "apk", "deb", "rpm", "qpkg"}

// imageTypes are container images, which are called by many paths.
var imageTypes = []string{"docker", "oci"}

// epochTypes are those whose versions can begin with an epoch and a colon.
var epochTypes = []string{"alpm", "deb", "rpm"}

// purlAgrees compares a component's group, name and version with those of its
// package URL, which is well-formed; "" is not stated.
func purlAgrees(group, name, version, purl string) (outcome, outcome) {
	if purl == "" || name == "" && version == "" {
		return notComparable, notComparable
	}
	if plainlyAgrees(group, name, version, purl) {
		return equal, equal
	}
	p := splitPURL(purl)
	names, versions := notComparable, notComparable
	if name != "" {
		names = outcomeOf(p.called(group, name))
	}
	if version != "" && p.version != "" {
		versions = p.hasVersion(version)
	}
	return names, versions
}

// plainlyAgrees spares the usual package URL, with all three as the component
// has them, the closer look.
func plainlyAgrees(group, name, version, purl string) bool {
	if name == "" || version == "" || strings.IndexByte(name, ':') >= 0 {
		return false
	}
	rest, ok := strings.CutPrefix(purl, "pkg:")
	if !ok || strings.IndexByte(rest, '%') >= 0 && !strings.Contains(rest, "/%40") {
		return false
	}
	if end := strings.IndexAny(rest, "?#"); end >= 0 {
		rest = rest[:end]
	}
	kind, rest, _ := strings.Cut(rest, "/")
	if slices.Contains(imageTypes, kind) || strings.Contains(rest, "//") {
		return false
	}
	text := group
	if text == "" {
		text = name
	}
	if strings.HasPrefix(text, "@") {
		if rest, ok = strings.CutPrefix(rest, "%40"); !ok {
			return false
		}
		text = text[1:]
	}
	if rest, ok = strings.CutPrefix(rest, text); !ok {
		return false
	}
	if group != "" {
		if rest, ok = strings.CutPrefix(rest, "/"); !ok {
			return false
		}
		if rest, ok = strings.CutPrefix(rest, name); !ok {
			return false
		}
	}
	rest, ok = strings.CutPrefix(rest, "@")
	return ok && rest == version && !strings.ContainsAny(rest, "@%")
}

// splitName is a package URL in its parts, decoded and otherwise as written.
type splitName struct{ kind, namespace, name, version, subpath, epoch string }

// splitPURL takes apart a package URL that the parser accepts.
func splitPURL(purl string) splitName {
	rest := strings.TrimLeft(purl[len("pkg:"):], "/")
	rest, subpath, _ := strings.Cut(rest, "#")
	rest, query, _ := strings.Cut(rest, "?")
	kind, rest, _ := strings.Cut(rest, "/")
	p := splitName{kind: strings.ToLower(kind), subpath: strings.Trim(unescape(subpath), "/")}
	if at := strings.LastIndexByte(rest, '@'); at > 0 {
		p.version, rest = unescape(rest[at+1:]), rest[:at]
	}
	slash := strings.LastIndexByte(rest, '/')
	p.name = unescape(rest[slash+1:])
	var segments []string
	for segment := range strings.SplitSeq(rest[:max(slash, 0)], "/") {
		if segment != "" {
			segments = append(segments, unescape(segment))
		}
	}
	p.namespace = strings.Join(segments, "/")
	for pair := range strings.SplitSeq(query, "&") {
		if epoch, ok := strings.CutPrefix(pair, "epoch="); ok {
			p.epoch = unescape(epoch)
		}
	}
	return p
}

// unescape decodes percent-encoding, which the parser has let through.
func unescape(text string) string {
	if decoded, err := url.PathUnescape(text); err == nil {
		return decoded
	}
	return text
}

// called reports whether the component's name, alone or joined with its group,
// is the package's, alone or joined with its namespace and subpath. A group on
// one side only is no disagreement; two different ones are.
func (p *splitName) called(group, name string) bool {
	if slices.Contains(imageTypes, p.kind) {
		return lastOf(imageName(name)) == lastOf(imageName(p.name))
	}
	if p.kind == "deb" {
		name, _, _ = strings.Cut(name, ":") // libc6:amd64
	}
	plain, joined := p.fold(p.name), p.fold(p.join(p.namespace, p.name))
	whole := joined
	if p.subpath != "" {
		whole = p.fold(p.join(p.namespace, p.name+"/"+p.subpath))
	}
	own := p.fold(name)
	if own == joined || own == whole {
		return true
	}
	if group == "" {
		return own == plain
	}
	both := p.fold(p.join(group, name))
	if both == joined || both == whole || both == plain {
		return true
	}
	return own == plain && (p.namespace == "" || slices.Contains(vendorTypes, p.kind))
}

func (p *splitName) join(before, name string) string {
	if before == "" {
		return name
	}
	return before + "/" + name
}

// fold gives a name the form in which the package type compares it. A colon
// joins group and name as well as a slash does.
func (p *splitName) fold(name string) string {
	name = strings.ReplaceAll(name, ":", "/")
	if slices.Contains(foldedTypes, p.kind) {
		name = strings.ToLower(name)
	}
	switch p.kind {
	case "npm":
		name = strings.TrimPrefix(name, "@")
	case "pypi":
		name = dashed(name)
	}
	return name
}

// dashed writes a hyphen for each run of hyphens, underscores and dots (PEP 503).
func dashed(name string) string {
	var b strings.Builder
	inRun := false
	for i := 0; i < len(name); i++ {
		if c := name[i]; c == '-' || c == '_' || c == '.' {
			if !inRun {
				b.WriteByte('-')
			}
			inRun = true
		} else {
			b.WriteByte(c)
			inRun = false
		}
	}
	return b.String()
}

// imageName is the name of a container image without digest and tag.
func imageName(name string) string {
	name, _, _ = strings.Cut(strings.ToLower(name), "@")
	if colon := strings.LastIndexByte(name, ':'); colon > strings.LastIndexByte(name, '/') {
		name = name[:colon]
	}
	return name
}

func lastOf(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// hasVersion compares versions. A digest and a tag say different things of the
// same image and cannot be compared. An epoch on one side only is let be.
func (p *splitName) hasVersion(version string) outcome {
	mine, theirs := version, p.version
	if isDigest(mine) != isDigest(theirs) {
		return notComparable
	}
	if isDigest(mine) || p.kind == "huggingface" {
		return outcomeOf(strings.EqualFold(mine, theirs))
	}
	mine, theirs = plainVersion(mine), plainVersion(theirs)
	if p.kind == "golang" {
		mine, theirs = goVersion(mine), goVersion(theirs)
	}
	if mine == theirs {
		return equal
	}
	if !slices.Contains(epochTypes, p.kind) {
		return unequal
	}
	if p.epoch != "" && withoutEpoch(theirs) == theirs {
		theirs = p.epoch + ":" + theirs
	}
	return outcomeOf(mine == theirs || withoutEpoch(mine) == theirs || mine == withoutEpoch(theirs))
}

// goVersion is a Go version without the "go" of the tool chain and the mark of
// modules that have no go.mod.
func goVersion(version string) string {
	if rest, ok := strings.CutPrefix(version, "go"); ok && rest != "" && '0' <= rest[0] && rest[0] <= '9' {
		version = rest
	}
	return strings.TrimSuffix(version, "+incompatible")
}

// withoutEpoch takes off digits and a colon.
func withoutEpoch(version string) string {
	epoch, rest, found := strings.Cut(version, ":")
	if found && epoch != "" && strings.Trim(epoch, "0123456789") == "" {
		return rest
	}
	return version
}
