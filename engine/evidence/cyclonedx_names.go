package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cdxVocabulary is every member name that the JSON Schemas of CycloneDX 1.2
// to 1.7 and JSF 0.82 define. A name that differs from one of them only in
// case is refused: encoding/json, and so most Go tools, would take the two
// for the same member and read another document than we do.
const cdxVocabulary = `
$schema abstract accessMode acknowledgement activationDate activity activityEnergyCost additionalContext
additionalItems address advisories affects affirmation aggregate alg algorithm algorithmFamily algorithmProperties
algorithmRef algorithms aliases altIds analysis ancestors annotations annotator applicationNumber approach
architectureFamily assemblies asserter assertionType assessor assessors assetType attachment attestations attributedTo
auth authenticated author authors benefits bom-ref bomFormat callstack certificateExtension certificateExtensions
certificateFileExtension certificateFormat certificatePath certificateProperties certificateState certificationLevel
chain cipherSuites citations claims classicalSecurityLevel classification co2CostEquivalent co2CostOffset collection
column commands comment commits committer commonExtensionName commonExtensionValue component components compositions
concludedValue conditions confidence confidenceInterval conformance considerations contact content contentType
contents copyright counterClaims counterEvidence country cpe created creationDate credits crv cryptoFunctions
cryptoProperties cryptoRefArray curve custodians customExtensionName customExtensionValue cwes data dataType datasets
deactivationDate declarations definitions dependencies dependsOn descendants description descriptions destination
destructionDate detail diff distributionConstraints e ellipticCurve email encoding encr endpoints energyConsumptions
energyProvided energyProviders energySource environment environmentVars environmentalConsiderations esn
ethicalConsiderations event evidence excludes executed executionEnvironment expiration expirationDate expires
expression expressionDetails expressions externalReference externalReferences fairnessAssessments familyId
featuredImage field filingDate fingerprint firstIssued flow format formulation frames fullFilename function governance
grantDate graphics group groupAtRisk harms hashes id identifier identifiers identity ikev2TransformTypes image
implementationPlatform individual individuals inputs integ isExternal issuerName items jurisdiction justification ke
keyId keyLength kty lastRenewal lastUpdated levels license licenseIdentifier licenseTypes licensee licenses licensing
licensor lifecycles line locale locality location lowerBound managedDataType manufacture manufacturer map mechanism
members message metadata method methods mime-type mitigationStrategies mitigationStrategy mode modelArchitecture
modelCard modelParameters modified module mountPath n name nistQuantumSecurityLevel notValidAfter notValidBefore note
notes occurrences offset oid omniborId openCre organization organizations outputs owner owners package padding
parameterSetIdentifier parameters parent patch patches patentAssertions patentAssignee patentExpirationDate
patentLegalStatus patentNumber patentRefs patents path pedigree performanceMetrics performanceTradeoffs persistent
phase phone pointers postOfficeBoxNumber postalCode predicate prf primitive priorityApplication process proofOfConcept
properties propertyName protocolProperties provider provides publicKey publicationNumber published publisher
purchaseOrder purchaser purl quantitativeAnalysis range ratings rationale reason reasoning recommendation ref
references region rejected relatedCryptoMaterialProperties relatedCryptographicAssets releaseNotes remote
reproductionSteps requirement requirements resolves resource resourceReferences response reviewer revocationDate role
runtimeTopology scope score securedBy sensitiveData serialNumber service services severity signatories signature
signatureAlgorithmRef signers size sizeAllocated slice socialImage source specFormat specVersion standards state
statement status steps stewards streetAddress subjectName subjectPublicKeyRef subjects summary supplier
supportingMaterial swhid swid symbol tagId tagVersion tags target targets task taskDependencies taskTypes tasks
technicalLimitations technique text thirdParty timeActivated timeEnd timeReceived timeStart timestamp title tlp
tlsGroups tlsSignatureSchemes tools trigger trustZone type uid unit updateDate updated upperBound url useCases users
value variants vector vendor version versionRange versions volume volumeRequest vulnerabilities workaround workflows
workspaces x x-trust-boundary y
`

// keyTable finds a member name of CycloneDX, exactly and with case folded. The
// exact look-up is asked for every member of a document: an open table with a
// hash of four bytes is several times faster than a map.
type keyTable struct {
	slots  [keySlots]keySlot
	folded map[string]string // from the folded form to the name
}

// keySlots is a power of two over twice the number of names.
const keySlots = 1024

type keySlot struct {
	name   string
	key    cdxKey
	number uint16 // of the name, from 0
}

// keyWords is how many words of 64 bits hold a bit for each name.
const keyWords = 7

// cdxNames is the table for CycloneDX, filled once and only read after that.
var cdxNames = newKeyTable()

func newKeyTable() *keyTable {
	t := &keyTable{folded: map[string]string{}}
	for number, word := range strings.Fields(cdxVocabulary) {
		i := keyHash([]byte(word))
		for t.slots[i].name != "" {
			i = (i + 1) % keySlots
		}
		key, acted := cdxKeys[word]
		if !acted {
			key = listedKey
		}
		t.slots[i] = keySlot{name: word, key: key, number: uint16(number)} //nolint:gosec // some hundreds
		t.folded[foldKey(word)] = word
	}
	return t
}

func keyHash(name []byte) uint32 {
	n := len(name)
	if n == 0 {
		return 0
	}
	h := uint32(name[0]) | uint32(name[n/2])<<8 | uint32(name[n-1])<<16 | uint32(n)<<24
	return h * 2654435761 >> 22 // ten bits, as keySlots has
}

// slot is what the table has of a name; the zero slot for one that it has not.
func (t *keyTable) slot(name []byte) keySlot {
	for i := keyHash(name); t.slots[i].name != ""; i = (i + 1) % keySlots {
		if t.slots[i].name == string(name) {
			return t.slots[i]
		}
	}
	return keySlot{}
}

// misspelt is the name of CycloneDX that a name which the table has not equals
// when case is ignored, else "".
func (t *keyTable) misspelt(name []byte) string { return t.folded[foldKey(string(name))] }

// foldKey maps all names that strings.EqualFold holds equal to one form.
func foldKey(name string) string {
	plain := true
	for i := 0; i < len(name); i++ {
		if c := name[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return name
	}
	return strings.Map(foldRune, name)
}

// foldRune returns the rune that stands for all those equal to r under simple
// folding: the ASCII letter in lower case where there is one.
func foldRune(r rune) rune {
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	if 'A' <= least && least <= 'Z' {
		return least - 'A' + 'a'
	}
	return least
}
