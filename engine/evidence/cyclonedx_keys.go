package evidence

// cdxKey is a member name of CycloneDX that the reader acts on. listedKey is
// any other name of CycloneDX, and otherKey what is none.
type cdxKey uint8

const (
	otherKey cdxKey = iota
	listedKey
	keySchema
	keyAcknowledgement
	keyActivationDate
	keyAffects
	keyAggregate
	keyAlg
	keyAlgorithm
	keyAlgorithmFamily
	keyAlgorithmProperties
	keyAlgorithmRef
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
	keyCallstack
	keyCertificateFormat
	keyCertificateProperties
	keyCertificateState
	keyCertificationLevel
	keyChain
	keyCipherSuites
	keyClassicalSecurityLevel
	keyClassification
	keyCommits
	keyComponent
	keyComponents
	keyCompositions
	keyConcludedValue
	keyConfidence
	keyConsiderations
	keyContact
	keyContent
	keyContents
	keyCopyright
	keyCPE
	keyCreationDate
	keyCryptoFunctions
	keyCryptoProperties
	keyCryptoRefArray
	keyCurve
	keyData
	keyDatasets
	keyDeclarations
	keyDefinitions
	keyDependencies
	keyDependsOn
	keyDescendants
	keyDescription
	keyDetail
	keyDiff
	keyEllipticCurve
	keyEmail
	keyEndpoints
	keyEthicalConsiderations
	keyEvidence
	keyExecutionEnvironment
	keyExpirationDate
	keyExpression
	keyExternalReferences
	keyFairnessAssessments
	keyField
	keyFingerprint
	keyFirstIssued
	keyFlow
	keyFormat
	keyFormulation
	keyFrames
	keyGroup
	keyGroupAtRisk
	keyHarms
	keyHashes
	keyID
	keyIdentifiers
	keyIdentity
	keyImplementationPlatform
	keyIssuerName
	keyJustification
	keyLastUpdated
	keyLicense
	keyLicenses
	keyLifecycles
	keyManufacture
	keyManufacturer
	keyMechanism
	keyMessage
	keyMetadata
	keyMethods
	keyMode
	keyModelArchitecture
	keyModelCard
	keyModelParameters
	keyName
	keyNISTQuantumSecurityLevel
	keyNotes
	keyNotValidAfter
	keyNotValidBefore
	keyOccurrences
	keyOID
	keyOmniborID
	keyPadding
	keyParameterSetIdentifier
	keyPatches
	keyPatents
	keyPedigree
	keyPerformanceMetrics
	keyPerformanceTradeoffs
	keyPhase
	keyPrimitive
	keyProperties
	keyProtocolProperties
	keyProvider
	keyProvides
	keyPublisher
	keyPURL
	keyQuantitativeAnalysis
	keyRange
	keyRatings
	keyRecommendation
	keyRef
	keyReferences
	keyRelatedCryptoMaterialProperties
	keyResolves
	keyResponse
	keyRevocationDate
	keyScope
	keyScore
	keySecuredBy
	keySerialNumber
	keyServices
	keySeverity
	keySignature
	keySignatureAlgorithmRef
	keySigners
	keySize
	keySource
	keySpecFormat
	keySpecVersion
	keyState
	keyStatus
	keySubjectName
	keySubjectPublicKeyRef
	keySupplier
	keySWHID
	keySWID
	keyTagID
	keyTargets
	keyTask
	keyTechnicalLimitations
	keyTechnique
	keyText
	keyTimestamp
	keyTools
	keyTrustBoundary
	keyTrustZone
	keyType
	keyUID
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
	"algorithmFamily": keyAlgorithmFamily, "algorithmProperties": keyAlgorithmProperties,
	"algorithmRef": keyAlgorithmRef, "analysis": keyAnalysis, "ancestors": keyAncestors, "annotations": keyAnnotations,
	"annotator": keyAnnotator, "architectureFamily": keyArchitectureFamily, "assemblies": keyAssemblies,
	"assetType": keyAssetType, "authenticated": keyAuthenticated, "author": keyAuthor, "authors": keyAuthors,
	"benefits": keyBenefits, "bom-ref": keyBOMRef, "bomFormat": keyBOMFormat, "callstack": keyCallstack,
	"certificateFormat": keyCertificateFormat, "certificateProperties": keyCertificateProperties,
	"certificateState": keyCertificateState, "certificationLevel": keyCertificationLevel, "chain": keyChain,
	"cipherSuites": keyCipherSuites, "classicalSecurityLevel": keyClassicalSecurityLevel,
	"classification": keyClassification, "commits": keyCommits, "component": keyComponent, "components": keyComponents,
	"compositions": keyCompositions, "concludedValue": keyConcludedValue, "confidence": keyConfidence,
	"considerations": keyConsiderations, "contact": keyContact, "content": keyContent, "contents": keyContents,
	"copyright": keyCopyright, "cpe": keyCPE, "creationDate": keyCreationDate, "cryptoFunctions": keyCryptoFunctions,
	"cryptoProperties": keyCryptoProperties, "cryptoRefArray": keyCryptoRefArray, "curve": keyCurve, "data": keyData,
	"datasets": keyDatasets, "declarations": keyDeclarations, "definitions": keyDefinitions,
	"dependencies": keyDependencies, "dependsOn": keyDependsOn, "descendants": keyDescendants,
	"description": keyDescription, "detail": keyDetail, "diff": keyDiff, "ellipticCurve": keyEllipticCurve,
	"email": keyEmail, "endpoints": keyEndpoints, "ethicalConsiderations": keyEthicalConsiderations,
	"evidence": keyEvidence, "executionEnvironment": keyExecutionEnvironment, "expirationDate": keyExpirationDate,
	"expression": keyExpression, "externalReferences": keyExternalReferences,
	"fairnessAssessments": keyFairnessAssessments, "field": keyField, "fingerprint": keyFingerprint,
	"firstIssued": keyFirstIssued, "flow": keyFlow, "format": keyFormat, "formulation": keyFormulation,
	"frames": keyFrames, "group": keyGroup, "groupAtRisk": keyGroupAtRisk, "harms": keyHarms, "hashes": keyHashes,
	"id": keyID, "identifiers": keyIdentifiers, "identity": keyIdentity,
	"implementationPlatform": keyImplementationPlatform, "issuerName": keyIssuerName, "justification": keyJustification,
	"lastUpdated": keyLastUpdated, "license": keyLicense, "licenses": keyLicenses, "lifecycles": keyLifecycles,
	"manufacture": keyManufacture, "manufacturer": keyManufacturer, "mechanism": keyMechanism, "message": keyMessage,
	"metadata": keyMetadata, "methods": keyMethods, "mode": keyMode, "modelArchitecture": keyModelArchitecture,
	"modelCard": keyModelCard, "modelParameters": keyModelParameters, "name": keyName,
	"nistQuantumSecurityLevel": keyNISTQuantumSecurityLevel, "notes": keyNotes, "notValidAfter": keyNotValidAfter,
	"notValidBefore": keyNotValidBefore, "occurrences": keyOccurrences, "oid": keyOID, "omniborId": keyOmniborID,
	"padding": keyPadding, "parameterSetIdentifier": keyParameterSetIdentifier, "patches": keyPatches,
	"patents": keyPatents, "pedigree": keyPedigree, "performanceMetrics": keyPerformanceMetrics,
	"performanceTradeoffs": keyPerformanceTradeoffs, "phase": keyPhase, "primitive": keyPrimitive,
	"properties": keyProperties, "protocolProperties": keyProtocolProperties, "provider": keyProvider,
	"provides": keyProvides, "publisher": keyPublisher, "purl": keyPURL,
	"quantitativeAnalysis": keyQuantitativeAnalysis, "range": keyRange, "ratings": keyRatings,
	"recommendation": keyRecommendation, "ref": keyRef, "references": keyReferences,
	"relatedCryptoMaterialProperties": keyRelatedCryptoMaterialProperties, "resolves": keyResolves,
	"response": keyResponse, "revocationDate": keyRevocationDate, "scope": keyScope, "score": keyScore,
	"securedBy": keySecuredBy, "serialNumber": keySerialNumber, "services": keyServices, "severity": keySeverity,
	"signature": keySignature, "signatureAlgorithmRef": keySignatureAlgorithmRef, "signers": keySigners,
	"size": keySize, "source": keySource, "specFormat": keySpecFormat, "specVersion": keySpecVersion, "state": keyState,
	"status": keyStatus, "subjectName": keySubjectName, "subjectPublicKeyRef": keySubjectPublicKeyRef,
	"supplier": keySupplier, "swhid": keySWHID, "swid": keySWID, "tagId": keyTagID, "targets": keyTargets,
	"task": keyTask, "technicalLimitations": keyTechnicalLimitations, "technique": keyTechnique, "text": keyText,
	"timestamp": keyTimestamp, "tools": keyTools, "trustZone": keyTrustZone, "type": keyType, "uid": keyUID,
	"url": keyURL, "useCases": keyUseCases, "users": keyUsers, "value": keyValue, "variants": keyVariants,
	"vector": keyVector, "version": keyVersion, "versions": keyVersions, "vulnerabilities": keyVulnerabilities,
	"workaround": keyWorkaround, "x-trust-boundary": keyTrustBoundary,
}
