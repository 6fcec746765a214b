package engine

import (
	"bytes"
	"encoding/json"

	"github.com/bidgate/bidgate/engine/report"
)

// decision is data.bidgate.decision, as package bidgate writes it.
type decision struct {
	Contract       int             `json:"contract"`
	Verdict        report.Verdict  `json:"verdict"`
	Reasons        []string        `json:"reasons"`
	Findings       []finding       `json:"findings"`
	Exceptions     []exceptionUse  `json:"exceptions"`
	Determinations []determinedUse `json:"determinations"`
	Profile        json.RawMessage `json:"profile"`
	AsOf           string          `json:"as_of"`
	Bundle         string          `json:"bundle"`
}

type finding struct {
	ID            string                      `json:"id"`
	Requirement   string                      `json:"requirement"`
	Member        string                      `json:"member"`
	Status        report.Status               `json:"status"`
	Outcome       report.Outcome              `json:"outcome"`
	Severity      report.Severity             `json:"severity"`
	Level         report.Level                `json:"level"`
	LevelNeeded   report.Level                `json:"level_needed"`
	Advisory      bool                        `json:"advisory"`
	PartOnly      bool                        `json:"part_only"`
	Violations    []statement                 `json:"violations"`
	Basis         []statement                 `json:"basis"`
	Reviews       []statement                 `json:"reviews"`
	NotApplicable []statement                 `json:"not_applicable"`
	Notes         []statement                 `json:"notes"`
	NotSupplied   []report.Missing            `json:"not_supplied"`
	Errors        []string                    `json:"errors"`
	ComposedOf    []report.Part               `json:"composed_of"`
	Exception     report.AppliedException     `json:"exception"`
	Determination report.AppliedDetermination `json:"determination"`
}

// statement is a code with its arguments and its path into the input.
type statement struct {
	Code  string         `json:"code"`
	Args  map[string]any `json:"args"`
	At    []any          `json:"at"`
	Level report.Level   `json:"level"`
}

type exceptionUse struct {
	State string `json:"state"`
	Used  bool   `json:"used"`
}

type determinedUse struct {
	Used bool `json:"used"`
}

// parseDecision reads what the decision policy gave; numbers stay as written.
func parseDecision(data []byte) (*decision, error) {
	var d decision
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if err := dec.Decode(&d); err != nil {
		return nil, err
	}
	return &d, nil
}
