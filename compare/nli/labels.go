package nli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"crosscheck/compare"
)

// labels says which of a network's numbers is for which label.
type labels struct {
	names                              []string // in the network's order, in our words
	entailment, neutral, contradiction int
}

// Hints at what to do about labels that cannot be understood.
var (
	errUnnamed = errors.New("its config.json does not say what its labels mean (id2label); " +
		"hint: write \"contradiction\", \"neutral\" and \"entailment\" there, in the order that the model's card gives")
	errTwo = errors.New("it tells entailment from everything else, and cannot tell a contradiction from what is merely unrelated; " +
		"hint: take a model with the three labels of natural language inference")
)

// readLabels reads the names that config.json gives the network's numbers.
func readLabels(named map[string]string) (labels, error) {
	names := make([]string, len(named))
	for key, name := range named {
		i, err := strconv.Atoi(key)
		if err != nil || i < 0 || i >= len(names) {
			return labels{}, fmt.Errorf("its label %q is numbered %q of %d; %w", name, key, len(names), errUnnamed)
		}
		names[i] = name
	}
	l := labels{names: make([]string, len(names)), entailment: -1, neutral: -1, contradiction: -1}
	for i, name := range names {
		label, err := meaning(name, len(names))
		if err != nil {
			return labels{}, err
		}
		l.names[i] = string(label)
	}
	l.entailment = slices.Index(l.names, string(compare.Entailment))
	l.neutral = slices.Index(l.names, string(compare.Neutral))
	l.contradiction = slices.Index(l.names, string(compare.Contradiction))
	if len(names) != 3 || l.entailment < 0 || l.neutral < 0 || l.contradiction < 0 {
		return labels{}, fmt.Errorf("its labels are %q; %w", names, errUnnamed)
	}
	return l, nil
}

// meaning is the label that a name stands for.
func meaning(name string, of int) (compare.Label, error) {
	s := strings.ToLower(strings.TrimSpace(name))
	switch {
	case strings.HasPrefix(s, "label_"):
		return "", errUnnamed
	case strings.HasPrefix(s, "not") || of == 2:
		return "", fmt.Errorf("one of its labels is %q: %w", name, errTwo)
	case strings.HasPrefix(s, "entail"):
		return compare.Entailment, nil
	case strings.HasPrefix(s, "contra"):
		return compare.Contradiction, nil
	case strings.HasPrefix(s, "neutral"):
		return compare.Neutral, nil
	}
	return "", fmt.Errorf("one of its labels is %q: %w", name, errUnnamed)
}
