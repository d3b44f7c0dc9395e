package wire_test

import (
	"fmt"

	"crosscheck/compare/wire"
)

func Example() {
	passages := []wire.Passage{
		{ID: "p1", Article: "agency", Outlet: "Northern Press", Date: "2015-03-03",
			Text: "Flames trapped 12 weavers of the night shift on the upper floors of the old mill, the fire chief said."},
		{ID: "p2", Article: "courier", Outlet: "Elmsford Courier", Date: "2015-03-04",
			Text: "Flames trapped 14 weavers of the night shift on the upper floors of the old mill, the fire chief said."},
	}
	for _, c := range wire.Find(passages).Copies {
		first := passages[c.Members[0].Passage]
		fmt.Println(c.Kind, "of", first.ID, "with", len(c.Members), "appearances and", c.Witnesses, "witness")
		for _, m := range c.Members[1:] {
			for _, e := range wire.Edits(first, passages[m.Passage]) {
				fmt.Println(e.Kind, e.Why)
			}
		}
	}
	// Output:
	// wire of p1 with 2 appearances and 1 witness
	// number-changed The same text says “12” in the first copy and “14” in the second, which are different figures.
}
