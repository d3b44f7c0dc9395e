"""Write the weights as package cross reads them, and what the network says with them.

    python3 export.py RUN.pt WEIGHTS.bin AGREE.jsonl
    python3 export.py --toy WEIGHTS.bin.gz AGREE.jsonl

RUN.pt is a fine-tuned network: {"net": state of Pair, "args": {...}}. Matrices are
rounded to signed bytes, a scale a row; the few weights of neighbours are not. AGREE.jsonl gets the weights of the labels
of the pairs in ../testdata/inputs.jsonl, worked out by torch from the rounded
weights, for a test of the Go code. --toy writes a small network that nobody has
trained, for the tests to have one.
"""
import base64
import gzip
import json
import os
import sys
import zlib

import numpy as np
import torch

from network import Encoder, Pair

MAGIC = b"crosscheck cross 1\n"
HERE = os.path.dirname(os.path.abspath(__file__))
MOST = 25 << 20  # bytes of the file

# The order of Model.read in weights.go.
TABLES = ["encoder.word.weight", "encoder.position.weight", "encoder.side.weight", "encoder.mark.weight", "encoder.met.weight"]
BLOCK = ["norm1.weight", "norm1.bias", "near", "qkv.weight", "qkv.bias", "out.weight", "out.bias",
         "norm2.weight", "norm2.bias", "up.weight", "up.bias", "down.weight", "down.bias"]
HEAD = ["encoder.norm.weight", "encoder.norm.bias", "hidden.weight", "hidden.bias", "label.weight", "label.bias"]


def parts(layers):
    return TABLES + [f"encoder.blocks.{i}.{name}" for i in range(layers) for name in BLOCK] + HEAD


def rounded(w):
    """A matrix as scales and signed bytes."""
    scale = (np.abs(w).max(1) / 127).astype(np.float32)
    scale[scale == 0] = 1
    return scale, np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8)


def layers_of(state):
    return 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.blocks."))


def pack(state, heads):
    """The file's bytes. The matrices of state are rounded on the way."""
    layers = layers_of(state)
    names = parts(layers)
    assert sorted(state) == sorted(names), set(state) ^ set(names)
    words, width = state["encoder.word.weight"].shape
    sizes = [words, width, layers, heads, len(state["encoder.position.weight"])]
    out = [MAGIC, np.array(sizes, "<u4").tobytes()]
    for name in names:
        w = state[name].float().cpu().numpy()
        if w.ndim == 1 or name.endswith("near"):
            out.append(w.astype("<f4").tobytes())
            continue
        scale, q = rounded(w)
        out += [s.astype("<f4").tobytes() + row.tobytes() for s, row in zip(scale, q)]
        state[name] = torch.from_numpy(scale[:, None] * q.astype(np.float32))
    data = b"".join(out)
    return data + np.uint32(zlib.crc32(data)).astype("<u4").tobytes()


def build(state, heads):
    """The network with these weights."""
    words, width = state["encoder.word.weight"].shape
    net = Pair(Encoder(words, width, layers_of(state), heads, len(state["encoder.position.weight"])))
    net.load_state_dict({k: v.float().cpu() for k, v in state.items()})
    return net.eval()


def agree(net, path):
    """What the network says of the pairs, one line each."""
    bytes_of = lambda s: torch.tensor([list(base64.b64decode(s))])
    with open(HERE + "/../testdata/inputs.jsonl") as pairs, open(path, "w") as f, torch.no_grad():
        for line in pairs:
            r = json.loads(line)
            i = r["input"]
            logits = net(torch.tensor([i["ids"]]), bytes_of(i["sides"]), bytes_of(i["marks"]), bytes_of(i["met"]))[0]
            f.write(json.dumps({"a": r["a"], "b": r["b"], "logits": [round(float(x), 6) for x in logits]}, ensure_ascii=False) + "\n")


def toy():
    """A small network, the vectors of its pieces the same every 256, to pack well."""
    torch.manual_seed(1)
    net, heads = Pair(Encoder(16000, 64, 2, 4, 128)), 4
    state = net.state_dict()
    for name, w in state.items():
        if name.endswith("bias"):
            w.normal_(0, 0.1)
        elif "norm" in name:
            w.normal_(1, 0.2)
        elif name.endswith("near"):
            w.normal_(0, 0.3)
        elif name in TABLES:
            w.normal_(0, 1)
        else:
            w.normal_(0, 1.2 / w.shape[1] ** 0.5)
    state["label.weight"] *= 4  # pairs that differ
    state["encoder.word.weight"] = state["encoder.word.weight"][:256].repeat(63, 1)[:16000].contiguous()
    return state, heads


def main(run, weights, path):
    if run == "--toy":
        state, heads = toy()
    else:
        kept = torch.load(run, map_location="cpu")
        state, heads = kept["net"], kept["args"]["heads"]
    data = pack(state, heads)
    assert len(data) <= MOST, f"{len(data):,} bytes"
    if weights.endswith(".gz"):
        data = gzip.compress(data, mtime=0)
    with open(weights, "wb") as f:
        f.write(data)
    print(f"{len(data):,} bytes")
    agree(build(state, heads), path)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
