#!/usr/bin/env python3
"""Trains a tagger, from an encoder or from a trained tagger, alone or with a teacher.

usage: train.py WORK --out FILE [--from minilm|e5|mpnet|FILE] [--teacher SOFT.npz ...] [options]

WORK is what prepare.py and encode wrote. Writes FILE after each quarter epoch (FILE.part, with the state of the
optimiser) and goes on from there when it is started again.
"""
import argparse
import math
import os
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional as F

import encoder
from tagger import Tagger, restore, save
from windows import TAGS, UNKNOWN, batches, collate, load, seeded

SILVER = 0.3  # what a name that another program found weighs against one marked by hand


def started(given):
    if given.start in encoder.SMALL:
        own = encoder.from_small(given.encoders, given.start, [int(i) for i in given.layers.split(",") if i])
    elif given.start == "mpnet":
        own = encoder.from_mpnet(given.encoders)
    else:
        tagger, _ = restore(given.start)
        if given.layers or given.inner:
            layers = [int(i) for i in given.layers.split(",")] if given.layers else list(range(tagger.encoder.plan.layers))
            tagger.encoder = encoder.reduced(tagger.encoder, layers, given.inner or tagger.encoder.plan.inner)
        if given.rank and given.rank != tagger.encoder.plan.rank:
            tagger.encoder = encoder.narrowed(tagger.encoder, given.rank)
        return tagger
    encoder.cut(own, given.encoders, given.work / f"vocabulary-{given.vocabulary}.txt")
    return Tagger(encoder.narrowed(own, given.rank) if given.rank else own)


