"""Write the weights as package net reads them, and what the network says with them.

    python3 export.py FOLDER RUN.pt WEIGHTS.bin AGREE.jsonl

Matrices are rounded to signed bytes, a scale a row. AGREE.jsonl gets the
log-probabilities of the pairs in pairs.txt, worked out by torch from the rounded
weights, for a test of the Go code.
"""
import json
import sys

import numpy as np
import torch
from torch.nn import functional as F

from network import Network
from rows import Rows

# The order of Model.read in weights.go: matrices and vectors.
PARTS = ["embed.weight", "marks.weight", "conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "key0.weight", "key1.weight",
         "meet.weight", "own.weight", "own.bias", "fuse.weight", "same", "alike", "compose.weight", "compose.bias",
         "judge1.weight", "judge1.bias", "judge2.weight", "judge2.bias"]


def rounded(w):
    """A matrix as scales and signed bytes."""
    scale = (np.abs(w).max(1) / 127).astype(np.float32)
    scale[scale == 0] = 1
    return scale, np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8)


def main(folder, run, weights, agree):
    state = torch.load(run)
    assert sorted(state) == sorted(PARTS), set(state) ^ set(PARTS)
    with open(weights, "wb") as f:
        f.write(b"crosscheck net 1\n" + np.uint32(len(state["embed.weight"])).tobytes())
        for name in PARTS:
            w = state[name].numpy().astype(np.float32)
            if w.ndim == 1:
                f.write(w.astype("<f4").tobytes())
                continue
            scale, q = rounded(w)
            for s, row in zip(scale, q):
                f.write(s.astype("<f4").tobytes() + row.tobytes())
            state[name] = torch.from_numpy(scale[:, None] * q.astype(np.float32))
    net = Network(state["embed.weight"], scale=1.0)
    net.load_state_dict(state)
    net.eval()
    with open(agree, "w") as f, torch.no_grad():
        for line in open(folder + "/own.jsonl"):
            r = json.loads(line)
            (a, am), (b, bm) = Rows.pack([(r["a"]["ids"], r["a"]["marks"])]), Rows.pack([(r["b"]["ids"], r["b"]["marks"])])
            t = lambda x: torch.from_numpy(x.astype(np.int64))
            logp = F.log_softmax(net(net.encode(t(a), t(am)), net.encode(t(b), t(bm))), 1)[0]
            f.write(json.dumps({"a": r["texts"][0], "b": r["texts"][1], "logp": [round(float(x), 5) for x in logp]}, ensure_ascii=False) + "\n")


main(*sys.argv[1:])
