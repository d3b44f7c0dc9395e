package article

import (
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
)

// pathOutlet is the outlet by the name of the folder or the file, the last
// resort.
func pathOutlet(path string) (string, claims.Origin) {
	if path == "-" || path == "" {
		return "", claims.FromNowhere
	}
	if name := folderName(filepath.Dir(path)); name != "" {
		return name, claims.FromFolder
	}
	return fileName(path), claims.FromFile
}

// folderName is the name of the folder as an outlet's, "" where it says
// nothing. A folder named by a number, a date or a hash is passed over, so
// that guardian/2017/01 is of guardian; a name such as "articles" ends the
// search, since what stands above is a person's or a project's.
func folderName(dir string) string {
	for {
		base := filepath.Base(dir)
		switch {
		case base == "." || base == ".." || base == string(filepath.Separator):
			return ""
		case isCode(base):
			dir = filepath.Dir(dir)
			continue
		case genericNames()[strings.ToLower(base)]:
			return ""
		}
		return pretty(base)
	}
}

// fileName is the name of the file as an outlet's: without extension, numbers
// and hashes; the whole stem where nothing else is left.
func fileName(path string) string {
	stem := filepath.Base(path)
	for _, ext := range []string{".gz", ".txt", ".md", ".markdown", ".html", ".htm", ".jsonl"} {
		if len(stem) > len(ext) && strings.EqualFold(stem[len(stem)-len(ext):], ext) {
			stem = stem[:len(stem)-len(ext)]
		}
	}
	var words []string
	for _, w := range strings.FieldsFunc(stem, isSeparator) {
		if !isCode(w) && !genericNames()[strings.ToLower(w)] {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return stem
	}
	return pretty(strings.Join(words, "-"))
}

// hash is a name of hexadecimal digits, eight or more, one of them a figure.
var hash = regexp.MustCompile(`^[0-9a-fA-F]*[0-9][0-9a-fA-F]*$`)

// isCode reports whether a name is a number, a date or a hash.
func isCode(s string) bool {
	letters := strings.IndexFunc(s, unicode.IsLetter) >= 0
	return !letters || len(s) >= 8 && hash.MatchString(s)
}

// isSeparator reports whether r parts the words of a file's name.
func isSeparator(r rune) bool { return strings.ContainsRune("-_ .+~", r) }

// pretty makes a folder's name a name: "northern-echo" is "Northern Echo". A
// name that has capitals or is that of a known outlet is kept in its own case.
func pretty(s string) string {
	words := strings.FieldsFunc(s, isSeparator)
	if name, ok := knownOutlet(strings.Join(words, " ")); ok {
		return name
	}
	if name, ok := knownOutlet(s); ok {
		return name
	}
	for i, w := range words {
		if w == strings.ToLower(w) {
			r, n := utf8.DecodeRuneInString(w)
			words[i] = string(unicode.ToUpper(r)) + w[n:]
		}
	}
	return strings.Join(words, " ")
}
