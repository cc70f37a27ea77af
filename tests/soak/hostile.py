"""Texts nobody means well by, generated from a seed: each with whether it is a legal document all the same."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_SENTENCE = "Police said 17 people were hurt in a fire in Porto on Monday. "
_SIGNS = {
    "bidi": "\u202e\u202d\u2066\u2069\u200f\u061c",
    "invisible": "\u200b\u2060\ufeff\u00ad\u180e\U000e0041",
    "combining": "\u0301\u0489\u20dd\u0336",
    "digits": "٣٤²³①Ⅷ𝟗௧",
    "private": "\ue000\uf8ff\U0010fffd",
    "emoji": "🔥👩‍👩‍👧‍👦🏳️‍🌈",
}
_NUMBERS = (
    "1e999999", "-1e-999999", "9" * 400, "1_000", "0x1F", "1" + ",000" * 300, "NaN", "Infinity", "1.2.3.4.5.6",
    "٣٤٥", "12½⅓", "1 0 0 0", "−17", "17" + "!" * 300, "1e5e5e5", "5.000.000.000.000.000.000,01",
)  # fmt: skip
_MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{7*7}}", "${jndi:ldap://x}",
    "'; DROP TABLE claim;--", '=HYPERLINK("http://evil.example")', "+cmd|' /C calc'!A0", "@SUM(A1)",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "](javascript:alert(1))", "\\x00\\u0000", "%00%0d%0aSet-Cookie: a=b",
    "\x1b[31mred\x1b[0m",
)  # fmt: skip
_ODD_FIELDS: tuple[tuple[dict[str, object], bool], ...] = (
    ({}, True), ({"published": "2025-02-30"}, False), ({"text": 7}, False), ({"url": "javascript:1"}, True),
    ({"lang": "\u202e"}, True), ({"name": ""}, True), ({"text": "\ud800 " + _SENTENCE}, True),
    ({"outlet": ["x"]}, False), ({"published": 1e300}, False), ({"unknown": {"deep": [1e300]}}, True),
)  # fmt: skip
_ODD_LINES = ("{", "[" * 3_000, "null", "1e999", '{"name":"a","name":"b"}', "\u2028", '{"text":NaN}')

MAPPING = """
claimant = "Coast guard"
start = "date"
place = "Porto"
figure = [
  {column = "personnel", predicate = "lose-forces", thing = "soldier", aspect = "cumulative"},
  {column = "tank", predicate = "lose-forces", thing = "tank", aspect = "cumulative"},
]
"""
"""What the columns of the generated tables mean."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file to take in; ``refusals`` is how many of its documents must be refused, None that either is right."""

    name: str
    raw: bytes
    refusals: int | None = None


Made = tuple[bytes, int | None]
"""The bytes of a file, and how many of its documents must be refused."""


def generate(count: int, seed: int) -> Iterator[Hostile]:
    """``count`` files; the same seed gives the same ones."""
    chance = random.Random(seed)
    for number in range(count):
        kind, make = _KINDS[number % len(_KINDS)]
        suffix = _SUFFIXES.get(kind) or chance.choice(("txt", "md"))
        raw, refusals = make(chance)
        yield Hostile(f"{kind}-{number:05}.{suffix}", raw, refusals)


def _text(*parts: str, refusals: int | None = 0) -> Made:
    return "".join(parts).encode("utf-8", "surrogatepass"), refusals


def _numbers(chance: random.Random) -> Made:
    told = " ".join(f"Police said {chance.choice(_NUMBERS)} people were hurt in Porto." for _ in range(20))
    return _text("Numbers\n\n", told, "\n")


def _signs(chance: random.Random) -> Made:
    signs = _SIGNS[chance.choice(sorted(_SIGNS))]
    letters = [c + (chance.choice(signs) if chance.random() < 0.2 else "") for c in _SENTENCE * 8]
    return _text("Signs\n\n", "".join(letters), "\n")


