package serve

import (
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"time"
)

// The bounds on a body: MaxBody in bytes, as it comes and unpacked. The longest
// article of a newspaper is under 1 MB (package article), and its page with all
// marks a few times as long. It must come within maxRead.
const (
	MaxBody = 4 << 20
	maxRead = 10 * time.Second
)

// read reads the body of a request, at most so many bytes as it comes and
// unpacked. What is not wanted of it is not waited for: the connection ends.
func (c *call) read(most int64, within time.Duration) ([]byte, error) {
	deadline := http.NewResponseController(c.w)
	deadline.SetReadDeadline(time.Now().Add(within)) // not every server has one: its own then counts
	data, err := c.unpack(most)
	if err != nil {
		c.w.Header().Set("Connection", "close")
		return nil, err
	}
	deadline.SetReadDeadline(time.Time{}) // else the connection is taken for dead while we work
	return data, nil
}

// unpack reads a body as its encoding says.
func (c *call) unpack(most int64) ([]byte, error) {
	if c.r.ContentLength > most {
		return nil, problem(TooLarge, "It is announced with %d bytes; %d are taken.", c.r.ContentLength, most)
	}
	in := io.Reader(http.MaxBytesReader(c.w.ResponseWriter, c.r.Body, most))
	switch strings.ToLower(strings.TrimSpace(c.r.Header.Get("Content-Encoding"))) {
	case "", "identity":
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, unread(err, most)
		}
		in = io.LimitReader(z, most+1)
	default:
		return nil, problem(BadEncoding, "")
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, unread(err, most)
	}
	if int64(len(data)) > most {
		return nil, problem(TooLarge, "Unpacked it has more than %d bytes.", most)
	}
	return data, nil
}

// unread is why a body could not be read.
func unread(err error, most int64) error {
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &big):
		return problem(TooLarge, "It has more than %d bytes.", most)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return problem(TooSlow, "")
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return problem(Malformed, "The body is announced as gzip, and is not, or is damaged.")
	}
	return problem(Malformed, "The body ends too soon, or is damaged.")
}
