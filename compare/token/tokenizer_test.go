package token

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sugarme/tokenizer"
	"github.com/sugarme/tokenizer/pretrained"
)

func Example() {
	t, err := Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	const text = "Łódź’s mayor wasn’t naïve."
	pieces, err := t.Encode(text, 100)
	for _, p := range pieces {
		fmt.Printf("%s|", p.Span.In(text))
	}
	fmt.Println(err)
	// Output:
	// Łód|ź|’|s|mayor|wasn|’|t|naïve|.|<nil>
}

// tiny is a tokenizer.json of a few pieces.
const tiny = `{"model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
	"vocab": {"[UNK]": 0, "un": 1, "##free": 2, "##zing": 3, "the": 4, ".": 5, "[SEP]": 6, "##e": 7, "naiv": 8, "[": 9, "]": 10, "sep": 11}}}`

func load(t testing.TB, file string) *Tokenizer {
	t.Helper()
	tok, err := Load(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return tok
}

func ours(t testing.TB) *Tokenizer {
	t.Helper()
	tok, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return tok
}

// shown are the pieces' numbers and what they stand for.
func shown(t testing.TB, tok *Tokenizer, text string, most int) []string {
	t.Helper()
	pieces, err := tok.Encode(text, most)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range pieces {
		inner := ""
		if p.Inner {
			inner = "+"
		}
		out = append(out, fmt.Sprintf("%s%d %s", inner, p.ID, p.Span.In(text)))
	}
	return out
}

func TestEncode(t *testing.T) {
	tok := load(t, tiny)
	long := strings.Repeat("a", maxWord+1)
	for _, c := range []struct {
		text string
		most int
		want []string
	}{
		{"Unfreezing the.", 9, []string{"1 Un", "+2 free", "+3 zing", "4 the", "5 ."}},
		{"Unfreezing the.", 2, []string{"1 Un", "+2 free"}},
		{"Unfreezing the.", 0, nil},
		{"", 9, nil},
		{" \n\t", 9, nil},
		{"the " + long + " the", 9, []string{"4 the", "0 " + long, "4 the"}},
		{"thé naïve", 9, []string{"4 thé", "8 naïv", "+7 e"}},
		{"unknown the", 9, []string{"0 unknown", "4 the"}},
	} {
		if diff := cmp.Diff(c.want, shown(t, tok, c.text, c.most)); diff != "" {
			t.Errorf("Encode(%.30q, %d) (-want +got):\n%s", c.text, c.most, diff)
		}
	}
}

// TestFenced feeds what the library alone breaks at. README.md lists the
// faults; what is said there of the library is tested by TestLibrary.
func TestFenced(t *testing.T) {
	tok := load(t, tiny)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"invalid UTF-8 panics", "the\xff \xc3the", []string{"4 the", "4 the"}},
		{"dotted capital I panics with strip_accents", "İ the ẞ", []string{"0 İ", "4 the", "0 ẞ"}},
		{"a leading BOM doubles the text", "\ufeffthe the", []string{"4 the", "4 the"}},
		{"so does a zero-width space", "\u200bthe", []string{"4 the"}},
		{"a right-to-left mark", "\u200fthe", []string{"4 the"}},
		{"a soft hyphen", "\u00adthe", []string{"4 the"}},
		{"offsets are short behind a multi-byte letter", "naïve", []string{"8 naïv", "+7 e"}},
		{"composed accents stay", "thé", []string{"4 thé"}},
		{"a no-break space is no white space", "the\u00a0the", []string{"4 the", "4 the"}},
		{"[SEP] in the text becomes a special piece", "[SEP]", []string{"11 SEP"}},
	} {
		if diff := cmp.Diff(c.want, shown(t, tok, c.text, 9)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestLibrary cuts whole texts by the library's own steps, and wants the same
// pieces as ours, which asks it about single words.
func TestLibrary(t *testing.T) {
	tok := ours(t)
	file := bytes.Replace(own, []byte(`"strip_accents": true, "lowercase": true`), []byte(`"strip_accents": false, "lowercase": false`), 1)
	lib, err := pretrained.FromReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		folded := Fold(text).Text
		enc, err := lib.EncodeSingle(folded)
		if err != nil {
			t.Fatal(err)
		}
		pieces, err := tok.Encode(folded, len(folded))
		if err != nil {
			t.Fatal(err)
		}
		var ids []int
		var spans [][]int
		for _, p := range pieces {
			ids, spans = append(ids, int(p.ID)), append(spans, []int{p.Span.Start, p.Span.End})
		}
		if diff := cmp.Diff(enc.GetIds(), ids); diff != "" {
			t.Errorf("pieces of %q (-library +ours):\n%s", text, diff)
		}
		if diff := cmp.Diff(enc.GetOffsets(), spans); diff != "" {
			t.Errorf("places in %q (-library +ours):\n%s", text, diff)
		}
	}
}

var texts = []string{
	"The harbour's fees (all of them) rose by 4.5% on 12 March 2019; nobody was told.",
	"“We’ve no comment,” Łukasz Ångström-Świątek said — again…",
	"x=y+z*{a|b}~c^d`e @f #g $h &i <j> /k\\l",
	"antidisestablishmentarianism qwxzkjh 1234567890",
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"not JSON", "{", "unexpected end"},
		{"nothing", "null", "no model"},
		{"no model", "{}", "no model"},
		{"model of a kind to come", `{"model": {"type": "BPE", "vocab": {"a": 0}}}`, "hint: only tokenizers of type WordPiece"},
		{"vocabulary as a list", `{"model": {"type": "Unigram", "vocab": [["a", 1]]}}`, "hint: only tokenizers of type WordPiece"},
		{"other prefix", strings.Replace(tiny, `"##",`, `"@@",`, 1), `hint: only "##"`},
		{"no word for an unknown piece", strings.NewReplacer(`"unk_token": "[UNK]", `, "", `"[UNK]": 0`, `"": 0`).Replace(tiny), "lacks the unknown word"},
		{"no unknown piece", strings.Replace(tiny, `"[UNK]": 0`, `"[OTHER]": 0`, 1), "lacks the unknown word"},
		{"gap", strings.Replace(tiny, `"the": 4`, `"the": 44`, 1), "not numbered"},
		{"twice", strings.Replace(tiny, `"the": 4`, `"the": 5`, 1), "not numbered"},
		{"broken number", strings.Replace(tiny, `"max_input_chars_per_word": 100`, `"max_input_chars_per_word": "many"`, 1), "the tokenizer failed"},
	} {
		if _, err := Load(strings.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

// broken is a model that fails as the library does.
type broken struct {
	tokenizer.Model
	answer []tokenizer.Token
}

func (b broken) Tokenize(string) ([]tokenizer.Token, error) {
	if b.answer == nil {
		panic("index out of range")
	}
	return b.answer, nil
}

// TestFence wants an error of what the library may yet do.
func TestFence(t *testing.T) {
	token := func(from, to int) tokenizer.Token { return tokenizer.Token{Offsets: []int{from, to}} }
	for _, c := range []struct {
		name   string
		answer []tokenizer.Token
		want   string
	}{
		{"panic", nil, "the tokenizer failed: index out of range"},
		{"gap", []tokenizer.Token{token(0, 1), token(2, 3)}, "lost count"},
		{"short", []tokenizer.Token{token(0, 2)}, "lost count"},
		{"long", []tokenizer.Token{token(0, 4)}, "lost count"},
		{"none", []tokenizer.Token{}, "lost count"},
		{"empty", []tokenizer.Token{token(0, 0), token(0, 3)}, "lost count"},
		{"no offsets", []tokenizer.Token{{}}, "lost count"},
	} {
		tok := load(t, tiny)
		tok.fence.inner = tokenizer.NewTokenizer(broken{answer: c.answer})
		if _, err := tok.Encode("the", 9); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

// TestKept fills the table of words, and wants the same answers beyond.
func TestKept(t *testing.T) {
	tok := load(t, tiny)
	for i := range maxKept + 10 {
		if _, err := tok.Encode(fmt.Sprint("w", i), 9); err != nil {
			t.Fatal(err)
		}
	}
	if len(tok.kept) != maxKept {
		t.Errorf("%d words are kept, want %d", len(tok.kept), maxKept)
	}
	if diff := cmp.Diff([]string{"1 un", "+2 free"}, shown(t, tok, "unfree", 9)); diff != "" {
		t.Error(diff)
	}
}

func TestConcurrent(t *testing.T) {
	tok := load(t, tiny)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 200 {
				if got := shown(t, tok, fmt.Sprint("unfree w", i), 2); len(got) != 2 || got[1] != "+2 free" {
					t.Errorf("got %q", got)
				}
			}
		})
	}
	wg.Wait()
}

// TestOwn wants of our vocabulary that it knows every word, in few pieces.
func TestOwn(t *testing.T) {
	tok := ours(t)
	if tok.Size() != 16000 {
		t.Errorf("%d pieces", tok.Size())
	}
	for b := byte('!'); b <= '~'; b++ {
		for _, text := range []string{string(b), "the" + string(b)} {
			pieces, err := tok.Encode(text, 9)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range pieces {
				if p.ID == tok.unknown {
					t.Errorf("unknown in %q", text)
				}
			}
		}
	}
	for _, word := range []string{"government", "denied", "ceasefire", "not", "2016", "democrats"} {
		if pieces, _ := tok.Encode(word, 9); len(pieces) != 1 {
			t.Errorf("%s is in %d pieces", word, len(pieces))
		}
	}
}

func FuzzEncode(f *testing.F) {
	for _, s := range append(texts, "\ufeff\xff", "İ\u0301", "[CLS]", strings.Repeat("é", 120)) {
		f.Add(s)
	}
	tok, err := Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pieces, err := tok.Encode(text, 50)
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, p := range pieces {
			if p.ID < 0 || int(p.ID) >= tok.Size() {
				t.Fatalf("piece %d of %d", p.ID, tok.Size())
			}
			if p.Span.Start < last || p.Span.End <= p.Span.Start || p.Span.End > len(text) {
				t.Fatalf("a piece of %q is at %v, behind %d", text, p.Span, last)
			}
			last = p.Span.Start
			onEdge(t, text, p.Span.Start)
			onEdge(t, text, p.Span.End)
		}
	})
}

