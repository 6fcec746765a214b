package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// licenceOf gives the SPDX id of a module whose folder holds one licence file
// with the words of one licence that is known here, and nothing else. Every
// other module has a licence that only a person can tell, and "" says so.
func licenceOf(t *testing.T, folder string, known map[string]string) string {
	t.Helper()
	files := []string{}
	for _, pattern := range []string{"[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*", "[Cc][Oo][Pp][Yy][Ii][Nn][Gg]*"} {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) != 1 {
		return ""
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	text := licenceWords(string(data))
	for id, body := range known {
		if before, after, found := strings.Cut(text, body); found && onlyHeading(before) && onlyAppendix(id, after) {
			return id
		}
	}
	return ""
}

// onlyHeading: before a licence stand its name and who holds the rights.
func onlyHeading(words string) bool {
	return len(strings.Fields(words)) <= 25 && !strings.Contains(words, "licenses")
}

// onlyAppendix: after a licence stands nothing, but for the Apache licence,
// which tells how to use it.
func onlyAppendix(id, words string) bool {
	words = strings.TrimPrefix(strings.TrimSpace(words), "end of terms and conditions")
	words = strings.TrimSpace(words)
	return words == "" || id == "Apache-2.0" && strings.HasPrefix(words, "appendix how to apply the apache license to your work") && len(strings.Fields(words)) <= 180
}

var (
	notWord   = regexp.MustCompile(`[^a-z0-9]+`)
	namedNot  = regexp.MustCompile(`neither the name of .{1,40}? nor the names of its contributors`)
	rightsTo  = regexp.MustCompile(`copyright (owner|holder) or contributors`)
	pointerTo = " http www apache org licenses "
)

// licenceWords is a text without what differs between copies of one licence:
// case, layout, signs, numbers of paragraphs and the names filled in.
func licenceWords(text string) string {
	kept := slices.DeleteFunc(strings.Fields(notWord.ReplaceAllString(strings.ToLower(text), " ")), isNumber)
	words := " " + strings.Join(kept, " ") + " "
	words = strings.Replace(words, pointerTo, " ", 1)
	words = namedNot.ReplaceAllString(words, "neither name nor contributors")
	return rightsTo.ReplaceAllString(words, "copyright holder or contributors")
}

func isNumber(word string) bool { return strings.Trim(word, "0123456789") == "" }

// knownLicences are the words of licences by their SPDX ids. Those of the
// Apache licence come from this project's own LICENSE.
func knownLicences(t *testing.T, root string) map[string]string {
	t.Helper()
	apache, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	_, terms, found := strings.Cut(licenceWords(string(apache)), " apache license version january ")
	terms, _, ended := strings.Cut(terms, " end of terms and conditions ")
	if !found || !ended {
		t.Fatal("LICENSE is not the Apache licence")
	}
	return map[string]string{
		"Apache-2.0":   strings.TrimSpace(terms),
		"MIT":          strings.TrimSpace(licenceWords(licenceMIT)),
		"BSD-2-Clause": strings.TrimSpace(licenceWords(licenceBSD + licenceDisclaimer)),
		"BSD-3-Clause": strings.TrimSpace(licenceWords(licenceBSD + licenceNames + licenceDisclaimer)),
	}
}

const (
	licenceMIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including without
limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software,
and to permit persons to whom the Software is furnished to do so, subject to the following conditions: The above
copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.
THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

	licenceBSD = `Redistribution and use in source and binary forms, with or without modification, are permitted provided
that the following conditions are met: Redistributions of source code must retain the above copyright notice, this list
of conditions and the following disclaimer. Redistributions in binary form must reproduce the above copyright notice,
this list of conditions and the following disclaimer in the documentation and/or other materials provided with the
distribution. `

	licenceNames = `Neither the name of the holder nor the names of its contributors may be used to endorse or promote
products derived from this software without specific prior written permission. `

	licenceDisclaimer = `THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT,
INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY
OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT
OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`
)
