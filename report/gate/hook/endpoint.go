package hook

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
)

// Endpoint is where messages go, with the secret that both sides know.
type Endpoint struct {
	address string
	host    string
	secret  []byte
}

// The bounds on a secret in bytes, those of Standard Webhooks.
const minSecret, maxSecret = 24, 64

// NewEndpoint makes an endpoint of an address and a secret as it stands in a
// file: "whsec_" with base64 behind it, or any text of 24 to 64 bytes.
func NewEndpoint(address, secret string) (Endpoint, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "":
		return Endpoint{}, errors.New("the address of a webhook cannot be read\nhint: write it as https://desk.example/hook")
	case u.Scheme != "https" && !(u.Scheme == "http" && onThisMachine(u.Hostname())):
		return Endpoint{}, fmt.Errorf("a webhook to %s would travel in the clear\nhint: use https; http goes to this machine alone", u.Hostname())
	case u.User != nil:
		return Endpoint{}, fmt.Errorf("the address of the webhook to %s has a password in it\nhint: the receiver knows us by the signature", u.Hostname())
	}
	key, err := parseSecret(secret)
	return Endpoint{address, u.Host, key}, err
}

// onThisMachine reports whether a name can only be this machine.
func onThisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func parseSecret(s string) ([]byte, error) {
	s = strings.TrimSpace(s)
	key := []byte(s)
	if coded, ok := strings.CutPrefix(s, "whsec_"); ok {
		var err error
		if key, err = base64.StdEncoding.DecodeString(coded); err != nil {
			return nil, errors.New("the secret behind \"whsec_\" is no base64\nhint: make one with: echo whsec_$(head -c 32 /dev/urandom | base64)")
		}
	}
	if len(key) < minSecret || len(key) > maxSecret {
		return nil, fmt.Errorf("the secret of a webhook has %d bytes, and needs %d to %d\nhint: make one with: echo whsec_$(head -c 32 /dev/urandom | base64)", len(key), minSecret, maxSecret)
	}
	return key, nil
}
