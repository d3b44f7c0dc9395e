package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/docket/dockettest"
)

func TestDocket(t *testing.T) {
	dockettest.TestStore(t, func(t *testing.T) docket.Store { return opened(t, filepath.Join(t.TempDir(), "ledger.db")).Docket() })
}

// TestDocketReopen keeps entries, messages and the secret.
func TestDocketReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	s := opened(t, path)
	if _, err := s.Docket().Append(t.Context(), dockettest.Check("c1", "d1", "s1"), "", dockettest.Message("m1")); err != nil {
		t.Fatal(err)
	}
	first, err := s.Docket().Secret(t.Context(), []byte("first"))
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	d := opened(t, path).Docket()
	second, err := d.Secret(t.Context(), []byte("second"))
	if string(first) != string(second) || err != nil {
		t.Errorf("secret %q, %v", second, err)
	}
	due, err := d.Due(t.Context(), dockettest.Message("").To, docket.At(dockettest.Noon), 9)
	if len(due) != 1 || err != nil {
		t.Errorf("%d messages, %v", len(due), err)
	}
	if all, err := d.Look(t.Context(), docket.Query{Stream: "s1"}); len(all) != 1 || err != nil {
		t.Errorf("%d entries, %v", len(all), err)
	}
}

// TestDocketOnlyGrows tries to change the log behind the store's back.
func TestDocketOnlyGrows(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "ledger.db"))
	if _, err := s.Docket().Append(t.Context(), dockettest.Check("c1", "d1", ""), ""); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"UPDATE gate_entry SET who = 'ben'", "DELETE FROM gate_entry", "INSERT OR REPLACE INTO gate_entry SELECT * FROM gate_entry"} {
		if _, err := s.write.Exec(statement); err == nil || !strings.Contains(err.Error(), "only grows") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}
