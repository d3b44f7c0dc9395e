package wordnet

import (
	"strings"
	"testing"
)

// Whatever the files hold, an entry has a word and a part of speech of theirs. The
// files are not packed first, which would take nearly all of the time.
func FuzzAdd(f *testing.F) {
	f.Add("Blick:\n  n:\n    form:\n    - blickan\n    sense:\n    - id: 'blick%1:04:00::'\n      antonym:\n      - blorn\n", "1-n:\n  members:\n  - Blick\n")
	f.Add("'''blorn''':\n  r:\n    sense:\n    - id: ''\n", "  - ")
	f.Add("a:\n  \n    - \n      - \n", ":\n  :\n  - \n")
	f.Fuzz(func(t *testing.T, entries, synsets string) {
		var n Net
		_ = n.add("noun.act.yaml", strings.NewReader(synsets))
		_ = n.add("entries-a.yaml", strings.NewReader(entries))
		for _, e := range n.Entries {
			if e.Word == "" || strings.IndexByte(entries, e.Part) < 0 {
				t.Errorf("entry %+v", e)
			}
			for _, s := range e.Senses {
				s.File()
			}
		}
	})
}
