#!/usr/bin/env python3
"""Fits the vectors of contents: a linear map from what the tagger's layers give to what all-MiniLM-L6-v2 makes of a content.

usage: vectors.py TAGGER.pt WORK [--encoders DIR] [--width 64] [--vocabulary small]

The right vector of a content is the sentence vector of all-MiniLM-L6-v2 (mean of its pieces), brought to WIDTH dimensions by
principal components; the tagger's is the mean over the content's words of a linear map of its layers. The map is found by ridge
regression on the contents of the training articles, the ridge chosen on a tenth of them, and is written into TAGGER.pt. Prints how well the cosines of both
agree on the contents of the dev articles.
"""
import argparse
import os
import pathlib

import numpy as np
import torch

import encoder
from export import kept_layers
from tagger import restore
from windows import TAGS, collate, load


def contents(windows):
    """(window, first token, end) of each run of content tags."""
    for w in windows:
        tags, first = w["tags"], None
        for i in range(w["own"], len(tags) + 1):
            inside = i < len(tags) and tags[i] == TAGS - 1
            if first is not None and not inside:
                if i - first >= 4:
                    yield w, first, i
                first = None
            if i < len(tags) and tags[i] == TAGS - 2:
                first = i


@torch.no_grad()
def wanted(windows, given):
    """Sentence vectors [contents, 384] of MiniLM itself; the windows are those of the full vocabulary."""
    own = encoder.from_small(given.encoders, "minilm")
    encoder.cut(own, given.encoders, given.work / "vocabulary-full.txt")
    for small in own.shapes, own.quotes, own.spaces:
        small.weight.data.zero_()
    own.eval()
    rows = []
    for w, first, end in contents(windows):
        at = w["tokens"][:, 2]
        stop = at[end] if end < len(at) else w["columns"].shape[1] - 1
        row = [2, *(p for p in w["columns"][0, at[first] : stop] if p != 3), 3]
        rows.append(row[:200])
    vectors = np.zeros((len(rows), 384), np.float32)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    for k in range(0, len(order), 64):
        some = order[k : k + 64]
        length = max(len(rows[i]) for i in some)
        x = torch.tensor([rows[i] + [0] * (length - len(rows[i])) for i in some])
        zero = torch.zeros_like(x)
        real = (x > 0).float()[:, :, None]
        y = (own(x, zero, zero, zero) * real).sum(1) / real.sum(1)
        vectors[some] = torch.nn.functional.normalize(y, dim=1).numpy()
    return vectors


@torch.no_grad()
def made(windows, tagger):
    """Means over the words of each content of the kept layers, [contents, 3 * width]."""
    tagger.eval()
    rows = []
    cached, states = None, None
    for w, first, end in contents(windows):
        if w is not cached:
            batch, kept = collate([w]), []
            tagger.encoder(*batch["columns"], keep=kept)
            states = torch.cat([kept[i][0, batch["at"][0]] for i in kept_layers(len(kept) - 1)], -1)
            cached = w
        rows.append(states[first:end].mean(0))
    return torch.stack(rows).numpy()


def ridge(x, y, much):
    return np.linalg.solve(x.T @ x + much * len(x) * np.eye(x.shape[1], dtype=x.dtype), x.T @ y)


def cosines(a, rng, count=20000):
    i, j = rng.integers(0, len(a), (2, count))
    unit = a / np.maximum(1e-9, np.linalg.norm(a, axis=1, keepdims=True))
    return (unit[i] * unit[j]).sum(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tagger")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--encoders", type=pathlib.Path, default=pathlib.Path("encoders"))
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--vocabulary", default="small")
    parser.add_argument("--every", type=int, default=4, help="fits on every such article")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    tagger, kept = restore(given.tagger)

    def pairs(part, kind):
        # Windows differ with the vocabulary, so a content is known by its article and its first character.
        sides = []
        for vocabulary in "full", given.vocabulary:
            windows = load(given.work / f"{part}.jsonl", given.work / f"{part}.{vocabulary}.jsonl", kind)
            taken = set(sorted({w["id"] for w in windows})[:: given.every])
            windows = [w for w in windows if w["id"] in taken]
            keys = [(w["id"], int(w["tokens"][f, 0]), int(w["tokens"][e - 1, 1])) for w, f, e in contents(windows)]
            rows = wanted(windows, given) if vocabulary == "full" else made(windows, tagger)
            sides.append(dict(zip(keys, rows)))
        same = [k for k in sides[0] if k in sides[1]]
        return np.stack([sides[1][k] for k in same]), np.stack([sides[0][k] for k in same])

    x, y = pairs("articles", {"polnear"})
    mean_x, mean_y = x.mean(0), y.mean(0)
    _, sizes, axes = np.linalg.svd(y - mean_y, full_matrices=False)
    axes = axes[: given.width].T
    z = (y - mean_y) @ axes
    tenth = np.arange(len(x)) % 10 == 0
    tried = {}
    for much in (1e-4, 1e-3, 1e-2):
        map_ = ridge((x - mean_x)[~tenth], z[~tenth], much)
        tried[much] = float(((((x - mean_x)[tenth] @ map_) - z[tenth]) ** 2).sum())
    map_ = ridge(x - mean_x, z, min(tried, key=tried.get))
    # The product keeps whole numbers of 8 bits for a word; so that most fit, the scale is that of a word.
    scale = 1 / (4 * np.std((x - mean_x) @ map_))
    weights = tagger.state_dict()
    weights["vectors.weight"] = torch.from_numpy((map_ * scale).T.astype(np.float32).copy())
    weights["vectors.bias"] = torch.from_numpy((-(mean_x @ map_) * scale).astype(np.float32))
    torch.save(kept | {"weights": weights}, given.tagger)
    x, y = pairs("dev", None)
    ours = x @ (map_ * scale) - mean_x @ map_ * scale
    a = cosines(ours, np.random.default_rng(1))
    print(f"{given.tagger}: {given.width} numbers hold {(sizes[:given.width] ** 2).sum() / (sizes ** 2).sum():.2f} of the spread; "
          f"cosines on dev agree with r = {np.corrcoef(a, cosines(y - mean_y, np.random.default_rng(1)))[0, 1]:.3f}")


if __name__ == "__main__":
    main()
