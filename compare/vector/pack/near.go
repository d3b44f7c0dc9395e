package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"runtime"
	"sync"

	"crosscheck/compare/vector"
)

// writeNear writes which rows of the embedded vectors are near which.
func writeNear(out string) error {
	return os.WriteFile(out, nearTable(), 0o666)
}

// nearTable packs which rows of the embedded vectors are near which, as
// vector.NearMagic tells.
func nearTable() []byte {
	lists := make([][]byte, vector.Len())
	var wg sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for k := range cores {
		wg.Go(func() {
			for i := k; i < len(lists); i += cores {
				lists[i] = steps(int32(i), vector.NearRows(i))
			}
		})
	}
	wg.Wait()
	head := binary.LittleEndian.AppendUint32([]byte(vector.NearMagic), uint32(len(lists)))
	for _, list := range lists {
		head = binary.LittleEndian.AppendUint16(head, uint16(len(list)))
	}
	return append(head, bytes.Join(lists, nil)...)
}

// steps packs rows, in order and behind row i, by how far each is from the one before.
func steps(i int32, rows []int32) (out []byte) {
	for _, row := range rows {
		out = binary.AppendUvarint(out, uint64(row-i))
		i = row
	}
	return out
}
