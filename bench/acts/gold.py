"""Draws the attributions of the gold file of acts, shows them to a reader, and keeps the reader's labels.

    gold.py draw DATA [--from N] [--to N]    the drawn attributions with the text around them
    gold.py keep DATA LABELS OUT             the gold file, from a reader's labels
    gold.py score GOLD FOUND [--part P]      accuracy of acts and targets; FOUND is what PredictActs writes

DATA is the folder with polnear/dev.jsonl and gum/dev.jsonl. LABELS has one line a drawn attribution:

    NUMBER ACT | target; target | topic | via; via

with the words of target and topic as they stand in the text; several places are parted by semicolons, and an empty
field means that the text has none. Of several places with these words the one nearest to the cue is meant. The gold
file keeps where they stand and the labels, and no text. RULES.md says what each label means.
"""

import argparse
import collections
import json
import pathlib
import random
import re

SEED = 20161107
DRAWN = {"polnear": 120, "gum": 30}
TO_TUNE_ON = 50
# Few attributions are aimed at anybody, so that a second draw is made among cues that may be: 15 of them to tune on.
AIMED = 45
AIMED_TO_TUNE_ON = 15
AIMING = re.compile(
    r"\b(accus|blam|charg|alleg|condemn|denounc|critici|attack|blast|slam|mock|demand|urg|order|call(ed|ing|s)? (for|on)|"
    r"promis|vow|pledg|threat|warn|caution|prais|thank|applaud|endors|back|support|congratulat|apologi|ask|question|"
    r"den(y|ie)|reject|dismiss|refus|oppos)",
    re.IGNORECASE,
)
AROUND = 330
REACH = 700


def drawn(data):
    """The attributions, each with its number, whether rules may be tuned on it, and the draw that took it."""
    chance = random.Random(SEED)
    found = []
    for corpus, count in DRAWN.items():
        with open(pathlib.Path(data) / corpus / "dev.jsonl", encoding="utf-8") as lines:
            documents = [json.loads(line) for line in lines]
        with_cue = [(d, a) for d in documents for a in d["attributions"] if a["cue"] and a["source"]]
        picked = sorted(chance.sample(range(len(with_cue)), count))
        found += [(corpus, *with_cue[i]) for i in picked]
        if corpus == "polnear":
            others = [i for i in range(len(with_cue)) if i not in picked and AIMING.search(cue_words(*with_cue[i]))]
            aimed = [(corpus, *with_cue[i]) for i in sorted(chance.sample(others, AIMED))]
    tuned = set(chance.sample(range(len(found)), TO_TUNE_ON))
    tuned |= {len(found) + i for i in chance.sample(range(AIMED), AIMED_TO_TUNE_ON)}
    draws = [("all", *rest) for rest in found] + [("aimed", *rest) for rest in aimed]
    return [(n, "tune" if n in tuned else "report", *rest) for n, rest in enumerate(draws)]


def cue_words(document, attribution):
    return " ".join(document["text"][start:end] for start, end in attribution["cue"])


def marked(text, attribution, around):
    """The text around an attribution, source {S }, cue {C }, content {T }."""
    edges = []
    for name, letter in (("source", "S"), ("cue", "C"), ("content", "T")):
        for start, end in attribution[name]:
            edges += [(end, 0, "}"), (start, 1, "{" + letter + " ")]
    near = [e for name in ("source", "cue") for span in attribution[name] for e in span]
    near += [attribution["content"][0][0], min(attribution["content"][0][1], attribution["content"][0][0] + 300)]
    first, last = max(0, min(near) - around), min(len(text), max(near) + around)
    shown, at = [], first
    for place, _, sign in sorted(edges):
        if first <= place <= last:
            shown += [text[at:place], sign]
            at = place
    return "".join(shown) + text[at:last]


def nearest(text, words, cue):
    places, at = [], text.find(words)
    while at >= 0:
        if abs(at - cue) <= REACH:
            places.append(at)
        at = text.find(words, at + 1)
    if not places:
        raise SystemExit(f"not near the cue: {words!r}")
    start = min(places, key=lambda place: (abs(place - cue), place))
    return [start, start + len(words)]


