"""The architectures of published cross-encoders, small, with seeded weights.

Each follows its paper: BERT (Devlin et al. 2019; MiniLM has the same form),
RoBERTa (Liu et al. 2019: places counted from the padding's number on, a head of
two layers) and DeBERTa-v3 (He et al. 2021: content and place attend to one
another, places in buckets that grow with the distance).
"""
import math

import torch
from torch import nn
from torch.nn import functional as F


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.heads = c.heads
        self.q, self.k, self.v, self.out = (nn.Linear(c.hidden, c.hidden) for _ in range(4))

    def split(self, x):
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def scores(self, q, k, places):
        return q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])

    def forward(self, x, mask, places):
        q, k, v = self.split(self.q(x)), self.split(self.k(x)), self.split(self.v(x))
        s = self.scores(q, k, places) + (1.0 - mask[:, None, None, :]) * -1e4
        y = (torch.softmax(s, -1) @ v).transpose(1, 2)
        return self.out(y.reshape(x.shape))


class Disentangled(Attention):
    """What attends to where, and where to what, besides what to what."""

    def __init__(self, c):
        super().__init__(c)
        self.span, self.most = c.buckets, c.most

    def bucket(self, distance):
        """Equation of DeBERTa-v2's logarithmic buckets: near ones one by one."""
        mid = self.span // 2
        far = torch.clamp(distance.abs(), min=mid).float()
        log = torch.ceil(torch.log(far / mid) / math.log((self.most - 1) / mid) * (mid - 1)) + mid
        log = log * torch.sign(distance.float())
        return torch.where(distance.abs() <= mid, distance.float(), log).long()

    def scores(self, q, k, places):
        n = q.shape[2]
        scale = math.sqrt(3 * q.shape[-1])
        at = torch.arange(n)
        distance = self.bucket(at[:, None] - at[None, :])
        pk, pq = self.split(self.k(places)), self.split(self.q(places))  # 1, heads, 2 span, size
        c2p = torch.clamp(distance + self.span, 0, 2 * self.span - 1)
        p2c = torch.clamp(-distance + self.span, 0, 2 * self.span - 1)
        shape = (q.shape[0], q.shape[1], n, n)
        s = q @ k.transpose(-1, -2) / scale
        s = s + torch.gather(q @ pk.transpose(-1, -2), 3, c2p.expand(shape)) / scale
        # A row of this one is a key; it is turned, so that the keys are columns.
        back = torch.gather(k @ pq.transpose(-1, -2), 3, p2c.expand(shape))
        return s + back.transpose(-1, -2) / scale


class Layer(nn.Module):
    def __init__(self, c, attention):
        super().__init__()
        self.attention = attention(c)
        self.norm1, self.norm2 = nn.LayerNorm(c.hidden, eps=c.eps), nn.LayerNorm(c.hidden, eps=c.eps)
        self.up, self.down = nn.Linear(c.hidden, c.inner), nn.Linear(c.inner, c.hidden)

    def forward(self, x, mask, places):
        x = self.norm1(x + self.attention(x, mask, places))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Config:
    hidden, heads, layers, inner, eps, positions = 32, 4, 2, 64, 1e-12, 64
    buckets, most = 8, 32

    def __init__(self, vocabulary, pad, **other):
        self.vocabulary, self.pad = vocabulary, pad
        for name, value in other.items():
            setattr(self, name, value)


class Bert(nn.Module):
    inputs = ('input_ids', 'attention_mask', 'token_type_ids')

    def __init__(self, c):
        super().__init__()
        self.words = nn.Embedding(c.vocabulary, c.hidden)
        self.places = nn.Embedding(c.positions, c.hidden)
        self.types = nn.Embedding(2, c.hidden)
        self.norm = nn.LayerNorm(c.hidden, eps=c.eps)
        self.layers = nn.ModuleList(Layer(c, Attention) for _ in range(c.layers))
        self.pool, self.judge = nn.Linear(c.hidden, c.hidden), nn.Linear(c.hidden, 3)

    def forward(self, input_ids, attention_mask, token_type_ids):
        at = torch.arange(input_ids.shape[1])[None, :]
        x = self.norm(self.words(input_ids) + self.places(at) + self.types(token_type_ids))
        mask = attention_mask.float()
        for layer in self.layers:
            x = layer(x, mask, None)
        return self.judge(torch.tanh(self.pool(x[:, 0])))


class Roberta(nn.Module):
    inputs = ('input_ids', 'attention_mask')

    def __init__(self, c):
        super().__init__()
        self.pad = c.pad
        self.words = nn.Embedding(c.vocabulary, c.hidden)
        self.places = nn.Embedding(c.positions + c.pad + 1, c.hidden)
        self.types = nn.Embedding(1, c.hidden)
        self.norm = nn.LayerNorm(c.hidden, eps=c.eps)
        self.layers = nn.ModuleList(Layer(c, Attention) for _ in range(c.layers))
        self.pool, self.judge = nn.Linear(c.hidden, c.hidden), nn.Linear(c.hidden, 3)

    def forward(self, input_ids, attention_mask):
        there = (input_ids != self.pad).long()
        at = torch.cumsum(there, 1) * there + self.pad
        x = self.norm(self.words(input_ids) + self.places(at) + self.types.weight[0])
        mask = attention_mask.float()
        for layer in self.layers:
            x = layer(x, mask, None)
        return self.judge(torch.tanh(self.pool(x[:, 0])))


class Deberta(nn.Module):
    inputs = ('input_ids', 'attention_mask', 'token_type_ids')

    def __init__(self, c):
        super().__init__()
        self.words = nn.Embedding(c.vocabulary, c.hidden)
        self.types = nn.Embedding(2, c.hidden)
        self.norm = nn.LayerNorm(c.hidden, eps=c.eps)
        self.places, self.placed = nn.Embedding(2 * c.buckets, c.hidden), nn.LayerNorm(c.hidden, eps=c.eps)
        self.layers = nn.ModuleList(Layer(c, Disentangled) for _ in range(c.layers))
        self.pool, self.judge = nn.Linear(c.hidden, c.hidden), nn.Linear(c.hidden, 3)

    def forward(self, input_ids, attention_mask, token_type_ids):
        mask = attention_mask.float()
        x = self.norm(self.words(input_ids) + self.types(token_type_ids)) * mask[:, :, None]
        places = self.placed(self.places.weight)[None]
        for layer in self.layers:
            x = layer(x, mask, places)
        return self.judge(F.gelu(self.pool(x[:, 0])))


def seeded(model, seed, spread=0.3):
    """Weights large enough that the answers differ from pair to pair."""
    g = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, p in model.named_parameters():
            if 'norm' in name or 'placed' in name:
                continue
            p.copy_(torch.randn(p.shape, generator=g) * (spread if p.dim() > 1 else 0.05))
    return model.eval()
