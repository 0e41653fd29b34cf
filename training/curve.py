#!/usr/bin/env python3
"""Draws quality against speed of several models: docs/tagger-curve.svg and the table it is drawn from.

usage: curve.py DATA WORK OUT.svg MODEL.onnx[=NAME] ...

Each model goes through the product (PredictAttributions of the bench module, one thread) over PolNeAR dev of DATA, with the ties
WORK/ties.weights; quality is the full overlap F1 of the scorer beside DATA, speed the tokens a CPU-second of the finding alone.
What was measured is kept in OUT.tsv, and a model that stands there is not measured again.
"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent


def measured(data, work, model):
    classes = f"{HERE}/bench/target/classes:{HERE}/core/target/classes:{(HERE / 'bench/target/classpath').read_text().strip()}"
    found = work / "curve.jsonl"
    dev = data / "polnear/dev.jsonl"
    said = subprocess.run(["java", "-cp", classes, "org.stemma.annotate.PredictAttributions", dev, found, model, work / "ties.weights"],
                          check=True, capture_output=True, text=True).stdout
    speed = float(re.search(r"(\d+) a CPU-second", said)[1])
    sys.path.insert(0, str(data.parent / "bench"))
    import score_attribution as scorer
    figures, _ = scorer.score(scorer.read_jsonl(dev, "gold"), scorer.read_jsonl(found, "predictions"))
    return speed, figures["full overlap / all"]["f1"], pathlib.Path(model).stat().st_size / 1e6


def picture(rows):
    across = lambda v: 70 + 40 * (v / 2500)
    least = min(f for _, _, f, _ in rows) // 0.02 * 0.02 - 0.02
    up = lambda f: 420 - 360 * (f - least) / (0.84 - least)
    width = across(max(s for _, s, _, _ in rows)) + 190
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} 480" font-family="sans-serif" font-size="12">'
           f'<rect width="{width:.0f}" height="480" fill="#fff"/>']
    level = least
    while level < 0.8401:
        out.append(f'<path d="M70 {up(level):.1f} H{width - 20:.0f}" stroke="#ddd"/><text x="62" y="{up(level) + 4:.1f}" text-anchor="end">{level:.2f}</text>')
        level += 0.02
    for speed in range(0, int(max(s for _, s, _, _ in rows)) + 5000, 5000):
        out.append(f'<text x="{across(speed):.0f}" y="440" text-anchor="middle">{speed:,}</text>')
    for k, (name, speed, f, size) in enumerate(rows):
        # Names by turns below and above, so that neighbours do not write over each other.
        aside = -6 if k % 2 else 16
        out.append(f'<circle cx="{across(speed):.1f}" cy="{up(f):.1f}" r="5" fill="#1f5a99"/>'
                   f'<text x="{across(speed) + 9:.1f}" y="{up(f) + aside:.1f}">{name}, {size:.0f} MB</text>')
    out.append(f'<text x="{width / 2:.0f}" y="466" text-anchor="middle">tokens a CPU-second</text>'
               '<text x="18" y="240" text-anchor="middle" transform="rotate(-90 18 240)">full overlap F1, PolNeAR dev</text></svg>\n')
    return "".join(out)


def main():
    if len(sys.argv) < 5 or "--help" in sys.argv:
        print(__doc__)
        sys.exit(0 if "--help" in sys.argv else 2)
    data, work, out = map(pathlib.Path, sys.argv[1:4])
    table = out.with_suffix(".tsv")
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").split("\n")[1:-1]] if table.exists() else []
    rows = {r[0]: (r[0], float(r[1]), float(r[2]), float(r[3])) for r in rows}
    for given in sys.argv[4:]:
        model, _, name = given.partition("=")
        name = name or pathlib.Path(model).stem
        if name not in rows:
            rows[name] = (name, *measured(data, work, model))
            print("%s: %.0f tokens a CPU-second, full overlap %.3f, %.1f MB" % rows[name], flush=True)
    ordered = sorted(rows.values(), key=lambda r: r[1])
    table.write_text("model\ttokens a CPU-second\tfull overlap F1\tMB\n" + "".join("%s\t%.0f\t%.4f\t%.1f\n" % r for r in ordered), encoding="utf-8")
    out.write_text(picture(ordered), encoding="utf-8")


if __name__ == "__main__":
    main()
