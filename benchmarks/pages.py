"""What desk pages cost beside a bare Flask page, in one run: ``python -m benchmarks.pages [N [FOLDER]]``

Makes a store of so many claims and pairs (kept in FOLDER, a temporary one without), serves the desk and a bare Flask
"hello" by waitress, each in a process of its own, and asks for pages one after the other. Prints the median CPU time
that the serving process spent on each page, and its ratio to the hello page, which is asked for as often just before
each kind so that both meet the same load. Every page of a kind is another one.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.page_store import build, folder_of
from verifier.config import Settings
from verifier.services.maintain_store import reindex_store
from verifier.services.sign_in import issue_login

PORT = 5931
EACH = 60
HELLO = """
from flask import Flask
app = Flask("hello")
app.get("/hello")(lambda: "hello")
from waitress import serve
serve(app, host="127.0.0.1", port={port}, threads=4, _quiet=True)
"""
DESK = """
from pathlib import Path
from verifier.config import Settings
from verifier.web.serve import make_server
make_server(Settings(home=Path({home!r}), embedder="hash", user="rita"), "127.0.0.1", {port}).run()
"""


@contextmanager
def served(app: str, port: int, **given: str) -> Iterator[int]:
    """The process that runs a server, once it answers."""
    process = subprocess.Popen([sys.executable, "-c", app.format(port=port, **given)])
    try:
        for _ in range(600):
            try:
                ask(http.client.HTTPConnection("127.0.0.1", port), "/hello")
                break
            except OSError:
                time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def ask(
    client: http.client.HTTPConnection, path: str, cookie: str = "", form: str | None = None
) -> tuple[int, str, str]:
    """Status, body and the cookie of an answer."""
    headers = {"Cookie": cookie} | ({"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {})
    client.request("GET" if form is None else "POST", path, form, headers)
    answer = client.getresponse()
    return answer.status, answer.read().decode(), (answer.getheader("Set-Cookie") or "").split(";")[0]


def cpu_ms(process: int) -> float:
    """CPU time a process has spent, in milliseconds, to the nanosecond (Linux)."""
    tasks = Path(f"/proc/{process}/task")
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e6


def measure(hello: int, desk: int, paths: Sequence[str], cookie: str) -> tuple[float, float]:
    """The median CPU time of the hello page and of pages."""
    clients = [http.client.HTTPConnection("127.0.0.1", port) for port in (PORT, PORT + 1)]
    bare = [cost(hello, clients[0], "/hello", "") for _ in paths]
    spent = [cost(desk, clients[1], path, cookie) for path in paths]
    return statistics.median(bare), statistics.median(spent)


def cost(process: int, client: http.client.HTTPConnection, path: str, cookie: str) -> float:
    """The CPU time of one page."""
    before = cpu_ms(process)
    status, _, _ = ask(client, path, cookie)
    time.sleep(0.002)  # the thread that answered may still be tidying up
    if status not in (200, 404):
        raise SystemExit(f"{path} answered {status}")
    return cpu_ms(process) - before


def sign_in(settings: Settings, port: int) -> str:
    """The cookie of a signed-in browser."""
    token = issue_login(settings)
    client = http.client.HTTPConnection("127.0.0.1", port)
    _, page, cookie = ask(client, f"/login?token={token}")
    csrf = page.split('name="csrf_token" value="')[1].split('"')[0]
    cookie = ask(client, "/login", cookie, urlencode({"csrf_token": csrf, "token": token}))[2]
    return ask(client, "/", cookie)[2] or cookie  # the first page gives the browser what its forms are signed with


def pages_of(settings: Settings, draw: random.Random) -> dict[str, list[str]]:
    """Paths by what they show."""
    with sqlite3.connect(settings.database_path) as store:
        pairs = [row[0] for row in store.execute("SELECT uid FROM pair WHERE queued AND state = 'new'")]
        claims = [row[0] for row in store.execute("SELECT uid FROM claim")]
        documents = [row[0] for row in store.execute("SELECT uid FROM document LIMIT 1000")]
    some_pairs, some_claims = draw.sample(pairs, EACH), draw.sample(claims, EACH)
    values = {
        "relation": ["DISPUTES"], "strength": ["hard", "soft"], "claimant": [f"a{n}" for n in range(20)],
        "outlet": [f"o{n}" for n in range(40)], "lang": ["de", "en"], "place": [f"p{n}" for n in range(10)],
        "date": [f"202{n % 5}-{1 + n % 12:02d}" for n in range(30)], "document": documents, "assignee": ["-"],
    }  # fmt: skip
    facets = {
        f"queue, {name}": [f"/?{name}={draw.choice(told)}&next={uid}" for uid in some_pairs]
        for name, told in values.items()
    }
    combined = [
        f"/?claimant=a{draw.randrange(40)}&outlet=o{draw.randrange(40)}&lang={draw.choice(['en', 'de'])}"
        for _ in range(EACH)
    ]
    return {
        "queue, first page": ["/"] * EACH,
        "queue, any depth": [f"/?next={uid}" for uid in some_pairs],
        "queue, newest first, any depth": [f"/?sort=newest&next={uid}" for uid in some_pairs],
        **facets,
        "queue, three facets": combined,
        "queue, three facets, counted to the end": [path.replace("/?", "/queue/counts?") for path in combined],
        "pair": [f"/pairs/{uid}" for uid in some_pairs],
        "claim": [f"/claims/{uid}" for uid in some_claims],
        "claims, any depth": [f"/claims?next={uid}" for uid in some_claims],
        "claims, one kind": [f"/claims?kind=event&next={uid}" for uid in some_claims],
        "claims, one language": [f"/claims?lang=de&next={uid}" for uid in some_claims],
        "search, a common word": ["/search?q=attack"] * EACH,
        "search, two words": [f"/search?q=ministry+district+{n}" for n in range(EACH)],
        "document": [f"/documents/{uid}" for uid in draw.sample(documents, min(EACH, len(documents)))],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, nargs="?", default=20_000)
    parser.add_argument("folder", type=Path, nargs="?")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        settings = Settings(home=folder_of(asked.folder or Path(temporary), asked.size), embedder="hash", user="rita")
        if not settings.database_path.exists():
            build(settings, asked.size)
            start = time.process_time()
            items = reindex_store(settings)
            print(f"index of {items:,} items: {time.process_time() - start:.1f} CPU s")
        with served(HELLO, PORT) as hello, served(DESK, PORT + 1, home=str(settings.home)) as desk:
            cookie = sign_in(settings, PORT + 1)
            print(f"{asked.size:,} claims and pairs; load {os.getloadavg()[0]:.1f}; bare page, page, ratio")
            for name, paths in pages_of(settings, random.Random(7)).items():
                bare, spent = measure(hello, desk, paths, cookie)
                print(f"{name:42s} {bare:5.2f} ms {spent:7.2f} ms {spent / bare:6.1f} x", flush=True)


if __name__ == "__main__":
    main()
