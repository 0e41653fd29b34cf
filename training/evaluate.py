#!/usr/bin/env python3
"""Prints how well a trained tagger tags: exact fragments of source, cue and content, and words of names.

usage: evaluate.py TAGGER.pt WORK [--vocabulary small|full]

Reads WORK/dev.jsonl and WORK/wikigold.jsonl with their encodings. A quick look while training; what counts is what the
product makes of it, by the scorers. Names: F1 over words, of person, organisation and place.
"""
import argparse
import os
import pathlib

import torch

from tagger import restore
from teach import thoughts
from windows import KINDS, ROLES, TAGS, load


def runs(tags, opens):
    """Fragments as (role, first, last): runs of one role within a paragraph."""
    found = []
    for i, tag in enumerate(tags):
        role = (tag + 1) // 2
        if role and found and found[-1][0] == role and found[-1][2] == i - 1 and not opens[i]:
            found[-1][2] = i
        elif role:
            found.append([role, i, i])
    return {tuple(f) for f in found}


def f1(right, given, wanted):
    return 2 * right / (given + wanted) if given + wanted else 1.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tagger")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--vocabulary", default="small")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    tagger, kept = restore(given.tagger)
    windows = load(given.work / "dev.jsonl", given.work / f"dev.{given.vocabulary}.jsonl")
    thoughts(tagger, windows)
    counts = {role: [0, 0, 0] for role in range(1, 4)}
    for w in windows:
        own = w["own"]
        mine, gold = runs(w["best"][own:], w["opens"][own:]), runs(w["tags"][own:], w["opens"][own:])
        for role, c in counts.items():
            m, g = {r for r in mine if r[0] == role}, {r for r in gold if r[0] == role}
            c[0] += len(m & g)
            c[1] += len(m)
            c[2] += len(g)
    print("fragments " + "  ".join(f"{ROLES[r - 1]} {f1(*c):.3f} ({c[0] / max(1, c[1]):.3f}/{c[0] / c[2]:.3f})" for r, c in counts.items()))
    windows = load(given.work / "wikigold.jsonl", given.work / f"wikigold.{given.vocabulary}.jsonl")
    thoughts(tagger, windows)
    right = ours = wanted = 0
    for w in windows:
        own = w["own"]
        mine = (w["soft"][own:, TAGS:].argmax(1) + 1) // 2
        gold = (w["names"][own:] + 1) // 2
        mine[mine == len(KINDS)] = 0
        gold[gold == len(KINDS)] = 0
        right += ((mine == gold) & (gold > 0)).sum()
        ours += (mine > 0).sum()
        wanted += (gold > 0).sum()
    print(f"names {f1(right, ours, wanted):.3f} ({right / ours:.3f}/{right / wanted:.3f})")


if __name__ == "__main__":
    main()