def losses(tagger, batch, silver, teach):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        emitted, names = tagger(batch["columns"], batch["at"])
    real = batch["real"]
    emitted = tagger.held(emitted, real)
    tokens = real.sum().clamp(min=1)
    told = batch["tags"][:, 0] != UNKNOWN
    loss = torch.zeros(())
    if told.any():
        tags = batch["tags"][told].clamp(min=0)
        loss = loss + tagger.loss(emitted[told], batch["opens"][told], real[told], tags) / tokens
    each = F.cross_entropy(names.flatten(0, 1), batch["names"].flatten(), ignore_index=UNKNOWN, reduction="none")
    each = each.view(real.shape) * torch.tensor([SILVER if s else 1.0 for s in silver])[:, None]
    loss = loss + each.sum() / tokens
    if teach:
        taught = batch["taught"] & real
        log = tagger.marginals(emitted, batch["opens"])
        apart = F.kl_div(log, batch["soft"][:, :, :TAGS], reduction="none").sum(-1)
        apart = apart + 0.5 * F.kl_div(F.log_softmax(names, -1), batch["soft"][:, :, TAGS:], reduction="none").sum(-1)
        loss = loss * (1 - teach) + teach * (apart * taught).sum() / tokens
    return loss


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--from", dest="start", default="minilm", help="minilm, e5, mpnet, or a trained tagger")
    parser.add_argument("--encoders", type=pathlib.Path, default=pathlib.Path("encoders"), help="where fetch put them")
    parser.add_argument("--layers", default="", help="only these layers of it, as 0,2,4")
    parser.add_argument("--inner", type=int, default=0, help="only so many units of each feed-forward part, the weightiest")
    parser.add_argument("--rank", type=int, default=0, help="width of the word vectors; 0: that of the encoder")
    parser.add_argument("--vocabulary", default="small", choices=("small", "full"))
    parser.add_argument("--sets", default="", help="only these sets, with commas (default: all)")
    parser.add_argument("--clauses", action="store_true", help="take GUM's attributions, made of clauses, for training")
    parser.add_argument("--fold", default="", help="K/N: leaves out every Nth article from the Kth on")
    parser.add_argument("--teacher", type=pathlib.Path, nargs="*", default=[], help="what teach.py wrote")
    parser.add_argument("--teach", type=float, default=0.6, help="weight of the teacher against the labels")
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--batch", type=int, default=2048, help="pieces")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    rng = seeded(given.seed)

    sets = set(given.sets.split(",")) if given.sets else None
    parts = ["articles"] + sorted(p.name.removesuffix(".jsonl") for p in given.work.glob("variants-?.jsonl"))
    loaded = {p: load(given.work / f"{p}.jsonl", given.work / f"{p}.{given.vocabulary}.jsonl", sets, given.clauses) for p in parts}
    if given.fold:
        k, n = map(int, given.fold.split("/"))
        ids = sorted({w["id"] for w in loaded["articles"] if w["set"] == "polnear"})
        left = set(ids[k::n])
        loaded = {p: [w for w in ws if w["id"] not in left] for p, ws in loaded.items()}
    if given.teacher:
        put_soft(loaded, given.teacher)
    tagger = started(given)
    own = [p for n, p in tagger.named_parameters() if n.startswith("encoder.") and not n.startswith(("encoder.shapes", "encoder.quotes", "encoder.spaces", "encoder.relative"))]
    new = [p for n, p in tagger.named_parameters() if not n.startswith("encoder.") or n.startswith(("encoder.shapes", "encoder.quotes", "encoder.spaces"))]
    optimiser = torch.optim.AdamW([{"params": own, "lr": given.rate}, {"params": new, "lr": 1e-3}], weight_decay=0.01, fused=True)
    tagger.train()

    steps = 0
    # Without a teacher, windows that nobody labelled teach nothing.
    plain = [w for w in loaded["articles"] if given.teacher or (w["tags"] != UNKNOWN).any() or (w["names"] != UNKNOWN).any()]
    variants = [loaded[p] for p in parts[1:]]
    per_epoch = len(batches(epoch_of(plain, variants, rng), given.batch))
    total = int(per_epoch * given.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1, (s + 1) / (0.06 * total)) * max(0, 1 - s / total))
    part = given.out.with_suffix(".part")
    rng = seeded(given.seed)
    if part.exists():
        kept = torch.load(part, weights_only=False)
        tagger.load_state_dict(kept["tagger"])
        optimiser.load_state_dict(kept["optimiser"])
        schedule.load_state_dict(kept["schedule"])
        steps = kept["steps"]
        rng.seed(given.seed + steps)
        print(f"going on from step {steps}", flush=True)
    began, seen, running = time.time(), 0, None
    while steps < total:
        for group in batches(epoch_of(plain, variants, rng), given.batch, rng):
            batch = collate(group, soft=given.teacher or None)
            loss = losses(tagger, batch, [w["set"] == "polnear" for w in group], given.teach if given.teacher else 0)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            steps += 1
            seen += int((batch["columns"][0] > 0).sum())
            running = loss.item() if running is None else 0.98 * running + 0.02 * loss.item()
            if steps % 50 == 0:
                print(f"step {steps}/{total} loss {running:.4f} {seen / (time.time() - began):.0f} pieces/s", flush=True)
            if steps % max(1, per_epoch // 4) == 0 or steps == total:
                whole = part.with_suffix(".writing")
                torch.save({"tagger": tagger.state_dict(), "optimiser": optimiser.state_dict(),
                            "schedule": schedule.state_dict(), "steps": steps}, whole)
                os.replace(whole, part)
                save(given.out, tagger, vocabulary=given.vocabulary, steps=steps)
            if steps == total:
                break
    print(f"{given.out}: {total} steps, {time.time() - began:.0f} s")


def epoch_of(plain, variants, rng):
    """Each window once; half of those that have variants as one of them, article by article."""
    if not variants:
        return plain
    choice = {}
    out = []
    for k, windows in enumerate([plain] + variants):
        for w in windows:
            if w["set"] != "polnear":
                out.append(w)
                continue
            pick = choice.setdefault(w["id"], 0 if rng.random() < 0.5 else 1 + rng.randrange(len(variants)))
            if pick == k:
                out.append(w)
    return out


def put_soft(loaded, files):
    """The mean of what several teachers say, by token of the article; a variant's tokens stand for the same ones."""
    taught = {}
    for file in files:
        with np.load(file) as kept:
            for name in kept.files:
                rows = kept[name].astype(np.float32)
                taught[name] = taught.get(name, 0) + rows / len(files)
    for windows in loaded.values():
        done = {}
        for w in windows:
            first = done.get(w["id"], 0)
            end = first + len(w["tags"])
            done[w["id"]] = end
            rows = taught.get(w["id"])
            if rows is not None and end <= len(rows):
                w["soft"] = rows[first:end]


if __name__ == "__main__":
    main()
