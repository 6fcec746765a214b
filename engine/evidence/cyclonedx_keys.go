package evidence

// cdxKey is a member name of CycloneDX that the reader acts on. otherKey is
// any other name.
type cdxKey uint8

const (
	otherKey cdxKey = iota
	keySchema
	keyAcknowledgement
	keyActivationDate
	keyAffects
	keyAggregate
	keyAlg
	keyAlgorithm
	keyAlgorithmFamily
	keyAlgorithmProperties
	keyAnalysis
	keyAncestors
	keyAnnotations
	keyAnnotator
	keyArchitectureFamily
	keyAssemblies
	keyAssetType
	keyAuthenticated
	keyAuthor
	keyAuthors
	keyBenefits
	keyBOMFormat
	keyBOMRef
	keyCertificateProperties
	keyCertificateState
	keyCertificationLevel
	keyChain
	keyCipherSuites
	keyClassicalSecurityLevel
	keyClassification
	keyComponent
	keyComponents
	keyCompositions
	keyConsiderations
	keyContact
	keyContent
	keyContents
	keyCPE
	keyCryptoProperties
	keyCurve
	keyData
	keyDatasets
	keyDeclarations
	keyDefinitions
	keyDependencies
	keyDependsOn
	keyDescendants
	keyDetail
	keyEllipticCurve
	keyEmail
	keyEndpoints
	keyEthicalConsiderations
	keyExpirationDate
	keyExpression
	keyExternalReferences
	keyFairnessAssessments
	keyFirstIssued
	keyFlow
	keyFormulation
	keyGroup
	keyGroupAtRisk
	keyHarms
	keyHashes
	keyID
	keyIdentifiers
	keyJustification
	keyLastUpdated
	keyLicense
	keyLicenses
	keyLifecycles
	keyManufacture
	keyManufacturer
	keyMetadata
	keyMode
	keyModelArchitecture
	keyModelCard
	keyModelParameters
	keyName
	keyNISTQuantumSecurityLevel
	keyNotValidAfter
	keyNotValidBefore
	keyOID
	keyOmniborID
	keyParameterSetIdentifier
	keyPedigree
	keyPerformanceMetrics
	keyPerformanceTradeoffs
	keyPhase
	keyPrimitive
	keyProperties
	keyProtocolProperties
	keyProvider
	keyPublisher
	keyPURL
	keyQuantitativeAnalysis
	keyRange
	keyRatings
	keyRecommendation
	keyRef
	keyReferences
	keyRelatedCryptoMaterialProperties
	keyResponse
	keyScope
	keyScore
	keySerialNumber
	keyServices
	keySeverity
	keySignature
	keySigners
	keySource
	keySpecFormat
	keySpecVersion
	keyState
	keyStatus
	keySupplier
	keySWHID
	keySWID
	keyTagID
	keyTargets
	keyTask
	keyTechnicalLimitations
	keyTimestamp
	keyTools
	keyTrustBoundary
	keyTrustZone
	keyType
	keyURL
	keyUseCases
	keyUsers
	keyValue
	keyVariants
	keyVector
	keyVersion
	keyVersions
	keyVulnerabilities
	keyWorkaround
)

