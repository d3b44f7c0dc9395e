"""Learn to judge, from the pairs of the data sets, of the news and made ones.

    python3 finetune.py FOLDER --start PRETRAINED.pt --out RUN

FOLDER holds what prepare made. The rows of fold 0 are held out, and measured in
the end: RUN.txt. Without --start the encoder begins with the vectors alone.
"""
import argparse
import math
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import measure
from network import Encoder, Pair
from rows import Rows


def load(args):
    """The network to begin with: one that has read the news, or one that has not,
    or one that has learned to judge already."""
    if args.start:
        kept = torch.load(args.start, map_location="cpu")
        a = kept["args"]
        words, width = next(w for k, w in kept["net"].items() if k.endswith("word.weight")).shape
        net = Pair(Encoder(words, width, a["layers"], a["heads"], a["length"], args.drop))
        net.load_state_dict({k: v for k, v in kept["net"].items() if k in net.state_dict()} if "label.weight" in kept["net"]
                            else {**net.state_dict(), **{k: v for k, v in kept["net"].items() if k.startswith("encoder.")}})
        return net, a
    vectors = torch.from_numpy(np.load(args.folder + "/vectors.npy"))
    a = {"layers": args.layers, "heads": args.heads, "length": 96}
    net = Pair(Encoder(*vectors.shape, a["layers"], a["heads"], a["length"], args.drop))
    net.encoder.word.weight.data.copy_(vectors)
    return net, a


def train(net, rows, weight, args, device):
    rng = np.random.default_rng(args.seed)
    index = np.flatnonzero(weight > 0)
    decay = [p for p in net.parameters() if p.ndim > 1]
    rest = [p for p in net.parameters() if p.ndim <= 1]
    opt = torch.optim.AdamW([{"params": decay, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}], lr=args.rate, betas=(0.9, 0.98), eps=1e-6)
    plan = [b for _ in range(args.epochs) for b in rows.batches(index, args.pieces, rng)]
    print(f"{len(index)} rows, {len(plan)} steps", flush=True)
    net.train()
    lost, t0 = 0.0, time.time()
    for step, batch in enumerate(plan):
        x = rows.batch(batch, rng).to(device)
        with torch.autocast(device, dtype=torch.bfloat16):
            out = net(*x).float()
        w = torch.from_numpy(weight[batch]).to(device)
        loss = (F.cross_entropy(out, torch.from_numpy(rows.label[batch]).to(device), reduction="none", label_smoothing=0.05) * w).sum() / w.sum()
        for g in opt.param_groups:
            g["lr"] = args.rate * min((step + 1) / (0.06 * len(plan) + 1), 0.5 * (1 + math.cos(math.pi * step / len(plan))) + 0.01)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        opt.step()
        lost += float(loss)
        if (step + 1) % args.say == 0:
            print(f"step {step + 1}/{len(plan)} loss {lost / args.say:.4f} {time.time() - t0:.0f} s", flush=True)
            lost = 0.0
    return net


def judge(net, rows, index, device, turned=False):
    """Log-probabilities of the rows in index, by row number; others are 0."""
    net.eval()
    out = np.zeros((len(rows.set), 3), np.float32)
    with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16):
        for i in rows.batches(index, 8000):
            out[i] = F.log_softmax(net(*rows.batch(i, both=turned).to(device)).float(), 1).cpu().numpy()
    return out


def arguments(extra=lambda p: None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder")
    p.add_argument("--start", help="the network to begin with")
    p.add_argument("--out", required=True)
    p.add_argument("--held", type=int, default=0, help="the fold that is held out, -1 for none")
    p.add_argument("--epochs", type=int, default=3)
    p.add_argument("--pieces", type=int, default=1500, help="how many to a step")
    p.add_argument("--rate", type=float, default=4e-4)
    p.add_argument("--drop", type=float, default=0.1)
    p.add_argument("--layers", type=int, default=4)
    p.add_argument("--heads", type=int, default=4)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--say", type=int, default=100)
    extra(p)
    return p.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    rows = Rows(args.folder)
    net, shape = load(args)
    train(net.to(device), rows, rows.weights(args.held), args, device)
    torch.save({"net": net.state_dict(), "args": {**shape, "finetune": vars(args)}}, args.out + ".pt")
    index = rows.held_out(max(args.held, 0))
    report = "\n".join(measure.lines(rows, judge(net, rows, index, device), index))
    print(report)
    open(args.out + ".txt", "w").write(report + "\n")


if __name__ == "__main__":
    main()
