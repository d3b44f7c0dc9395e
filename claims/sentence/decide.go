package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ends reports whether st ends a sentence.
func (s *splitter) ends(st stop) bool {
	if st.next == len(s.text) || st.blank {
		return true
	}
	f := s.follow(st)
	mark := st.mark.In(s.text)
	if st.quoted && f.dashed { // “I liked it.” — Ann Lee
		return false
	}
	switch {
	case strings.ContainsAny(mark, "。！？"): // scripts that write no space
		return true
	case st.next == st.close:
		return s.endsTight(st, f)
	case strings.ContainsAny(mark, "!?‼⁇⁈⁉؟"):
		return s.endsStrong(st, f)
	case mark != "." && strings.ContainsAny(mark, ".…"):
		return s.endsEllipsis(st, f)
	}
	return s.endsFull(st, f)
}

// endsTight decides where no space follows the stop: "ended.Then" ends a
// sentence; "3.5", "example.com", "U.S.-led" and "ASP.NET" do not.
func (s *splitter) endsTight(st stop, f following) bool {
	before := s.wordBefore(st.mark.Start)
	last, _ := utf8.DecodeLastRuneInString(before)
	if len(before) < 2 || strings.Contains(before, ".") || !unicode.IsLower(last) && !unicode.IsDigit(last) {
		return false
	}
	if !unicode.IsUpper(f.first) || f.dashed || classOf(before) > number {
		return false
	}
	return classOf(before) != title && s.wordApart(f) && !s.inAddress(st.mark.Start)
}

// wordApart reports whether the word behind a tight stop reads as a word, and
// not as part of a name with a stop in it: "Ph.D", "ASP.NET", "file.Name.txt".
func (s *splitter) wordApart(f following) bool {
	behind := f.at + len(f.word)
	if len(f.word) < 2 {
		return (f.word == "I" || f.word == "A") && s.spaceAt(behind)
	}
	dotted := strings.HasPrefix(s.text[behind:], ".") && s.letterAt(behind+1)
	return !dotted && strings.ContainsFunc(f.word[1:], unicode.IsLower)
}

// inAddress reports whether the mark at i stands in a web or mail address or a
// handle: the signs of one are looked for among the bytes around it.
func (s *splitter) inAddress(i int) bool {
	from, to := max(s.begin, i-longest), min(len(s.text), i+longest)
	before, after := s.text[from:i], s.text[i:to]
	before = before[strings.LastIndexAny(before, " \t\n")+1:]
	if end := strings.IndexAny(after, " \t\n"); end >= 0 {
		after = after[:end]
	}
	return strings.ContainsAny(before+after, "/@_=\\") || strings.HasPrefix(before, "www")
}

// endsStrong decides for "!" and "?".
func (s *splitter) endsStrong(st stop, f following) bool {
	if !f.capital() && !f.opened {
		return false
	}
	if c, ok := abbreviations[s.wordBefore(st.mark.End)]; ok && c == either && !st.quoted {
		return f.starter(s.text) // "Yahoo!"
	}
	return !st.quoted || f.opened || !s.reports(f.at)
}

// endsEllipsis decides for three dots and more. Four end a sentence; three are
// a pause before a small letter, and before "I" where they stand apart.
func (s *splitter) endsEllipsis(st stop, f following) bool {
	if !f.capital() {
		return false
	}
	apart := st.mark.Start > s.begin && s.spaceAt(st.mark.Start-1)
	return !(apart && !st.quoted && isI(f.word))
}

// endsFull decides for a single full stop.
func (s *splitter) endsFull(st stop, f following) bool {
	before := s.wordBefore(st.mark.Start)
	c := classOf(before)
	if c == plain && s.isItem(st.mark.Start, before) {
		return false
	}
	if !f.capital() {
		return c == plain && f.opened && !st.quoted
	}
	digit := unicode.IsDigit(f.first)
	switch c {
	case title, within:
		return false
	case number:
		return !digit
	case either:
		if s.isItem(st.mark.Start, before) {
			return false
		}
		return f.starter(s.text) || f.speaks(s.text)
	case clock:
		return !afterClock[strings.ToLower(f.word)]
	}
	return true
}

// isItem reports whether the word before the stop at i is all there is of the
// sentence and counts a list's items: "1. The first", "B. The second".
func (s *splitter) isItem(i int, w string) bool {
	const longestItem = 3 // "12." or "iv."; a longer lone word is a sentence
	if len(w) > longestItem || strings.TrimLeftFunc(s.text[s.begin:i], isSpace) != w {
		return false
	}
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) || unicode.IsDigit(r)
}

// reports reports whether a clause of the form "Smith asked" is at i: one to
// four capitalised words and a verb of saying that no new clause follows.
func (s *splitter) reports(i int) bool {
	const most = 5 // words of a name with its title: "U.S. Sen. Jane Q. Smith"
	for range most {
		w := wordAt(s.text, i)
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || starters[strings.ToLower(w)] && len(w) > 1 {
			return false
		}
		i += len(w)
		for i < len(s.text) && (s.text[i] == '.' || s.text[i] == ' ') {
			i++
		}
		if verb := wordAt(s.text, i); reporting[verb] {
			return s.clauseEnds(i + len(verb))
		}
	}
	return false
}

// clauseEnds reports whether what follows the verb of saying at i leaves it
// without an object of its own: "asked.", "said in Ohio", but not "said he".
func (s *splitter) clauseEnds(i int) bool {
	if i == len(s.text) || s.text[i] != ' ' {
		return true
	}
	switch wordAt(s.text, i+1) {
	case "that", "he", "she", "it", "they", "the", "his", "her", "there", "this", "a", "no":
		return false
	}
	return true
}
