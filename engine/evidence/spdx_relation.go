package evidence

// spdxRelation is one relationship type of SPDX 2: what it says to the
// dossier, and whether the related element comes first in it.
type spdxRelation struct {
	is       relation
	reversed bool
}

// spdxRelations is the closed table of the relationship types of SPDX 2.3
// (clause 11.1). Those that are not about what a component depends on or
// contains are known and other.
var spdxRelations = map[string]spdxRelation{
	"DESCRIBES": {is: describesRelation}, "DESCRIBED_BY": {is: describesRelation, reversed: true},

	"CONTAINS": {is: containsRelation}, "CONTAINED_BY": {is: containsRelation, reversed: true},
	"PACKAGE_OF": {is: containsRelation, reversed: true}, "OPTIONAL_COMPONENT_OF": {is: containsRelation, reversed: true},

	"DEPENDS_ON": {is: dependsRelation}, "DEPENDENCY_OF": {is: dependsRelation, reversed: true},
	"BUILD_DEPENDENCY_OF": {is: dependsRelation, reversed: true}, "DEV_DEPENDENCY_OF": {is: dependsRelation, reversed: true},
	"OPTIONAL_DEPENDENCY_OF": {is: dependsRelation, reversed: true}, "PROVIDED_DEPENDENCY_OF": {is: dependsRelation, reversed: true},
	"RUNTIME_DEPENDENCY_OF": {is: dependsRelation, reversed: true}, "TEST_DEPENDENCY_OF": {is: dependsRelation, reversed: true},
	"DYNAMIC_LINK": {is: dependsRelation}, "STATIC_LINK": {is: dependsRelation},
	"HAS_PREREQUISITE": {is: dependsRelation}, "PREREQUISITE_FOR": {is: dependsRelation, reversed: true},

	"AMENDS": {}, "ANCESTOR_OF": {}, "BUILD_TOOL_OF": {}, "COPY_OF": {}, "DATA_FILE_OF": {}, "DEPENDENCY_MANIFEST_OF": {},
	"DESCENDANT_OF": {}, "DEV_TOOL_OF": {}, "DISTRIBUTION_ARTIFACT": {}, "DOCUMENTATION_OF": {}, "EXAMPLE_OF": {},
	"EXPANDED_FROM_ARCHIVE": {}, "FILE_ADDED": {}, "FILE_DELETED": {}, "FILE_MODIFIED": {}, "GENERATED_FROM": {}, "GENERATES": {},
	"METAFILE_OF": {}, "OTHER": {}, "PATCH_APPLIED": {}, "PATCH_FOR": {}, "REQUIREMENT_DESCRIPTION_FOR": {},
	"SPECIFICATION_FOR": {}, "TEST_CASE_OF": {}, "TEST_OF": {}, "TEST_TOOL_OF": {}, "VARIANT_OF": {},
}

// relate2 takes one relationship of SPDX 2.
func (r *spdxReader) relate2(from, kind, to string, at step, n *node) {
	r.sbom.Contents.Relationships++
	known, ok := spdxRelations[kind]
	if !ok {
		r.problem(codeSchema, "relationshipType", n, quoted(kind)+" is no relationship type of SPDX; correct it")
	}
	if known.is == otherRelation {
		r.sbom.Contents.OtherRelationships++
	}
	if known.reversed {
		from, to = to, from
	}
	if known.is == describesRelation && from == r.document {
		r.about = append(r.about, to)
	}
	r.links = append(r.links, spdxLink{kind: known.is, from: from, to: to, at: at})
}
