package evidence

import (
	"fmt"
	"slices"
	"testing"
)

func TestMemberTable(t *testing.T) {
	var none *memberTable
	if m := none.find([]byte("name")); m.name != "" || none.names() != nil {
		t.Errorf("no table has %+v", m)
	}
	// All have one length and equal ends, so that they compete for one slot.
	table := newMemberTable(40)
	var want []string
	for i := range 40 {
		name := fmt.Sprintf("a%02dxa%02db", i, i)
		want = append(want, name)
		table.of(name).bit = uint64(1) << i
	}
	for i, name := range want {
		if m := table.find([]byte(name)); m.name != name || m.bit != uint64(1)<<i {
			t.Errorf("%s is found as %+v", name, m)
		}
		if table.of(name).bit != uint64(1)<<i {
			t.Errorf("%s is made anew", name)
		}
	}
	if m := table.find([]byte("a00xa01b")); m.name != "" {
		t.Errorf("a name that is not there is found as %+v", m)
	}
	if m := table.find(nil); m.name != "" {
		t.Errorf("no name is found as %+v", m)
	}
	if got := table.names(); !slices.Equal(got, want) {
		t.Errorf("names %v, want %v", got, want)
	}
}
