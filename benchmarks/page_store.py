"""A store of N claims and N pairs with all that the desk's lists are narrowed by, written in bulk.

The words are made up and the pairs are drawn, not judged: this is for timing pages, not for measuring results.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from verifier.config import Settings
from verifier.services.open_store import open_store

MOMENT = "2026-01-05 08:00:00.000000"
CLAIMS_IN_TEXT = 40
FINDING_EVERY, DISPUTE_EVERY, DECIDED_EVERY = 100, 400, 50
_THINGS = ("people", "houses", "drones", "trees", "ferries", "tonnes of grain", "voters", "schools")
_ACTS = ("were hurt", "were lost", "were counted", "were moved", "were repaired", "were seen near the river")
_WHO = ("ministry", "union", "governor", "port", "army", "mayor", "agency", "council", "opposition", "hospital")
_RELATIONS = (
    ("DISPUTES", "hard", 9), ("DISPUTES", "soft", 6), ("CONTRADICTS", "soft", 3), ("REVISES", None, 2),
    ("UNDETERMINED", None, 18), ("DIFFERS", None, 2), ("UPDATES", None, 10), ("REFINES", None, 12),
    ("CORROBORATES", None, 10), ("DUPLICATE", None, 8), ("DIFFERENT_SCOPE", None, 20),
)  # fmt: skip
_QUEUED = ("DISPUTES", "CONTRADICTS", "REVISES")
_COMPARED = json.dumps([
    {"slot": slot, "outcome": "different" if slot == "quantity" else "same", "left": "17", "right": "23", "reason": ""}
    for slot in ("predicate", "thing", "place", "time", "agent", "quantity")
])  # fmt: skip


def build(settings: Settings, size: int, seed: int = 7) -> None:
    """Fill the store of ``settings``, which must be new, with ``size`` claims and as many pairs."""
    store = open_store(settings)
    path = store.path
    store.close()
    draw = random.Random(seed)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        _people_and_places(connection, size)
        _texts(connection, size, draw)
        _claims(connection, size, draw)
        _pairs(connection, size, draw)
        _disputes(connection)
        _decisions(connection)


def _uid(kind: str, number: int) -> str:
    return f"{(number * 2654435761 + hash_of(kind)) % 16**16:016x}"


def hash_of(kind: str) -> int:
    """A number far from those of other kinds."""
    return int.from_bytes(kind.encode().ljust(8, b"."), "big")


def _fill(connection: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    first = next(rows)
    names = ", ".join(f'"{name}"' for name in first)
    marks = ", ".join(f":{name}" for name in first)
    statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
    connection.execute(statement, first)
    connection.executemany(statement, rows)


def _people_and_places(connection: sqlite3.Connection, size: int) -> None:
    _fill(connection, "user", iter([{"id": 1, "name": "rita", "role": "editor", "disabled": 0, "created_at": MOMENT}]))
    actors, places = max(20, size // 500), max(10, size // 2000)
    _fill(
        connection,
        "actor",
        ({"slug": f"a{n}", "name": f"{_WHO[n % 10]} no. {n // 10}", "kind": "org"} for n in range(actors)),
    )
    _fill(connection, "place", ({"slug": f"p{n}", "name": f"Place {n}"} for n in range(places)))
    _fill(
        connection,
        "outlet",
        ({"slug": f"o{n}", "name": f"Outlet {n}", "kind": "newspaper", "country": "XX"} for n in range(40)),
    )


def _texts(connection: sqlite3.Connection, size: int, draw: random.Random) -> None:
    texts = range(1, size // CLAIMS_IN_TEXT + 1)
    langs = {n: "de" if draw.random() < 0.1 else "en" for n in texts}
    days = {n: f"20{20 + n * 6 // len(texts):02d}-{1 + n % 12:02d}-{1 + n % 28:02d} 06:00:00.000000" for n in texts}
    first_outlet = connection.execute("SELECT min(id) FROM outlet WHERE slug = 'o0'").fetchone()[0]
    _fill(
        connection,
        "document",
        (
            {"id": n, "uid": _uid("document", n), "outlet_id": first_outlet + n % 40, "name": f"text-{n:06d}.md",
             "title": f"Report {n} from the {_WHO[n % 10]}", "lang": langs[n]}
            for n in texts
        ),
    )  # fmt: skip
    _fill(
        connection,
        "snapshot",
        (
            {"id": n, "uid": _uid("snapshot", n), "document_id": n, "seq": 1, "title": f"Report {n}", "lang": langs[n],
             "published_on": days[n], "date_precision": "day", "credits": "[]", "raw": b"x", "raw_sha256": f"{n:064x}",
             "text": _text(n), "text_sha256": f"{n:064x}", "taken_at": MOMENT}
            for n in texts
        ),
    )  # fmt: skip
    _fill(
        connection,
        "section",
        (
            {"snapshot_id": n, "ordinal": 0, "kind": "body", "start": 0, "end": CLAIMS_IN_TEXT * 100}
            for n in texts
        ),
    )  # fmt: skip


def _sentence(n: int) -> str:
    attack = "after the attack " if n % 10 < 3 else "during the flood "
    words = f"At least {n % 990 + 7} {_THINGS[n % 8]} {_ACTS[n % 6]} {attack}near "
    words += f"district {n % 3001}, the {_WHO[n % 10]} said"
    return words.ljust(98) + ".\n"


def _text(number: int) -> str:
    return "".join(_sentence((number - 1) * CLAIMS_IN_TEXT + k + 1) for k in range(CLAIMS_IN_TEXT))


def _claims(connection: sqlite3.Connection, size: int, draw: random.Random) -> None:
    actors = [row[0] for row in connection.execute("SELECT id FROM actor WHERE slug GLOB 'a[0-9]*' ORDER BY id")]
    places = [row[0] for row in connection.execute("SELECT id FROM place ORDER BY id")]
    langs = dict(connection.execute("SELECT id, lang FROM snapshot"))
    spoken = [min(int(draw.expovariate(12 / len(actors))), len(actors) - 1) for _ in range(size)]
    numbers = range(1, size + 1)
    for table, rows in (
        ("claim", (_claim(n, langs) for n in numbers)),
        ("claim_version", (_version(n, places[n % len(places)] if n % 4 else None) for n in numbers)),
        ("attribution", (_voice(n, at, actors[at]) for n, at in zip(numbers, spoken, strict=True) if n % 10)),
        ("quantity", (_quantity(n) for n in numbers if n % 3)),
    ):
        _fill(connection, table, rows)


def _where(n: int) -> tuple[int, int]:
    """The text of a claim, and where in it the claim begins."""
    return (n - 1) // CLAIMS_IN_TEXT + 1, (n - 1) % CLAIMS_IN_TEXT * 100


def _claim(n: int, langs: Mapping[int, str]) -> dict[str, Any]:
    text, start = _where(n)
    words = _sentence(n).rstrip().rstrip(".").rstrip()
    return {
        "id": n, "uid": _uid("claim", n), "snapshot_id": text, "section": 0, "section_kind": "body",
        "passage": 0, "lang": langs[text], "start": start, "end": start + len(words), "exact": words,
        "prefix": "", "suffix": ".", "context": words,
    }  # fmt: skip


def _version(n: int, place: int | None) -> dict[str, Any]:
    thing = _THINGS[n % 8]
    slots = {"predicate": {"key": "hurt", "name": "hurt", "span": None}, "names": [],
             "thing": {"key": thing, "name": thing, "span": None}}  # fmt: skip
    return {
        "id": n, "claim_id": n, "version_no": 1, "kind": "quantity" if n % 3 else "event",
        "canonical_text": _sentence(n), "question_text": f"how many {thing}", "predicate": "hurt",
        "thing": thing, "place_id": place, "stated_on": "2026-01-04",
        "modality": "actual", "polarity": "+", "commitment": "asserted", "hedged": 0, "against_interest": 0,
        "caveats": "[]", "slots": json.dumps(slots), "made_by": "extractor@1", "made_at": MOMENT,
    }  # fmt: skip


def _voice(n: int, at: int, actor: int) -> dict[str, Any]:
    return {
        "claim_version_id": n, "step": 0, "role": "claimant", "actor_id": actor,
        "actor_name": f"the {_WHO[at % 10]} no. {at // 10}", "actor_kind": "org", "actor_side": f"side{at % 5}",
        "cue": "said", "cue_class": "asserted",
    }  # fmt: skip


def _quantity(n: int) -> dict[str, Any]:
    value, at = float(n % 990 + 7), _where(n)[1] + len("At least ")
    return {
        "claim_version_id": n, "ordinal": 0, "start": at, "end": at + len(str(int(value))),
        "surface": str(int(value)), "kind": "number", "qualifier": "exact", "point": value,
        "hard_lo": value, "hard_hi": value, "hard_lo_open": 0, "hard_hi_open": 0, "soft_lo": value,
        "soft_hi": value, "soft_lo_open": 0, "soft_hi_open": 0, "thing": _THINGS[n % 8],
    }  # fmt: skip


def _pairs(connection: sqlite3.Connection, size: int, draw: random.Random) -> None:
    kinds = [(relation, strength) for relation, strength, weight in _RELATIONS for _ in range(weight)]
    judged = [draw.choice(kinds) for _ in range(size)]
    pressing = [round(draw.random(), 6) for _ in range(size)]
    sides = [(n, (n + 1 + int(draw.random() ** 4 * 5000)) % size + 1) for n in range(1, size + 1)]
    pairs = list(zip(range(1, size + 1), judged, sides, strict=True))
    _fill(connection, "pair", (_pair(*each, pressing[each[0] - 1]) for each in pairs))
    _fill(connection, "comparison", (_comparison(*each) for each in pairs))
    findings = range(1, size // FINDING_EVERY + 1)
    _fill(connection, "finding", (_finding(n, round(draw.random(), 6)) for n in findings))
    _fill(
        connection,
        "finding_part",
        (
            {"finding_id": n, "ordinal": k, "claim_id": n * FINDING_EVERY - k, "start": 0, "end": 9,
             "quote": "At least"}
            for n in findings
            for k in (0, 1)
        ),
    )  # fmt: skip


def _pair(n: int, judged: tuple[str, str | None], sides: tuple[int, int], pressing: float) -> dict[str, Any]:
    queued = judged[0] in _QUEUED
    return {
        "id": n, "uid": _uid("pair", n), "left_id": sides[0], "right_id": sides[1], "locus": "cross",
        "relation": judged[0], "strength": judged[1], "aspect": "quantity", "rule": "R16", "independent": 1,
        "queued": int(queued), "priority": pressing, "explanation": _told(n),
        "state": "decided" if queued and n % DECIDED_EVERY == 0 else "new", "live": 1,
    }  # fmt: skip


def _comparison(n: int, judged: tuple[str, str | None], sides: tuple[int, int]) -> dict[str, Any]:
    return {
        "id": n, "pair_id": n, "seq": 1, "left_version_id": sides[0], "right_version_id": sides[1], "ruleset": "r@1",
        "relation": judged[0], "strength": judged[1], "aspect": "quantity", "rule": "R16", "independent": 1,
        "explanation": _told(n), "would_change": "a later count by either side", "slots": _COMPARED,
        "features": "{}", "made_at": MOMENT,
    }  # fmt: skip


def _finding(n: int, pressing: float) -> dict[str, Any]:
    return {
        "id": n, "uid": _uid("finding", n), "snapshot_id": (n * FINDING_EVERY - 1) // CLAIMS_IN_TEXT + 1,
        "kind": "HEADLINE_BODY", "strength": "soft", "rule": "F1", "aspects": '["hedge"]', "explanation": _told(n),
        "queued": 1, "priority": pressing, "live": 1,
    }  # fmt: skip


def _told(number: int) -> str:
    return f"One counts {number % 990 + 7}, the other {number % 400 + 3}: the same matter, the same day, other numbers."


def _disputes(connection: sqlite3.Connection) -> None:
    """Every so many of the contested pairs is a dispute of its own two claims."""
    rows = connection.execute(
        "SELECT left_id, right_id FROM pair WHERE relation = 'DISPUTES' AND id % ? = 0", (DISPUTE_EVERY,)
    ).fetchall()
    asked = (
        {"id": n, "uid": _uid("dispute", n), "question": f"How many in case {n}?", "live": 1}
        for n in range(1, len(rows) + 1)
    )
    _fill(connection, "dispute", asked)
    members = (
        {"dispute_id": n, "claim_id": key, "position": k, "label": str(k), "stance": "asserts"}
        for n, row in enumerate(rows, 1)
        for k, key in enumerate(row)
    )
    _fill(connection, "dispute_claim", members)


def _decisions(connection: sqlite3.Connection) -> None:
    """A verdict on every pair that is decided, and on a claim of each."""
    rows = connection.execute(
        "SELECT pair.id, pair.uid, left_id, claim.uid FROM pair JOIN claim ON claim.id = left_id"
        " WHERE state = 'decided'"
    ).fetchall()
    given = [("pair_id", row[0], row[1], "", "dispute") for row in rows]
    given += [("claim_id", row[2], row[3], "content", "unverifiable") for row in rows[::4]]
    shown = json.dumps({"explanation": "shown"})
    for seq, (column, key, uid, question, verdict) in enumerate(given, 1):
        connection.execute(
            f"INSERT INTO decision (seq, uid, {column}, question, user_id, verdict, note, reason_codes, shown,"
            " decided_at, salt) VALUES (?, ?, ?, ?, 1, ?, '', '[]', ?, ?, 's')",
            (seq, _uid("decision", seq), key, question, verdict, shown, MOMENT),
        )
        connection.execute("INSERT INTO standing VALUES (?, ?, ?, ?)", (uid, question, verdict, seq))


def folder_of(root: Path, size: int) -> Path:
    """Where the store of this size is kept between runs."""
    return root / f"pages-{size}"
