package cross

import (
	"strings"
	"testing"

	"crosscheck/compare/token"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func reader(t testing.TB) *Reader {
	t.Helper()
	tokens, err := token.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(tokens)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func encode(t testing.TB, r *Reader, text string) *Encoding {
	t.Helper()
	e, err := r.Encode(text)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestMarks(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		text string
		want []uint8
	}{
		{"", nil},
		{"Gates open", []uint8{markCapital, 0}},
		{"US 12", []uint8{markCapital | markUpper, markDigit}},
		{"not shut", []uint8{markDenies, 0}},
		{"Don't", []uint8{markCapital, 0, markDenies}},
		{"t", []uint8{0}},
	} {
		if diff := cmp.Diff(c.want, encode(t, r, c.text).marks, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
	inner := encode(t, r, "Unfreezable").marks
	if len(inner) < 2 || inner[0] != markCapital || inner[1] != markCapital|markInner {
		t.Errorf("a word in pieces is marked %v", inner)
	}
}

// TestReaderRefuses wants a vocabulary that has not the words to mark.
func TestReaderRefuses(t *testing.T) {
	other, err := token.Load(strings.NewReader(`{"model": {"type": "WordPiece", "unk_token": "u", "continuing_subword_prefix": "##", "vocab": {"u": 0, "n": 1, "##o": 2}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewReader(other); err == nil || !strings.Contains(err.Error(), "it is not the network's") {
		t.Errorf("error %v", err)
	}
}
