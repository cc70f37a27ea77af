"""The gold sets: texts with what a careful reader finds in them, as files that anybody can add to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from verifier.domain.enums import FindingKind, Relation, Strength
from verifier.errors import InputRefused

PARTS = ("dev", "press", "plain", "unseen")
"""Short texts that rules were made on, news texts whose errors were read, and news texts no rule was mended on."""
HELD_OUT = "pairs-unseen"
"""The set of measures that says how well the rules do on what they were not made on."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one document of a topic."""

    document: str
    words: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document of a topic; ``name`` is the topic's file and the document's key."""

    name: str
    text: str
    lang: str | None = None
    outlet: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two statements and how they relate; a side lists every place that makes the same statement."""

    left: tuple[Quote, ...]
    right: tuple[Quote, ...]
    relation: Relation
    strength: Strength | None = None
    rule: str | None = None
    near: str | None = None


@dataclass(frozen=True, slots=True)
class GoldFinding:
    """A problem inside one document, and the words it is about."""

    kind: FindingKind
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Documents about one event with their labelled pairs and findings."""

    name: str
    part: str
    documents: tuple[GoldDocument, ...]
    pairs: tuple[GoldPair, ...]
    findings: tuple[GoldFinding, ...]


def load_topics(folder: Path) -> list[Topic]:
    """Every topic in ``folder``, by name. Raises InputRefused, naming the file and what is wrong in it."""
    return [_topic(path) for path in sorted(folder.glob("*.toml"))]


def load_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a reading set. Raises InputRefused."""
    cases = _toml(path).get("cases", [])
    for case in cases:
        if not case.get("text") or not case.get("lang"):
            raise InputRefused(f"{path.name}: a case has no text or no lang.")
    return list(cases)


def load_floors(path: Path) -> dict[str, dict[str, float]]:
    """The floor of every measure, by set. Raises InputRefused."""
    return _toml(path)


def _topic(path: Path) -> Topic:
    table = _toml(path)
    try:
        if table["part"] not in PARTS:
            raise ValueError(f"part is “{table['part']}”, not {' or '.join(PARTS)}")
        documents = tuple(
            GoldDocument(
                f"{path.stem}/{key}", entry["text"], entry.get("lang"), entry.get("outlet"), entry["published"]
            )
            for key, entry in table["documents"].items()
        )
        topic = Topic(
            path.stem,
            table["part"],
            documents,
            tuple(_pair(entry, path.stem) for entry in table.get("pairs", [])),
            tuple(
                GoldFinding(FindingKind(entry["finding"]), tuple(_quotes(entry["quotes"], path.stem)))
                for entry in table.get("findings", [])
            ),
        )
    except KeyError as error:
        raise InputRefused(f"{path.name}: {error} is missing.") from error
    except ValueError as error:
        raise InputRefused(f"{path.name}: {error}.") from error
    _check_quotes(topic, path)
    return topic


def _pair(entry: dict[str, Any], topic: str) -> GoldPair:
    return GoldPair(
        tuple(_quotes(entry["left"], topic)),
        tuple(_quotes(entry["right"], topic)),
        Relation(entry["relation"]),
        Strength(entry["strength"]) if "strength" in entry else None,
        entry.get("rule"),
        entry.get("near"),
    )


def _quotes(value: str | list[str], topic: str) -> Iterator[Quote]:
    """ "document: words" or a list of them."""
    for each in [value] if isinstance(value, str) else value:
        document, colon, words = each.partition(": ")
        if not colon:
            raise ValueError(f"“{each}” is not “document: words”")
        yield Quote(f"{topic}/{document}", words)


def _check_quotes(topic: Topic, path: Path) -> None:
    """Every quote stands exactly once in its document."""
    texts = {document.name: document.text for document in topic.documents}
    sides = [quotes for pair in topic.pairs for quotes in (pair.left, pair.right)]
    for quote in (q for quotes in (*sides, *(f.quotes for f in topic.findings)) for q in quotes):
        found = texts.get(quote.document, "").count(quote.words)
        if found != 1:
            raise InputRefused(f"{path.name}: “{quote.words}” stands {found} times in {quote.document}, not once.")


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputRefused(f"{path} cannot be read: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputRefused(f"{path.name} is no valid TOML: {error}.") from error
