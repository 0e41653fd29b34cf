"""The encoder: a BERT of any depth and width (MPNet's relative positions where the weights bring them), with three
small embeddings added to each word vector, in plain PyTorch.

Devlin et al. 2019 (BERT), Song et al. 2020 (MPNet), Wang et al. 2020 (MiniLM).
"""
import json
import math
from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F

SHAPES, QUOTES, SPACES = 16, 4, 4  # as many as Shape, Tokens.quote and Windows know


@dataclass
class Plan:
    """What an encoder looks like. `heads` of width `head`; `inner` is the width of the feed-forward part; `rank`, unless 0,
    is the width of the word vectors, which one matrix for all brings to `width` (Lan et al. 2020, ALBERT)."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    head: int = 32
    inner: int = 1536
    positions: int = 512
    relative: bool = False
    dropout: float = 0.1
    rank: int = 0


class Dropout:
    """Dropout masks as slices of one large mask: PyTorch draws them on one thread of a CPU, which costs a quarter of a step."""

    def __init__(self, rate, seed=0, size=1 << 24):
        self.rate = rate
        keep = torch.rand(size, generator=torch.Generator().manual_seed(seed)) >= rate
        self.pool = keep.to(torch.bfloat16) / (1 - rate)
        self.at = 0

    def __call__(self, x, training):
        if not training or self.rate == 0:
            return x
        if x.device.type != "cpu":
            return F.dropout(x, self.rate)
        n = x.numel()
        self.at = (self.at * 1103515245 + 12345) % (self.pool.numel() - n)
        return x * self.pool[self.at : self.at + n].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, plan, dropout):
        super().__init__()
        self.heads, self.head, self.dropout = plan.heads, plan.head, dropout
        inside = plan.heads * plan.head
        self.qkv = nn.Linear(plan.width, 3 * inside)
        self.out = nn.Linear(inside, plan.width)
        self.norm1 = nn.LayerNorm(plan.width, eps=1e-12)
        self.up = nn.Linear(plan.width, plan.inner)
        self.down = nn.Linear(plan.inner, plan.width)
        self.norm2 = nn.LayerNorm(plan.width, eps=1e-12)

    def forward(self, x, bias):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, self.head).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        a = self.out(a.transpose(1, 2).reshape(b, n, -1))
        x = self.norm1(x + self.dropout(a, self.training))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + self.dropout(h, self.training))


class Encoder(nn.Module):
    """pieces, shapes, quotes, spaces: [batch, length] of whole numbers, piece 0 is padding. Gives [batch, length, width]."""

    def __init__(self, plan, seed=0):
        super().__init__()
        self.plan = plan
        self.dropout = Dropout(plan.dropout, seed)
        self.words = nn.Embedding(plan.vocabulary, plan.rank or plan.width)
        if plan.rank:
            self.widen = nn.Linear(plan.rank, plan.width, bias=False)
        self.places = nn.Embedding(plan.positions, plan.width)
        self.shapes = nn.Embedding(SHAPES, plan.width)
        self.quotes = nn.Embedding(QUOTES, plan.width)
        self.spaces = nn.Embedding(SPACES, plan.width)
        for small in (self.shapes, self.quotes, self.spaces):
            nn.init.normal_(small.weight, std=0.02)
        self.norm = nn.LayerNorm(plan.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(plan, self.dropout) for _ in range(plan.layers))
        if plan.relative:
            self.relative = nn.Embedding(32, plan.heads)

    def forward(self, pieces, shapes, quotes, spaces, keep=None):
        """With `keep`, a list: also puts in it what each layer gives, the embeddings first."""
        n = pieces.shape[1]
        x = self.words(pieces)
        if self.plan.rank:
            x = self.widen(x)
        x = x + self.places.weight[:n] + self.shapes(shapes) + self.quotes(quotes) + self.spaces(spaces)
        x = self.dropout(self.norm(x), self.training)
        bias = (pieces == 0)[:, None, None, :] * -1e4
        if self.plan.relative:
            # Kept as pretrained: a bias that learns would rule out the fast attention of a CPU.
            bias = bias + self.relative(buckets(n, pieces.device)).detach().permute(2, 0, 1)[None]
        bias = bias.to(torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else x.dtype)
        if keep is not None:
            keep.append(x)
        for layer in self.layers:
            x = layer(x, bias)
            if keep is not None:
                keep.append(x)
        return x


def buckets(n, device, count=32, most=128):
    """MPNet's (T5's) buckets of relative positions, both directions."""
    at = torch.arange(n, device=device)
    apart = at[None, :] - at[:, None]
    count //= 2
    side = (-apart < 0).long() * count
    apart = apart.abs()
    exact = count // 2
    far = exact + (torch.log(apart.clamp(min=1).float() / exact) / math.log(most / exact) * (count - exact)).long()
    return side + torch.where(apart < exact, apart, far.clamp(max=count - 1))


def fused(named, layer, q, k, v, out, norm1, up, down, norm2):
    """The tensors of one layer under this file's names; the three projections become one."""
    own = {}
    for kind in ("weight", "bias"):
        own["qkv." + kind] = torch.cat([named[f"{p}.{kind}"] for p in (q, k, v)])
        for mine, theirs in (("out", out), ("norm1", norm1), ("up", up), ("down", down), ("norm2", norm2)):
            own[f"{mine}.{kind}"] = named[f"{theirs}.{kind}"]
    return {f"layers.{layer}.{name}": value for name, value in own.items()}


