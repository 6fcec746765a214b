package main

import (
	"errors"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/render"
)

// The sentences of the commands on data sets.

func noData() error {
	return complain("--data", "no folder of data sets is given", "name it with --data DIR")
}

func noDataKind(known []string) error {
	return complain("--kind", "no kind of data is given", "use one of "+alternatives(known))
}

func notADataFolder(path string) error {
	return complain(path, "is not a folder", "give --data a folder of data sets")
}

func badData(dir string, err error) error {
	return complaint(render.Escape(dir, 200) + ": " + err.Error())
}

func notImported(name string, err error) error {
	text := err.Error() + "; nothing was imported"
	if !strings.HasPrefix(text, filepath.Base(name)+":") { // else it says where in the file
		text = render.Escape(name, 200) + ": " + text
	}
	return complaint(text)
}

func olderData(older *advisory.OlderError) error {
	return complaint(older.Error() + "; add --allow-older if that is meant")
}

func badAddress(wrong, address string) error {
	return complain(address, "cannot be fetched: "+wrong, "give an https address, or fetch the file yourself and import it")
}

func notFetched(address string, err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	return complain(address, "was not fetched ("+reason(err)+")", "try again, or fetch the file yourself and import it")
}