// FuzzLoad wants no panic of what a file may hold.
func FuzzLoad(f *testing.F) {
	f.Add(tiny)
	f.Add(`{"model": null}`)
	f.Fuzz(func(t *testing.T, file string) {
		if tok, err := Load(strings.NewReader(file)); err == nil {
			shown(t, tok, "unfreezing the naïve.", 9)
		}
	})
}

// BenchmarkEncode cuts news-like sentences; the words are known after the
// first round, as they are in a run.
func BenchmarkEncode(b *testing.B) {
	tok := ours(b)
	text := strings.Join(texts, " ")
	pieces := 0
	b.ReportAllocs()
	for b.Loop() {
		p, _ := tok.Encode(text, len(text))
		pieces += len(p)
	}
	b.ReportMetric(float64(pieces)/b.Elapsed().Seconds(), "pieces/s")
}

// BenchmarkLibrary is what the library takes for the same, for comparison.
func BenchmarkLibrary(b *testing.B) {
	lib, err := pretrained.FromReader(bytes.NewReader(own))
	if err != nil {
		b.Fatal(err)
	}
	text := Fold(strings.Join(texts, " ")).Text
	pieces := 0
	b.ReportAllocs()
	for b.Loop() {
		e, _ := lib.EncodeSingle(text)
		pieces += e.Len()
	}
	b.ReportMetric(float64(pieces)/b.Elapsed().Seconds(), "pieces/s")
}
