"""Read stored texts by the rules of today; what people corrected, decided or asked about stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from verifier.config import Settings
from verifier.domain.claim import Claim, Reading
from verifier.errors import InputRefused
from verifier.services.desk_open import catch_up
from verifier.services.ingest_documents import claims_of
from verifier.services.open_store import now, open_store
from verifier.store.claims import EXTRACTOR, add_claims, add_versions
from verifier.store.documents import load_article
from verifier.store.engine import PATIENT_SECONDS, Store
from verifier.store.reread import (
    Stored,
    as_stored,
    claims_dealt_with,
    corrected_claims,
    readings_of,
    snapshot_row,
    stored_documents,
)


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of the newest texts: claims that read otherwise now, that are new, and that are none any more.

    ``kept`` are claims that would be none but for what people did with them; ``refused`` names each document that
    could not be read, with the reason.
    """

    texts: int = 0
    changed: int = 0
    added: int = 0
    dropped: int = 0
    kept: int = 0
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Difference:
    """What is to be stored of one text."""

    anew: list[tuple[Stored, Reading]]
    added: list[Claim]
    dropped: list[Stored]
    kept: int


def reread_texts(settings: Settings, *, progress: Callable[[str], None] = lambda _: None) -> Reread:
    """Read the newest text of every document anew, each in one transaction; tables of figures are left as they are.

    A claim that reads otherwise gets a further reading, one that is none any more a reading that says so; it stays,
    as it was, where people have dealt with it. The next ``pair`` compares what has changed.
    """
    done = Reread()
    with open_store(settings, PATIENT_SECONDS) as store:
        with store.read() as connection:
            documents = stored_documents(connection)
        for uid, name in documents:
            progress(name)
            try:
                done = _reread(store, uid, done)
            except InputRefused as refusal:
                done = replace(done, refused=(*done.refused, f"{name}: {refusal}"))
        catch_up(store)
    return done


def _reread(store: Store, uid: str, done: Reread) -> Reread:
    with store.read() as connection:
        article, home, text = load_article(connection, uid)
        if _is_table(readings_of(connection, text)):
            return done
    read = claims_of(article, home, text)
    with store.write() as connection:
        found = _compare(connection, readings_of(connection, text), read)
        _save(connection, text, article.text, found)
    return replace(
        done, texts=done.texts + 1, changed=done.changed + len(found.anew), added=done.added + len(found.added),
        dropped=done.dropped + len(found.dropped), kept=done.kept + found.kept,
    )  # fmt: skip


def _is_table(stored: Mapping[str, Stored]) -> bool:
    """Whether a text is a table of figures: the words of each claim are a number and nothing else."""
    claims = [each.claim for each in stored.values()]
    return bool(claims) and all(
        c.reading.quantity is not None and c.reading.quantity.surface == c.quote for c in claims
    )


def _compare(connection: Connection, stored: Mapping[str, Stored], read: Sequence[Claim]) -> _Difference:
    """What differs between how claims are stored and how they are read; what people corrected is theirs."""
    corrected = corrected_claims(connection, stored)
    anew, added = [], []
    for each in read:
        before = stored.get(each.uid)
        if before is None:
            added.append(each)
        elif each.uid not in corrected and (before.rejected or before.claim.reading != as_stored(each.reading)):
            anew.append((before, each.reading))
    still = {each.uid for each in read} | corrected
    gone = {each.row: each for uid, each in stored.items() if uid not in still and not each.rejected}
    kept = claims_dealt_with(connection, gone)
    return _Difference(anew, added, [each for row, each in gone.items() if row not in kept], len(kept))


def _save(connection: Connection, uid: str, text: str, found: _Difference) -> None:
    moment = now()
    add_claims(connection, snapshot_row(connection, uid), text, found.added, moment)
    for before, reading in found.anew:
        add_versions(connection, [(before.row, reading)], before.version + 1, EXTRACTOR, moment)
    for before in found.dropped:
        last = [(before.row, before.claim.reading)]
        add_versions(connection, last, before.version + 1, EXTRACTOR, moment, rejected=True)
