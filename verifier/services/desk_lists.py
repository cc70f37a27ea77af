"""The lists of the desk: filtered, counted, paged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.services.desk_data import Desk, document_rows, open_desk, read_history
from verifier.services.desk_model import (
    ClaimRow,
    DeskItem,
    DocumentRow,
    Facet,
    HistoryEntry,
    Listing,
    Neighbours,
)

PAGE = 25
STATES = ("waiting", "undetermined", "differs", "decided", "stale", "listed")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; empty words narrow nothing."""

    state: str = "waiting"
    relation: str = ""
    strength: str = ""
    document: str = ""
    kind: str = ""


def list_queue(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[DeskItem], dict[str, list[Facet]], int]:
    """Pairs and findings of one state, the facets to narrow them by, and how many documents there are."""
    with open_desk(settings) as desk:
        items = _filtered(desk.items, wanted)
        page = paged(items, after, lambda item: item.uid, size)
        return page, _facets(desk, wanted), len(desk.titles)


def neighbours_of(settings: Settings, wanted: Wanted, uid: str) -> Neighbours:
    """The items before and after one in the same filtered queue; after a verdict the next one that waits."""
    with open_desk(settings) as desk:
        ordered = [i for i in desk.items if i.uid == uid or _matches(i, wanted)]
    at = next((n for n, item in enumerate(ordered) if item.uid == uid), None)
    if at is None:
        first = ordered[0] if ordered else None
        return Neighbours(None, (first.kind, first.uid) if first else None)
    before, after = (ordered[at - 1] if at else None), (ordered[at + 1] if at + 1 < len(ordered) else None)
    return Neighbours((before.kind, before.uid) if before else None, (after.kind, after.uid) if after else None)


def list_findings(
    settings: Settings, wanted: Wanted, after: str | None, size: int = PAGE
) -> tuple[Listing[DeskItem], dict[str, list[Facet]]]:
    """All findings whatever their state."""
    with open_desk(settings) as desk:
        found = [i for i in desk.findings if _matches(i, wanted, any_state=True)]
        ordered = sorted(found, key=lambda i: (-i.priority, i.uid))
        counts = {
            "relation": _count(desk.findings, lambda i: i.relation, lambda v: v.replace("_", " ").capitalize()),
            "document": _count(desk.findings, lambda i: i.voices[0].document, lambda v: desk.titles.get(v, v)),
        }
        return paged(ordered, after, lambda item: item.uid, size), counts


def list_claims(
    settings: Settings, wanted: Wanted, words: str, after: str | None, size: int = PAGE
) -> tuple[Listing[ClaimRow], dict[str, list[Facet]]]:
    """Claims in the order of their texts; with ``words`` those that have them all in quote or claimant."""
    with open_desk(settings) as desk:
        competing = Counter(v.claim for item in desk.pairs if item.state in ("waiting", "decided") for v in item.voices)
        claims = [c for c in desk.claims.values() if _claim_matches(desk, c, wanted, words)]
        rows = [_claim_row(desk, c, competing) for c in claims]
        counts = {
            "kind": _count(desk.claims.values(), lambda c: c.reading.kind.value, str),
            "document": _count(desk.claims.values(), lambda c: c.document, lambda v: desk.titles.get(v, v)),
        }
        return paged(rows, after, lambda row: row.voice.claim, size), counts


def list_documents(settings: Settings) -> list[DocumentRow]:
    """Every document with its counts."""
    with open_desk(settings) as desk:
        return document_list(desk)


