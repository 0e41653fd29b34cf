"""A desk's pages served to one command of bench/, and their addresses found by following links."""
import contextlib
import html
import pathlib
import re
import subprocess
import tempfile
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent.parent
STEMMA = str(HERE / "stemma")
# Nothing links to what is asked for by words, so these are asked here; the words stand in the sample desk.
ASKED = ["search?q=warning", "check", "add", "no-such-page"]


def kind(path):
    """The first part of an address: pages that have it in common look alike."""
    return re.split(r"[/?#]", path, maxsplit=1)[0]


def text_of(address, path):
    """The page at an address as text; empty where there is none, or no page."""
    try:
        with urllib.request.urlopen(address + path, timeout=600) as answer:
            return answer.read().decode("utf-8") if "text/html" in answer.headers["Content-Type"] else ""
    except urllib.error.HTTPError as refused:
        return refused.read().decode("utf-8") if refused.code == 404 and path in ASKED else ""


def pages(address, of_a_kind):
    """At most so many addresses of each kind, nearest to the home page first."""
    taken, seen, queue = {}, {"", *ASKED}, ["", *ASKED]
    while queue:
        path = queue.pop(0)
        text = text_of(address, path)
        if not text:
            continue
        taken.setdefault(kind(path), []).append(path)
        for link in re.findall(r'href="/([^"#]*)', text):
            link = html.unescape(link)
            few = len(taken.get(kind(link), [])) + sum(kind(p) == kind(link) for p in queue) < of_a_kind
            if link not in seen and few and kind(link) not in ("static", "api"):
                seen.add(link)
                queue.append(link)
    return taken


@contextlib.contextmanager
def served(desk=None):
    """Serves a desk, or without one the sample desk, for as long as the block runs; gives the address and the desk."""
    with tempfile.TemporaryDirectory() as folder:
        if desk is None:
            desk = pathlib.Path(folder) / "desk"
            subprocess.run([STEMMA, "add", str(HERE / "examples/desk"), "--desk", str(desk)], check=True, stdout=subprocess.DEVNULL)
        serve = [STEMMA, "serve", "--desk", str(desk), "--port", "0", "--no-browser"]
        server = subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        try:
            yield next(found.group() for found in (re.search(r"http://\S+/", line) for line in server.stdout) if found), desk
        finally:
            server.terminate()
            server.wait()
