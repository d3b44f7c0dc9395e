package postgres

import (
	"testing"

	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/docket/dockettest"
	"crosscheck/report/review/postgrestest"
)

func TestDocket(t *testing.T) {
	dockettest.TestStore(t, func(t *testing.T) docket.Store { return opened(t, postgrestest.New(t)).Docket() })
}
