package subword

import (
	"encoding/binary"
	"testing"
	"unicode"

	"github.com/sugarme/tokenizer/spm"
	"golang.org/x/text/unicode/norm"
)

// newer are characters below U+10000 that Unicode got after the map was
// compiled, and the full-width tilde, which it leaves on purpose.
var newer = map[rune]bool{0x32ff: true, 0xa7f2: true, 0xa7f3: true, 0xa7f4: true, 0xab69: true, 0xff5e: true}

// TestCharsmap wants SentencePiece's nmt_nfkc map to do what its name says:
// cleaning, then NFKC.
func TestCharsmap(t *testing.T) {
	normalise, err := readCharsmap(spm.NmtNfkc())
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for r := rune(1); r < 0x10000; r++ {
		if unicode.Is(unicode.Cs, r) || newer[r] {
			continue
		}
		got, want := normalise(string(r)), norm.NFKC.String(nmt(string(r)))
		if got != want {
			t.Errorf("%U becomes %q, want %q", r, got, want)
		}
		if got != string(r) {
			changed++
		}
	}
	if changed < 3000 {
		t.Errorf("only %d characters are changed", changed)
	}
	for text, want := range map[string]string{
		"Plain words.": "Plain words.", "ｆull\u3000ﬁne ½": "full fine 1\u20442", "cafe\u0301s": "cafés", "a\r\nb": "a b", "x\u0001y": "xy",
		"a\u0308\u0323": "ä", // the reference loses the dot below, too: the first entry counts
	} {
		if got := normalise(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// TestCharsmapDamaged wants an error or any text, and no panic.
func TestCharsmapDamaged(t *testing.T) {
	whole := spm.NmtNfkc()
	for _, data := range [][]byte{{1}, {0, 0, 0, 0, 1, 2, 3, 4}, {3, 0, 0, 0, 1, 2, 3, 4}, {8, 0, 0, 0, 1, 2, 3, 4}} {
		if _, err := readCharsmap(data); err == nil {
			t.Errorf("% x was read", data)
		}
	}
	short := append([]byte(nil), whole[:4004]...)
	binary.LittleEndian.PutUint32(short, 4000)
	normalise, err := readCharsmap(short)
	if err != nil {
		t.Fatal(err)
	}
	for r := rune(1); r < 0x3000; r++ {
		normalise(string(r))
	}
}
