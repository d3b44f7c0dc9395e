package hook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"time"
)

// Sign is the signature of a message that is sent at a time: HMAC-SHA256 over its
// ID, the time in seconds and its body, after Standard Webhooks 1.0, "Signature
// scheme".
func (e Endpoint) Sign(id string, at time.Time, body []byte) string {
	h := hmac.New(sha256.New, e.secret)
	fmt.Fprintf(h, "%s.%d.", id, at.Unix())
	h.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(h.Sum(nil))
}
