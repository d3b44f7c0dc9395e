"""Scores the pairs of standard input with rapidfuzz, one result a line."""

import json
import sys
import time

import rapidfuzz
from rapidfuzz import fuzz, utils

pairs = [json.loads(line) for line in sys.stdin if line.strip()]
for scorer in ("token_set_ratio", "token_sort_ratio", "WRatio", "partial_ratio", "ratio"):
    score = getattr(fuzz, scorer)
    begin = time.process_time()
    # Lower case and without punctuation, which is fuzzball's default.
    scores = [score(p["a"], p["b"], processor=utils.default_process) for p in pairs]
    seconds = time.process_time() - begin
    tool = "rapidfuzz " + rapidfuzz.__version__
    print(json.dumps({"tool": tool, "scorer": scorer, "pairs": len(pairs), "seconds": seconds, "scores": scores}))
