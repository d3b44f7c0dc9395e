package archive

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// FuzzSheet: what is no sheet is refused.
func FuzzSheet(f *testing.F) {
	for _, a := range newsroom(f)[:2] {
		f.Add(sheetPacker().append(nil, &sheet{Article: a}))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s sheet
		if err := sheetPacker().read(data, &s); err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Error(err)
			}
			return
		}
		var again sheet
		if err := sheetPacker().read(sheetPacker().append(nil, &s), &again); err != nil {
			t.Errorf("what was unpacked cannot be packed: %v", err)
		}
		inflaters.Get().(*inflater).unpack(data)
	})
}

// FuzzSection: whatever is in a section of a state, it is read, or refused as
// damaged.
func FuzzSection(f *testing.F) {
	dir := f.TempDir()
	add(f, dir, newsroom(f)[:2], false)
	var good state
	whole, err := os.Open(filepath.Join(dir, stateName))
	if err != nil {
		f.Fatal(err)
	}
	defer whole.Close()
	if err := good.read(file{whole}, "test", true); err != nil {
		f.Fatal(err)
	}
	for i, s := range good.sections() {
		var b bytes.Buffer
		if err := s.write(&b); err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(i), b.Bytes())
	}
	f.Fuzz(func(t *testing.T, n uint8, data []byte) {
		var s state
		s.ledger = good.ledger
		s.places = good.places
		sections := s.sections()
		err := sections[int(n)%len(sections)].read(bytes.NewReader(data), int64(len(data)))
		if err == nil {
			err = s.check(true)
		}
		if err != nil && !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
	})
}
