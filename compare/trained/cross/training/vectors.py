"""Vectors of the vocabulary's pieces, from how often they stand near one another.

    python3 vectors.py FOLDER     reads FOLDER/counts.bin, writes FOLDER/vectors.npy

Positive pointwise mutual information with the contexts' counts smoothed to the
power .75, factored by a truncated singular value decomposition, the singular
values to the power .5 (Levy, Goldberg and Dagan 2015); the decomposition is the
randomised one of Halko, Martinsson and Tropp 2011. 176 numbers are of company
within five pieces, 80 of the piece directly before. Deterministic.
"""
import sys

import numpy as np

NEAR, BEFORE = 176, 80


def ppmi(counts):
    rows = counts.sum(1, keepdims=True) + 1e-9
    cols = counts.sum(0, keepdims=True) ** 0.75
    cols = cols / cols.sum()
    m = counts / rows
    m /= cols + 1e-12
    np.maximum(m, 1, out=m)
    return np.log(m, out=m)


def factor(m, dims, seed):
    g = np.random.default_rng(seed).standard_normal((m.shape[1], dims + 24)).astype(np.float32)
    q, _ = np.linalg.qr(m @ g)
    for _ in range(3):
        z, _ = np.linalg.qr(m.T @ q)
        q, _ = np.linalg.qr(m @ z)
    u, s, _ = np.linalg.svd(q.T @ m, full_matrices=False)
    v = (q @ u[:, :dims]) * s[:dims] ** 0.5
    v -= v.mean(0)
    return v / (np.linalg.norm(v, axis=1, keepdims=True) + 1e-6)


def main(folder):
    raw = np.memmap(folder + "/counts.bin", dtype="<u4", mode="r")
    size, contexts = int(raw[0]), int(raw[1])
    start = 2 + size
    near = np.array(raw[start:start + size * contexts], dtype=np.float32).reshape(size, contexts)
    a = factor(ppmi(near), NEAR, 1)
    del near
    start += size * contexts
    before = np.array(raw[start:start + size * contexts], dtype=np.float32).reshape(size, contexts)
    b = factor(ppmi(before), BEFORE, 2)
    np.save(folder + "/vectors.npy", np.concatenate([a * 0.9, b * 0.45], 1).astype(np.float32))
    np.save(folder + "/seen.npy", np.array(raw[2:2 + size]))


main(sys.argv[1])
