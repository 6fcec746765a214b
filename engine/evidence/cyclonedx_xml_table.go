package evidence

// cdxShapes is CycloneDX XML, 1.2 to 1.7, and the JSON that it is the twin of:
// for each type its attributes, its text and its elements.
//
//	@a        an attribute; @a=b is the member b
//	.=a       the element's own text; .= is a text that may stand alone
//	a         an element with a text; a=b is the member b
//	a# a?     a number; true or false
//	a{t}      an object of type t; a!{t} is what its one child is; a~{t} are members of the object around it
//	a[b|c{t}] a list of elements b and c; ^b is an object with the one member b; b@ref is a reference
//	a* a/ a+  elements side by side that are a list; one alone is none; only the first one counts
//	a$ a% a&  tools in the old or the new form; a dependency graph; an XML signature
const cdxShapes = `
bom = @serialNumber @version# metadata{metadata} components[component{component}] services[service{service}]
	externalReferences[reference{reference}] dependencies% compositions[composition{composition}]
	properties[property{property}] vulnerabilities[vulnerability{vulnerability}] annotations[annotation{annotation}]
	formulation[formula{formula}] declarations{declarations} definitions{definitions} citations[citation{citation}]
metadata = timestamp lifecycles[lifecycle{lifecycle}] tools${toolChoice} authors[author{person}] component{component}
	manufacturer{organisation} manufacture{organisation} supplier{organisation}
	licenses[^license{license}|expression{expression}|expression-detailed{expressionDetailed}]
	properties[property{property}] distributionConstraints{distribution}
lifecycle = phase name description
distribution = tlp
toolChoice = tool{tool} components[component{component}] services[service{service}]
tool = vendor name version hashes[hash{hash}] externalReferences[reference{reference}]
organisation = @bom-ref name address{address} url* contact*{person}
person = @bom-ref name email+ phone+
address = @bom-ref country region locality postOfficeBoxNumber postalCode streetAddress
component = @type @mime-type @bom-ref @isExternal? supplier{organisation} manufacturer{organisation} authors[author{person}]
	author publisher group name version versionRange description scope hashes[hash{hash}]
	licenses[^license{license}|expression{expression}|expression-detailed{expressionDetailed}] copyright
	patentAssertions[patentAssertion{patentAssertion}] cpe purl omniborId* swhid* swid{swid} modified? pedigree{pedigree}
	externalReferences[reference{reference}] properties[property{property}] components[component{component}]
	evidence{evidence} releaseNotes{releaseNotes} modelCard{modelCard} data*{data} cryptoProperties{crypto} tags[tag]
license = @bom-ref @acknowledgement id name text{attachment} url licensing{licensing} properties[property{property}]
expression = @bom-ref @acknowledgement .=expression
expressionDetailed = @bom-ref @acknowledgement @expression details=expressionDetails*{expressionDetail} licensing{licensing}
	properties[property{property}]
expressionDetail = @license-identifier=licenseIdentifier @bom-ref text{attachment} url
licensing = altIds[altId] licensor{party} licensee{party} purchaser{party} purchaseOrder licenseTypes[licenseType]
	lastRenewal expiration
party = organization{organisation} individual{person}
attachment = @content-type=contentType @encoding .=content
hash = @alg .=content
swid = @tagId @name @version @tagVersion# @patch? text{attachment} url
reference = @type url comment hashes[hash{hash}] properties[property{property}]
property = @name .=value
pedigree = ancestors[component{component}] descendants[component{component}] variants[component{component}]
	commits[commit{commit}] patches[patch{patch}] notes
commit = uid url author{action} committer{action} message
action = timestamp name email
patch = @type diff{diff} resolves[issue{issue}]
diff = text{attachment} url
issue = @type id name description source{source} references[url]
source = name url
service = @bom-ref provider{organisation} group name version description endpoints[endpoint] authenticated?
	x-trust-boundary? trustZone data[classification{classification}|dataflow{dataflow}]
	licenses[^license{license}|expression{expression}|expression-detailed{expressionDetailed}]
	patentAssertions[patentAssertion{patentAssertion}] externalReferences[reference{reference}]
	properties[property{property}] services[service{service}] releaseNotes{releaseNotes} tags[tag]
classification = @flow .=classification
dataflow = @name @description classification~{classification} governance{governance} source[url] destination[url]
governance = custodians[custodian{responsible}] stewards[steward{responsible}] owners[owner{responsible}]
responsible = organization{organisation} individual=contact{person}
evidence = identity/{identity} occurrences[occurrence{occurrence}] callstack{callstack}
	licenses[^license{license}|expression{expression}|expression-detailed{expressionDetailed}] copyright[^text]
identity = field confidence# concludedValue methods[method{method}] tools[tool@ref]
method = technique confidence# value
occurrence = @bom-ref location line# offset# symbol additionalContext
callstack = frames[frame{frame}]
frame = package module function parameters[parameter] line# column# fullFilename
composition = @bom-ref aggregate assemblies[assembly@ref] dependencies[dependency@ref] vulnerabilities[vulnerability@ref]
releaseNotes = type title featuredImage socialImage description timestamp aliases[alias] tags[tag] resolves[issue{issue}]
	notes[note{note}] properties[property{property}]
note = locale text{attachment}
modelCard = @bom-ref modelParameters{modelParameters} quantitativeAnalysis{analysis} considerations{considerations}
	properties[property{property}]
modelParameters = approach{approach} task architectureFamily modelArchitecture datasets[^ref|dataset{data}]
	inputs[input{parameterFormat}] outputs[output{parameterFormat}]
approach = type
parameterFormat = format
analysis = performanceMetrics[performanceMetric{metric}] graphics{graphics}
metric = type value slice confidenceInterval{interval}
interval = lowerBound upperBound
graphics = description collection[graphic{graphic}]
graphic = name image{attachment}
considerations = users[user] useCases[useCase] technicalLimitations[technicalLimitation]
	performanceTradeoffs[performanceTradeoff] ethicalConsiderations[ethicalConsideration{risk}]
	environmentalConsiderations{environment} fairnessAssessments[fairnessAssessment{fairness}]
risk = name mitigationStrategy
fairness = groupAtRisk benefits harms mitigationStrategy
environment = energyConsumptions[energyConsumption{energy}] properties[property{property}]
energy = activity energyProviders*{energyProvider} activityEnergyCost{measure} co2CostEquivalent{measure}
	co2CostOffset{measure} properties[property{property}]
measure = value# unit
energyProvider = @bom-ref description organization{organisation} energySource energyProvided{measure}
	externalReferences[reference{reference}]
data = @bom-ref type name contents{contents} classification sensitiveData* graphics{graphics} description
	governance{governance}
contents = attachment{attachment} url properties[property{property}]
vulnerability = @bom-ref id source{source} references[reference{vulnerabilityReference}] ratings[rating{rating}] cwes[cwe#]
	description detail recommendation workaround proofOfConcept{proof} advisories[advisory{advisory}] created published
	updated rejected credits{credits} tools${toolChoice} analysis{vexAnalysis} affects[target{target}]
	properties[property{property}]
vulnerabilityReference = id source{source}
rating = source{source} score# severity method vector justification
proof = reproductionSteps environment supportingMaterial[attachment{attachment}]
advisory = title url
credits = organizations[organization{organisation}] individuals[individual{person}]
vexAnalysis = state justification responses=response[response] detail firstIssued lastUpdated
target = ref versions[version{affected}]
affected = version range status
annotation = @bom-ref subjects[subject@ref] annotator{annotator} timestamp text
annotator = organization{organisation} individual{person} component{component} service{service}
formula = @bom-ref components[component{component}] services[service{service}] workflows[workflow{workflow}]
	properties[property{property}]
workflow = @bom-ref uid name description resourceReferences[resourceReference{resource}] tasks[task{task}] taskDependencies%
	taskTypes[taskType] trigger{trigger} steps[step{step}] inputs[input{input}] outputs[output{output}] timeStart timeEnd
	workspaces[workspace{workspace}] runtimeTopology% properties[property{property}]
task = @bom-ref uid name description resourceReferences[resourceReference{resource}] taskTypes[taskType] trigger{trigger}
	steps[step{step}] inputs[input{input}] outputs[output{output}] timeStart timeEnd workspaces[workspace{workspace}]
	runtimeTopology% properties[property{property}]
resource = ref externalReference{reference}
workspace = @bom-ref uid name aliases[alias] description resourceReferences[resourceReference{resource}] accessMode
	mountPath managedDataType volumeRequest volume{volume} properties[property{property}]
volume = uid name mode path sizeAllocated persistent? remote? properties[property{property}]
step = name description commands[command{command}] properties[property{property}]
command = executed properties[property{property}]
trigger = @bom-ref uid name description resourceReferences[resourceReference{resource}] type event{event}
	conditions[condition{condition}] timeActivated inputs[input{input}] outputs[output{output}]
	properties[property{property}]
condition = description expression properties[property{property}]
event = uid description timeReceived data{attachment} source{resource} target{resource} properties[property{property}]
input = resource{resource} parameters[parameter{parameter}] environmentVars[environmentVar{property}|value] data{attachment}
	source{resource} target{resource} properties[property{property}]
output = resource{resource} environmentVars[environmentVar{property}|value] data{attachment} type source{resource}
	target{resource} properties[property{property}]
parameter = name value dataType
crypto = assetType algorithmProperties{algorithm} certificateProperties{certificate}
	relatedCryptoMaterialProperties{material} protocolProperties{protocol} oid
algorithm = primitive algorithmFamily parameterSetIdentifier curve ellipticCurve executionEnvironment implementationPlatform
	certificationLevel* mode padding cryptoFunctions[cryptoFunction] classicalSecurityLevel# nistQuantumSecurityLevel#
certificate = serialNumber subjectName issuerName notValidBefore notValidAfter signatureAlgorithmRef subjectPublicKeyRef
	certificateFormat certificateExtension certificateFileExtension fingerprint{hash} certificateState*{certificateState}
	creationDate activationDate deactivationDate revocationDate destructionDate
	certificateExtensions[certificateExtension{certificateExtension}]
	relatedCryptographicAssets[relatedCryptographicAsset{relatedAsset}]
certificateState = state name description reason
certificateExtension = commonExtensionName commonExtensionValue customExtensionName customExtensionValue
relatedAsset = type ref
material = type id state algorithmRef creationDate activationDate updateDate expirationDate value size# format
	securedBy{securedBy} fingerprint{hash} relatedCryptographicAssets[relatedCryptographicAsset{relatedAsset}]
securedBy = mechanism algorithmRef
protocol = type version cipherSuites[cipherSuite{cipherSuite}] ikev2TransformTypes{ikev2} cryptoRef=cryptoRefArray*
	relatedCryptographicAssets[relatedCryptographicAsset{relatedAsset}]
cipherSuite = name algorithms[algorithm] identifiers[identifier] tlsGroups[group] tlsSignatureSchemes[signatureScheme]
ikev2 = encr*{transform} prf*{transform} integ*{transform} ke*{transform} esn? auth*{transform}
transform = .= name keyLength# group# algorithm
declarations = assessors[assessor{assessor}] attestations[attestation{attestation}] claims[claim{claim}]
	evidence[evidence{claimEvidence}] targets{targets} affirmation{affirmation} signature&
assessor = @bom-ref thirdParty? organization{organisation}
attestation = summary assessor map*{attestationMap} signature&
attestationMap = requirement claims[claim] counterClaims[counterClaim] conformance{conformance} confidence{score}
conformance = score# rationale mitigationStrategies[mitigationStrategy]
score = score# rationale
claim = @bom-ref target predicate mitigationStrategies[mitigationStrategy] reasoning evidence* counterEvidence*
	externalReferences[reference{reference}] signature&
claimEvidence = @bom-ref propertyName description data*{evidenceData} created expires author{person} reviewer{person} signature&
evidenceData = name contents{contents} classification sensitiveData* governance{governance}
targets = organizations[organization{organisation}] components[component{component}] services[service{service}]
affirmation = statement signatories[signatory{signatory}] signature&
signatory = name role organization{organisation} externalReference{reference} signature&
definitions = standards[standard{standard}] patents[patent{patent}|patentFamily{patentFamily}]
standard = @bom-ref name version description owner requirements[requirement{requirement}] levels[level{level}]
	externalReferences[reference{reference}] signature&
requirement = @bom-ref identifier title text descriptions[description] openCre* parent properties[property{property}]
	externalReferences[reference{reference}]
level = @bom-ref identifier title description requirements[requirement]
patent = @bom-ref patentNumber applicationNumber jurisdiction priorityApplication{priority} publicationNumber title abstract
	filingDate grantDate patentExpirationDate patentLegalStatus patentAssignee*!{assignee}
	externalReferences[reference{reference}]
assignee = organization{organisation} individual{person}
priority = applicationNumber jurisdiction filingDate
patentFamily = @bom-ref familyId priorityApplication{priority} members[ref] externalReferences[reference{reference}]
patentAssertion = @bom-ref assertionType patentRefs[bom-ref] asserter!{asserter} notes
asserter = organization{organisation} contact{person} ref
citation = @bom-ref pointers[pointer] expressions[expression] timestamp attributedTo process note
`