def document_list(desk: Desk) -> list[DocumentRow]:
    """The rows of all documents of a desk."""
    claims = Counter(c.document for c in desk.claims.values())
    waiting: Counter[str] = Counter()
    for item in desk.items:
        if item.state == "waiting":
            waiting.update({v.document for v in item.voices})
    return [
        DocumentRow(
            row.uid, row.name, row.title or row.name, row.outlet_name if row.slug else None, row.text_lang,
            row.published_on.date() if row.published_on else None, claims[row.uid], waiting[row.uid],
        )
        for row in document_rows(desk.connection)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A claimant with the record of its claims."""

    name: str
    side: str | None
    kind: str | None
    claims: int
    competing: int


def list_sources(settings: Settings) -> list[SourceRow]:
    """Every claimant, those quoted most first."""
    with open_desk(settings) as desk:
        competing = Counter(v.claim for item in desk.pairs if item.state in ("waiting", "decided") for v in item.voices)
        found: dict[str, list[Claim]] = {}
        for each in desk.claims.values():
            if each.reading.claimant is not None:
                found.setdefault(each.reading.claimant.key, []).append(each)
        rows = []
        for claims in found.values():
            who = claims[0].reading.claimant
            if who is not None:
                rows.append(
                    SourceRow(who.name, who.side, who.kind, len(claims), sum(competing[c.uid] > 0 for c in claims))
                )
    return sorted(rows, key=lambda row: (-row.claims, row.name))


def list_history(settings: Settings, after: str | None, size: int = PAGE) -> Listing[HistoryEntry]:
    """Every decision, the newest first."""
    with open_desk(settings) as desk:
        return paged(read_history(desk.connection), after, lambda entry: str(entry.seq), size)


def last_decision(settings: Settings, reviewer: str) -> HistoryEntry | None:
    """One's newest decision that still stands."""
    with open_desk(settings) as desk:
        entries = read_history(desk.connection)
    return next((e for e in entries if e.reviewer == reviewer and not e.cancelled and e.cancels is None), None)


def paged(rows: Sequence[T], after: str | None, key: Callable[[T], str], size: int = PAGE) -> Listing[T]:
    """The rows after the one whose key is ``after``."""
    start = 0
    if after:
        start = next((n + 1 for n, row in enumerate(rows) if key(row) == after), 0)
    part = tuple(rows[start : start + size])
    more = start + size < len(rows)
    return Listing(part, key(part[-1]) if part and more else None, len(rows))


def _filtered(items: Iterable[DeskItem], wanted: Wanted) -> list[DeskItem]:
    return [item for item in items if _matches(item, wanted)]


def _matches(item: DeskItem, wanted: Wanted, any_state: bool = False) -> bool:
    return (
        (any_state or item.state == wanted.state)
        and wanted.relation in ("", item.relation)
        and wanted.strength in ("", item.strength or "")
        and (not wanted.document or any(v.document == wanted.document for v in item.voices))
    )


def _claim_matches(desk: Desk, each: Claim, wanted: Wanted, words: str) -> bool:
    if wanted.kind not in ("", each.reading.kind.value) or wanted.document not in ("", each.document):
        return False
    text = f"{each.quote} {desk.voice(each).claimant}".casefold()
    return all(word in text for word in words.casefold().split())


def _claim_row(desk: Desk, each: Claim, competing: Mapping[str, int]) -> ClaimRow:
    quantity = each.reading.quantity
    return ClaimRow(
        desk.voice(each),
        each.section_kind.value,
        quantity.surface if quantity is not None else None,
        competing[each.uid],
        desk.verdicts.get((each.uid, "attribution")),
        desk.verdicts.get((each.uid, "content")),
    )


def _facets(desk: Desk, wanted: Wanted) -> dict[str, list[Facet]]:
    from dataclasses import replace

    def without(name: str) -> list[DeskItem]:
        return _filtered(desk.items, replace(wanted, **{name: ""}))

    states = Counter(item.state for item in desk.items)
    labels = ("Waiting", "A slot is missing", "Rival descriptions", "Decided", "Read anew", "No conflict")
    return {
        "state": [Facet(s, label, states[s]) for s, label in zip(STATES, labels, strict=True)],
        "relation": _count(without("relation"), lambda i: i.relation, lambda v: v.replace("_", " ").capitalize()),
        "strength": _count([i for i in without("strength") if i.strength], lambda i: i.strength or "", str),
        "document": _count(
            [v for i in without("document") for v in {v.document: v for v in i.voices}.values()],
            lambda v: v.document,
            lambda uid: desk.titles.get(uid, uid),
        ),
    }


def _count(rows: Iterable[Any], value: Callable[[Any], str], label: Callable[[str], str]) -> list[Facet]:
    counts = Counter(value(row) for row in rows)
    return [Facet(v, label(v), n) for v, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
