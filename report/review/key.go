package review

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
	"crosscheck/claims/word"
	"crosscheck/compare"
)

// keyBytes is how much of a hash a key shows: 96 bits, at which a million keys
// have two alike about once in 10^17.
const keyBytes = 12

// fewWords is how many words a claim must have to stand for itself. "It is not
// true" is said of many things, so a shorter claim is keyed together with the
// sentence it stands in. In BASIL's 45 stories three claims of one or two words
// recur in another story, and none of the 4,000 longer ones; the figure leaves
// room for larger news.
const fewWords = 5

// Keys names claims and pairs by what they say.
type Keys struct {
	claims   map[string]*claims.Claim
	articles map[string]*claims.Article
	topics   map[string]string // labels, by ID
	made     map[string]string // claim ID -> key
}

// NewKeys returns the keys of a report's claims.
func NewKeys(r *compare.Report) *Keys {
	k := &Keys{
		claims:   make(map[string]*claims.Claim, len(r.Claims)),
		articles: make(map[string]*claims.Article, len(r.Articles)),
		topics:   make(map[string]string, len(r.Topics)),
		made:     make(map[string]string, len(r.Claims)),
	}
	for _, t := range r.Topics {
		k.topics[t.ID] = t.Label
	}
	for i := range r.Claims {
		k.claims[r.Claims[i].ID] = &r.Claims[i]
	}
	for i := range r.Articles {
		k.articles[r.Articles[i].ID] = &r.Articles[i]
	}
	return k
}

// Claim is the key of the claim with the ID: a hash of its words in lower case,
// without punctuation. It is the same in every article that prints them, and
// "" where the report has no such claim.
func (k *Keys) Claim(id string) string {
	if key, ok := k.made[id]; ok {
		return key
	}
	c := k.claims[id]
	if c == nil {
		return ""
	}
	key := claimKey(*c, k.articles[c.Article])
	k.made[id] = key
	return key
}

// Pair is the key of two claims, the same whichever stands first. Where both
// say the same words, what is in question is who said them, so that the
// speakers' names count, too.
func (k *Keys) Pair(a, b string) string {
	x, y := k.Claim(a), k.Claim(b)
	if x == y {
		x, y = x+speakerName(k.claims[a]), y+speakerName(k.claims[b])
	}
	return pairKey(x, y)
}

func pairKey(x, y string) string {
	if x > y {
		x, y = y, x
	}
	return hashed([]string{"pair", x, y})
}

// speakerName is the last word of the speaker's name, "" for none: "Mr Kirby"
// and "John Kirby" are not told apart.
func speakerName(c *claims.Claim) string {
	if c == nil || c.Speaker == nil {
		return ""
	}
	names := folded(c.Speaker.Name)
	if len(names) == 0 {
		return ""
	}
	return " " + names[len(names)-1]
}

// claimKey hashes what a claim says, and where that is little its sentence.
func claimKey(c claims.Claim, a *claims.Article) string {
	words := folded(c.Text)
	if len(words) < fewWords && a != nil {
		words = append(words, "in")
		for _, s := range around(a.Text, c.Content) {
			words = append(words, folded(s.In(a.Text))...)
		}
	}
	return hashed(words)
}

// around are the sentences that share a byte with the content.
func around(text string, content []claims.Span) []claims.Span {
	if len(content) == 0 || content[0].Start < 0 || content[0].Start > len(text) {
		return nil
	}
	para := claims.Span{Start: 0, End: len(text)}
	if i := strings.LastIndex(text[:content[0].Start], "\n\n"); i >= 0 {
		para.Start = i
	}
	if i := strings.Index(text[content[0].Start:], "\n\n"); i >= 0 {
		para.End = content[0].Start + i
	}
	return slices.DeleteFunc(sentence.Split(text, para), func(s claims.Span) bool { return !s.Overlaps(content[0]) })
}

// folded are the words of a text, in lower case and without punctuation.
func folded(text string) []string {
	var out []string
	for _, w := range word.Split(text, 0) {
		if !w.Punct {
			out = append(out, w.Norm)
		}
	}
	return out
}

func hashed(words []string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return hex.EncodeToString(sum[:keyBytes])
}
