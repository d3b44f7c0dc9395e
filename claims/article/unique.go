package article

import (
	"path/filepath"
	"regexp"
	"strings"

	"crosscheck/claims"
)

// Names gives every article an ID of its own, as [Walk] does. The zero value
// knows none. Articles whose IDs have different stems ([Stem]) know nothing of one
// another, so that they can be named apart.
type Names struct{ register }

// Enter enters an article, in the order in which articles are read. It may
// change its ID; why says so, "" where there is nothing to say. keep is false
// for an article that was entered before.
func (n *Names) Enter(a *claims.Article) (why string, keep bool) {
	if n.taken == nil {
		n.register = newRegister()
	}
	why = n.enter(a)
	return why, a.ID != ""
}

// numbered is what Names puts behind an ID, once or several times.
var numbered = regexp.MustCompile(`(#\d+)+$`)

// Stem is an ID without what [Names] may have put behind it. Only articles whose
// stems are equal can be given one another's IDs.
func Stem(id string) string { return numbered.ReplaceAllString(id, "") }

// Named reports whether a file of a folder is read as articles, by its name:
// it is of a known format, not hidden, and no README.
func Named(path string) bool {
	return !strings.HasPrefix(filepath.Base(path), ".") && isArticleName(path)
}
