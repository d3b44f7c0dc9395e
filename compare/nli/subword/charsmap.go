package subword

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"

	"github.com/rivo/uniseg"
)

// charsmap is what SentencePiece's normaliser was compiled to: a trie over
// bytes, as two arrays in one (Aoe 1989; the layout is darts-clone's), whose
// leaves say where in texts the replacement begins. It ends at a zero byte.
type charsmap struct {
	units []uint32
	texts []byte
}

// readCharsmap reads the map of a Precompiled normaliser: the trie's size in
// bytes, the trie, the texts.
func readCharsmap(data []byte) (func(string) string, error) {
	if len(data) == 0 {
		return func(text string) string { return text }, nil
	}
	broken := errors.New("the map of its normaliser is damaged (precompiled_charsmap)")
	if len(data) < 8 {
		return nil, broken
	}
	size := binary.LittleEndian.Uint32(data)
	if size%4 != 0 || size == 0 || int64(size) > int64(len(data)-4) {
		return nil, broken
	}
	m := &charsmap{units: make([]uint32, size/4), texts: data[4+size:]}
	for i := range m.units {
		m.units[i] = binary.LittleEndian.Uint32(data[4+4*i:])
	}
	return m.normalise, nil
}

// normalise replaces what the map knows. As in the reference implementation,
// whole characters (grapheme clusters) of up to five bytes are looked up first,
// then their runes, and the shortest entry counts.
func (m *charsmap) normalise(text string) string {
	if m.plain(text) {
		return text
	}
	var out strings.Builder
	state := -1
	for rest := text; rest != ""; {
		var whole string
		whole, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if len(whole) < 6 {
			if s, ok := m.lookUp(whole); ok {
				out.Write(s)
				continue
			}
		}
		for _, r := range whole {
			if s, ok := m.lookUp(string(r)); ok {
				out.Write(s)
			} else {
				out.WriteRune(r)
			}
		}
	}
	return out.String()
}

// plain reports whether text is of characters that no map changes.
func (m *charsmap) plain(text string) bool {
	for i := range len(text) {
		if b := text[i]; b < ' ' || b > '~' {
			return false
		}
	}
	return true
}

// lookUp is what the shortest entry that s begins with is replaced by.
func (m *charsmap) lookUp(s string) ([]byte, bool) {
	at := offset(m.units[0])
	for i := range len(s) {
		at ^= uint32(s[i])
		if int(at) >= len(m.units) || s[i] == 0 {
			return nil, false
		}
		unit := m.units[at]
		if unit&(1<<31|0xff) != uint32(s[i]) {
			return nil, false
		}
		at ^= offset(unit)
		if unit>>8&1 == 1 && int(at) < len(m.units) {
			return m.text(m.units[at] & (1<<31 - 1))
		}
	}
	return nil, false
}

// text is the replacement that begins at from.
func (m *charsmap) text(from uint32) ([]byte, bool) {
	if int(from) > len(m.texts) {
		return nil, false
	}
	s, _, _ := bytes.Cut(m.texts[from:], []byte{0})
	return s, true
}

// offset is how far from a unit its children are.
func offset(unit uint32) uint32 { return unit >> 10 << (unit & (1 << 9) >> 6) }
