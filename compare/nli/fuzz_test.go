package nli

import (
	"encoding/json"
	"slices"
	"testing"
)

// FuzzConfig wants of any config.json an error, or three labels in their places
// and a number of pieces that a pair fits into.
func FuzzConfig(f *testing.F) {
	f.Add([]byte(files["config.json"]), 0)
	f.Add([]byte(`{"id2label": {"0": "entailment", "1": "not_entailment"}}`), 5)
	f.Add([]byte(`{"id2label": {"00": "neutral", "0": "entail", "1": "contra"}, "pad_token_id": -1, "max_position_embeddings": -7}`), -1)
	f.Add([]byte(`{"model_type": "roberta", "pad_token_id": 2147483647, "max_position_embeddings": 514}`), 512)
	f.Fuzz(func(t *testing.T, data []byte, asked int) {
		var c config
		if json.Unmarshal(data, &c) != nil {
			return
		}
		if most, err := c.limit(asked, 3); err == nil && most < 5 {
			t.Errorf("%d pieces are to be read", most)
		}
		l, err := readLabels(c.Labels)
		if err != nil {
			return
		}
		places := []int{l.entailment, l.neutral, l.contradiction}
		if slices.Sort(places); len(l.names) != 3 || !slices.Equal(places, []int{0, 1, 2}) {
			t.Errorf("the labels are %+v", l)
		}
	})
}
