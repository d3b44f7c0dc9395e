"""Read the news: masked pieces are guessed (Devlin et al. 2019), a quarter of them
rather than 15 % (Wettig et al. 2023).

    python3 pretrain.py FOLDER --out RUN

FOLDER holds what prepare and vectors.py made: corpus.bin has pieces as uint16, [SEP]
behind each article; training begins with the vectors. RUN.pt keeps where it stands,
and is gone on from.
"""
import argparse
import os
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from network import CLS, MASK, SEP, Encoder

MASKED = 0.25


class Guesser(nn.Module):
    """The encoder, and a head that guesses pieces by their own vectors."""

    def __init__(self, args, vectors, seen):
        super().__init__()
        words, width = vectors.shape
        self.encoder = Encoder(words, width, args.layers, args.heads, args.length)
        self.encoder.word.weight.data.copy_(torch.from_numpy(vectors))
        self.bias = nn.Parameter(torch.log(torch.from_numpy(seen.astype(np.float32) + 1) / float(seen.sum())))
        self.hidden, self.norm = nn.Linear(width, width), nn.LayerNorm(width)

    def forward(self, ids, at):
        x = self.encoder(ids.masked_fill(at, MASK))[at]
        x = self.norm(F.gelu(self.hidden(x)).float())
        return F.cross_entropy((x @ self.encoder.word.weight.t() + self.bias).float(), ids[at])


class Stretches:
    """Stretches of the corpus of one length, in an order that a seed gives."""

    def __init__(self, path, length, seed):
        self.all = np.fromfile(path, np.uint16)
        self.length, self.seed = length - 1, seed

    def __len__(self):
        return len(self.all) // self.length - 1

    def batches(self, size, start):
        """Batches without end, from number start on."""
        per = len(self) // size
        number = start
        while True:
            epoch, place = divmod(number, per)
            if place == 0 or number == start:
                rng = np.random.default_rng((self.seed, epoch))
                order = rng.permutation(len(self))
                shift = int(rng.integers(self.length))
            at = order[place * size:(place + 1) * size] * self.length + shift
            at = np.minimum(at, len(self.all) - self.length)
            block = self.all[at[:, None] + np.arange(self.length)].astype(np.int64)
            yield torch.from_numpy(np.concatenate([np.full((size, 1), CLS), block], 1))
            number += 1


def rate_at(step, args):
    """Up in a straight line, down in another."""
    if step < args.warm:
        return args.rate * (step + 1) / args.warm
    return args.rate * max(0.02, (args.steps - step) / (args.steps - args.warm))


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net = Guesser(args, np.load(args.folder + "/vectors.npy"), np.load(args.folder + "/seen.npy")).to(device)
    decay = [p for p in net.parameters() if p.ndim > 1]
    rest = [p for p in net.parameters() if p.ndim <= 1]
    opt = torch.optim.AdamW([{"params": decay, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}], lr=args.rate, betas=(0.9, 0.98), eps=1e-6)
    start = 0
    if os.path.exists(args.out + ".pt"):
        kept = torch.load(args.out + ".pt", map_location=device)
        net.load_state_dict(kept["net"]), opt.load_state_dict(kept["opt"])
        start = kept["step"]
    print(f"{sum(p.numel() for p in net.encoder.parameters()):,} weights, from step {start} of {args.steps}", flush=True)
    lost, t0 = 0.0, time.time()
    for step, ids in zip(range(start, args.steps), Stretches(args.folder + "/corpus.bin", args.length, args.seed).batches(args.batch, start)):
        rng = torch.Generator(device).manual_seed(args.seed * 1_000_003 + step)
        ids = ids.to(device)
        at = (torch.rand(ids.shape, generator=rng, device=device) < MASKED) & (ids != CLS) & (ids != SEP)
        with torch.autocast(device, dtype=torch.bfloat16):
            loss = net(ids, at)
        for g in opt.param_groups:
            g["lr"] = rate_at(step, args)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        opt.step()
        lost += float(loss)
        if (step + 1) % args.say == 0:
            print(f"step {step + 1}: loss {lost / args.say:.3f}, {args.batch * args.length * args.say / (time.time() - t0):,.0f} pieces/s", flush=True)
            lost, t0 = 0.0, time.time()
        if (step + 1) % args.keep == 0 or step + 1 == args.steps:
            torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "step": step + 1, "args": vars(args)}, args.out + ".new")
            os.replace(args.out + ".new", args.out + ".pt")


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder")
    p.add_argument("--out", required=True)
    p.add_argument("--layers", type=int, default=4)
    p.add_argument("--heads", type=int, default=4)
    p.add_argument("--length", type=int, default=96)
    p.add_argument("--batch", type=int, default=12)
    p.add_argument("--steps", type=int, default=15000)
    p.add_argument("--warm", type=int, default=500)
    p.add_argument("--rate", type=float, default=1e-3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--say", type=int, default=50)
    p.add_argument("--keep", type=int, default=500)
    return p.parse_args()


if __name__ == "__main__":
    main()
