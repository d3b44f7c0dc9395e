"""The rows that prepare wrote, and which of them count how much."""
import base64
import json

import numpy as np
import torch

LABELS = {"entailment": 0, "neutral": 1, "contradiction": 2}

# How much a row of each set counts in training; sets not named are measured only.
TRAINED = {
    "mnli.dev-a": 2.0, "snli.dev": 0.6, "cad.train": 0.8, "cad.dev": 0.8, "wikifactcheck.refuted": 0.5, "breaking.a": 0.8,
    "conj.dev": 1.0, "conj.train-auto": 0.5, "negation.snli": 1.0, "rte3.dev": 1.5, "cb.train": 1.5, "fever-symmetric.dev": 1.5,
    "news.near": 0.9, "news.any": 0.9, "news.across": 0.8,
    "made.negate": 0.7, "made.affirm": 0.7, "made.antonym": 0.5, "made.number": 0.7, "made.role": 0.5, "made.synonym": 0.6,
    "made.shorter": 0.6, "made.longer": 0.6, "made.contract": 0.7, "made.bare": 0.6,
}
# How many rows of a set are used, the first of those that are trained on.
AT_MOST = {"news.near": 6000, "news.any": 2000, "news.across": 3000, "conj.train-auto": 3000, "wikifactcheck.refuted": 3000}
# In captions, "another event" counts as contradiction. It does not in the news:
# contradictions that share less of the hypothesis than this are left out.
CAPTIONS = {"snli.dev", "cad.train", "cad.dev", "negation.snli", "mpe.train", "joci.train"}
LEAST_SHARED = 0.5
# What people have read of the news' own pairs: learned last, in folds (adapt.py).
READ = "news.read"
SEP = 3


class Rows:
    """All rows, an array of pieces each."""

    def __init__(self, folder, names=("nli", "news", "made")):
        self.set, self.fold, self.label, self.rows = [], [], [], []
        for name in names:
            for line in open(f"{folder}/{name}.jsonl"):
                r = json.loads(line)
                i = r["input"]
                marks, met = (np.frombuffer(base64.b64decode(i[k]), np.uint8) for k in ("marks", "met"))
                self.set.append(r["set"]), self.fold.append(r["fold"]), self.label.append(LABELS[r["label"]])
                self.rows.append(np.stack([np.array(i["ids"], np.int16), marks, met]))
        self.set, self.fold, self.label = np.array(self.set), np.array(self.fold), np.array(self.label)
        self.length = np.array([r.shape[1] for r in self.rows])

    def shared(self, i):
        """How much of the hypothesis meets its like in the premise, in [0, 1]."""
        ids, _, met = self.rows[i]
        second = met[np.flatnonzero(ids == SEP)[0] + 1:-1]
        return (second == 2).mean() if len(second) else 1.0

    def weights(self, held):
        """How much each row counts where a fold is held out."""
        w = np.array([TRAINED.get(s, 0) for s in self.set], np.float32)
        for i in np.flatnonzero((self.label == 2) & np.isin(self.set, list(CAPTIONS))):
            w[i] *= self.shared(i) >= LEAST_SHARED
        for s, n in AT_MOST.items():
            w[np.flatnonzero((self.set == s) & (self.fold != 0))[n:]] = 0
        w[self.fold == held] = 0
        return w

    def held_out(self, fold):
        """The rows of a fold, and all of the sets that are not trained on; of the
        noisy caption sets none."""
        return np.flatnonzero(((self.fold == fold) | ~np.isin(self.set, list(TRAINED))) & ~np.isin(self.set, ["mpe.train", "joci.train"]))

    def batch(self, index, rng=None, both=False):
        """The rows as tensors: pieces, sides, marks, and what met its like. With
        rng, of contradictions and of pairs from the news, which hold either way, one
        in two is turned round; with both, all are."""
        n = -(-int(self.length[index].max()) // 8) * 8  # few shapes: each is prepared for once
        out = np.zeros((4, len(index), n), np.int64)
        for k, i in enumerate(index):
            row = self.rows[i]
            middle = int(np.flatnonzero(row[0] == SEP)[0])
            symmetric = self.label[i] == 2 or self.set[i].startswith("news.")
            if both or rng is not None and symmetric and rng.random() < 0.5:
                row = np.concatenate([row[:, :1], row[:, middle + 1:], row[:, 1:middle + 1]], 1)
                middle = int(np.flatnonzero(row[0] == SEP)[0])
            t = row.shape[1]
            out[0, k, :t], out[2, k, :t], out[3, k, :t] = row
            out[1, k, middle + 1:t] = 1
        return torch.from_numpy(out)

    def batches(self, index, pieces, rng=None):
        """Batches of rows of about one length, so many pieces each, shuffled where
        rng is given."""
        if rng is not None:
            index = rng.permutation(index)
        out = []
        for i in range(0, len(index), 2000):
            block = index[i:i + 2000]
            block = block[np.argsort(self.length[block], kind="stable")]
            j = 0
            while j < len(block):
                n = max(1, pieces // int(self.length[block[min(j + 8, len(block) - 1)]]))
                out.append(block[j:j + n])
                j += n
        if rng is not None:
            rng.shuffle(out)
        return out
