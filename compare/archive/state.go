package archive

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"reflect"
	"sync"

	"crosscheck/claims"
	"crosscheck/compare/check"
	"crosscheck/compare/story"
	"crosscheck/compare/topic"
)

// magic opens a state file; its last number is the format's version.
const magic = "crosscheck state 1\n"

// state is what a state file has.
type state struct {
	ledger check.Ledger
	places []place // of each article, where its sheet lies
	labels []label // as read
}

// end is where the sheets that the state knows end.
func (s *state) end() int64 {
	var end int64
	for _, p := range s.places {
		end = max(end, p.Start+int64(p.Size))
	}
	return end
}

// len is how many articles there are, without those that others took the place of.
func (s *state) len() int {
	n := 0
	for _, story := range s.ledger.Story {
		if story >= 0 {
			n++
		}
	}
	return n
}

// section is a part of a state file: its length, what it has, and the sum of
// that.
type section struct {
	write func(w io.Writer) error
	read  func(r io.Reader, size int64) error
	adds  bool // only who adds to the archive needs it
}

// toAdd marks a section that only who adds to the archive needs.
func toAdd(s section) section {
	s.adds = true
	return s
}

// sections are those of a state file, in order.
func (s *state) sections() []section {
	l := &s.ledger
	return []section{
		packed(&l.Articles), packed(&s.places), packed(&l.Speakers), toAdd(packed(&l.Copies)), packed(&l.Vocabulary), toAdd(packed(&l.Capped)),
		numbers(&l.Begin), numbers(&l.WordsFrom), numbers(&l.Words), wide(&l.Entries),
		numbers(&l.Story), numbers(&l.Centre), numbers(&l.Speaker), flags(&l.Live),
		lines(&l.Lines), toAdd(texts(&l.Claims)), toAdd(numbers(&l.Dates)), toAdd(packed(&l.Days)), edges(&l.Edges), toAdd(pairs(&l.Found)),
		profiles(l), toAdd(labelled(s)), toAdd(alone(&l.Alone)),
	}
}

// layout is a number for what the types that are written look like: a program
// that has others cannot read them.
func layout() uint64 {
	return shapeOf(
		reflect.TypeFor[sheet](), reflect.TypeFor[check.Known](), reflect.TypeFor[place](), reflect.TypeFor[claims.Speaker](),
		reflect.TypeFor[check.Copies](), reflect.TypeFor[check.Line](), reflect.TypeFor[story.Profile](),
		reflect.TypeFor[story.Edge](), reflect.TypeFor[topic.Candidate](), reflect.TypeFor[label]())
}

// header is what stands before the sections.
func header(made string) []byte {
	out := binary.LittleEndian.AppendUint64([]byte(magic), layout())
	return append(binary.AppendUvarint(out, uint64(len(made))), made...)
}

// write writes the state.
func (s *state) write(f Writer, made string) error {
	w := newWriter(f)
	w.Write(header(made))
	var starts []int64
	for _, section := range s.sections() {
		starts = append(starts, w.at)
		if err := writeSection(w, section); err != nil {
			return errors.Join(err, w.close())
		}
	}
	starts = append(starts, w.at)
	if err := w.close(); err != nil {
		return err
	}
	return writeSizes(f, starts)
}

// writeSection writes a section, behind room for its length.
func writeSection(w *writer, s section) error {
	w.Write(make([]byte, 8))
	w.sum()
	if err := s.write(w); err != nil {
		return err
	}
	_, err := w.Write(binary.LittleEndian.AppendUint32(nil, w.sum()))
	return err
}

// writeSizes fills the lengths of sections in: starts is where each begins and where
// the last ends.
func writeSizes(f Writer, starts []int64) error {
	for i, start := range starts[:len(starts)-1] {
		size := starts[i+1] - start - 12
		if _, err := f.WriteAt(binary.LittleEndian.AppendUint64(nil, uint64(size)), start); err != nil {
			return err
		}
	}
	return nil
}

// mostMade is how many bytes what made an archive has at most: a sum or two.
const mostMade = 1 << 16

// readHeader reads what made a state, and where its sections begin.
func readHeader(f Bytes) (made string, at int64, err error) {
	in := bufio.NewReader(io.NewSectionReader(f, 0, f.Size()))
	head := make([]byte, len(magic)+8)
	if _, err := io.ReadFull(in, head); err != nil || string(head[:16]) != magic[:16] {
		return "", 0, fmt.Errorf("%w: its state has no head", ErrDamaged)
	}
	if string(head[:len(magic)]) != magic || binary.LittleEndian.Uint64(head[len(magic):]) != layout() {
		return "", 0, ErrOther
	}
	n, err := binary.ReadUvarint(in)
	if err != nil || n > mostMade {
		return "", 0, fmt.Errorf("%w: its state has no head", ErrDamaged)
	}
	name := make([]byte, n)
	if _, err := io.ReadFull(in, name); err != nil {
		return "", 0, cutOff("sections")
	}
	return string(name), int64(len(header(string(name)))), nil
}

// read reads a state, section by section on all cores. Without all, it leaves out
// what only who adds to the archive needs.
func (s *state) read(f Bytes, made string, all bool) error {
	by, at, err := readHeader(f)
	if err != nil {
		return err
	}
	if by != made {
		return ErrOther
	}
	sections := s.sections()
	failed := make([]error, len(sections))
	var wg sync.WaitGroup
	for i, one := range sections {
		size, err := sectionSize(f, at)
		if err != nil {
			failed[i] = err
			break
		}
		from := at + 8
		if all || !one.adds {
			wg.Go(func() { failed[i] = readSection(io.NewSectionReader(f, from, size+4), size, one) })
		}
		at = from + size + 4
	}
	wg.Wait()
	for _, err := range failed {
		if err != nil {
			return err
		}
	}
	return s.check(all)
}

// sectionSize reads the length of the section at an offset.
func sectionSize(f Bytes, at int64) (int64, error) {
	var b [8]byte
	if _, err := f.ReadAt(b[:], at); err != nil {
		return 0, cutOff("sections")
	}
	size := binary.LittleEndian.Uint64(b[:])
	if size > uint64(f.Size()) || at+12+int64(size) > f.Size() {
		return 0, cutOff("sections")
	}
	return int64(size), nil
}

// readSection reads a section and compares its sum.
func readSection(r io.Reader, size int64, s section) error {
	sum := crc32.New(castagnoli)
	if err := s.read(io.TeeReader(io.LimitReader(r, size), sum), size); err != nil {
		return err
	}
	var b [4]byte
	if _, err := io.ReadFull(r, b[:]); err != nil || binary.LittleEndian.Uint32(b[:]) != sum.Sum32() {
		return fmt.Errorf("%w: the sum of a section does not agree", ErrDamaged)
	}
	return nil
}
