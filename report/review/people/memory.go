package people

import (
	"context"
	"maps"
	"slices"
	"sync"
)

// Memory is a store of records that forgets everything when the process ends.
// The zero value is ready.
type Memory struct {
	mu    sync.Mutex
	kinds map[string]map[string][]byte
}

var _ Records = (*Memory)(nil)

// Put keeps a value.
func (m *Memory) Put(_ context.Context, kind, key string, value []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kinds == nil {
		m.kinds = map[string]map[string][]byte{}
	}
	if m.kinds[kind] == nil {
		m.kinds[kind] = map[string][]byte{}
	}
	m.kinds[kind][key] = slices.Clone(value)
	return nil
}

// Get is the value.
func (m *Memory) Get(_ context.Context, kind, key string) ([]byte, bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.kinds[kind][key]
	return slices.Clone(v), ok, nil
}

// List is every value of a kind, by key.
func (m *Memory) List(_ context.Context, kind string) ([][]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out [][]byte
	for _, key := range slices.Sorted(maps.Keys(m.kinds[kind])) {
		out = append(out, slices.Clone(m.kinds[kind][key]))
	}
	return out, nil
}

// Delete removes a value.
func (m *Memory) Delete(_ context.Context, kind, key string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.kinds[kind], key)
	return nil
}
