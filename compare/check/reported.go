package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/dispute"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

// reportedRule is the rule of a pair of which an article itself says that one
// side disputes the other.
const reportedRule = "reported"

// elsewhere is what is left of a score where the disputed claim is not the one
// that the article tells, but one like it in another place.
const elsewhere = 0.95

// told is what an article says about a pair.
type told struct {
	dispute.Kind
	named    bool             // the words of the dispute name the other side
	evidence compare.Evidence // in the articles' texts
}

// reported are the pairs of a story that an article says are in dispute.
func (d *dossier) reported(words *term.Reader, papers []paper, candidates []topic.Candidate) []judged {
	r := reporter{dossier: d, words: words, papers: papers, candidates: candidates}
	for i, list := range d.disputes {
		for _, one := range list {
			r.file(papers[i], one)
		}
	}
	return r.out
}

// reporter is the state of reported.
type reporter struct {
	*dossier
	words      *term.Reader
	papers     []paper
	candidates []topic.Candidate
	near       map[*statement][]neighbour
	index      *dispute.Index // of the statements that stand for their copies
	out        []judged
}

// neighbour is a statement that is like another.
type neighbour struct {
	*statement
	similarity float32
}

// file files what an article says of one dispute: the claims it tells, and what
// is like them in the rest of the story.
func (r *reporter) file(p paper, one dispute.Dispute) {
	a := r.statementOf(p, one.By, one.At[len(one.At)-1])
	for _, t := range one.Of {
		b := r.statementOf(p, t.Claim, t.At[0])
		r.out = append(r.out, tell(p, one, t, a, b, t.At, t.Score))
		r.repeats(p, one, a, b, t)
	}
	if one.About != "" {
		r.elsewhere(p, one, a)
	}
}

// repeats files what the same speaker says like b in other articles.
func (r *reporter) repeats(p paper, one dispute.Dispute, a, b *statement, t dispute.Target) {
	for _, n := range r.like(b) {
		if n.similarity >= muchAlike && speakerOf(n.statement) == speakerOf(b) && n.Claim.Article != b.Claim.Article && r.disputable(n.statement) && dispute.Agree(b.Text, n.Text) {
			r.out = append(r.out, tell(p, one, t, a, n.statement, n.Pieces, elsewhere*t.Score))
		}
	}
}

const (
	// clauseShare is the least share of a disputed clause that a statement must
	// have to be taken for it, if it has at least leastWords of it that are no
	// names; muchOf is what it must have if it has fewer than manyWords.
	clauseShare, muchOf   = 0.4, 0.6
	leastWords, manyWords = 2, 4
	// reasonShare is the same for what is said against a claim, where its
	// speaker is named. All were set by reading what was found in BASIL.
	reasonShare = 0.25
	// mostElsewhere is how many such statements are taken, the best first.
	mostElsewhere = 3
)

// elsewhere files what other articles of the story have of a disputed claim.
func (r *reporter) elsewhere(p paper, one dispute.Dispute, a *statement) {
	told := one.Clause.Len() > 0
	n := 0
	for _, m := range r.search(one.About, reasonShare) {
		b := r.statements[r.stands[m.Statement]]
		x, y := a.Claim, b.Claim
		switch {
		case told && (m.Share < clauseShare || m.Share < muchOf && m.Words < manyWords):
		case n == mostElsewhere || m.Words < leastWords || !r.disputable(b) || y.Article == x.Article || x.Speaker != nil && (x.Speaker.ID == y.Speaker.ID || sameParty(*x.Speaker, *y.Speaker)):
		case (!told || one.Owner != "" && isPerson(y)) && !dispute.Owns(y, claims.Join(r.text(b), y.Source), one.Owner):
		case told && !dispute.Concerns(one.About, x, b.Text):
		default:
			n++
			t := dispute.Target{Named: true}
			r.out = append(r.out, tell(p, one, t, a, b, b.Pieces, dispute.ByClause*m.Share))
		}
	}
}

// isPerson reports whether a claim is of a person known by name.
func isPerson(c *claims.Claim) bool {
	return c.Speaker != nil && strings.HasPrefix(c.Speaker.ID, "person:")
}

// disputable reports whether a statement may be what is disputed.
func (r *reporter) disputable(s *statement) bool {
	return dispute.Believable(r.text(s), s.Claim, s.Text)
}

// text is the text of the article that a statement is of.
func (r *reporter) text(s *statement) string {
	for _, p := range r.papers {
		if p.place == s.article {
			return p.Text
		}
	}
	return ""
}

// search finds statements about something.
func (r *reporter) search(about string, share float64) []dispute.Match {
	if r.index == nil {
		r.index = &dispute.Index{}
		for _, i := range r.stands {
			r.index.Add(r.statements[i].Text, r.items[i].Text)
		}
	}
	return r.index.About(r.words, about, share)
}

