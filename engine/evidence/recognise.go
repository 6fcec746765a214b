package evidence

import (
	"fmt"
	"slices"
	"strings"
)

const (
	codeNotRead   = "not_read"   // a form that this version does not read
	codeAmbiguous = "ambiguous"  // the keys of two forms in one document
	codeClaim     = "not_a_form" // claims a kind and is in no form of it
)

// identity is what a document turned out to be before it was read.
type identity struct {
	form *format
	// may are the kinds that the document may be of, for a form that is not read.
	may []Kind
	// refused says why a document that claims a kind is not read at all.
	refused *Problem
	kinds   []Kind // of a refused document
}

// recognise finds the form of a document by its content. The manifest's word
// and the name matter only where the content does not decide.
func recognise(h head) identity {
	var found []*format
	var seen *format
	for _, table := range [][]format{formats, knownForms, {pdfForm, officeForm}} {
		for i := range table {
			switch f := &table[i]; {
			case !f.recognises(h):
			case f.read != nil:
				found = append(found, f)
			case seen == nil:
				seen = f
			}
		}
	}
	switch {
	case len(found) > 1:
		return identity{refused: ambiguous(found), kinds: append(h.claims(), KindAttachment)[:1]}
	case len(found) == 1:
		return identity{form: found[0]}
	case seen != nil:
		return h.unread(seen)
	}
	if kinds := h.claims(); len(kinds) > 0 {
		return identity{kinds: kinds, refused: &Problem{Code: codeClaim,
			Message: fmt.Sprintf("this says that it is %s and is in no form that bidgate knows; send it in a form that the tender asks for", titlesOf(kinds))}}
	}
	return identity{}
}

// unread is the identity of a document in a form that this version does not
// read. A claim narrows what it may be; a claim that the form cannot be makes
// the document an unreadable one of that kind.
func (h head) unread(f *format) identity {
	claim := h.claim
	if claim == "" && !f.named {
		claim = nameClaim(h.path)
	}
	switch {
	case claim == "" || claim == otherClaim && f.form():
		return identity{form: f, may: f.may}
	case claim == KindAttachment || claim == otherClaim:
		return identity{form: f}
	case slices.Contains(f.may, claim):
		return identity{form: f, may: []Kind{claim}}
	}
	return identity{form: f, kinds: []Kind{claim}, refused: &Problem{Code: codeClaim,
		Message: fmt.Sprintf("this says that it is %s and is in the form %s, which holds none; send it in a form that the tender asks for", titlesOf([]Kind{claim}), f.name)}}
}

// form says that the document is of a machine-readable form, which says what
// it is by itself.
func (f *format) form() bool { return f.name != pdfForm.name && f.name != officeForm.name }

// claims are the kinds that a document claims by its manifest, its own keys or
// its name; the first of these that says anything counts.
func (h head) claims() []Kind {
	if h.claim != "" && h.claim != otherClaim {
		if h.claim == KindAttachment {
			return nil
		}
		return []Kind{h.claim}
	}
	for _, k := range []Kind{h.keyClaim(), nameClaim(h.path)} {
		if k != "" {
			return []Kind{k}
		}
	}
	return nil
}

func ambiguous(found []*format) *Problem {
	var names []string
	for _, f := range found {
		names = append(names, f.name)
	}
	return &Problem{Code: codeAmbiguous,
		Message: "this has the keys of more than one form (" + strings.Join(names, ", ") + "); send one document for each"}
}

// notRead tells plainly that a form is known and not read.
func notRead(f *format) Problem {
	return Problem{Code: codeNotRead,
		Message: "this version of bidgate does not read the form " + f.name + "; send the content in a form that it reads, or let a person look at it"}
}

// kindTitles names the kinds for people.
var kindTitles = map[Kind]string{
	KindSBOM: "an SBOM", KindThreatModel: "a threat model", KindDeclaration: "a declaration", KindVEX: "a VEX statement",
	KindLifecycle: "a lifecycle record", KindStandard: "a standard", KindAttestation: "an attestation", KindAttachment: "an attachment",
}

func titlesOf(kinds []Kind) string {
	var names []string
	for _, k := range kinds {
		names = append(names, kindTitles[k])
	}
	return strings.Join(names, ", ")
}
