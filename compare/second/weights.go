package second

import (
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
)

// weights say how two judges are put together: the logarithm of the odds of the
// whole is a sum of those of its parts (Platt 1999; stacking after Wolpert 1992).
type weights struct {
	// Judge is how the name of the second judge begins; "" is any other.
	Judge         string  `json:"judge"`
	Bias          float64 `json:"bias"`
	First         float64 `json:"first"`
	Contradiction float64 `json:"contradiction"`
	Entailment    float64 `json:"entailment"`
}

//go:embed weights.json
var embedded []byte

// table are the weights of all judges that some were fitted for. A damaged file
// can only be a damaged build, which a test would not let pass; then the first
// judge's score stands.
var table = sync.OnceValue(func() []weights {
	var t []weights
	if json.Unmarshal(embedded, &t) != nil {
		return nil
	}
	return t
})

// weightsOf are the weights for a second judge.
func weightsOf(name string) weights {
	other := weights{First: 1}
	for _, w := range table() {
		switch {
		case w.Judge == "":
			other = w
		case strings.HasPrefix(name, w.Judge):
			return w
		}
	}
	return other
}
