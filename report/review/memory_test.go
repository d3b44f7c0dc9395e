package review_test

import (
	"testing"

	"crosscheck/report/review"
	"crosscheck/report/review/reviewtest"
)

func TestMemory(t *testing.T) {
	reviewtest.TestStore(t, func(*testing.T) review.Store { return &review.Memory{} })
}
