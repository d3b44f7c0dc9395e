"""The rows that prepare wrote, and which of them count how much."""
import base64
import json
import os

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
AT_MOST = {"news.near": 7000, "news.any": 2000, "news.across": 3000, "conj.train-auto": 3000, "wikifactcheck.refuted": 3000}
# In captions, "another event" counts as contradiction. It does not in the news:
# contradictions that share less of the hypothesis than this are left out.
CAPTIONS = {"snli.dev", "cad.train", "cad.dev", "negation.snli", "mpe.train", "joci.train"}
LEAST_SHARED = 0.5
# The most frequent pieces, which say little about what two texts share.
LIGHT = 120


class Rows:
    """All rows as arrays; statements padded with -1."""

    def __init__(self, folder):
        """Read what was packed before, or pack it."""
        if os.path.exists(folder + "/rows.npz"):
            self.__dict__.update(np.load(folder + "/rows.npz"))
        else:
            self.read(folder)
            np.savez(folder + "/rows.npz", **self.__dict__)
        self.length = np.maximum((self.a >= 0).sum(1), (self.b >= 0).sum(1))

    def read(self, folder):
        self.set, self.id, fold, label, a, b = [], [], [], [], [], []
        for name in ("nli", "news", "made"):
            for line in open(f"{folder}/{name}.jsonl"):
                r = json.loads(line)
                self.set.append(r["set"]), self.id.append(r["id"]), fold.append(r["fold"]), label.append(LABELS[r["label"]])
                a.append((r["a"]["ids"] or [], r["a"]["marks"])), b.append((r["b"]["ids"] or [], r["b"]["marks"]))
        self.set, self.fold, self.label = np.array(self.set), np.array(fold), np.array(label)
        (self.a, self.am), (self.b, self.bm) = self.pack(a), self.pack(b)
        seen = np.load(folder + "/seen.npy")
        light = set(np.argsort(-seen.astype(np.int64))[:LIGHT].tolist())
        self.id = np.array(self.id)
        self.shared = np.array([self.share(i, light) for i in range(len(self.set))], np.float32)

    @staticmethod
    def pack(list_):
        ids = np.full((len(list_), 64), -1, np.int16)
        marks = np.zeros((len(list_), 64), np.uint8)
        for i, (x, m) in enumerate(list_):
            ids[i, :len(x)] = x
            marks[i, :len(x)] = np.frombuffer(base64.b64decode(m or ""), np.uint8)
        return ids, marks

    def share(self, i, light):
        """How much of the hypothesis' content is in the premise, in [0, 1]."""
        b = set(self.b[i][self.b[i] >= 0].tolist()) - light
        return len(b & set(self.a[i].tolist())) / len(b) if b else 1.0

    def held_out(self, fold):
        """The rows of a fold, and all of the sets that are not trained on; of the
        noisy caption sets none."""
        return np.flatnonzero(((self.fold == fold) | ~np.isin(self.set, list(TRAINED))) & ~np.isin(self.set, ["mpe.train", "joci.train"]))

    def weights(self):
        w = np.array([TRAINED.get(s, 0) for s in self.set], np.float32)
        w[(self.label == 2) & np.isin(self.set, list(CAPTIONS)) & (self.shared < LEAST_SHARED)] = 0
        for s, n in AT_MOST.items():
            w[np.flatnonzero((self.set == s) & (self.fold > 0))[n:]] = 0
        return w

    def batch(self, index, rng=None):
        """The rows as tensors. With rng, of contradictions and of pairs from the
        news, which hold either way, one in three is turned round."""
        n = -(-max(int(self.length[index].max()), 1) // 8) * 8  # few shapes: each is prepared for once
        t = lambda x: torch.from_numpy(x[index, :n].astype(np.int64))
        a, am, b, bm = t(self.a), t(self.am), t(self.b), t(self.bm)
        if rng is not None:
            news = np.char.startswith(self.set[index], "news.")
            turn = torch.from_numpy(((self.label[index] == 2) | news) & (rng.random(len(index)) < 1 / 3)).unsqueeze(1)
            a, b, am, bm = a.where(~turn, b), b.where(~turn, a), am.where(~turn, bm), bm.where(~turn, am)
        return a, am, b, bm

    def batches(self, index, size, rng=None):
        """Batches of rows of about one length, shuffled where rng is given."""
        if rng is not None:
            index = rng.permutation(index)
        out = []
        for i in range(0, len(index), size * 40):
            block = index[i:i + size * 40]
            block = block[np.argsort(self.length[block], kind="stable")]
            out += [block[j:j + size] for j in range(0, len(block), size)]
        if rng is not None:
            rng.shuffle(out)
        return out
