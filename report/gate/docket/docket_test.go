package docket_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/docket/dockettest"
)

func TestMemory(t *testing.T) {
	dockettest.TestStore(t, func(*testing.T) docket.Store { return &docket.Memory{} })
}

func Example() {
	var log docket.Memory
	check := docket.Entry{ID: "c1", At: time.Date(2031, 5, 2, 12, 0, 0, 0, time.UTC), Who: "cms", Action: docket.Check, Draft: "d1", Outcome: "hold",
		Reasons: []docket.Reason{{Code: "misquote", Level: "warning", Pair: "0123"}}}
	first, err := log.Append(context.Background(), check, "")
	fmt.Println(first.Seq, first.Outcome, first.Reasons[0].Code, err)
	override := docket.Entry{ID: "o1", At: check.At, Who: "ada", Action: docket.Override, Draft: "d1", Why: "heard the recording"}
	_, err = log.Append(context.Background(), override, "")
	fmt.Println(err)
	got, err := log.Append(context.Background(), override, "c1")
	fmt.Println(got.Seq, got.Who, got.Why, err)
	// Output:
	// 1 hold misquote <nil>
	// something else was recorded on this draft in the meantime
	// 2 ada heard the recording <nil>
}
