"""Search in the full text of claims and documents: whole words in any order, existing verdicts first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, literal_column, select

from verifier.config import Settings
from verifier.services.desk_items import Wanted
from verifier.services.desk_list_model import ClaimRow, DocumentRow, Listing
from verifier.services.desk_listed import CLAIMS, JUDGED
from verifier.services.desk_lists import CLAIM_FILTERS, document_query, read_claim_rows, read_documents
from verifier.services.desk_open import open_desk
from verifier.services.desk_queue import PAGE
from verifier.services.desk_wanted import MOST_COUNTED, Scope, scope_of
from verifier.store.prepared import Prepared, among
from verifier.store.tables import claim, claim_words, desk_entry, document, document_words

LONGEST = 200
_DOCUMENTS = 3
_LAST = 2**62
_SEPARATOR = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: ``terms`` are the words as they were looked for, ``is_cut`` if there were too many letters.

    A term that ends in an asterisk stands for all words that begin with it.
    """

    terms: tuple[str, ...]
    claims: Listing[ClaimRow]
    documents: tuple[DocumentRow, ...]
    is_cut: bool = False


def search(settings: Settings, words: str, wanted: Wanted, after: str | None = None, size: int = PAGE) -> Found:
    """Claims and documents that have all of ``words``; where none has, those with words that begin like them.

    Claims somebody gave a verdict on come first, then those taken in last. On later pages there are claims only.
    """
    terms = _terms(words[:LONGEST])
    is_cut = len(words) > LONGEST
    if not terms:
        return Found((), Listing((), None, 0), (), is_cut)
    with open_desk(settings) as connection:
        found = _find(connection, terms, wanted, after, size)
        if not found.claims.items and not found.documents and not after:
            loose = tuple(term if term.endswith("*") else f"{term}*" for term in terms)
            found = _find(connection, loose, wanted, after, size)
        return Found(found.terms, found.claims, found.documents, is_cut)


def _terms(words: str) -> tuple[str, ...]:
    """The words as the full text keeps them: runs of letters and digits. An asterisk behind one is kept."""
    told = ((part, word.endswith("*")) for word in words.split() for part in [_SEPARATOR.sub(" ", word).split()])
    terms = [
        f"{each}*" if is_open and n == len(parts) - 1 else each
        for parts, is_open in told
        for n, each in enumerate(parts)
    ]
    return tuple(dict.fromkeys(terms))


def _find(connection: Connection, terms: tuple[str, ...], wanted: Wanted, after: str | None, size: int) -> Found:
    asked = " AND ".join(f'"{term[:-1]}" *' if term.endswith("*") else f'"{term}"' for term in terms)
    claims = _claims(connection, f"{{words claimant}} : ({asked})", wanted, after, size)
    documents = () if after else _documents(connection, asked)
    return Found(terms, claims, documents)


def _claims(connection: Connection, asked: str, wanted: Wanted, after: str | None, size: int) -> Listing[ClaimRow]:
    """A page of claims: those with a verdict first, each part from the newest on."""
    scope = scope_of(connection, Wanted(**{name: getattr(wanted, name) for name in CLAIM_FILTERS}), CLAIMS)
    last = _PLACE.first(connection, uid=after, asked=f"mark : {JUDGED}") if after else None
    newest = _keys(connection, scope, asked, None, MOST_COUNTED + 1)
    is_capped = len(newest) > MOST_COUNTED
    if is_capped:
        keys = _next_of_many(connection, scope, asked, last, size + 1)
    else:
        keys = _next_of_few(connection, scope, asked, newest, last)[: size + 1]
    uids = dict(_UIDS.all(connection, keys=keys[:size]))
    rows = read_claim_rows(connection, [uids[key] for key in keys[:size]])
    following = uids[keys[size - 1]] if len(keys) > size else None
    return Listing(tuple(rows), following, min(len(newest), MOST_COUNTED), is_capped)


def _next_of_many(connection: Connection, scope: Scope, asked: str, last: Any, most: int) -> list[int]:
    """What follows the claim ``last`` (the first where it is None) among too many to be counted."""
    keys: list[int] = []
    if last is None or last.is_judged:
        keys += _keys(connection, scope, f"mark : {JUDGED} AND ({asked})", last.id if last else None, most)
    if len(keys) < most:
        before = last.id if last is not None and not last.is_judged else None
        keys += _keys(connection, scope, f"({asked}) NOT mark : {JUDGED}", before, most - len(keys))
    return keys


def _next_of_few(connection: Connection, scope: Scope, asked: str, newest: Sequence[int], last: Any) -> list[int]:
    """What follows the claim ``last`` among all that match, of which ``newest`` are the rows."""
    judged = dict.fromkeys(_keys(connection, scope, f"mark : {JUDGED} AND ({asked})", None, len(newest)))
    ordered = [*judged, *(key for key in newest if key not in judged)]
    return ordered[ordered.index(last.id) + 1 :] if last is not None and last.id in ordered else ordered


def _keys(connection: Connection, scope: Scope, asked: str, before: int | None, most: int) -> list[int]:
    """The rows of claims that match, the newest first."""
    given: dict[str, Any] = {f"value{n}": value for n, value in enumerate(scope.values)}
    given |= {"asked": asked, "before": _LAST if before is None else before, "most": most}
    return _matching(len(scope.values)).scalars(connection, **given)


@lru_cache(maxsize=8)
def _matching(values: int) -> Prepared:
    """The statement of a search among the claims that have so many values."""
    query = select(claim_words.c.rowid).where(_MATCHES, claim_words.c.rowid < bindparam("before"))
    uid = select(claim.c.uid).where(claim.c.id == claim_words.c.rowid).scalar_subquery()
    for n in range(values):
        entry = select(desk_entry.c.uid).where(
            desk_entry.c.value_id == bindparam(f"value{n}"), desk_entry.c.state == CLAIMS,
            desk_entry.c.press == claim_words.c.rowid, desk_entry.c.uid == uid,
        )  # fmt: skip
        query = query.where(entry.exists())
    return Prepared(query.order_by(claim_words.c.rowid.desc()).limit(bindparam("most")))


def _documents(connection: Connection, asked: str) -> tuple[DocumentRow, ...]:
    """The newest documents with the words in their title, then those with them in their text."""
    keys: list[int] = []
    for where in (f"title : ({asked})", f"({asked}) NOT title : ({asked})"):
        keys += _TEXTS.scalars(connection, asked=where, most=_DOCUMENTS - len(keys))
    rows = {row.id: row for row in _DOCUMENTS_BY_ID.all(connection, keys=keys)}
    return tuple(read_documents(connection, [rows[key] for key in keys if key in rows]))


_MATCHES = literal_column("claim_words").op("MATCH")(bindparam("asked"))
_TEXTS = Prepared(
    select(document_words.c.rowid)
    .where(literal_column("document_words").op("MATCH")(bindparam("asked")))
    .order_by(document_words.c.rowid.desc())
    .limit(bindparam("most"))
)
_UIDS = Prepared(select(claim.c.id, claim.c.uid).where(among(claim.c.id, "keys")))
_DOCUMENTS_BY_ID = Prepared(document_query().where(among(document.c.id, "keys")))
_PLACE = Prepared(
    select(
        claim.c.id,
        select(claim_words.c.rowid).where(_MATCHES, claim_words.c.rowid == claim.c.id).exists().label("is_judged"),
    ).where(claim.c.uid == bindparam("uid"))
)
