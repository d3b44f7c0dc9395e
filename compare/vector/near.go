package vector

import (
	_ "embed"
	"encoding/binary"
	"math/bits"
	"sync"
)

const (
	// Related is the cosine from which two words count as related.
	Related = 0.5
	// FarSigns is how many of the 64 of [Signs], and FarSketch how many of these and
	// the 64 of [Sketch], differ at most where words are related, but for one in ten of
	// the least related. With these the scores of package topic are as without.
	FarSigns, FarSketch = 26, 48
)

// NearMagic opens the packed table of what is near; the digit is the version of its layout:
//
//	NearMagic, then as a little-endian uint32 how many rows there are
//	for each row, as a little-endian uint16, how many bytes its list takes
//	the lists: the rows behind it that are near it, in order, each as an unsigned
//	varint of how many rows on from the one before
const NearMagic = "CCN1"

//go:embed near.bin
var packedNear string

// nearTable is the unpacked table: the lists are read where they lie.
type nearTable struct {
	lists string
	ends  []int32 // of each row, where its list ends
}

// allNear unpacks the embedded table, once. One that cannot be unpacked leaves every
// word without others near it; a test sees to it that ours can.
var allNear = sync.OnceValue(func() *nearTable {
	t, ok := unpackNear(packedNear, Len())
	if !ok {
		return &nearTable{ends: make([]int32, Len())}
	}
	return t
})

// unpackNear reads a packed table of so many rows.
func unpackNear(file string, rows int) (*nearTable, bool) {
	head := len(NearMagic) + 4 + 2*rows
	if len(file) < head || file[:len(NearMagic)] != NearMagic || binary.LittleEndian.Uint32([]byte(file[len(NearMagic):len(NearMagic)+4])) != uint32(rows) {
		return nil, false
	}
	t := &nearTable{file[head:], make([]int32, rows)}
	end := int32(0)
	for i := range t.ends {
		at := len(NearMagic) + 4 + 2*i
		end += int32(file[at]) | int32(file[at+1])<<8
		t.ends[i] = end
	}
	return t, int(end) == len(t.lists)
}

// AppendNear adds to out the rows behind row i that are near it, in order: those that
// [NearRows] finds. They were found when the program was built.
func AppendNear(out []int32, i int) []int32 {
	t := allNear()
	if i < 0 || i >= len(t.ends) {
		return out
	}
	begin := int32(0)
	if i > 0 {
		begin = t.ends[i-1]
	}
	row, step, shift := int32(i), int32(0), 0
	for _, b := range []byte(t.lists[begin:t.ends[i]]) {
		step |= int32(b&0x7f) << shift
		if shift += 7; b < 0x80 {
			row += step
			out, step, shift = append(out, row), 0, 0
		}
	}
	return out
}

// NearRows are the rows behind row i with a cosine of at least [Related], of those
// that differ from it in at most [FarSigns] and [FarSketch] signs. It looks at the
// whole table.
func NearRows(i int) []int32 {
	t, s := load(), sketches()
	var out []int32
	for j := i + 1; j < len(t.list); j++ {
		d := bits.OnesCount64(t.signs[j] ^ t.signs[i])
		if d > FarSigns || d+bits.OnesCount64(s[j]^s[i]) > FarSketch {
			continue
		}
		if _, ok := AtLeast(i, j, Related); ok {
			out = append(out, int32(j))
		}
	}
	return out
}

// Len is the number of rows.
func Len() int { return len(load().list) }
