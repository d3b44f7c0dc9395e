package archive

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"runtime"
	"slices"
	"sync"

	"crosscheck/claims"
	"crosscheck/compare/check"
)

// sheet is an article with its claims, each speaker as found in the article.
type sheet struct {
	Article claims.Article
	Claims  []claims.Claim
}

var sheetPacker = sync.OnceValue(newPacker[sheet])

// castagnoli has an instruction on most machines.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// place is where a sheet lies in its file: as deflate has it, behind its sum and
// its length before that.
type place struct {
	Start int64
	Size  int32
}

// sumBytes is how much stands before a deflated sheet: its sum, and its length
// when it is inflated.
const sumBytes = 8

// mostInflated is how many bytes deflate makes of one at most, a little more
// than its format allows.
const mostInflated = 1100

// inflater is the memory in which sheets are read and inflated. Readers of deflate
// are dear to make.
type inflater struct {
	packed bytes.Reader
	flate  io.ReadCloser
	data   []byte // a sheet as it lies in its file
	plain  []byte // the same, inflated
}

var inflaters = sync.Pool{New: func() any { return &inflater{flate: flate.NewReader(bytes.NewReader(nil))} }}

// Sheet is an article with its claims; it is what the ledger asks for.
func (a *Archive) Sheet(article int32) (check.Sheet, error) { return a.state.sheet(a.sheets, article) }

// sheet reads one sheet.
func (s *state) sheet(f io.ReaderAt, article int32) (check.Sheet, error) {
	in := inflaters.Get().(*inflater)
	defer inflaters.Put(in)
	p := s.places[article]
	in.data = slices.Grow(in.data[:0], int(p.Size))[:p.Size]
	if _, err := f.ReadAt(in.data, p.Start); err != nil {
		return check.Sheet{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	one, err := in.unpack(in.data)
	if err == nil && one.Article.ID != s.ledger.Articles[article].ID {
		err = fmt.Errorf("%w: its %s are of another archive", ErrDamaged, sheetsName)
	}
	return check.Sheet{Article: one.Article, Claims: one.Claims}, err
}

// unpack unpacks a sheet.
func (in *inflater) unpack(data []byte) (sheet, error) {
	var s sheet
	if len(data) < sumBytes || binary.LittleEndian.Uint32(data) != crc32.Checksum(data[4:], castagnoli) {
		return s, fmt.Errorf("%w: the sum of an article does not agree", ErrDamaged)
	}
	size := int(binary.LittleEndian.Uint32(data[4:]))
	if size > mostInflated*len(data) {
		return s, fmt.Errorf("%w: an article is too long", ErrDamaged)
	}
	in.packed.Reset(data[sumBytes:])
	if err := in.flate.(flate.Resetter).Reset(&in.packed, nil); err != nil {
		return s, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	in.plain = slices.Grow(in.plain[:0], size)[:size]
	if _, err := io.ReadFull(in.flate, in.plain); err != nil {
		return s, fmt.Errorf("%w: an article cannot be inflated", ErrDamaged)
	}
	err := sheetPacker().read(in.plain, &s)
	return s, err
}

// packSheet is what inflater.unpack reads.
func packSheet(from check.Sheet, w *flate.Writer) ([]byte, error) {
	s := sheet{from.Article, slices.Clone(from.Claims)}
	for i := range from.Found {
		s.Claims[i].Speaker = from.Found[i]
	}
	plain := sheetPacker().append(nil, &s)
	var out bytes.Buffer
	out.Write(make([]byte, sumBytes))
	w.Reset(&out)
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	data := out.Bytes()
	binary.LittleEndian.PutUint32(data[4:], uint32(len(plain)))
	binary.LittleEndian.PutUint32(data, crc32.Checksum(data[4:], castagnoli))
	return data, nil
}

// together is how many sheets are deflated before they are written.
const together = 256

// append puts sheets behind those that the state knows.
func (a *Archive) append(ctx context.Context, sheets []check.Sheet) error {
	at := a.state.end()
	for part := range slices.Chunk(sheets, together) {
		packed, err := packAll(part)
		if err != nil {
			return err
		}
		if err := a.store.Append(ctx, at, packed); err != nil {
			return err
		}
		for _, data := range packed {
			a.state.places = append(a.state.places, place{at, int32(len(data))})
			at += int64(len(data))
		}
	}
	return nil
}

// reach reports whether sheets are as many as the state knows.
func (s *state) reach(sheets Bytes) error {
	if sheets.Size() < s.end() {
		return cutOff(sheetsName)
	}
	return nil
}

// packAll packs sheets on all cores.
func packAll(sheets []check.Sheet) ([][]byte, error) {
	out := make([][]byte, len(sheets))
	failed := make([]error, len(sheets))
	var wg sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for k := range cores {
		wg.Go(func() {
			w, err := flate.NewWriter(io.Discard, flate.BestSpeed)
			for i := k; i < len(sheets); i += cores {
				if failed[i] = err; err == nil {
					out[i], failed[i] = packSheet(sheets[i], w)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