def kept(data, labels):
    told = {}
    for line in open(labels, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            number, rest = line.strip().split(" ", 1)
            told[int(number)] = [field.strip() for field in rest.split("|")] + [""] * 3
    for n, part, draw, corpus, document, attribution in drawn(data):
        act, target, topic, via = told[n][:4]
        cue, text = attribution["cue"][0][0], document["text"]
        spans = lambda words: [nearest(text, w.strip(), cue) for w in words.split(";") if w.strip()]
        yield {
            "corpus": corpus,
            "id": document["id"],
            "draw": draw,
            "part": part,
            "source": attribution["source"],
            "cue": attribution["cue"],
            "content": attribution["content"],
            "act": act,
            "target": spans(target),
            "topic": spans(topic),
            "via": spans(via),
        }


def touches(one, other):
    return any(a < d and c < b for a, b in one for c, d in other)


def share(right, of):
    return f"{right / of:.3f} ({right} of {of})" if of else "none"


def score(gold, found, part):
    with open(gold, encoding="utf-8") as lines:
        wanted = [json.loads(line) for line in lines]
    with open(found, encoding="utf-8") as lines:
        told = [json.loads(line) for line in lines]
    if len(wanted) != len(told):
        raise SystemExit(f"{len(told)} lines in {found}, {len(wanted)} in {gold}")
    for draw in "all", "aimed":
        for way in "given", "found":
            pairs = [(g, f[way]) for g, f in zip(wanted, told) if g["draw"] == draw and part in (g["part"], "both")]
            here = [(g, f) for g, f in pairs if f]
            acts = sum(g["act"] == f["act"] for g, f in here)
            aimed = [(g, f) for g, f in here if g["target"]]
            blank = [(g, f) for g, f in here if not g["target"]]
            hit = sum(touches(g["target"], f["target"]) for g, f in aimed)
            left = sum(not f["target"] for _, f in blank)
            topics = [(g, f) for g, f in here if g["topic"]]
            credits = [(g, f) for g, f in here if g["via"]]
            print(f"{draw} / {way}: {len(here)} of {len(pairs)}")
            print("  act      ", share(acts, len(here)))
            print("  target   ", share(hit + left, len(here)))
            print("    aimed  ", share(hit, len(aimed)), "  nobody", share(left, len(blank)))
            print("  topic    ", share(sum(touches(g["topic"], f["topic"]) for g, f in topics), len(topics)))
            print("  via      ", share(sum(bool(f["via"]) for _, f in credits), len(credits)))
            print("    none   ", share(sum(not f["via"] for g, f in here if not g["via"]), len(here) - len(credits)))
            if way == "given":
                wrong = collections.Counter((g["act"], f["act"]) for g, f in here if g["act"] != f["act"])
                for (right, ours), times in wrong.most_common():
                    print(f"    {right} taken for {ours}: {times}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw")
    draw.add_argument("data")
    draw.add_argument("--from", dest="first", type=int, default=0)
    draw.add_argument("--to", dest="last", type=int, default=10**6)
    keep = commands.add_parser("keep")
    for name in ("data", "labels", "out"):
        keep.add_argument(name)
    scored = commands.add_parser("score")
    scored.add_argument("gold")
    scored.add_argument("found")
    scored.add_argument("--part", choices=("tune", "report", "both"), default="report")
    given = parser.parse_args()
    if given.command == "score":
        score(given.gold, given.found, given.part)
    elif given.command == "draw":
        for n, part, draw, corpus, document, attribution in drawn(given.data):
            if given.first <= n < given.last:
                print(f"=== {n} {corpus} {document['id'][:30]}")
                print(marked(document["text"], attribution, AROUND))
    else:
        with open(given.out, "w", encoding="utf-8") as out:
            for line in kept(given.data, given.labels):
                out.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
