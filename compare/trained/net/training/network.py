"""The network, as package net computes it. Names are those of the Go code."""
import torch
from torch import nn
from torch.nn import functional as F

EMBED, HIDDEN, HEADS, KEY, MEET, FUSE, JUDGE = 96, 96, 2, 32, 24, 48, 64
MARKS = 32


def around(x):
    """Each row with the row before and the row behind it, zero beyond the ends."""
    z = x.new_zeros(x.shape[0], 1, x.shape[2])
    return torch.cat([torch.cat([z, x[:, :-1]], 1), x, torch.cat([x[:, 1:], z], 1)], 2)


class Drop(nn.Module):
    """Dropout of the same numbers for all pieces of a statement (Gal and Ghahramani 2016)."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        mask = (torch.rand(x.shape[0], *[1] * (x.dim() - 2), x.shape[-1]) >= self.p).to(x.dtype) / (1 - self.p)
        return x * mask


class Network(nn.Module):
    def __init__(self, vectors, drop=0.15, scale=5.0):
        super().__init__()
        self.fast = False  # reckon in bfloat16 out of training, too
        self.embed = nn.Embedding.from_pretrained(vectors * scale, freeze=False, sparse=True)
        self.marks = nn.Embedding(MARKS, EMBED)
        nn.init.normal_(self.marks.weight, std=0.2)
        self.conv1 = nn.Linear(3 * EMBED, HIDDEN)
        self.conv2 = nn.Linear(3 * HIDDEN, HIDDEN)
        both = EMBED + HIDDEN
        # One head looks at the pieces themselves, the other at them in context.
        self.key0 = nn.Linear(EMBED, KEY, bias=False)
        self.key1 = nn.Linear(both, KEY, bias=False)
        self.meet = nn.Linear(both, HEADS * MEET, bias=False)
        self.own = nn.Linear(both, FUSE)
        self.fuse = nn.Linear(3 * HEADS * MEET, FUSE, bias=False)
        self.same = nn.Parameter(torch.tensor([3.0, 3.0]))  # how much more equal pieces attract
        self.alike = nn.Parameter(torch.zeros(FUSE))  # added where the piece is in the other statement too
        self.compose = nn.Linear(3 * FUSE, FUSE)
        self.judge1 = nn.Linear(4 * FUSE, JUDGE)
        self.judge2 = nn.Linear(JUDGE, 3)
        self.drop = Drop(drop)
        with torch.no_grad():
            # The first numbers of a vector are those that tell most. An attraction of
            # about 4 between equal pieces, and 3 on top, is a pointed softmax.
            self.key0.weight.copy_(torch.eye(KEY, EMBED) * (8 * KEY ** 0.5) ** 0.5 / scale + torch.randn(KEY, EMBED) * 0.02)

    def encode(self, ids, marks):
        """What is known of a statement on its own: a dict of [batch, pieces, ...]."""
        kind = torch.bfloat16 if self.training or self.fast else torch.float32
        live = (ids >= 0).unsqueeze(2).to(kind)
        x = (self.embed(ids.clamp(min=0)) + self.marks(marks)).to(kind) * live
        xd = self.drop(x)
        h1 = F.relu(self.conv1(around(xd))) * live
        h = (F.relu(self.conv2(around(self.drop(h1)))) + h1) * live
        z = torch.cat([xd, self.drop(h)], 2)
        return dict(ids=ids, live=live, key0=self.key0(xd), key1=self.key1(z), meet=self.meet(z), own=self.own(z))

    def side(self, a, meets, same):
        """One statement, having met the other."""
        m = a["meet"]
        met = torch.cat([m * meets, (m - meets).abs(), meets], 2)
        f = F.relu(a["own"] + self.fuse(met) + same.to(m.dtype).unsqueeze(2) * self.alike.to(m.dtype)) * a["live"]
        c = (F.relu(self.compose(around(self.drop(f)))) + f) * a["live"]
        n = a["live"].sum(1).clamp(min=1)
        return torch.cat([c.max(1).values, c.sum(1) / n], 1)

    def forward(self, a, b):
        equal = (a["ids"].unsqueeze(2) == b["ids"].unsqueeze(1)) & (a["ids"].unsqueeze(2) >= 0)
        dead = (a["live"] @ b["live"].transpose(1, 2)) == 0
        ab, ba = [], []
        for r in range(HEADS):
            e = a["key%d" % r] @ b["key%d" % r].transpose(1, 2) * KEY ** -0.5 + equal * self.same[r]
            e = e.float().masked_fill(dead, -30)
            part = slice(r * MEET, (r + 1) * MEET)
            ab.append(e.softmax(2).to(b["meet"].dtype) @ b["meet"][:, :, part])
            ba.append(e.softmax(1).to(a["meet"].dtype).transpose(1, 2) @ a["meet"][:, :, part])
        va = self.side(a, torch.cat(ab, 2), equal.any(2).float())
        vb = self.side(b, torch.cat(ba, 2), equal.any(1).float())
        return self.judge2(self.drop(F.relu(self.judge1(self.drop(torch.cat([va, vb], 1))))))
