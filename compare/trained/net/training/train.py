"""Train the network.

    python3 train.py FOLDER --out RUN     one network, the rows of fold 0 held out

FOLDER holds what prepare and vectors.py made. README.md tells the whole way.
"""
import argparse
import math
import time

import numpy as np
import torch
from torch.nn import functional as F

import measure
from network import Network
from rows import Rows


def train(rows, vectors, held, args):
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    weight = rows.weights()
    index = np.flatnonzero((weight > 0) & (rows.fold != held))
    net = Network(vectors, args.drop)
    if args.start:
        net.load_state_dict(torch.load(args.start))
    rest = [p for n, p in net.named_parameters() if not n.startswith("embed")]
    both = (torch.optim.Adam(rest, lr=args.rate, betas=(0.9, 0.98)),
            torch.optim.SparseAdam([net.embed.weight], lr=args.rate * args.embed_rate, betas=(0.9, 0.98)))
    groups = [(g, g["lr"]) for opt in both for g in opt.param_groups]
    print(f"{len(index)} rows", flush=True)
    steps = args.epochs * math.ceil(len(index) / args.batch)
    done, t0, loss_sum = 0, time.time(), 0.0
    for epoch in range(args.epochs):
        net.train()
        for i in rows.batches(index, args.batch, rng):
            ids_a, m_a, ids_b, m_b = rows.batch(i, rng)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = net(net.encode(ids_a, m_a), net.encode(ids_b, m_b)).float()
            w = torch.from_numpy(weight[i])
            loss = (F.cross_entropy(out, torch.from_numpy(rows.label[i]), reduction="none", label_smoothing=args.smooth) * w).sum() / w.sum()
            frac = done / steps
            for g, peak in groups:
                g["lr"] = peak * min(1, (done + 1) / 300) * 0.5 * (1 + math.cos(math.pi * frac))
            for opt in both:
                opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(rest, 5)
            for opt in both:
                opt.step()
            done += 1
            loss_sum += float(loss)
            if done % 200 == 0:
                print(f"step {done}/{steps} loss {loss_sum / 200:.4f} {time.time() - t0:.0f} s", flush=True)
                loss_sum = 0.0
        torch.save(net.state_dict(), args.out + ".pt")
        if args.every:
            check = np.flatnonzero((rows.fold == 0) & np.isin(rows.set, ["mnli.dev-a", "rte3.dev", "fever-symmetric.dev", "negation.snli"]))
            print("\n".join(measure.lines(rows, judge(net, rows, check), check)[:5]), flush=True)
    return net


def judge(net, rows, index):
    """Log-probabilities of the rows in index, by row number; others are 0."""
    net.eval()
    net.fast = True
    out = np.zeros((len(rows.set), 3), np.float32)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for i in rows.batches(index, 256):
            ids_a, m_a, ids_b, m_b = rows.batch(i)
            out[i] = F.log_softmax(net(net.encode(ids_a, m_a), net.encode(ids_b, m_b)).float(), 1).numpy()
    net.fast = False
    return out


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("folder")
    p.add_argument("--out", required=True)
    p.add_argument("--start", help="begin with the weights of another run")
    p.add_argument("--held", type=int, default=0)
    p.add_argument("--epochs", type=int, default=4)
    p.add_argument("--batch", type=int, default=64)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--embed-rate", type=float, default=1.0)
    p.add_argument("--drop", type=float, default=0.1)
    p.add_argument("--smooth", type=float, default=0.05)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--every", action="store_true", help="measure after each epoch")
    return p.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    rows = Rows(args.folder)
    vectors = torch.from_numpy(np.load(args.folder + "/vectors.npy"))
    net = train(rows, vectors, args.held, args)
    index = rows.held_out(args.held)
    report = "\n".join(measure.lines(rows, judge(net, rows, index), index))
    print(report)
    open(args.out + ".txt", "w").write(report + "\n")


if __name__ == "__main__":
    main()
