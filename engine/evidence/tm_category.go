package evidence

import "slices"

// moreCategories are other spellings of the STRIDE categories, in snake case.
var moreCategories = map[string]string{
	"s": "spoofing", "t": "tampering", "r": "repudiation", "i": "information_disclosure", "d": "denial_of_service", "e": "elevation_of_privilege",
	"spoofing_identity": "spoofing", "tampering_with_data": "tampering", "data_tampering": "tampering",
	"information_disclosures": "information_disclosure", "denial_of_services": "denial_of_service",
	"elevation_of_privileges": "elevation_of_privilege", "elevation_of_priviledge": "elevation_of_privilege", "escalation_of_privilege": "elevation_of_privilege",
	"info_disclosure": "information_disclosure", "infodisclosure": "information_disclosure", "dos": "denial_of_service", "eop": "elevation_of_privilege",
}

// strideNames are the six categories of STRIDE.
var strideNames = categoryWords.values[:6]

// categoryOf brings a category to the names of the normal form. What the
// vocabularies do not know stays as it is written.
func categoryOf(taxonomy, name Text) Category {
	if known, ok := taxonomyWords.find(taxonomy.Value); ok {
		taxonomy.Value = known
	}
	if taxonomy.Value == "STRIDE" || taxonomy.State != Stated {
		if known, ok := strideName(name.Value); ok {
			name.Value = known
		}
	}
	if known, ok := categoryWords.find(name.Value); ok {
		name.Value = known
	}
	return Category{Taxonomy: taxonomy, Name: name}
}

// strideName reads a letter or a name of a STRIDE category.
func strideName(text string) (string, bool) {
	word := snake(text)
	if known, ok := moreCategories[word]; ok {
		word = known
	}
	return word, slices.Contains(strideNames, word)
}

// freeCategory reads a category of a format that names no taxonomy: STRIDE
// where the name is one of its six, else in a taxonomy that nobody states.
func freeCategory(name Text) Category {
	if known, ok := strideName(name.Value); ok && name.State == Stated {
		return Category{Taxonomy: Text{State: Stated, Value: "STRIDE"}, Name: Text{State: Stated, Value: known}}
	}
	return Category{Taxonomy: Text{State: Unsupported}, Name: name}
}
