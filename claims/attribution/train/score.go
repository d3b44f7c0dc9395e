package main

import (
	"context"
	"fmt"
	"io"

	"crosscheck/claims/attribution"
	"crosscheck/claims/extract"
	"crosscheck/compare/eval"
)

// score prints how well the extraction does on texts with new weights.
func score(w io.Writer, file string, texts []eval.Annotated) error {
	if err := attribution.Use(file); err != nil {
		return err
	}
	found, err := eval.Extract(context.Background(), extract.Finder{}, texts)
	if err != nil {
		return err
	}
	t := eval.Score(texts, found)
	for _, r := range t.Content {
		fmt.Fprintf(w, "%-9s F1 %.3f at IoU %.1f (P %.3f R %.3f), %.3f at %.1f (P %.3f R %.3f)\n", r.Kind,
			r.Loose.F1, eval.LooseIoU, r.Loose.Precision, r.Loose.Recall, r.Strict.F1, eval.StrictIoU, r.Strict.Precision, r.Strict.Recall)
	}
	_, err = fmt.Fprintf(w, "cue F1 %.3f, source right %.3f\n", t.Cue.F1, t.SourceRight.Value)
	return err
}
