package people

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Records keeps values by kind and key. Package sqlite has one on disk.
type Records interface {
	// Put keeps a value, in the place of the one before.
	Put(ctx context.Context, kind, key string, value []byte) error
	// Get is the value; ok is false where there is none.
	Get(ctx context.Context, kind, key string) (value []byte, ok bool, err error)
	// List is every value of a kind, by key.
	List(ctx context.Context, kind string) (values [][]byte, err error)
	// Delete removes a value; it is no error where there is none.
	Delete(ctx context.Context, kind, key string) error
}

// The kinds of record.
const (
	accounts = "account"
	sessions = "session"
	tokens   = "token"
)

// sum is what is kept of a secret. Secrets are random and long, so that a plain
// hash does.
func sum(secret string) string {
	h := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(h[:])
}

// keyed is a value with its key, as it is kept.
type keyed[T any] struct {
	Key   string `json:"key"`
	Value T      `json:"value"`
}

func (b *Book) put(ctx context.Context, kind, key string, value any) error {
	data, err := json.Marshal(keyed[any]{key, value})
	if err != nil {
		return err
	}
	return b.records.Put(ctx, kind, key, data)
}

func get[T any](ctx context.Context, b *Book, kind, key string) (T, bool, error) {
	var v keyed[T]
	data, ok, err := b.records.Get(ctx, kind, key)
	if err == nil && ok {
		err = json.Unmarshal(data, &v)
	}
	return v.Value, ok && err == nil, err
}

func list[T any](ctx context.Context, b *Book, kind string) ([]T, error) {
	values, err := b.records.List(ctx, kind)
	var out []T
	for _, data := range values {
		var v keyed[T]
		if err := json.Unmarshal(data, &v); err != nil {
			return nil, err
		}
		out = append(out, v.Value)
	}
	return out, err
}
