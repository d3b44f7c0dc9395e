package nli

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"crosscheck/compare/nli/subword"
)

// DefaultTokens is how many pieces of a pair are read, where the model allows
// as many and nobody says otherwise: the length that the published models were
// trained with. 99 of 100 pairs of news sentences have under 110.
const DefaultTokens = 512

// maxConfig bounds a config.json, in bytes.
const maxConfig = 1 << 20

// config is a config.json, as far as it counts for us, and what is taken from
// the tokenizer's own.
type config struct {
	Family    string            `json:"model_type"`
	Labels    map[string]string `json:"id2label"`
	Positions int               `json:"max_position_embeddings"`
	Pad       *int32            `json:"pad_token_id"`
	Types     int               `json:"type_vocab_size"` // 1: the network is given one type only
	longest   float64           // model_max_length; it may be 1e30
	padToken  string
}

// offsetFamilies number the places of a text from the padding's number plus
// one, and so have fewer of them than they count.
var offsetFamilies = []string{"roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "mpnet", "longformer", "xmod"}

func readConfig(f folder) (c config, err error) {
	if err := readJSON(f.config, &c); err != nil {
		return config{}, err
	}
	if f.tokenConfig == "" {
		return c, nil
	}
	var t struct {
		Longest float64         `json:"model_max_length"`
		Pad     json.RawMessage `json:"pad_token"`
	}
	if err := readJSON(f.tokenConfig, &t); err != nil {
		return config{}, err
	}
	c.longest = t.Longest
	var named struct{ Content string }
	if json.Unmarshal(t.Pad, &c.padToken) != nil && json.Unmarshal(t.Pad, &named) == nil {
		c.padToken = named.Content
	}
	return c, nil
}

func readJSON(path string, to any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if len(data) > maxConfig {
		return fmt.Errorf("%s has more than %d MB", path, maxConfig>>20)
	}
	if err := json.Unmarshal(data, to); err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	return nil
}

// padding is the number of the piece that fills up the rows of a batch. It is
// masked; but RoBERTa counts its places by it.
func (c config) padding(t *subword.Tokenizer) int32 {
	if c.Pad != nil && *c.Pad >= 0 {
		return *c.Pad
	}
	for _, name := range [...]string{c.padToken, "[PAD]", "<pad>"} {
		if id, ok := t.ID(name); ok {
			return id
		}
	}
	return 0
}

// limit is how many pieces of a pair are read.
func (c config) limit(asked, extra int) (int, error) {
	most := asked
	if most <= 0 {
		most = DefaultTokens
	}
	if c.longest >= 1 && c.longest < float64(most) {
		most = int(c.longest)
	}
	places := c.Positions
	if slices.Contains(offsetFamilies, c.Family) && places > 0 {
		pad := int32(1)
		if c.Pad != nil {
			pad = *c.Pad
		}
		places -= int(pad) + 1
	}
	if places > 0 {
		most = min(most, places)
	}
	if most < extra+2 {
		return 0, fmt.Errorf("%d pieces of a pair are too few: %d are for the special tokens; hint: allow more", most, extra)
	}
	return most, nil
}
