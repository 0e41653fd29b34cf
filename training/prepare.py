#!/usr/bin/env python3
"""Brings every corpus into one form: a line {"id", "text", "attributions"?, "names"?, "set"} an article.

usage: prepare.py DATA OUT [--vocabulary N] [--variants N]

DATA holds polnear/, gum/ and ner/. OUT gets articles.jsonl (training), variants-K.jsonl (the same with other people in
it), dev.jsonl, wikigold.jsonl, and the two vocabularies. "names" are [start, end, type] with type PER, ORG, LOC, MISC, or
"?" where a set does not tell; "attributions" are as in PolNeAR. Offsets are code points. A field that is absent was not
annotated. Seeded: the same data give the same files.
"""
import argparse
import gzip
import json
import pathlib
import random
import re

NAMES = {
    "PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "COUNTRY": "LOC", "CITY": "LOC", "STATE_OR_PROVINCE": "LOC",
    "MISC": "MISC", "NATIONALITY": "MISC", "IDEOLOGY": "MISC", "RELIGION": "MISC",
    "politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC",
    "location": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC", "group": "ORG", "corporation": "ORG",
    "product": "MISC", "creative-work": "MISC", "PER": "PER", "ORG": "ORG", "LOC": "LOC",
}
CLOSES_UP = set(".,;:!?)]}%'’”") | {"'s", "n't", "'re", "'ve", "'ll", "'m", "'d", "’s"}
OPENS_UP = set("([{$#“‘")


