"""Reading the tables of seeds/reference into entries."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from verifier.errors import VerifierError
from verifier.paths import bundled
from verifier.reference.model import ActorEntry, ContrastEntry, OutletEntry, PredicateEntry, ThingEntry, UnitEntry
from verifier.reference.words import LANGUAGES, words_by_language

Record = Mapping[str, Any]
E = TypeVar("E")

_WORDS = set(LANGUAGES)
_ACTOR_WORDS = (
    _WORDS | {f"{prefix}_{lang}" for prefix in ("adj", "people", "capital") for lang in LANGUAGES} | {"side", "parent"}
)
_PREDICATE_ROLES = {"subject", "object", "owner", "opposite", "role_map", "subjects", "objects"}
_KNOWN = {
    "states": _ACTOR_WORDS | {"iso"},
    "actors": _ACTOR_WORDS | {"kind", "name", "country", "as", "office", "nature"},
    "outlets": {"name", "kind", "country", "names", "domains", "side"},
    "contrasts": _WORDS,
    "units": _WORDS | {"code", "name", "dimension", "factor", "base", "offset", "symbols"},
    "things": _WORDS | {"parent", "side_bearing", "tells", "not_de"},
    "predicates": _WORDS
    | _PREDICATE_ROLES
    | {"family", "aspect", "tally", "splits", "akin", "excludes", "entails", "not_de"}
    | {f"{prefix}_{lang}" for prefix in ("noun", "adj") for lang in LANGUAGES},
}


def read_records(table: str) -> dict[str, Record]:
    """The records of ``table`` by slug. Raises VerifierError naming file and entry."""
    path = bundled("seeds") / "reference" / f"{table}.toml"
    try:
        records = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VerifierError(f"The reference table {_shown(path)} cannot be read: {error}") from error
    for slug, record in records.items():
        if not isinstance(record, dict):
            raise VerifierError(f"{_shown(path)}: “{slug}” is no entry but a single value.")
        if unknown := sorted(record.keys() - _KNOWN[table]):
            raise VerifierError(f"{_shown(path)}: the entry “{slug}” has the unknown field “{unknown[0]}”.")
    return records


def read_entries(table: str, make: Callable[[str, Record], E]) -> Iterator[E]:
    """Each record of ``table`` made into an entry. Raises VerifierError naming file and entry."""
    for slug, record in read_records(table).items():
        try:
            yield make(slug, record)
        except (KeyError, TypeError, ValueError) as error:
            raise VerifierError(f"seeds/reference/{table}.toml: the entry “{slug}” is not usable: {error!r}") from error


def state_of(slug: str, record: Record) -> ActorEntry:
    """A state: ``iso`` is its ISO 3166 code, its first English name its name."""
    names = words_by_language(record)
    return ActorEntry(
        slug=slug,
        name=names["en"][0],
        kind="state",
        side=record.get("side"),
        parent=record.get("parent"),
        country=record.get("iso"),
        names=names,
        adjectives=words_by_language(record, "adj_"),
        people=words_by_language(record, "people_"),
        capitals=words_by_language(record, "capital_"),
    )


def actor_of(slug: str, record: Record) -> ActorEntry:
    """Any other actor; roles say by ``as`` what they become once their state is known."""
    names = words_by_language(record)
    return ActorEntry(
        slug=slug,
        name=record.get("name") or names["en"][0],
        kind=record["kind"],
        side=record.get("side"),
        parent=record.get("parent"),
        country=record.get("country"),
        names=names,
        adjectives=words_by_language(record, "adj_"),
        people=words_by_language(record, "people_"),
        capitals=words_by_language(record, "capital_"),
        becomes=record.get("as"),
        office=record.get("office"),
        nature=record.get("nature"),
    )


def outlet_of(slug: str, record: Record) -> OutletEntry:
    """An outlet; ``names`` and ``domains`` are strings with commas."""
    return OutletEntry(
        slug=slug,
        name=record["name"],
        kind=record["kind"],
        country=record.get("country"),
        names=(record["name"], *_list(record.get("names"))),
        domains=_list(record.get("domains")),
        side=record.get("side"),
    )


def thing_of(slug: str, record: Record) -> ThingEntry:
    """A thing; ``not_de`` lists German words that only look like its compounds."""
    nouns = words_by_language(record)
    return ThingEntry(
        slug=slug,
        label={lang: words[:1] for lang, words in nouns.items()},
        parent=record.get("parent"),
        side_bearing=bool(record.get("side_bearing", False)),
        tells=record.get("tells"),
        nouns=nouns,
        no_compounds=_list(record.get("not_de")),
    )


def predicate_of(slug: str, record: Record) -> PredicateEntry:
    """A predicate; "en" and "de" are its verbs, "noun_…" its nominalisations, "adj_…" its adjectives."""
    return PredicateEntry(
        slug=slug,
        family=record.get("family", slug),
        subject=record.get("subject", "agent"),
        object=record.get("object", "patient"),
        owner=record.get("owner", "patient"),
        aspect=record.get("aspect"),
        tally=bool(record.get("tally", False)),
        opposite=record.get("opposite"),
        role_map=dict(record.get("role_map", {})),
        verbs=words_by_language(record),
        nouns=words_by_language(record, "noun_"),
        adjectives=words_by_language(record, "adj_"),
        subjects=_list(record.get("subjects")),
        objects=_list(record.get("objects")),
        akin=_list(record.get("akin")),
        excludes=_list(record.get("excludes")),
        entails=_list(record.get("entails")),
        splits=bool(record.get("splits", False)),
        no_compounds=_list(record.get("not_de")),
    )


def contrast_of(slug: str, record: Record) -> ContrastEntry:
    """A scale; "|" parts the poles, commas the words of one."""
    return ContrastEntry(slug, {lang: tuple(_list(pole) for pole in record[lang].split("|")) for lang in record})


def unit_of(slug: str, record: Record) -> UnitEntry:
    """A unit; the slug is its code unless ``code`` says otherwise."""
    return UnitEntry(
        code=record.get("code", slug),
        name=record["name"],
        dimension=record["dimension"],
        factor=record.get("factor"),
        base=record.get("base"),
        offset=record.get("offset", 0.0),
        names=words_by_language(record),
        symbols=_list(record.get("symbols")),
    )


def _list(value: object) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else ()


def _shown(path: Path) -> str:
    return f"seeds/reference/{path.name}"
