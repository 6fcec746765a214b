package render

import (
	"io"

	"github.com/bidgate/bidgate/engine/report"
)

// gitlabIssues is the most issues that are written; the last one gives the
// number of the others.
const gitlabIssues = 5_000

// writeGitLab writes a code quality report as GitLab reads it, a list of
// issues in the form of Code Climate: the verdict unless it meets, then what is
// not met or open, heaviest first.
func writeGitLab(w io.Writer, r *report.Report, _ Options) error {
	v, err := newView(r)
	if err != nil {
		return err
	}
	list := []gitlabIssue{}
	if v.Verdict != report.Meets && v.Verdict != report.MeetsWithExceptions {
		a := annotationOfVerdict(v)
		f := &report.Finding{ID: "bidgate.verdict"}
		list = append(list, gitlabIssueOf(v, f, a.title, a.message, gitlabSeverity(r.Profile.ClarifyAt), report.Place{}))
	}
	cut := 0
	for _, f := range v.findings {
		switch level := annotationLevel(r, f); {
		case level == "" || f.Outcome == report.OutcomeExcused:
		case len(list) >= gitlabIssues-1:
			cut++
		default:
			a := annotationOf(v, level, f)
			list = append(list, gitlabIssueOf(v, f, Line(a.title+": "+a.message, 2*maxMessage), a.message+" "+reportOf(v.digest), gitlabSeverity(f.Severity), a.at))
		}
	}
	if cut > 0 {
		f := &report.Finding{ID: "bidgate.cut"}
		list = append(list, gitlabIssueOf(v, f, cutResults(cut), reportOf(v.digest), "info", report.Place{}))
	}
	return writeIndented(w, "gitlab", list)
}

func gitlabIssueOf(v view, f *report.Finding, description, body, severity string, at report.Place) gitlabIssue {
	at = located(v.Report, at)
	return gitlabIssue{
		Type: "issue", Check: Escape(f.ID, maxID), Description: description, Content: gitlabContent{body},
		Categories: []string{"Security"}, Severity: severity, Fingerprint: sarifFingerprint(v.Report, f),
		Location: gitlabLocation{Path: Escape(at.Document, 4*maxPath), Lines: gitlabLines{at.Line}},
	}
}

// gitlabSeverity is GitLab's word for a severity.
func gitlabSeverity(s report.Severity) string {
	switch s {
	case report.Blocking:
		return "blocker"
	case report.Major:
		return "major"
	case report.Minor:
		return "minor"
	default:
		return "info"
	}
}

type gitlabIssue struct {
	Type        string         `json:"type"`
	Check       string         `json:"check_name"`
	Description string         `json:"description"`
	Content     gitlabContent  `json:"content"`
	Categories  []string       `json:"categories"`
	Severity    string         `json:"severity"`
	Fingerprint string         `json:"fingerprint"`
	Location    gitlabLocation `json:"location"`
}

type gitlabContent struct {
	Body string `json:"body"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}
