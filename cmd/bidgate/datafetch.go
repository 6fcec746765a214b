package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/bidgate/bidgate/engine/advisory"
)

const (
	maxFetch     = 4 << 30 // bytes of what is fetched or comes from standard input
	fetchTime    = 30 * time.Minute
	maxRedirects = 5
)

// fetch gets the data at an address into a nameless file. It is the one place
// where bidgate uses the network, and only an operator's word leads here.
func (p *program) fetch(ctx context.Context, address string) (io.Closer, advisory.Source, error) {
	none := advisory.Source{}
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "":
		return nil, none, badAddress("it is not an address", address)
	case u.Scheme != "https":
		return nil, none, badAddress("it does not begin with https://", address)
	case u.User != nil:
		return nil, none, badAddress("it holds a user name or password", u.Redacted())
	}
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, none, badAddress("it is not an address", address)
	}
	client := http.Client{CheckRedirect: safeRedirect, Transport: p.transport}
	response, err := client.Do(request)
	if err != nil {
		return nil, none, notFetched(address, err)
	}
	defer response.Body.Close() //nolint:errcheck // only read
	switch {
	case response.StatusCode != http.StatusOK:
		return nil, none, notFetched(address, fmt.Errorf("the server answers %s", response.Status))
	case response.ContentLength > maxFetch:
		return nil, none, notFetched(address, fmt.Errorf("it is larger than %d GiB", maxFetch>>30))
	}
	f, err := spool(response.Body, maxFetch)
	if err != nil {
		return nil, none, notFetched(address, err)
	}
	u.RawQuery, u.Fragment = "", "" // a query may hold a key
	return opened(u.String(), f)
}

// safeRedirect follows few redirects, and none to what is not https.
func safeRedirect(request *http.Request, before []*http.Request) error {
	if request.URL.Scheme != "https" {
		return errors.New("it leads to an address that is not https")
	}
	if len(before) > maxRedirects {
		return errors.New("it leads on too often")
	}
	return nil
}
