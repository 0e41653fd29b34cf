#!/usr/bin/env python3
"""Writes what a trained tagger thinks of each token, for others to learn from: the probability of each tag and name.

usage: teach.py TAGGER.pt ARTICLES.jsonl ENCODED.jsonl OUT.npz [--tags-of BEFORE.npz]

OUT holds for each article an array of half floats [tokens, tags + names]. Run it with the full vocabulary on a teacher
that was trained with it: the tokens of an article are the same in every vocabulary. --tags-of takes the tags from an earlier file, so that
one teacher may teach source, cue and content and another the names.
"""
import argparse
import os

import numpy as np
import torch

from tagger import restore
from windows import TAGS, batches, collate, load


@torch.no_grad()
def thoughts(tagger, windows, pieces=4096):
    """Adds "soft" to each window: probabilities [tokens, tags + names]."""
    tagger.eval()
    for group in batches(windows, pieces):
        batch = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            emitted, names = tagger(batch["columns"], batch["at"])
        emitted = tagger.held(emitted, batch["real"])
        tags = tagger.marginals(emitted, batch["opens"]).exp()
        best = tagger.best(emitted, batch["opens"]).numpy()
        both = torch.cat([tags, names.softmax(-1)], -1).numpy()
        for b, w in enumerate(group):
            w["soft"] = both[b, : len(w["tags"])]
            w["best"] = best[b, : len(w["tags"])]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in "tagger", "articles", "encoded", "out":
        parser.add_argument(name)
    parser.add_argument("--tags-of", default="")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    tagger, _ = restore(given.tagger)
    windows = load(given.articles, given.encoded)
    thoughts(tagger, windows)
    articles = {}
    for w in windows:
        articles.setdefault(w["id"], []).append(w["soft"][w["own"] :])
    taught = {k: np.concatenate(v).astype(np.float16) for k, v in articles.items()}
    if given.tags_of:
        with np.load(given.tags_of) as before:
            taught = {k: np.concatenate([before[k][:, :TAGS], v[:, TAGS:]], 1) for k, v in taught.items()}
    np.savez(given.out, **taught)
    print(given.out, len(articles))


if __name__ == "__main__":
    main()
