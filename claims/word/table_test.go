package word

import (
	"fmt"
	"testing"
)

func ExampleTable() {
	t := NewTable(map[string]int{"dozen": 12})
	fmt.Println(t.Look("dozen"))
	fmt.Println(t.Look("dizen"))
	// Output:
	// 12 true
	// 0 false
}

// TestTable finds every word that is in the map and no other, whatever its
// shape.
func TestTable(t *testing.T) {
	entries := map[string]bool{}
	for i := range 2000 {
		entries[fmt.Sprintf("%x", i*i)] = true
	}
	entries["’"] = true
	table := NewTable(entries)
	for i := range 20000 {
		w := fmt.Sprintf("%x", i)
		if table.Has(w) != entries[w] {
			t.Errorf("Has(%q) = %t, want %t", w, table.Has(w), entries[w])
		}
	}
	if !table.Has("’") || table.Has("") || new(Table[bool]).Has("no") {
		t.Error("a mark is missing, or a word is found that is not there")
	}
}
