"""Windows of articles as EncodeArticles writes them, with the labels of their tokens."""
import json
import random

import numpy as np
import torch

ROLES = ("source", "cue", "content")
KINDS = ("PER", "ORG", "LOC", "MISC")
TAGS = 1 + 2 * len(ROLES)
NAMES = 1 + 2 * len(KINDS)
UNKNOWN = -100


def labelled(article, starts, ends, paragraphs):
    """Tags and names of all tokens: O, then begin and inside of each role or kind; UNKNOWN where nobody annotated."""
    size = len(starts)
    at = {}
    for i in range(size):
        for c in range(starts[i], ends[i]):
            at[c] = i

    def tokens(spans):
        return sorted({at[c] for s, e in spans for c in range(s, e) if c in at})

    tags = np.full(size, UNKNOWN)
    if "attributions" in article:
        tags[:] = 0
        owner = np.full(size, -1)
        for role in ("content", "source", "cue"):
            for k, a in enumerate(article["attributions"]):
                for i in tokens(a[role]):
                    tags[i] = 2 + 2 * ROLES.index(role)
                    owner[i] = k
        for i in range(size - 1, -1, -1):
            goes_on = i and tags[i] == tags[i - 1] and owner[i] == owner[i - 1] and paragraphs[i] == paragraphs[i - 1]
            if tags[i] and not goes_on:
                tags[i] -= 1
    names = np.full(size, UNKNOWN)
    if "names" in article:
        names[:] = 0
        for s, e, kind in article["names"]:
            for k, i in enumerate(tokens([[s, e]])):
                names[i] = UNKNOWN if kind == "?" else 1 + 2 * KINDS.index(kind) + (k > 0)
    return tags, names


def load(articles, encoded, sets=None, clauses=False):
    """A list of windows; each knows its article, the places of its tokens there, and its labels. With `clauses`, GUM's
    attributions, which are made of clauses, count as attributions."""
    known = {}
    with open(articles, encoding="utf-8") as rows:
        for row in rows:
            row = json.loads(row)
            if clauses and "clauses" in row:
                row["attributions"] = row["clauses"]
            known[row["id"]] = row
    windows = []
    with open(encoded, encoding="utf-8") as rows:
        for row in rows:
            row = json.loads(row)
            article = known[row["id"]]
            if sets and article["set"] not in sets:
                continue
            tokens = np.array(row["tokens"])
            tags, names = labelled(article, tokens[:, 0], tokens[:, 1], tokens[:, 3])
            windows.append({
                "id": row["id"], "set": article["set"], "columns": np.array([row[k] for k in ("pieces", "shapes", "quotes", "spaces")]),
                "tokens": tokens, "own": row["own"], "tags": tags, "names": names,
                "opens": np.r_[True, tokens[1:, 3] != tokens[:-1, 3]],
            })
    return windows


def batches(windows, pieces, rng=None):
    """Windows of like length together, at most `pieces` with padding; in random order when `rng` is given."""
    order = sorted(range(len(windows)), key=lambda i: windows[i]["columns"].shape[1] + (rng.random() * 24 if rng else 0))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, windows[i]["columns"].shape[1])
        if group and longest * (len(group) + 1) > pieces:
            groups.append(group)
            group, longest = [], windows[i]["columns"].shape[1]
        group.append(windows[i])
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def collate(group, soft=None):
    """Tensors of a batch: columns [4, windows, pieces]; at, tags, names, opens, real [windows, tokens]; soft if known."""
    length = max(w["columns"].shape[1] for w in group)
    size = max(len(w["tags"]) for w in group)
    count = len(group)
    columns = np.zeros((4, count, length), dtype=np.int64)
    at = np.zeros((count, size), dtype=np.int64)
    tags = np.full((count, size), UNKNOWN)
    names = np.full((count, size), UNKNOWN)
    opens = np.ones((count, size), dtype=bool)
    real = np.zeros((count, size), dtype=bool)
    for b, w in enumerate(group):
        n, t = w["columns"].shape[1], len(w["tags"])
        columns[:, b, :n] = w["columns"]
        at[b, :t] = w["tokens"][:, 2]
        tags[b, :t], names[b, :t], opens[b, :t], real[b, :t] = w["tags"], w["names"], w["opens"], True
    batch = {k: torch.from_numpy(v) for k, v in dict(columns=columns, at=at, tags=tags, names=names, opens=opens, real=real).items()}
    if soft is not None:
        both = np.zeros((count, size, TAGS + NAMES), dtype=np.float32)
        have = np.zeros((count, size), dtype=bool)
        for b, w in enumerate(group):
            if "soft" in w:
                both[b, : len(w["soft"])], have[b, : len(w["soft"])] = w["soft"], True
        batch |= {"soft": torch.from_numpy(both), "taught": torch.from_numpy(have)}
    return batch


def seeded(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    return random.Random(seed)