def _markup(chance: random.Random) -> Made:
    parts = [f"The mayor said {chance.choice(_MARKUP)} hurt {chance.randint(2, 90)} people. " for _ in range(15)]
    return _text(chance.choice(_MARKUP), "\n\n", *parts, "\n")


def _controls(chance: random.Random) -> Made:
    signs = [chr(chance.choice([*range(1, 9), *range(14, 32), 127, 133, 0x9F])) for _ in range(chance.randint(1, 400))]
    letters = list(_SENTENCE * 4)
    for sign in signs:
        letters.insert(chance.randrange(len(letters)), sign)
    return _text("".join(letters), refusals=None)


def _nested(chance: random.Random) -> Made:
    opening, closing = chance.choice(
        ((">", ""), ("[", "](x)"), ("“", "”"), ("(", ")"), ("*", "*"), ("`", "`"), ("- ", ""))
    )
    depth = chance.choice((50, 500, 5_000))
    return _text("Nested\n\n", opening * depth, _SENTENCE, closing * depth, "\n")


def _repeated(chance: random.Random) -> Made:
    piece = chance.choice(
        ("a", " ", "said ", "1,", "1 ", "17 of ", '"', "…", "ä", ". ", "\n", "- ", "about ", "of the ", "Mio. ")
    )
    return _text("Repeated\n\n", _SENTENCE, piece * (chance.choice((200, 2_000, 20_000)) // len(piece)), "\n")


def _bytes(chance: random.Random) -> Made:
    return chance.randbytes(chance.choice((1, 50, 5_000))), None


def _broken_encoding(chance: random.Random) -> Made:
    raw = bytearray((_SENTENCE * 5).encode())
    for _ in range(chance.randint(1, 5)):
        raw[chance.randrange(len(raw))] = chance.choice((0xFF, 0xC0, 0xED, 0xF8, 0x80))
    mark = chance.choice((b"", b"\xff\xfe", b"\xef\xbb\xbf"))
    return mark + bytes(raw), None


def _too_much(chance: random.Random) -> Made:
    return chance.choice((b"", b" \n\t", b"x" * 200_001, b"\x00" * 100, b"two words\n" * 600_000)), 1


def _json_lines(chance: random.Random) -> Made:
    rows, refusals = [], 1
    for n in range(4):
        odd, legal = chance.choice(_ODD_FIELDS)
        rows.append(json.dumps({"name": f"n{chance.random()}-{n}", "text": f"{n} {_SENTENCE * 2}"} | odd))
        refusals += not legal
    rows.append(chance.choice(_ODD_LINES))
    return _text("\n".join(rows), "\n", refusals=refusals)


def _table(chance: random.Random) -> Made:
    """A table of figures for ``MAPPING``; every other one is written as RFC 4180 asks."""
    out = io.StringIO()
    careful = csv.writer(out, lineterminator="\n")
    legal = chance.random() < 0.5
    for day in range(1, 8):
        cells = [f"2024-03-{day:02}", str(1000 + day), str(100 + day)]
        if chance.random() < 0.5:
            odd = chance.choice((*_NUMBERS, *_MARKUP, "", '"', "2024-02-30", "a,b,c,d", "\u202e7"))
            cells[chance.randrange(3)] = odd
        if legal:
            careful.writerow(cells)
        else:
            out.write(",".join(cells) + "\n")
    return _text("date,personnel,tank\n", out.getvalue(), refusals=0 if legal else None)


_KINDS: tuple[tuple[str, Callable[[random.Random], Made]], ...] = (
    ("numbers", _numbers), ("signs", _signs), ("markup", _markup), ("controls", _controls), ("nested", _nested),
    ("repeated", _repeated), ("bytes", _bytes), ("encoding", _broken_encoding), ("lines", _json_lines),
    ("table", _table), ("signs", _signs), ("too-much", _too_much),
)  # fmt: skip
_SUFFIXES = {"lines": "jsonl", "table": "csv"}
