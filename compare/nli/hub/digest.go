package hub

import (
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"net/http"
	"os"
	"strings"
)

// Checked says what a fetched file was compared with.
type Checked string

// What a file may be compared with, the surest first.
const (
	ByTable Checked = "table" // the SHA-256 in our table
	ByLock  Checked = "lock"  // the SHA-256 that an earlier pull recorded
	ByHub   Checked = "hub"   // the digest that the hub announced in the same answer
	ByNone  Checked = "none"  // nothing: neither knows one
)

// digest is what a hub announces of a file: the SHA-256 of a large one, the name
// of a small one in git, which is the SHA-1 of a header and the content.
type digest struct {
	sha256, blob string // lower-case hex; "" where not announced
}

// announced reads the digest off the headers of the hub's own answer: in
// X-Linked-Etag, where it redirects to a store of large files, or in ETag. The
// ETag of such a store means something else.
func announced(h http.Header) digest {
	if d := parseETag(h.Get("X-Linked-Etag")); d != (digest{}) {
		return d
	}
	return parseETag(h.Get("ETag"))
}

// parseETag takes the quotes and the mark of a weak tag off.
func parseETag(tag string) digest {
	tag = strings.Trim(strings.TrimPrefix(strings.TrimSpace(tag), "W/"), `"`)
	switch {
	case sumForm.MatchString(tag):
		return digest{sha256: tag}
	case revisionForm.MatchString(tag):
		return digest{blob: tag}
	}
	return digest{}
}

// summed is the SHA-256 of a file, and its name in git.
func summed(ctx context.Context, path string) (digest, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return digest{}, 0, err
	}
	defer f.Close()
	now, err := f.Stat()
	if err != nil {
		return digest{}, 0, err
	}
	sum, blob := sha256.New(), sha1.New()
	fmt.Fprintf(blob, "blob %d\x00", now.Size())
	n, err := io.Copy(io.MultiWriter(sum, blob), reading{ctx, f})
	return digest{sha256: hexOf(sum), blob: hexOf(blob)}, n, err
}

// reading is a reader that ends with its context.
type reading struct {
	ctx  context.Context
	from io.Reader
}

func (r reading) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.from.Read(p)
}

func hexOf(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// agrees compares a file's digest with what is wanted of it: our own SHA-256,
// and whatever the hub announces. The second result is false where a comparison
// failed.
func (d digest) agrees(own string, by Checked, hub digest) (Checked, bool) {
	switch {
	case own != "" && own != d.sha256, hub.sha256 != "" && hub.sha256 != d.sha256, hub.blob != "" && hub.blob != d.blob:
		return "", false
	case own != "":
		return by, true
	case hub != digest{}:
		return ByHub, true
	}
	return ByNone, true
}
