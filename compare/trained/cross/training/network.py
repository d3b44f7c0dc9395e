"""The encoder: a small transformer over both statements of a pair.

Layer normalisation stands before each block (Xiong et al. 2020). The hidden layers
use the square of a rectifier, and before attention a piece takes in its neighbours,
channel by channel (both of So et al. 2021, Primer): cheap without a library, and
the encoder learns what neighbours are for in a tenth of the steps. Package cross
runs the same in Go.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

PAD, UNK, CLS, SEP, MASK = range(5)
KINDS = 32  # of marks: package input
SIDES = 2
MET = 3  # of a piece: not known, not in the other statement, in it


NEAR = 5  # how many pieces, itself among them, a piece takes in before attention


class Block(nn.Module):
    def __init__(self, width, heads, drop):
        super().__init__()
        self.heads, self.drop = heads, drop
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.near = nn.Parameter(torch.randn(NEAR, width) * 0.1)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, bias, real):
        n, t, w = x.shape
        y = self.norm1(x.float())
        near = F.pad(y * real, (0, 0, NEAR // 2, NEAR // 2))
        y = y + sum(near[:, i:i + t] * self.near[i] for i in range(NEAR))
        q, k, v = self.qkv(y).view(n, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        att = (q @ k.transpose(-1, -2)) / math.sqrt(w // self.heads)
        att = F.dropout(torch.softmax(att.float() + bias, -1), self.drop, self.training).to(v.dtype)
        y = (att @ v).transpose(1, 2).reshape(n, t, w)
        x = x + F.dropout(self.out(y), self.drop, self.training)
        y = self.down(torch.relu(self.up(self.norm2(x.float()))).square())
        return x + F.dropout(y, self.drop, self.training)


class Encoder(nn.Module):
    def __init__(self, words, width=256, layers=4, heads=4, positions=96, drop=0.0):
        super().__init__()
        self.drop = drop
        self.word = nn.Embedding(words, width)
        self.position = nn.Embedding(positions, width)
        self.side = nn.Embedding(SIDES, width)
        self.mark = nn.Embedding(KINDS, width)
        self.met = nn.Embedding(MET, width)
        for e in (self.word, self.position, self.side):
            nn.init.normal_(e.weight, std=0.02)
        for e in (self.mark, self.met):  # learned when pairs are
            nn.init.zeros_(e.weight)
        self.blocks = nn.ModuleList(Block(width, heads, drop) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        for b in self.blocks:
            for m in (b.qkv, b.out, b.up, b.down):
                nn.init.normal_(m.weight, std=0.02)
                nn.init.zeros_(m.bias)
            for m in (b.out, b.down):
                m.weight.data /= math.sqrt(2 * layers)

    def forward(self, ids, side=None, mark=None, met=None):
        x = self.word(ids) + self.position.weight[:ids.shape[1]]
        x = x + (self.side(side) if side is not None else self.side.weight[0])
        if mark is not None:
            x = x + self.mark(mark) + self.met(met)
        x = F.dropout(x, self.drop, self.training)
        real = (ids != PAD).unsqueeze(2).float()
        bias = ((real - 1) * 1e9)[:, None, None, :, 0]
        for b in self.blocks:
            x = b(x, bias, real)
        return self.norm(x.float())


class Pair(nn.Module):
    """The judge: what the encoder makes of [CLS], and the three labels from it."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        width = encoder.word.weight.shape[1]
        self.hidden, self.label = nn.Linear(width, width), nn.Linear(width, 3)
        for m in (self.hidden, self.label):
            nn.init.normal_(m.weight, std=0.02)
            nn.init.zeros_(m.bias)

    def forward(self, ids, side, mark, met):
        x = self.encoder(ids, side, mark, met)[:, 0]
        return self.label(F.dropout(torch.tanh(self.hidden(x)), self.encoder.drop, self.training))
