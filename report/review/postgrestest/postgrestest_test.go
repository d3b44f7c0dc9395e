package postgrestest

import (
	"context"
	"os"
	"testing"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

// TestNew makes two databases, of which one knows nothing of the other.
func TestNew(t *testing.T) {
	a, b := New(t), New(t)
	Exec(t, a, "CREATE TABLE lamp (x int)", "CREATE ROLE visitor LOGIN", "GRANT SELECT ON lamp TO visitor")
	conn, err := pgx.Connect(t.Context(), As(a, "visitor"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var who string
	if err := conn.QueryRow(t.Context(), "SELECT current_user FROM (SELECT count(*) FROM lamp) AS n").Scan(&who); err != nil || who != "visitor" {
		t.Errorf("%q, %v", who, err)
	}
	Exec(t, b, "CREATE TABLE lamp (x int)")
}
