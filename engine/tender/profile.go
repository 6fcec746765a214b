package tender

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/internal/pattern"
	"github.com/bidgate/bidgate/engine/report"
)

// Profile is the buyer's choice as one file states it, before it is resolved
// against the requirements there are and the profile that it extends.
type Profile struct {
	ID          string
	Edition     string
	Title       string
	Description string
	Extends     string // id of another profile, or ""
	// RejectAt and ClarifyAt are "" where the file leaves them to the profile
	// that it extends or to the defaults.
	RejectAt  report.Severity
	ClarifyAt report.Severity
	Use       []string // areas, ids of requirements, or ids with a member
	// Requirements is keyed by id: area, requirement, and possibly a member.
	Requirements map[string]Choice
	// FailOn are the verdicts that a command passes on as its exit status; nil
	// means all, empty none.
	FailOn []report.Verdict
	Digest string // of the file's bytes, "sha256:" and hex
	Source string // the file's text

	file  string
	lines map[string]int
}

// Choice is what a profile says of one requirement. Nil and "" mean that it
// says nothing.
type Choice struct {
	Use                 *bool
	Severity            report.Severity
	Level               report.Level
	Parameters          map[string]any // float64, string, bool or []string
	AcceptNotApplicable *bool
}

// failures are the verdicts that a profile may choose to fail on.
func failures() []report.Verdict {
	return slices.DeleteFunc(report.Verdicts(), func(v report.Verdict) bool { return v == report.Meets })
}

var (
	profileID = pattern.Lazy(`^[a-z0-9][a-z0-9._-]{0,63}$`)
	useForm   = pattern.Lazy(`^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*(\.[A-Za-z0-9][A-Za-z0-9._-]*)?)?$`)
)

// ParseProfile reads a profile; name is the file's name for errors.
func ParseProfile(name string, data []byte) (*Profile, error) {
	d, o := parse(name, data, "profile", "id", "edition", "title", "description",
		"extends", "reject_at", "clarify_at", "use", "requirements", "fail_on")
	if o == nil {
		return nil, d.faults
	}
	o.need("id", "edition", "title")
	p := &Profile{
		ID:          o.profileID("id"),
		Edition:     o.text("edition"),
		Title:       o.text("title"),
		Description: o.text("description"),
		Extends:     o.profileID("extends"),
		RejectAt:    choice(o, "reject_at", "a severity", report.Severities()),
		ClarifyAt:   choice(o, "clarify_at", "a severity", report.Severities()),
		Use:         each(o, "use", d.used),
		FailOn: each(o, "fail_on", func(n *yaml.Node, place string) report.Verdict {
			return chosen(d, n, place, "a verdict to fail on", failures())
		}),
		Requirements: map[string]Choice{},
		Digest:       digestOf(data),
		Source:       string(data),
		file:         name,
		lines:        d.lines,
	}
	o.entries("requirements", func(id string, n *yaml.Node, place string) {
		if !findingForm().MatchString(id) {
			d.fault(d.lines[place], place, "is not the id of a requirement", idHint)
			return
		}
		p.Requirements[id] = d.choice(n, place)
	})
	if len(d.faults) > 0 {
		return nil, d.faults.sorted()
	}
	return p, nil
}

func (o *object) profileID(key string) string {
	id := o.text(key)
	if id != "" && !profileID().MatchString(id) {
		o.fault(key, quoted(id)+" is not the id of a profile", "use small letters, digits, dots and hyphens")
		return ""
	}
	return id
}

func (d *document) used(n *yaml.Node, place string) string {
	id := d.text(n, place)
	if id != "" && !useForm().MatchString(id) {
		d.fault(n.Line, place, quoted(id)+" is neither an area nor the id of a requirement", idHint)
		return ""
	}
	return id
}

func (d *document) choice(n *yaml.Node, place string) Choice {
	o := d.object(n, place, "a requirement's choice", "use", "severity", "level", "parameters", "accept_not_applicable")
	return Choice{
		Use:                 o.flag("use"),
		Severity:            choice(o, "severity", "a severity", report.Severities()),
		Level:               choice(o, "level", "a level", report.Levels()),
		Parameters:          o.parameters("parameters"),
		AcceptNotApplicable: o.flag("accept_not_applicable"),
	}
}

// Fault makes an error about a key of the profile, such as "extends",
// "use[2]" or "requirements.sbom.component_version", with its file and line.
// The parser cannot see these: they need the requirements that there are.
func (p *Profile) Fault(key, wrong, do string) error {
	line, ok := p.lines[key]
	if !ok {
		line = 1
	}
	file := p.file
	if file == "" {
		file = p.ID
	}
	return Faults{{File: file, Line: line, Key: key, Wrong: wrong, Do: do}}
}