// like are the statements like s, of which the topics know.
func (r *reporter) like(s *statement) []neighbour {
	if r.near == nil {
		r.near = map[*statement][]neighbour{}
		for _, c := range r.candidates {
			x, y := r.statements[r.stands[c.A]], r.statements[r.stands[c.B]]
			r.near[x] = append(r.near[x], neighbour{y, c.Similarity})
			r.near[y] = append(r.near[y], neighbour{x, c.Similarity})
		}
	}
	return r.near[s]
}

// tell is the verdict of an article on a pair.
func tell(p paper, one dispute.Dispute, t dispute.Target, a, b *statement, of []claims.Span, score float64) judged {
	v := compare.Verdict{Label: compare.Contradiction, Type: typeOf[one.Kind], Score: score, Rule: reportedRule, Why: whyReported(one, p.Text, a, b)}
	e := compare.Evidence{A: one.At, B: of}
	j := judged{couple: pair(a, b, 1), verdict: v}
	if j.a != a {
		e.A, e.B = e.B, e.A
	}
	j.told = &told{one.Kind, t.Named, e}
	return j
}

var typeOf = map[dispute.Kind]compare.Type{
	dispute.Denies: compare.Factivity, dispute.Rejects: compare.Factivity, dispute.Calls: compare.Factivity,
	dispute.Opposes: compare.Negation, dispute.Replies: compare.Negation, dispute.Corrects: compare.Negation,
}

// statementOf is the statement of a claim at a place, or, where the claim has
// none (an attitude states nothing by itself), one that stands for it.
func (d *dossier) statementOf(p paper, claim int, at claims.Span) *statement {
	var first *statement
	for _, s := range d.statements {
		if s.article != p.place || int(s.claim) != claim {
			continue
		}
		if overlap(s.Pieces, []claims.Span{at}) {
			return s
		}
		if first == nil {
			first = s
		}
	}
	if first != nil {
		return first
	}
	c := &p.claims[claim]
	return &statement{ref: ref{int32(claim), 0}, article: p.place, at: -1,
		Statement: compare.Statement{Claim: c, Pieces: c.Content, Text: claims.Join(p.Text, c.Content)}}
}

// relateReported says which desk a reported dispute goes to.
func relateReported(p judged) (compare.Relation, string) {
	a, b := p.a.Claim, p.b.Claim
	switch {
	case p.told.Kind == dispute.Corrects && (a.Speaker == nil || b.Speaker == nil):
		return compare.Conflict, ""
	case a.Speaker != nil && b.Speaker != nil && (a.Speaker.ID == b.Speaker.ID || !p.told.named && sameParty(*a.Speaker, *b.Speaker)):
		return "", sameSide
	}
	return compare.Dispute, ""
}

// better is the better of two findings on one pair. Where the words oppose each
// other and an article says that the sides do, the words are shown, and it is
// surer than either.
func better(a, b Opposed) Opposed {
	if a.Score < b.Score {
		a, b = b, a
	}
	if (a.Rule == reportedRule) == (b.Rule == reportedRule) {
		return a
	}
	if a.Rule == reportedRule {
		a, b = b, a
	}
	a.Score = min(surest, 1-(1-a.Score)*(1-b.Score))
	a.Why += " " + b.Why
	return a
}

// whyReported tells a reported dispute in a sentence.
func whyReported(one dispute.Dispute, text string, a, b *statement) string {
	words, said := shortened(one.At[0].In(text)), fmt.Sprintf("%s said: “%s”.", whose(b.Claim), shortened(b.Text))
	switch {
	case one.Kind == dispute.Corrects:
		return fmt.Sprintf("%s corrects, with “%s”, what %s", whose(a.Claim), words, said)
	case one.Kind == dispute.Replies:
		return fmt.Sprintf("%s answers “%s”; %s", whose(a.Claim), words, said)
	case a.Claim.Speaker == nil:
		return fmt.Sprintf("The article tells of a dispute, “%s”; %s", words, said)
	case b.Claim.Speaker == nil: // nobody is named for it: the paper tells what is disputed
		return fmt.Sprintf("%s, in the article's words: “%s”.", whose(a.Claim), words)
	}
	return fmt.Sprintf("%s, in the article's words: “%s”; %s", whose(a.Claim), words, said)
}

func whose(c *claims.Claim) string {
	if c.Speaker == nil {
		return c.Outlet
	}
	return c.Speaker.Name
}

// shortened cuts a text behind a word, to what a line can hold.
func shortened(s string) string {
	const most = 90 // bytes
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < 0 {
		for cut = most; !utf8.RuneStart(s[cut]); cut-- {
		}
	}
	return strings.TrimRight(s[:cut], " ,;:") + " ..."
}
