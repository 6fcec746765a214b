package engine_test

// modelExhibits are changes of a threat model.
var modelExhibits = []exhibit{
	{plant: plant{fact: "the model follows ISO/SAE 21434", put: func(b *seedbed) bool {
		b.model()["method"] = []any{"ISO/SAE 21434"}
		return true
	}}},
	{plant: plant{fact: "the model says neither by which method nor of which kind its threats are", put: func(b *seedbed) bool {
		delete(b.model(), "method")
		for _, threat := range rowsOf(b.model(), "threats") {
			delete(threat, "categories")
		}
		return true
	}}},
	{plant: plant{fact: "nobody is named as author of the model", put: func(b *seedbed) bool {
		delete(b.model(), "authors")
		return true
	}}},
	{plant: plant{fact: "an assumption does not say whether it was confirmed", put: func(b *seedbed) bool {
		delete(rowsOf(b.model(), "assumptions")[0], "status")
		return true
	}}},
	{plant: plant{fact: "what was planned against an open threat was due a year ago", put: func(b *seedbed) bool {
		threat := rowsOf(b.model(), "threats")[0]
		add(b.model(), "mitigations", object{"id": "M-late", "title": "Wrong passwords are slowed down", "status": "planned", "owner": "Sigrid Moen", "due": "2025-11-30"})
		threat["status"], threat["mitigations"] = "open", []any{"M-late"}
		return true
	}}},
	{plant: plant{fact: "the model lists what the product depends on", put: func(b *seedbed) bool {
		add(b.model(), "dependencies", object{"id": "D-1", "name": "key store of the operating system"})
		return true
	}}},
	{plant: plant{fact: "the model is the example that comes with Open Threat Model, with the product's name", put: modelFile("threat-model/mail.otm.yaml", demoModel)}},
	{plant: plant{fact: "the model is a list of risks that Threagile made and nobody went through", put: modelFile("threat-model/risks.json", untouchedRisks)}},
	{
		buyer: "lets no risk above medium remain", asks: asked("threat_model.residual_risk", "max_residual", "medium"),
	},
	{
		plant: plant{fact: "a high risk remains", put: func(b *seedbed) bool {
			threat := rowsOf(b.model(), "threats")[0]
			threat["residual"], threat["status"], threat["response"] = "high", "accepted", "accept"
			return true
		}},
		buyer: "lets no risk above medium remain", asks: asked("threat_model.residual_risk", "max_residual", "medium"),
	},
}

// modelFile puts another threat model into the place of that of the bundle.
func modelFile(name, text string) func(b *seedbed) bool {
	return func(b *seedbed) bool {
		const was = "threat-model/web-mail.yaml"
		b.files[name] = []byte(text)
		b.rewrite("bundle.yaml", was, name)
		b.rewrite("bundle.yaml", digest(b.files[was]), digest(b.files[name]))
		delete(b.docs, was)
		delete(b.files, was)
		return true
	}
}

// untouchedRisks has one risk as Threagile writes them.
const untouchedRisks = `[
  {
    "category": "missing-authentication",
    "risk_status": "unchecked",
    "severity": "elevated",
    "exploitation_likelihood": "likely",
    "exploitation_impact": "medium",
    "title": "Missing Authentication covering communication link Mail Ports",
    "synthetic_id": "missing-authentication@bridge",
    "most_relevant_technical_asset": "bridge",
    "data_breach_probability": "possible",
    "data_breach_technical_assets": ["bridge"]
  }
]
`

// demoModel says what the example says; its spelling is kept.
const demoModel = `otmVersion: 0.2.0
project:
  name: Fjordpost Web Mail
  id: web-mail
trustZones:
  - id: desk
    name: Desk computer
    risk:
      trustRating: 10
components:
  - id: bridge
    name: Bridge
    type: desktop-client
    parent:
      trustZone: desk
    threats:
      - threat: first
        state: exposed
  - id: store
    name: Key store
    type: data-store
    parent:
      trustZone: desk
    threats:
      - threat: first
        state: exposed
threats:
  - name: Threat 1
    id: first
    description: Description fo the threat number 1
    risk:
      likelihood: 50
      impact: 100
`
