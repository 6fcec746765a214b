package main

# conftest test sbom.cdx.json
deny contains msg if {
	some component in input.components
	not component.version
	msg := sprintf("%s has no version", [component.name])
}