def lines(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as rows:
        for row in rows:
            yield json.loads(row)


def polnear(data, split):
    silver = {row["id"]: row["tokens"] for row in lines(data / "polnear" / f"{split}.silver.jsonl.gz")}
    for row in lines(data / "polnear" / f"{split}.jsonl"):
        names, before = [], None
        for token in silver.get(row["id"], ()):
            kind = NAMES.get(token[3])
            if kind and before == token[3]:
                names[-1][1] = token[1]
            elif kind:
                names.append([token[0], token[1], kind])
            before = token[3]
        yield {"id": row["id"], "set": "polnear", "text": row["text"], "names": names,
               "attributions": [{k: a[k] for k in ("source", "cue", "content")} for a in row["attributions"]]}


TITLES = set("""president mr mrs ms miss dr sir lord lady senator judge justice chief prime minister secretary general professor prof king
queen prince princess pope governor mayor captain colonel major rep sen gov mr. mrs. ms. dr. rep. sen. gov. gen. col. capt. prof.""".split())
JOINS = set("of for & 's ’s - – de la von van der bin al".split())


def gum(data, split):
    """Its mentions are whole phrases ("the President of France"): a name is the capital words about the phrase's head. Capital
    words that belong to no person, organisation or place are "?", for the corpus does not tell nationalities from others."""
    for row in lines(data / "gum" / f"{split}.jsonl"):
        text, tokens = row["text"], row["tokens"]
        capital = [upos == "PROPN" or upos in ("NOUN", "ADJ") and text[s].isupper() for s, _, upos in tokens]
        times = [(m["start"], m["end"]) for m in row["mentions"] if m["type"] == "time"]
        kinds, owners = {}, [None] * len(tokens)
        for m in sorted(row["mentions"], key=lambda m: m["start"] - m["end"]):
            kind = {"person": "PER", "organization": "ORG", "place": "LOC"}.get(m["type"])
            if m["form"] != "name" or not kind:
                continue
            inside = [i for i, (s, e, _) in enumerate(tokens) if m["start"] <= s and e <= m["end"]]
            first = last = next((i for i in inside if tokens[i][0] == m["head"][0]), None)
            if first is None or owners[first] is not None:
                continue
            word = [text[s:e] for s, e, _ in tokens]
            fits = capital if kind != "PER" else [upos == "PROPN" for _, _, upos in tokens]
            while last + 1 in inside and (fits[last + 1] or word[last + 1].lower() in JOINS and last + 2 in inside and fits[last + 2]):
                last += 1
            while first - 1 in inside and (fits[first - 1] or word[first - 1].lower() in JOINS and first - 2 in inside and fits[first - 2]):
                first -= 1
            while kind == "PER" and first < last and word[first].lower() in TITLES:
                capital[first] = False
                first += 1
            kinds[first] = kind
            owners[first : last + 1] = [first] * (last + 1 - first)
        names = []
        for i, (s, e, upos) in enumerate(tokens):
            if owners[i] is not None:
                if i and owners[i] == owners[i - 1]:
                    names[-1][1] = e
                else:
                    names.append([s, e, kinds[owners[i]]])
            elif capital[i] and upos != "NOUN" and not any(a <= s and e <= b for a, b in times):
                names.append([s, e, "?"])
        yield {"id": row["id"], "set": "gum", "text": text, "names": names,
               "clauses": [{"source": a.get("source", []), "cue": a.get("cue", []), "content": a["content"]}
                           for a in row["attributions"]]}


def sentences(path, name, a_document=8):
    """Sentences of tokens become documents of some paragraphs, spaced as print would space them."""
    rows = list(lines(path))
    for at in range(0, len(rows), a_document):
        text, names = "", []
        for row in rows[at : at + a_document]:
            text += "\n\n" if text else ""
            open_mark = False
            for i, (token, tag) in enumerate(zip(row["tokens"], row["tags"])):
                before = row["tokens"][i - 1] if i else None
                glued = i == 0 or token in CLOSES_UP or before in OPENS_UP
                if token == '"':
                    glued = i == 0 or open_mark
                    open_mark = not open_mark
                elif before == '"' and open_mark:
                    glued = True
                text += "" if glued else " "
                start = len(text)
                text += token
                if tag != "O":
                    kind = NAMES.get(tag[2:], "?")
                    if tag[0] == "I" and names and row["tags"][i - 1] != "O":
                        names[-1][1] = len(text)
                    else:
                        names.append([start, len(text), kind])
        yield {"id": f"{name}-{at}", "set": name, "text": text, "names": names}


def pages(data):
    """Texts of web pages, without labels: a teacher's word on them widens what a student has seen."""
    with open(data / "pages" / "dev.json", encoding="utf-8") as file:
        for name, page in sorted(json.load(file).items()):
            yield {"id": "page-" + name[:12], "set": "pages", "text": page["articleBody"]}


def invented(path):
    """The articles of invented.txt: marks become attributions."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    for k, block in enumerate(blocks):
        rows = [row for row in block.strip().split("\n") if not row.startswith("#")]
        marked, text, found = "\n\n".join(rows), "", {}
        at = 0
        for m in re.finditer(r"<([scq])(\d+)\|([^<>]*)>", marked):
            text += marked[at : m.start()]
            role = {"s": "source", "c": "cue", "q": "content"}[m[1]]
            found.setdefault(m[2], {"source": [], "cue": [], "content": []})[role].append([len(text), len(text) + len(m[3])])
            text += m[3]
            at = m.end()
        text += marked[at:]
        yield {"id": f"invented-{k}", "set": "invented", "text": text,
               "attributions": [a for a in found.values() if a["content"]]}


def people_of(articles):
    """Words of people's names, as often as they occur, for the variants."""
    found = []
    for a in articles:
        if a["set"] != "polnear" and "names" in a:
            found += [w for s, e, kind in a["names"] if kind == "PER" for w in a["text"][s:e].split() if re.fullmatch(r"[A-Z][a-z]{2,}", w)]
    return found


def variant(article, people, rng):
    """The same article about other people: each word of a person's name gets another, the same all through."""
    words = {w for s, e, kind in article["names"] if kind == "PER" for w in article["text"][s:e].split()
             if re.fullmatch(r"[A-Z][a-z]{2,}", w)}
    other = {w: rng.choice(people) for w in sorted(words) if rng.random() < 0.8}
    out, moved, at, text = [], [0] * (len(article["text"]) + 1), 0, article["text"]
    bounds = {b for a in article["attributions"] for k in a for span in a[k] for b in span}
    spots = [(s + m.start(), s + m.end()) for s, e, kind in article["names"] if kind == "PER"
             for m in re.finditer(r"\w+", text[s:e]) if m.group() in other]
    # A word that an annotator cut in two stays.
    spots = [(s, e) for s, e in spots if not bounds.intersection(range(s + 1, e))]
    length = 0
    for s, e in sorted(spots) + [(len(text), len(text))]:
        for i in range(at, s):
            moved[i] = length + i - at
        out.append(text[at:s])
        length += s - at
        new = other.get(text[s:e], "")
        for i in range(s, e):
            moved[i] = length + min(i - s, len(new) - 1)
        out.append(new)
        length += len(new)
        at = e
    moved[len(text)] = length
    def span(s, e):
        return [moved[s], moved[e]]

    new = {"id": article["id"], "set": article["set"], "text": "".join(out),
           "names": [span(s, e) + [k] for s, e, k in article["names"]]}
    new["attributions"] = [{k: [span(*p) for p in a[k]] for k in a} for a in article["attributions"]]
    return new


def shuffled_case(article, rng):
    """Headlines in capitals or in lower case, as some outlets set them. Lengths stay, so spans do."""
    line, _, rest = article["text"].partition("\n")
    loud = line.upper() if rng.random() < 0.5 else line.lower()
    if len(loud) == len(line) and rest:
        article["text"] = loud + "\n" + rest
    return article


def vocabulary(tokenizer, count):
    """The pieces of MiniLM in their own order, the four special ones first, then by frequency (as the list is sorted)."""
    with open(tokenizer, encoding="utf-8") as file:
        known = json.load(file)["model"]["vocab"]
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    plain = [p for p in sorted(known, key=known.get) if not re.fullmatch(r"\[.*\]", p) or p in "[]"]
    if count:
        single = [p for p in plain if len(p.removeprefix("##")) == 1]
        words = [p for p in plain if len(p.removeprefix("##")) > 1 and p.isascii()]
        keep = set(single + words[: count - len(single) - 4])
        plain = [p for p in plain if p in keep]
    return special + plain


def write(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(path, len(rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--tokenizer", type=pathlib.Path, required=True, help="all-minilm-l6-v2-tokenizer.json of the Maven artifact")
    parser.add_argument("--vocabulary", type=int, default=20000, help="pieces of the small vocabulary")
    parser.add_argument("--variants", type=int, default=3, help="how many times the articles with other people in them")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    articles = list(polnear(given.data, "train")) + list(gum(given.data, "train")) + list(gum(given.data, "dev"))
    for name in "crossner_politics_train", "crossner_politics_dev", "wnut17_train", "wnut17_dev":
        articles += sentences(given.data / "ner" / f"{name}.jsonl", name)
    articles += list(pages(given.data)) + list(invented(pathlib.Path(__file__).with_name("invented.txt")))
    write(given.out / "articles.jsonl", articles)
    people = people_of(articles)
    for k in range(given.variants):
        rng = random.Random(k)
        write(given.out / f"variants-{k}.jsonl",
              [shuffled_case(variant(a, people, rng), rng) for a in articles if a["set"] == "polnear"])
    write(given.out / "dev.jsonl", list(polnear(given.data, "dev")))
    write(given.out / "wikigold.jsonl", list(sentences(given.data / "ner" / "wikigold.jsonl", "wikigold")))
    for name, count in ("full", 0), ("small", given.vocabulary):
        pieces = vocabulary(given.tokenizer, count)
        (given.out / f"vocabulary-{name}.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
        print(name, len(pieces))


if __name__ == "__main__":
    main()
