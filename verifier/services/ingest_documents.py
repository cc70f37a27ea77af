"""Take in documents: each is stored whole with its claims, or refused with a reason while the others go on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.document import Article
from verifier.domain.tally import TallyMapping
from verifier.errors import InputRefused
from verifier.ingest import read_document, read_json_lines
from verifier.ingest.tallies import read_mapping, read_tally
from verifier.services.desk_open import catch_up
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now, open_store
from verifier.store.claims import add_claims
from verifier.store.documents import add_snapshot, has_snapshot, identify
from verifier.store.engine import PATIENT_SECONDS, Store

SUFFIXES = (".txt", ".md", ".markdown", ".text")
MAX_CLAIMS = 5_000

Readable = tuple[Article, Callable[[], list[Claim]]]
"""An article, and how its claims are read."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one document: new, same, updated or refused (with its reason)."""

    path: str
    status: str
    uid: str | None = None
    reason: str | None = None
    claims: int = 0
    sections: int = 0

    def as_json(self) -> dict[str, Any]:
        """The line of ``ingest --json``."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows about the documents; it wins over what they say."""

    outlet: str | None = None
    published: date | None = None
    lang: str | None = None


def ingest_documents(
    settings: Settings,
    paths: Sequence[str],
    hints: Hints | None = None,
    *,
    json_lines: Sequence[str] = (),
    mapping: str | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> list[Ingested]:
    """Take in files, folders and "-" (standard input), and files of JSON lines, one after the other.

    With a ``mapping`` the files are tables of figures. Raises InputRefused where the mapping cannot be used.
    """
    tally = read_mapping(Path(mapping).read_bytes()) if mapping is not None else None
    results: list[Ingested] = []
    with open_store(settings, PATIENT_SECONDS) as store:
        for name, source in [*_files(paths), *((path, None) for path in json_lines)]:
            progress(name)
            if source is None:
                results += _take_lines(store, name)
            elif tally is not None:
                results.append(_take(store, name, source, lambda raw, called: _read_table(raw, called, tally)))
            else:
                results.append(_take(store, name, source, lambda raw, called: _read_prose(raw, called, hints)))
        catch_up(store)
    _move_corrections(settings, results)
    return results


def ingest_record(settings: Settings, record: Mapping[str, str]) -> Ingested:
    """Take in one text given as a line of ``--jsonl`` would give it."""
    name = str(record.get("name", ""))
    try:
        read = next(iter(read_json_lines(json.dumps(record).encode(), name)))
        if isinstance(read, InputRefused):
            return Ingested(name, "refused", reason=str(read))
        made = _store_article(kept_store(settings), name, read, partial(extract_claims, read))
        _move_corrections(settings, [made])
        return made
    except InputRefused as refusal:
        return Ingested(name, "refused", reason=str(refusal))


def read_article(raw: bytes, name: str, hints: Hints | None = None) -> Article:
    """The document as it would be stored. Raises InputRefused."""
    said = hints or Hints()
    return read_document(raw, name, outlet=said.outlet, published=said.published, lang=said.lang)


def extract_claims(article: Article) -> list[Claim]:
    """The claims of a document, with the uids they would be stored under. Raises InputRefused."""
    identity = identify(article)
    return claims_of(article, identity.document, identity.snapshot)


def claims_of(article: Article, document: str, snapshot: str) -> list[Claim]:
    """The same where the uids of the document and its text are known."""
    from verifier.extract.reader import read_claims

    claims = read_claims(article, document, snapshot)
    if len(claims) > MAX_CLAIMS:
        raise InputRefused(
            "It makes %(number)s claims; the limit for a document is %(limit)s.",
            number=f"{len(claims):,}",
            limit=f"{MAX_CLAIMS:,}",
        )
    return claims


def _files(paths: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Every file the paths name, folders in the order of their names; what is missing is named too."""
    for path in paths:
        place = Path(path)
        if path != "-" and place.is_dir():
            inside = sorted(p for p in place.rglob("*") if p.suffix.lower() in SUFFIXES and p.name != "README.md")
            yield from ((str(p), p) for p in inside)
        else:
            yield path, place


def _read_prose(raw: bytes, name: str, hints: Hints | None) -> Readable:
    article = read_article(raw, name, hints)
    return article, lambda: extract_claims(article)


def _read_table(raw: bytes, name: str, mapping: TallyMapping) -> Readable:
    from verifier.extract.tallies import read_tally_claims

    article, rows = read_tally(raw, name, mapping)
    identity = identify(article)
    return article, lambda: read_tally_claims(article, rows, mapping, identity.document, identity.snapshot)


def _take(store: Store, name: str, path: Path, read: Callable[[bytes, str], Readable]) -> Ingested:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else path.read_bytes()
        return _store_article(store, name, *read(raw, "stdin" if name == "-" else path.name))
    except InputRefused as refusal:
        return Ingested(name, "refused", reason=str(refusal))
    except OSError as error:
        return Ingested(name, "refused", reason=f"It cannot be read: {error.strerror or error}.")


def _take_lines(store: Store, path: str) -> Iterator[Ingested]:
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        yield Ingested(path, "refused", reason=f"It cannot be read: {error.strerror or error}.")
        return
    if not raw.strip():
        yield Ingested(path, "refused", reason="It is empty.")
    for item in read_json_lines(raw, Path(path).name):
        if isinstance(item, InputRefused):
            yield Ingested(path, "refused", reason=str(item))
            continue
        try:
            yield _store_article(store, item.name, item, partial(extract_claims, item))
        except InputRefused as refusal:
            yield Ingested(item.name, "refused", reason=str(refusal))


def _move_corrections(settings: Settings, results: Sequence[Ingested]) -> None:
    """Take what people corrected along into new texts of known documents."""
    from verifier.services.move_corrections import move_corrections

    for each in results:
        if each.status == "updated" and each.uid is not None:
            move_corrections(settings, each.uid)


def _store_article(store: Store, path: str, article: Article, read_claims: Callable[[], list[Claim]]) -> Ingested:
    """Store one article in one transaction; the same text again changes nothing."""
    identity = identify(article)
    with store.read() as connection:
        if has_snapshot(connection, identity.snapshot):
            return Ingested(path, "same", identity.document, sections=len(article.sections))
    claims = read_claims()
    with store.write() as connection:
        if has_snapshot(connection, identity.snapshot):
            return Ingested(path, "same", identity.document, sections=len(article.sections))
        moment = now()
        snapshot_id, updates = add_snapshot(connection, article, identity, moment)
        add_claims(connection, snapshot_id, article.text, claims, moment)
    status = "updated" if updates else "new"
    return Ingested(path, status, identity.document, claims=len(claims), sections=len(article.sections))
