package evidence

import (
	"slices"
	"strings"
)

// stageEvents are the types of events that the days of a lifecycle record are
// taken from, in CLE and in the properties of CycloneDX.
var stageEvents = map[string]string{
	"general_availability": "released generalAvailability", "end_of_sales": "endOfMarketing endOfSales",
	"end_of_support": "endOfSupport", "end_of_security_support": "endOfSecuritySupport", "end_of_life": "endOfLife",
}

// recordPointers are the places of other fields of a record, by format.
var recordPointers = map[string]map[string]string{
	"cle": {"updated": "/updatedAt", "product": "/identifier"}, "openeox": {"updated": "/last_updated"},
}

// attachmentPointers are the places of what is taken from attachments of a form,
// where it stands in the document under another name.
var attachmentPointers = map[string]map[string]string{
	"mud": {
		"title": "/ietf-mud:mud/systeminfo", "date": "/ietf-mud:mud/last-update", "product/name": "/ietf-mud:mud/model-name",
		"product/version": "/ietf-mud:mud/firmware-rev", "traffic/supported": "/ietf-mud:mud/is-supported",
		"product": "/ietf-mud:mud", "traffic": "/ietf-access-control-list:acls",
	},
	"in_toto": {"build": "/predicate", "subjects": "/subject"}, "dsse": {"build": "/payload", "subjects": "/payload"},
}

// recordHead is the place of a field of a lifecycle record or an attachment that
// stands elsewhere in its document than in the normal form; "" where it does not.
func (l *locator) recordHead() string {
	if len(l.names) == 0 || l.row < 0 {
		return ""
	}
	switch l.top {
	case "lifecycle":
		record := &l.d.Lifecycle[l.row]
		if at := recordPointers[record.Format][l.names[0]]; at != "" {
			return at
		}
		return record.eventAt(l.names[0])
	case "attachments":
		known := attachmentPointers[l.d.Attachments[l.row].Form]
		for n := len(l.names); n > 0; n-- {
			if at := known[strings.Join(l.names[:n], "/")]; at != "" {
				return at
			}
		}
	}
	return ""
}

// eventAt is the place of the event that gives a day of the record.
func (l *Lifecycle) eventAt(field string) string {
	for _, e := range l.Events.Items {
		if !e.Withdrawn && e.Effective.State == Stated && e.Location != l.Location && slices.Contains(strings.Fields(stageEvents[field]), e.Type.Value) {
			return e.Location + "/effective"
		}
	}
	return ""
}
