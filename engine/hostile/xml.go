package hostile

import "strings"

const bomXML = "extra/x.cdx.xml"

// xmlRows break the rules that all XML is held to.
func xmlRows() []Row {
	const bom = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">`
	const component = `<component type="library"><name>a</name></component>`
	return rowsOf("xml", bomXML, []fault{
		{"empty", "not_a_form", "empty", ""},
		{"no element", "not_a_form", "no element", `<?xml version="1.0"?> <!-- nothing --> `},
		{"cut short", "syntax", "/components/0", bom + `<components>` + component},
		{"cut in a tag", "syntax", "1:69", bom + `<compon`},
		{"end tag with another prefix", "syntax", "1:100", `<a:bom xmlns:a="http://cyclonedx.org/schema/bom/1.6" xmlns:b="http://cyclonedx.org/schema/bom/1.6"></b:bom>`},
		{"two roots", "trailing_data", "1:68", bom + `</bom>` + bom + `</bom>`},
		{"text after the end", "trailing_data", "2:68", strings.Repeat("\n", 1) + bom + `</bom>x`},
		{"text before the root", "not_a_form", "text before the root", `x` + bom + `</bom>`},
		{"DOCTYPE", "xml", "1:1", `<!DOCTYPE bom>` + bom + `</bom>`},
		{"an external entity", "xml", "2:1", "\n" + `<!DOCTYPE bom [<!ENTITY a SYSTEM "file:///etc/passwd">]>` + bom + `<components>&a;</components></bom>`},
		{"billion laughs", "xml", "3:1", "\n\n" + `<!DOCTYPE bom [<!ENTITY a "ll"><!ENTITY b "&a;&a;">]>` + bom + `&b;</bom>`},
		{"an external DTD", "xml", "4:1", "\n\n\n" + `<!DOCTYPE bom SYSTEM "http://evil.example/x.dtd">` + bom + `</bom>`},
		{"DOCTYPE after the root", "xml", "1:68", bom + `</bom><!DOCTYPE bom>`},
		{"a style sheet", "xml", "19:1", strings.Repeat("\n", 17) + strings.Repeat("\n", 1) + `<?xml-stylesheet href="x"?>` + bom + `</bom>`},
		{"an instruction within", "xml", "1:62", bom + `<?run it?></bom>`},
		{"a late declaration", "xml", "1:2", ` <?xml version="1.0"?>` + bom + `</bom>`},
		{"Latin-1", "encoding", "1:1", `<?xml version="1.0" encoding="ISO-8859-1"?>` + bom + `</bom>`},
		{"UTF-7", "encoding", "2:1", strings.Repeat("\n", 1) + `<?xml   version="1.0" encoding="UTF-7"?>` + bom + `</bom>`},
		{"XML 1.1", "not_a_form", "XML 1.1", `<?xml version="1.1"?>` + bom + `</bom>`},
		{"not UTF-8", "encoding", "1:67", bom + "<!-- \xff --></bom>"},
		{"UTF-16", "not_a_form", "UTF-16", "<\xff\xfe\x00b\x00"},
		{"NUL", "encoding", "1:62", bom + "\x00</bom>"},
		{"a control character", "syntax", "/components/0/name", bom + "<components><component><name>&#1;</name></component></components></bom>"},
		{"two byte order marks", "not_a_form", "two byte order marks", "\uFEFF\uFEFF" + bom + "</bom>"},
		{"attribute twice", "duplicate_key", "/components/0", bom + `<components><component type="library" type="file"/></components></bom>`},
		{"attribute twice under two prefixes", "duplicate_key", "1:1", `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>`},
		{"name space twice", "duplicate_key", "2:1", "\n" + `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns="http://cyclonedx.org/schema/bom/1.6"/>`},
		{"prefix without a name space", "xml", "/metadata", bom + `<metadata><a:b/></metadata></bom>`},
		{"prefix out of scope", "xml", "1:80", bom + `<x:a xmlns:x="u"/><x:b/></bom>`},
		{"prefix of nothing", "xml", "20:1", strings.Repeat("\n", 17) + strings.Repeat("\n", 2) + `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:a=""/>`},
		{"element twice", "duplicate_key", "1:75", bom + `<components/><components/></bom>`},
		{"version twice", "duplicate_key", "/components/1", bom + `<components>` + component + `<component><version>1</version><version>2</version></component></components></bom>`},
		{"two kinds of tools", "duplicate_key", "/metadata/tools/0", bom + `<metadata><tools><tool/><components/></tools></metadata></bom>`},
		{"element of another name space", "xml", "2:62", strings.Repeat("\n", 1) + bom + `<components xmlns="urn:other"/></bom>`},
		{"element of another version", "xml", "3:62", strings.Repeat("\n", 2) + bom + `<dependencies xmlns="http://cyclonedx.org/schema/bom/1.5"/></bom>`},
		{"element of no name space", "xml", "1:54", `<b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.6"><components/></b:bom>`},
		{"attribute of another name space", "xml", "/components/0", bom + `<components><component x:type="library" xmlns:x="u"/></components></bom>`},
		{"name space misspelt", "not_cyclonedx", "1:1", `<bom xmlns="https://cyclonedx.org/schema/bom/1.6"/>`},
		{"version that is not read", "unsupported_version", "/specVersion", `<bom xmlns="http://cyclonedx.org/schema/bom/1.1"/>`},
		{"another root", "not_a_form", "another root", "\n" + `<sbom xmlns="http://cyclonedx.org/schema/bom/1.6"/>`},
	})
}
