package subword

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	file, err := os.Open("testdata/bpe-roberta.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	tokens, err := Read(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	a, _ := tokens.Encode("The harbour was closed.", 100)
	b, _ := tokens.Encode("It was not.", 100)
	fmt.Println(tokens.Kind(), tokens.Size())
	fmt.Println(written(tokens, tokens.Join(a, b, 14).IDs))
	// Output:
	// BPE 700
	// <s> The Ġha r bour Ġwas </s> </s> I t Ġwas Ġnot . </s>
}

// TestRefused wants a hint wherever a file cannot be read.
func TestRefused(t *testing.T) {
	const words = `"model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "a": 3}}`
	for file, want := range map[string]string{
		``:                                    "tokenizer.json",
		`{}`:                                  "tokenizer.json",
		`{"model": {"type": "WordLevel"}}`:    "WordLevel",
		`{"model": {"type": "WordPiece"}}`:    "[UNK]",
		`{"model": {"vocab": {"[UNK]": 0}}}`:  "[CLS]",
		`{"model": {"vocab": {"[UNK]": -1}}}`: "-1",
		`{"model": {"type": "Unigram", "vocab": [["a", -1]]}}`:                                                       "unk_id",
		`{"model": {"type": "Unigram", "unk_id": 7, "vocab": [["a", -1]]}}`:                                          "unk_id",
		`{"model": {"type": "Unigram", "unk_id": 0, "vocab": [["a", "b"]]}}`:                                         "score",
		`{"model": {"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": ["a b"]}}`:                                   "merge 0",
		`{"model": {"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": ["a"]}}`:                                     "merge 0",
		`{"model": {"type": "BPE", "vocab": {"a": 0}, "merges": [], "end_of_word_suffix": "</w>"}}`:                  "over bytes",
		`{"model": {"type": "BPE", "vocab": {"a": 0}, "merges": []}}`:                                                "over bytes",
		`{` + words + `, "normalizer": {"type": "Odd"}}`:                                                             "Odd",
		`{` + words + `, "normalizer": {"type": "Replace", "pattern": {"Regex": "(?!x)"}}}`:                          "pattern",
		`{` + words + `, "normalizer": {"type": "Sequence", "normalizers": [{"type": "Odd"}]}}`:                      "Odd",
		`{` + words + `, "pre_tokenizer": {"type": "Split"}}`:                                                        "Split",
		`{` + words + `, "pre_tokenizer": {"type": "ByteLevel"}}`:                                                    "as its model wants",
		`{` + words + `, "post_processor": {"type": "Odd"}}`:                                                         "Odd",
		`{` + words + `, "post_processor": {"type": "BertProcessing"}}`:                                              "number",
		`{` + words + `, "post_processor": {"type": "TemplateProcessing", "pair": []}}`:                              "two texts",
		`{` + words + `, "post_processor": {"type": "TemplateProcessing", "pair": [{"SpecialToken": {"id": "x"}}]}}`: "unknown token",
		`{` + words + `, "added_tokens": [{"id": -3, "content": "x"}]}`:                                              "-3",
	} {
		if _, err := Read(strings.NewReader(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want something of %q", file, err, want)
		}
	}
}

// TestNormalisers looks at each step by itself.
func TestNormalisers(t *testing.T) {
	for _, c := range []struct{ step, text, want string }{
		{`{"type": "Lowercase"}`, "İÀ ΣΑΣ", "i\u0307à σασ"},
		{`{"type": "NFD"}`, "é", "e\u0301"},
		{`{"type": "NFC"}`, "e\u0301", "é"},
		{`{"type": "NFKC"}`, "ﬁ", "fi"},
		{`{"type": "NFKD"}`, "ﬁé", "fie\u0301"},
		{`{"type": "StripAccents"}`, "e\u0301é", "eé"},
		{`{"type": "Strip", "strip_left": true, "strip_right": false}`, " \u00a0a ", "a "},
		{`{"type": "Strip", "strip_right": true}`, " a\n", " a"},
		{`{"type": "Prepend", "prepend": "▁"}`, "a", "▁a"},
		{`{"type": "Prepend", "prepend": "▁"}`, "", ""},
		{`{"type": "Replace", "pattern": {"String": "."}, "content": "$1"}`, "a.b", "a$1b"},
		{`{"type": "Replace", "pattern": {"Regex": "[0-9]+"}, "content": "$1"}`, "a12b", "a$1b"},
		{`{"type": "Nmt"}`, "a\u200bb\tc\x01", "a b c"},
		{`{"type": "Precompiled", "precompiled_charsmap": null}`, "ﬁ", "ﬁ"},
		{`{"type": "BertNormalizer", "clean_text": true, "lowercase": true}`, "A\u0301\tb\x00\ufffd\u00adC中", "a bc中"},
		{`{"type": "BertNormalizer", "handle_chinese_chars": true, "lowercase": true, "strip_accents": false}`, "Á中b", "á 中 b"},
	} {
		steps, err := normalisers([]byte(c.step))
		if err != nil {
			t.Errorf("%s: %v", c.step, err)
			continue
		}
		got := c.text
		for _, step := range steps {
			got = step(got)
		}
		if got != c.want {
			t.Errorf("%s makes %q of %q, want %q", c.step, got, c.text, c.want)
		}
	}
}

// TestSplitters looks at each step by itself.
func TestSplitters(t *testing.T) {
	for _, c := range []struct {
		step, text string
		want       []string
	}{
		{`{"type": "BertPreTokenizer"}`, "don't, x\u00a0y", []string{"don", "'", "t", ",", "x", "y"}},
		{`{"type": "WhitespaceSplit"}`, " a.b  c", []string{"a.b", "c"}},
		{`{"type": "Whitespace"}`, "a_b... c!d", []string{"a_b", "...", "c", "!", "d"}},
		{`{"type": "Punctuation"}`, "a-b", []string{"a", "-", "b"}},
		{`{"type": "Digits", "individual_digits": true}`, "a12", []string{"a", "1", "2"}},
		{`{"type": "ByteLevel", "add_prefix_space": true}`, "a é", []string{"Ġa", "ĠÃ©"}},
		{`{"type": "ByteLevel", "use_regex": false}`, "a b", []string{"aĠb"}},
		{`{"type": "ByteLevel"}`, "they'll  go \n", []string{"they", "'ll", "Ġ", "Ġgo", "ĠĊ"}},
		{`{"type": "Metaspace", "replacement": "▁", "prepend_scheme": "never"}`, "a b", []string{"a", "▁b"}},
		{`{"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": false}`, "a b", []string{"▁a▁b"}},
		{`{"type": "Metaspace", "replacement": "▁"}`, " a  b", []string{"▁a", "▁", "▁b"}},
		{`{"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "first"}]}`,
			"a b", []string{"▁a", "b"}},
	} {
		steps, _, err := splitters([]byte(c.step))
		if err != nil {
			t.Errorf("%s: %v", c.step, err)
			continue
		}
		got := []string{c.text}
		for _, step := range steps {
			got = step(got)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s of %q (-want +got):\n%s", c.step, c.text, diff)
		}
	}
}

// TestShare wants the longer text shortened first, and the odd piece with it.
func TestShare(t *testing.T) {
	for _, c := range []struct{ n, m, most, wantN, wantM int }{
		{3, 4, 10, 3, 4}, {3, 4, 7, 3, 4}, {2, 9, 7, 2, 5}, {9, 2, 7, 5, 2}, {9, 9, 7, 3, 4}, {9, 8, 7, 4, 3}, {8, 9, 7, 3, 4}, {4, 4, 0, 0, 0}, {0, 9, 4, 0, 4},
	} {
		if n, m := share(c.n, c.m, c.most); n != c.wantN || m != c.wantM {
			t.Errorf("share(%d, %d, %d) = %d, %d, want %d, %d", c.n, c.m, c.most, n, m, c.wantN, c.wantM)
		}
	}
}

// TestEncodeStops wants no more than needed of a long text, and all of a word
// that is longer than any.
func TestEncodeStops(t *testing.T) {
	for _, kind := range kinds {
		tokens := open(t, kind)
		ids, err := tokens.Encode(strings.Repeat("the harbour ", 10_000), 50)
		if err != nil || len(ids) < 50 || len(ids) > 70 {
			t.Errorf("%s: %d pieces, %v; want hardly more than 50", kind, len(ids), err)
		}
		ids, err = tokens.Encode(strings.Repeat("harbour", 3000), 1<<20)
		if unknown := tokens.Kind() == "WordPiece"; err != nil || unknown != (len(ids) == 1) || !unknown && len(ids) < 3000 {
			t.Errorf("%s: %d pieces of a long word, %v", kind, len(ids), err)
		}
	}
}

// FuzzEncode wants no panic, no error, pieces of the vocabulary, and none of
// those that steer the model.
func FuzzEncode(f *testing.F) {
	for _, s := range []string{"naïve [SEP] <s> x", "\ufeffa\u0301 \xff", "don't  --- \n", "İẞ 中文 ﬁ", "▁▁ a", "\u200b"} {
		f.Add(s)
	}
	var all []*Tokenizer
	for _, kind := range kinds {
		all = append(all, open(f, kind))
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, tokens := range all {
			ids, err := tokens.Encode(text, 100)
			if err != nil {
				t.Fatal(err)
			}
			for _, id := range ids {
				if id < 0 || int(id) >= tokens.Size() || tokens.specials[id] {
					t.Fatalf("%s cuts %q into %v", tokens.Kind(), text, ids)
				}
			}
			if got := tokens.Join(ids, ids, 20); len(got.IDs) > 20 || len(got.IDs) != len(got.Types) {
				t.Fatalf("%d pieces, %d types, want at most 20", len(got.IDs), len(got.Types))
			}
		}
	})
}

// FuzzRead wants no panic of a file, and none of what was read.
func FuzzRead(f *testing.F) {
	for _, file := range []string{longPieces, compiled, otherPrefix, `{"model": {"vocab": {"[UNK]": 0}}, "post_processor": {"type": "Sequence", "processors": [{}]}}`,
		`{"model": {"type": "BPE", "vocab": {"a": 0, "<s>": 1, "</s>": 2}, "merges": []}, "pre_tokenizer": {"type": "ByteLevel"}}`} {
		f.Add([]byte(file), "a text")
	}
	f.Fuzz(func(t *testing.T, file []byte, text string) {
		tokens, err := Read(strings.NewReader(string(file)))
		if err != nil {
			return
		}
		ids, err := tokens.Encode(text, 50)
		if err == nil {
			tokens.Join(ids, ids, 20)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	const text = "The minister said on Tuesday that the bridge would reopen before the end of the year, and not later."
	for _, kind := range []string{"wordpiece-uncased", "bpe-roberta", "unigram-deberta"} {
		tokens := open(b, kind)
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := tokens.Encode(text, 100); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
