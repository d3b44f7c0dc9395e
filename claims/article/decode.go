package article

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// foreign says why data is no text, "" where it may be some. A text has next
// to no control characters; pictures and archives have them on every line.
func foreign(data []byte) string {
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		return "is a PDF, not text; hint: save it as text first"
	}
	if marked16(data) != nil {
		return ""
	}
	head := data[:min(len(data), 8192)]
	controls := 0
	for _, b := range head {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' && b != 0x1b || b == 0x7f {
			controls++
		}
	}
	// A picture or an archive has 10 % and more; 3 % leaves room for a text
	// with stray control characters.
	if controls*100 > 3*len(head) {
		return "looks like binary data, not text"
	}
	return ""
}

// marked16 is the encoding that a byte order mark announces, nil without one.
func marked16(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// decodeAs turns data into text. For a page its own charset counts. The note
// tells what could not be decoded.
func decodeAs(f format, data []byte) (text, note string) {
	if f == page && marked16(data) == nil {
		enc, name, certain := charset.DetermineEncoding(data, "")
		if certain && name != "utf-8" && name != "replacement" {
			if out, err := enc.NewDecoder().Bytes(data); err == nil {
				return clean(string(out)), ""
			}
		}
	}
	return decode(data)
}

// decode turns bytes into valid UTF-8 without NUL. A byte order mark decides;
// without one valid UTF-8 is taken as it is, bytes that only Windows-1252
// explains as that, and what is left of invalid bytes becomes U+FFFD.
func decode(data []byte) (text, note string) {
	if enc := marked16(data); enc != nil {
		out, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return clean(string(data)), "is not valid UTF-16"
		}
		return clean(string(out)), ""
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if utf8.Valid(data) {
		return clean(string(data)), ""
	}
	good, bad, defined := census(data)
	if bad > good && defined {
		if out, err := charmap.Windows1252.NewDecoder().Bytes(data); err == nil {
			return clean(string(out)), ""
		}
	}
	return clean(string(data)), fmt.Sprintf("has %d bytes that are not valid UTF-8; they were replaced", bad)
}

// isClean reports whether decode leaves data as it is.
func isClean(data []byte) bool {
	return utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 && !bytes.HasPrefix(data, []byte("\uFEFF"))
}

// census counts the letters of several bytes that are valid UTF-8 and the
// bytes that are not; defined tells whether Windows-1252 knows all the latter.
func census(data []byte) (good, bad int, defined bool) {
	defined = true
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n <= 1:
			bad++
			if bytes.IndexByte([]byte{0x81, 0x8d, 0x8f, 0x90, 0x9d}, data[i]) >= 0 {
				defined = false
			}
		case n > 1:
			good++
		}
		i += n
	}
	return good, bad, defined
}

// clean leaves out NUL and replaces what is not valid UTF-8.
func clean(s string) string {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	if utf8.ValidString(s) { // tells so much faster than ToValidUTF8
		return s
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
