package main

import "testing"

func TestChanges(t *testing.T) {
	w := &pairs{opposite: map[string][]string{"open": {"closed"}}, alike: map[string][]string{"big": {"large"}}}
	for _, c := range []struct {
		name       string
		change     func(*pairs, string, uint32) string
		pick       uint32
		text, want string
	}{
		{"negate", negate, 0, "The port was shut in May.", "The port was not shut in May."},
		{"negate, contracted", negate, 3, "They will pay.", "They won't pay."},
		{"negate, never", negate, 2, "She has paid.", "She has never paid."},
		{"negated already", negate, 0, "The port was not shut.", ""},
		{"a question", negate, 0, "Was it shut? It is shut?", ""},
		{"affirm", affirm, 0, "The port wasn't shut.", "The port was shut."},
		{"affirm, curly", affirm, 0, "They didn’t pay.", "They did pay."},
		{"not only", affirm, 0, "It was not only shut.", ""},
		{"contract", contract, 0, "They did not pay.", "They didn't pay."},
		{"expand", contract, 0, "They didn’t pay.", "They did not pay."},
		{"number in words", number, 0, "All but two ships left.", "All but three ships left."},
		{"no number", number, 0, "All ships left.", ""},
		{"role", role, 0, "A report said Anna Berg accused Carl Holm of fraud.", "A report said Carl Holm accused Anna Berg of fraud."},
		{"role of equals", role, 0, "A report said Anna Berg and Carl Holm resigned.", ""},
		{"shorter", shorter, 0, "The ferry company raised all of its fares, which drew protests.", "The ferry company raised all of its fares."},
		{"a condition is not cut", shorter, 0, "The ferry company will raise fares if it must, it said.", ""},
		{"bare", bare, 0, "The port was suddenly shut.", "The port was shut."},
		{"opposite", antonym, 0, "The port is open.", "The port is closed."},
		{"alike", synonym, 0, "The port is big, they say.", "The port is large, they say."},
	} {
		if got := c.change(w, c.text, c.pick); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestOtherNumber(t *testing.T) {
	for pick := range uint32(40) {
		for _, s := range []string{"7", "27", "250", "1,500", "2016", "3.5"} {
			if got := otherNumber(s, pick); got == s {
				t.Errorf("%s stays, with %d", s, pick)
			}
		}
	}
}