// cdxKeys names the keys that the reader acts on.
var cdxKeys = map[string]cdxKey{
	"$schema": keySchema, "acknowledgement": keyAcknowledgement, "activationDate": keyActivationDate,
	"affects": keyAffects, "aggregate": keyAggregate, "alg": keyAlg, "algorithm": keyAlgorithm,
	"algorithmFamily": keyAlgorithmFamily, "algorithmProperties": keyAlgorithmProperties, "analysis": keyAnalysis,
	"ancestors": keyAncestors, "annotations": keyAnnotations, "annotator": keyAnnotator,
	"architectureFamily": keyArchitectureFamily, "assemblies": keyAssemblies, "assetType": keyAssetType,
	"authenticated": keyAuthenticated, "author": keyAuthor, "authors": keyAuthors, "benefits": keyBenefits,
	"bom-ref": keyBOMRef, "bomFormat": keyBOMFormat, "certificateProperties": keyCertificateProperties,
	"certificateState": keyCertificateState, "certificationLevel": keyCertificationLevel, "chain": keyChain,
	"cipherSuites": keyCipherSuites, "classicalSecurityLevel": keyClassicalSecurityLevel,
	"classification": keyClassification, "component": keyComponent, "components": keyComponents,
	"compositions": keyCompositions, "considerations": keyConsiderations, "contact": keyContact, "content": keyContent,
	"contents": keyContents, "cpe": keyCPE, "cryptoProperties": keyCryptoProperties, "curve": keyCurve, "data": keyData,
	"datasets": keyDatasets, "declarations": keyDeclarations, "definitions": keyDefinitions,
	"dependencies": keyDependencies, "dependsOn": keyDependsOn, "descendants": keyDescendants, "detail": keyDetail,
	"ellipticCurve": keyEllipticCurve, "email": keyEmail, "endpoints": keyEndpoints,
	"ethicalConsiderations": keyEthicalConsiderations, "expirationDate": keyExpirationDate, "expression": keyExpression,
	"externalReferences": keyExternalReferences, "fairnessAssessments": keyFairnessAssessments,
	"firstIssued": keyFirstIssued, "flow": keyFlow, "formulation": keyFormulation, "group": keyGroup,
	"groupAtRisk": keyGroupAtRisk, "harms": keyHarms, "hashes": keyHashes, "id": keyID, "identifiers": keyIdentifiers,
	"justification": keyJustification, "lastUpdated": keyLastUpdated, "license": keyLicense, "licenses": keyLicenses,
	"lifecycles": keyLifecycles, "manufacture": keyManufacture, "manufacturer": keyManufacturer,
	"metadata": keyMetadata, "mode": keyMode, "modelArchitecture": keyModelArchitecture, "modelCard": keyModelCard,
	"modelParameters": keyModelParameters, "name": keyName, "nistQuantumSecurityLevel": keyNISTQuantumSecurityLevel,
	"notValidAfter": keyNotValidAfter, "notValidBefore": keyNotValidBefore, "oid": keyOID, "omniborId": keyOmniborID,
	"parameterSetIdentifier": keyParameterSetIdentifier, "pedigree": keyPedigree,
	"performanceMetrics": keyPerformanceMetrics, "performanceTradeoffs": keyPerformanceTradeoffs, "phase": keyPhase,
	"primitive": keyPrimitive, "properties": keyProperties, "protocolProperties": keyProtocolProperties,
	"provider": keyProvider, "publisher": keyPublisher, "purl": keyPURL,
	"quantitativeAnalysis": keyQuantitativeAnalysis, "range": keyRange, "ratings": keyRatings,
	"recommendation": keyRecommendation, "ref": keyRef, "references": keyReferences,
	"relatedCryptoMaterialProperties": keyRelatedCryptoMaterialProperties, "response": keyResponse, "scope": keyScope,
	"score": keyScore, "serialNumber": keySerialNumber, "services": keyServices, "severity": keySeverity,
	"signature": keySignature, "signers": keySigners, "source": keySource, "specFormat": keySpecFormat,
	"specVersion": keySpecVersion, "state": keyState, "status": keyStatus, "supplier": keySupplier, "swhid": keySWHID,
	"swid": keySWID, "tagId": keyTagID, "targets": keyTargets, "task": keyTask,
	"technicalLimitations": keyTechnicalLimitations, "timestamp": keyTimestamp, "tools": keyTools,
	"trustZone": keyTrustZone, "type": keyType, "url": keyURL, "useCases": keyUseCases, "users": keyUsers,
	"value": keyValue, "variants": keyVariants, "vector": keyVector, "version": keyVersion, "versions": keyVersions,
	"vulnerabilities": keyVulnerabilities, "workaround": keyWorkaround, "x-trust-boundary": keyTrustBoundary,
}
