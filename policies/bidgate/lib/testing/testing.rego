# METADATA
# description: |
#   Builds inputs for tests. Each builder lays the given fields over an object
#   that is empty and whole, and is undefined when a field is not in the input
#   schema, so that a test with a misspelt field fails.
package bidgate.lib.testing

bundle_input(fields) := _laid("input", fields)

sbom(fields) := _laid("evidence.SBOM", fields)

share(fields) := _laid("evidence.Share", fields)

threat_model(fields) := _laid("evidence.ThreatModel", fields)

threat(fields) := _laid("evidence.Threat", fields)

mitigation(fields) := _laid("evidence.Mitigation", fields)

person(fields) := _laid("evidence.Person", fields)

asset(fields) := _laid("evidence.Asset", fields)

boundary(fields) := _laid("evidence.Boundary", fields)

assumption(fields) := _laid("evidence.Assumption", fields)

failure_mode(fields) := _laid("evidence.FailureMode", fields)

model_part(fields) := _laid("evidence.ModelPart", fields)

part(fields) := _laid("evidence.Part", fields)

declared_person(fields) := _laid("evidence.DeclPerson", fields)

need(fields) := _laid("evidence.Need", fields)

risk(fields) := _laid("evidence.Risk", fields)

duty(fields) := _laid("evidence.Duty", fields)

customer(fields) := _laid("evidence.Customer", fields)

use_case(fields) := _laid("evidence.UseCase", fields)

data_item(fields) := _laid("evidence.DataItem", fields)

data_flow(fields) := _laid("evidence.DataFlow", fields)

interface(fields) := _laid("evidence.Interface", fields)

adversary(fields) := _laid("evidence.Adversary", fields)

named(fields) := _laid("evidence.Named", fields)

validation(fields) := _laid("evidence.Validation", fields)

abuse_case(fields) := _laid("evidence.AbuseCase", fields)

loss(fields) := _laid("evidence.Loss", fields)

service(fields) := _laid("evidence.Service", fields)

crypto_asset(fields) := _laid("evidence.CryptoAsset", fields)

component(fields) := _laid("evidence.Component", fields)

standard(fields) := _laid("evidence.Standard", fields)

ai_feature(fields) := _laid("evidence.AIFeature", fields)

component(fields) := _laid("evidence.Component", fields)

model_card(fields) := _laid("evidence.ModelCard", fields)

declaration(fields) := _laid("evidence.Declaration", fields)

answer(fields) := _laid("evidence.Answer", fields)

proof(fields) := _laid("evidence.AnswerProof", fields)

evidence_item(fields) := _laid("evidence.EvidenceItem", fields)

signatory(fields) := _laid("evidence.Signatory", fields)

vex(fields) := _laid("evidence.VEX", fields)

lifecycle(fields) := _laid("evidence.Lifecycle", fields)

attachment(fields) := _laid("evidence.Attachment", fields)

signature(fields) := _laid("evidence.Signature", fields)

host(fields) := _laid("evidence.Host", fields)

document(fields) := _laid("evidence.Document", fields)

manifest_document(fields) := _laid("evidence.ManifestDocument", fields)

pair(fields) := _laid("evidence.Pair", fields)

offered(fields) := _laid("evidence.Offered", fields)

misleading_text(fields) := _laid("evidence.MisleadingText", fields)

dated_statement(fields) := _laid("evidence.DatedStatement", fields)

other_bid(fields) := _laid("evidence.OtherBid", fields)

shared_id(fields) := _laid("evidence.SharedID", fields)

problem(fields) := _laid("evidence.Problem", fields)

matches(fields) := _laid("engine.matches", fields)

vulnerability(fields) := _laid("engine.vulnerability", fields)

lifecycle_match(fields) := _laid("engine.lifecycleMatch", fields)

source_match(fields) := _laid("engine.sourceMatch", fields)

certificate_match(fields) := _laid("engine.certificateMatch", fields)

vex_statement(fields) := _laid("evidence.VEXStatement", fields)

module_certificate(fields) := _laid("evidence.CMVP", fields)

vex_said(fields) := _laid("engine.vexSaid", fields)

annex(fields) := _laid("policy.Annex", fields)

annex_rule(fields) := _laid("policy.AnnexRule", fields)

data_set(fields) := _laid("policy.DataSet", fields)

exception(fields) := _laid("policy.Exception", fields)

determination(fields) := _laid("policy.Determination", fields)

selected(fields) := _laid("policy.Selected", fields)

stated(value) := {"state": "stated", "value": value}

items(values) := {"state": "stated", "items": values}

date(number) := {"state": "stated", "value": day(number)}

day(number) := {"day": number, "text": sprintf("day %d", [number])}

# METADATA
# description: The states in which evidence does not state a text.
unstated := {"absent", "unknown", "withheld", "placeholder", "unsupported", "invalid"}

# Lists of what other builders made, which are not looked into again.
_built := {"sboms", "threat_models", "declarations", "answers", "threats", "mitigations", "exceptions", "determinations"}

_laid(kind, fields) := object.union(_empty[kind], fields) if {
	count(object.keys(fields) - object.keys(_empty[kind])) == 0
	misspelt := [path |
		walk(object.remove(fields, _built), [path, _])
		every step in path {
			is_string(step)
		}
		parent := object.get(_empty[kind], array.slice(path, 0, count(path) - 1), {})
		parent != {}
		object.get(_empty[kind], path, "misspelt") == "misspelt"
	]
	count(misspelt) == 0
}
