package token

// NextWord finds the next word of folded text at or behind from: a run of
// letters and digits, or a single mark. It cuts as BERT's pre-tokenizer does
// (Devlin et al. 2019). Where there is none, start and end are len(folded).
func NextWord(folded string, from int) (start, end int) {
	for from < len(folded) && folded[from] <= ' ' {
		from++
	}
	start = from
	for from < len(folded) && kind(folded[from]) == inWord {
		from++
	}
	if from == start && from < len(folded) {
		from++
	}
	return start, from
}

type byteKind byte

const (
	space byteKind = iota
	inWord
	mark
)

// kind says what a printable character of ASCII is.
func kind(b byte) byteKind {
	switch {
	case b <= ' ':
		return space
	case '0' <= b && b <= '9', 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z':
		return inWord
	}
	return mark
}
