package archive

import (
	"encoding/binary"
	"fmt"
	"io"

	"crosscheck/compare/check"
	"crosscheck/compare/story"
)

// profiles are those of the articles, whose IDs are the articles': day, and
// behind their number the coordinates and the keys.
func profiles(l *check.Ledger) section {
	return section{
		write: func(w io.Writer) error {
			var b []byte
			for i := range l.Profiles {
				b = appendProfile(b[:0], &l.Profiles[i])
				if _, err := w.Write(b); err != nil {
					return err
				}
			}
			return nil
		},
		read: func(r io.Reader, size int64) error {
			data := make([]byte, size)
			if _, err := io.ReadFull(r, data); err != nil {
				return fmt.Errorf("%w: %w", ErrDamaged, err)
			}
			list, ok := readProfiles(data)
			if !ok {
				return fmt.Errorf("%w: a profile is cut off", ErrDamaged)
			}
			l.Profiles = list
			return nil
		},
	}
}

func appendProfile(b []byte, p *story.Profile) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(p.Day))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(p.Vector)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(p.Keys)))
	var by [8]byte
	for _, c := range p.Vector {
		binary.LittleEndian.PutUint32(by[:], c.Stem)
		putFloat(by[4:], c.By)
		b = append(b, by[:]...)
	}
	for _, k := range p.Keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	return b
}

// readProfiles reads profiles, whose coordinates and keys share their memory.
func readProfiles(data []byte) ([]story.Profile, bool) {
	weights := make([]story.Weight, 0, len(data)/8)
	keys := make([]uint32, 0, len(data)/32)
	var out []story.Profile
	for len(data) > 0 {
		if len(data) < 12 {
			return nil, false
		}
		p := story.Profile{Day: int32(binary.LittleEndian.Uint32(data))}
		n, k := uint64(binary.LittleEndian.Uint32(data[4:])), uint64(binary.LittleEndian.Uint32(data[8:]))
		data = data[12:]
		if 8*n+4*k > uint64(len(data)) {
			return nil, false
		}
		from, fromKey := len(weights), len(keys)
		for range n {
			weights = append(weights, story.Weight{Stem: binary.LittleEndian.Uint32(data), By: float(data[4:])})
			data = data[8:]
		}
		for range k {
			keys = append(keys, binary.LittleEndian.Uint32(data))
			data = data[4:]
		}
		p.Vector, p.Keys = weights[from:len(weights):len(weights)], keys[fromKey:len(keys):len(keys)]
		out = append(out, p)
	}
	return out, true
}
