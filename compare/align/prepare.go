package align

import (
	"sync"

	"crosscheck/claims"
	"crosscheck/claims/quantity"
	"crosscheck/claims/word"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// Reader makes statements ready by a lexicon. It keeps what it knows of the
// words it met lately, and is safe for concurrent use.
type Reader struct {
	lex   *lexicon.Lexicon
	forms forms
}

// NewReader returns a reader by a lexicon.
func NewReader(lex *lexicon.Lexicon) *Reader {
	return &Reader{lex: lex, forms: forms{lex: lex}}
}

// maxWords is how many words of a statement are compared. The work of an
// alignment grows with the square; a longer statement is no sentence.
const maxWords = 400

// splits is memory for the words of a text.
var splits = sync.Pool{New: func() any { return &[]word.Word{} }}

// Read makes a statement ready, once for all comparisons. Of a statement of
// more than 400 words the rest is left out.
func (r *Reader) Read(s compare.Statement) *Statement {
	memory := splits.Get().(*[]word.Word)
	defer splits.Put(memory)
	ws := word.Append((*memory)[:0], s.Text, 0)
	*memory = ws
	p := &Statement{Statement: s, reader: r}
	p.Words = r.split(ws)
	if len(p.Words) > maxWords {
		p.Words = p.Words[:maxWords]
	}
	p.phrases(r)
	p.replaced()
	p.clauses()
	p.weigh()
	p.unreal()
	p.findTurns()
	p.stance()
	p.Quote = s.Claim != nil && (s.Claim.Kind == claims.Direct || s.Claim.Kind == claims.Mixed)
	p.draw()
	p.Values = quantity.FindWords(ws, s.Text)
	return p
}