def numbered(tokenizer):
    """The pieces of a tokenizer file, each with its number."""
    with open(tokenizer, encoding="utf-8") as file:
        return json.load(file)["model"]["vocab"]


def cut(own, encoders, vocabulary):
    """Keeps the word vectors of the pieces in a vocabulary file, in its order; `own` has MiniLM's vocabulary."""
    known = numbered(encoders / "all-minilm-l6-v2-tokenizer.json")
    pieces = vocabulary.read_text(encoding="utf-8").split("\n")[:-1]
    own.words.weight.data = own.words.weight.data[[known[p] for p in pieces]]
    own.words.num_embeddings = own.plan.vocabulary = len(pieces)


SMALL = {"minilm": ("all-minilm-l6-v2", 6), "e5": ("e5-small-v2", 12)}


def narrowed(own, rank):
    """The same encoder with word vectors of `rank` numbers: the best of that rank by least squares, weighed alike for all words."""
    plan = Plan(**(asdict(own.plan) | {"rank": rank}))
    words = own.words.weight.data
    if own.plan.rank:
        words = words @ own.widen.weight.data.T
    u, size, v = torch.linalg.svd(words, full_matrices=False)
    weights = own.state_dict() | {"words.weight": u[:, :rank] * size[:rank], "widen.weight": v[:rank].T.contiguous()}
    return filled(plan, weights)


def from_small(encoders, name, layers=None, dropout=0.1):
    """One of SMALL from the ONNX file of its Maven artifact; `layers` picks some of its own. All have MiniLM's vocabulary."""
    import onnx
    from onnx import numpy_helper

    file, depth = SMALL[name]
    layers = layers or range(depth)
    graph = onnx.load(encoders / f"{file}.onnx").graph
    named = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    # The exporter named the matrices of the linear layers by number; the node that uses one carries the layer's name.
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in named and node.input[1].startswith("onnx::"):
            name = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            named[name + ".weight"] = named[node.input[1]].T.contiguous()
    plan = Plan(layers=len(layers), dropout=dropout)
    own = {
        "words.weight": named["embeddings.word_embeddings.weight"],
        "places.weight": named["embeddings.position_embeddings.weight"] + named["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": named["embeddings.LayerNorm.weight"],
        "norm.bias": named["embeddings.LayerNorm.bias"],
    }
    for mine, theirs in enumerate(layers):
        at = f"encoder.layer.{theirs}."
        own |= fused(
            named, mine, at + "attention.self.query", at + "attention.self.key", at + "attention.self.value",
            at + "attention.output.dense", at + "attention.output.LayerNorm", at + "intermediate.dense",
            at + "output.dense", at + "output.LayerNorm",
        )
    return filled(plan, own)


def from_mpnet(encoders, dropout=0.1):
    """all-mpnet-base-v2 from its safetensors file, its word vectors in the order of MiniLM's vocabulary."""
    from safetensors.torch import load_file

    named = load_file(encoders / "mpnet" / "model.safetensors")
    known = numbered(encoders / "all-minilm-l6-v2-tokenizer.json")
    vocabulary = numbered(encoders / "mpnet" / "tokenizer.json")
    rows = [vocabulary.get(p, vocabulary["[UNK]"]) for p in sorted(known, key=known.get)]
    rows[0] = 1
    plan = Plan(width=768, layers=12, heads=12, head=64, inner=3072, positions=512, relative=True, dropout=dropout)
    own = {
        "words.weight": named["embeddings.word_embeddings.weight"][rows],
        "places.weight": named["embeddings.position_embeddings.weight"][2:],
        "norm.weight": named["embeddings.LayerNorm.weight"],
        "norm.bias": named["embeddings.LayerNorm.bias"],
        "relative.weight": named["encoder.relative_attention_bias.weight"],
    }
    for i in range(12):
        at = f"encoder.layer.{i}."
        own |= fused(
            named, i, at + "attention.attn.q", at + "attention.attn.k", at + "attention.attn.v", at + "attention.attn.o",
            at + "attention.LayerNorm", at + "intermediate.dense", at + "output.dense", at + "output.LayerNorm",
        )
    return filled(plan, own)


def reduced(whole, layers, inner):
    """A smaller encoder from a trained one: some of its layers, and of each the `inner` units that weigh most."""
    plan = Plan(**(asdict(whole.plan) | {"layers": len(layers), "inner": inner}))
    own = {k: v for k, v in whole.state_dict().items() if not k.startswith("layers.")}
    for mine, theirs in enumerate(layers):
        layer = whole.layers[theirs]
        weight = layer.up.weight.norm(dim=1) * layer.down.weight.norm(dim=0)
        kept = weight.topk(inner).indices.sort().values
        for name, value in layer.state_dict().items():
            value = value[kept] if name.startswith("up.") else value[:, kept] if name == "down.weight" else value
            own[f"layers.{mine}.{name}"] = value
    return filled(plan, own)


def filled(plan, own):
    encoder = Encoder(plan)
    missing, unexpected = encoder.load_state_dict(own, strict=False)
    strange = [name for name in missing if not name.startswith(("shapes", "quotes", "spaces"))]
    if strange or unexpected:
        raise ValueError(f"weights missing: {strange}, not known: {unexpected}")
    return encoder
