"""What a person corrects: a slot, a missed claim, words that make no claim, a pair by hand; and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.span import Span
from verifier.errors import Conflict, InputRefused, NotFound
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.recompare import judge_one, save_judged
from verifier.services.slot_values import corrected, slot_values
from verifier.services.submitted import refuse_late
from verifier.store.chains import end_of, in_force
from verifier.store.claims import MADE_BY, add_claim, add_versions, load_version, own_version
from verifier.store.corrections import (
    Entry,
    append_correction,
    correction_links,
    corrections_of,
    hand_pairs,
)
from verifier.store.documents import load_article, newest_snapshot
from verifier.store.reviews import find_target
from verifier.store.tables import claim, claim_version, snapshot
from verifier.store.users import user_id
from verifier.text.shadow import shadow_of

MAX_REASON = 10_000


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as it was recorded; ``target`` is claim or pair, ``told`` what changed in words."""

    seq: int
    kind: str
    target: str
    uid: str
    told: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """A change worked out on a store that is being read: ``seen`` is the number of the reading it starts from."""

    kind: str
    claim: Claim
    rejected: bool
    seen: int
    told: str
    cancels: int | None = None


def correct(
    settings: Settings,
    uid: str,
    slots: Mapping[str, str],
    *,
    reason: str = "",
    user: str | None = None,
    version: str | None = None,
) -> Corrected:
    """Give a claim a new reading with some slots set anew, unless it is not at ``version`` any more.

    Raises NotFound, InputRefused, Conflict, Stale.
    """

    def plan(connection: Connection) -> _Plan:
        each, number, rejected = _current(connection, uid, version)
        if rejected:
            raise Conflict("These words were said to make no claim; take that back first.")
        reading = corrected(each, slots)
        before, after = slot_values(each.reading), slot_values(reading)
        told = "; ".join(f"{name}: {before[name] or 'unknown'} → {after[name] or 'unknown'}" for name in slots)
        if reading == each.reading:
            raise InputRefused("Nothing would change: the claim reads so already.")
        return _Plan("corrected", replace(each, reading=reading), False, number, told)

    return _apply(settings, plan, reason, user)


def reject(
    settings: Settings, uid: str, *, reason: str = "", user: str | None = None, version: str | None = None
) -> Corrected:
    """Say that the words make no claim: it leaves all lists, its pairs are no longer compared.

    Raises NotFound, Conflict, and Stale where it is not at ``version`` any more.
    """

    def plan(connection: Connection) -> _Plan:
        each, number, rejected = _current(connection, uid, version)
        if rejected:
            raise Conflict("These words were said to make no claim already.")
        return _Plan("rejected", each, True, number, "no claim")

    return _apply(settings, plan, reason, user)


def add(
    settings: Settings, document: str, start: int, end: int, *, reason: str = "", user: str | None = None
) -> Corrected:
    """Mark a missed claim by its span in the newest text of a document, named by uid or name."""

    def plan(connection: Connection) -> _Plan:
        from verifier.extract.marked import read_marked

        if not 0 <= start < end:
            raise InputRefused("The marked words must begin before they end.")
        article, home, text_uid = load_article(connection, document)
        passage = _passage_before(connection, text_uid, start)
        made = read_marked(article, Span(start, end), home, text_uid, passage)
        known = connection.execute(select(claim.c.id).where(claim.c.uid == made.uid)).first()
        if known is None:
            return _Plan("added", made, False, 0, made.quote)
        each, number, rejected = _current(connection, made.uid)
        if not rejected:
            raise Conflict("These words are a claim already: %(uid)s.", uid=made.uid)
        return _Plan("added", each, False, number, each.quote)

    return _apply(settings, plan, reason, user)


def add_words(
    settings: Settings, document: str, words: str, *, near: int = 0, reason: str = "", user: str | None = None
) -> Corrected:
    """Mark a missed claim by its words, the first time they stand at or after ``near``, else the first time at all.

    Raises NotFound, InputRefused, Conflict.
    """
    said = shadow_of(words).strip()
    with kept_store(settings).read() as connection:
        text = shadow_of(load_article(connection, document)[0].text)
    start = text.find(said, near) if said else -1
    start = text.find(said) if start < 0 and said else start
    if start < 0:
        raise InputRefused("These words do not stand in the document; copy them as they are there.")
    return add(settings, document, start, start + len(said), reason=reason, user=user)


def take_back(settings: Settings, entry: Entry, *, user: str, redo: bool = False) -> Corrected:
    """Undo a correction of a claim, or with ``redo`` bring one back that was undone. Raises Conflict."""

    def plan(connection: Connection) -> _Plan:
        entries = corrections_of(connection, claim_uid=entry.claim)
        links = correction_links(connection)
        later = any(e.seq > entry.seq and e.cancels is None and not e.cancelled for e in entries)
        if later or entry.cancelled is not redo:
            raise Conflict("The claim has been corrected since; take that back first.")
        last = end_of(entry.seq, links)
        links[last] = max(e.seq for e in entries) + 1
        each, rejected = _settled(connection, entries, links)
        _, number, _ = _current(connection, each.uid)
        return _Plan("redone" if redo else "undone", each, rejected, number, entry.told, last)

    return _apply(settings, plan, "", user)


def _settled(connection: Connection, entries: list[Entry], links: Mapping[int, int]) -> tuple[Claim, bool]:
    """The reading that holds once ``links`` are what is taken back, and whether it rejects the claim."""
    uid = str(entries[0].claim)
    top = next((e for e in entries if e.cancels is None and in_force(e.seq, links)), None)
    if top is not None and top.version is not None:
        return load_version(connection, uid, top.version)
    own = own_version(connection, uid)
    return load_version(connection, uid, own) if own is not None else (load_version(connection, uid, 1)[0], True)


def _apply(settings: Settings, plan: Callable[[Connection], _Plan], reason: str, user: str | None) -> Corrected:
    """Work a change out, compare the claim anew, and store both unless somebody was quicker."""
    if len(reason) > MAX_REASON:
        raise InputRefused(
            "The reason has %(number)s characters; the limit is %(limit)s.",
            number=f"{len(reason):,}",
            limit=f"{MAX_REASON:,}",
        )
    who = user or settings.user
    store = kept_store(settings)
    with store.read() as connection:
        made = plan(connection)
        uid, changed = made.claim.uid, None if made.rejected else made.claim
        judged = judge_one(connection, settings.embedder, made.claim, changed, hand_pairs(connection))
    with store.write() as connection:
        moment = now()
        reviewer = user_id(connection, who, moment)
        claim_id = _claim_id(connection, made)
        version_id = add_versions(
            connection, [(claim_id, made.claim.reading)], made.seen + 1, MADE_BY + str(reviewer), moment,
            rejected=made.rejected,
        )[0]  # fmt: skip
        save_judged(connection, judged, reread=True)
        seq = append_correction(
            connection, made.kind, reviewer, moment,
            claim_id=claim_id, version_id=version_id, told=made.told, reason=reason, cancels=made.cancels,
        )  # fmt: skip
        return Corrected(seq, made.kind, "claim", uid, made.told)


def _claim_id(connection: Connection, made: _Plan) -> int:
    """The row of the claim, stored now if it is new. Raises Conflict where it has been read anew since."""
    newest = select(func.max(claim_version.c.version_no)).join(claim, claim.c.id == claim_version.c.claim_id)
    number = connection.execute(newest.where(claim.c.uid == made.claim.uid)).scalar() or 0
    if number != made.seen:
        raise Conflict("Somebody else corrected this claim in the meantime; look at it again.")
    if number:
        return find_target(connection, made.claim.uid, ("claim",)).id
    row = connection.execute(newest_snapshot(made.claim.document)).one()
    return add_claim(connection, row.id, row.text, made.claim)


def _current(connection: Connection, uid: str, version: str | None = None) -> tuple[Claim, int, bool]:
    """A claim with its current reading, that reading's number, and whether it says that the words make no claim.

    Raises NotFound, Conflict, and Stale where the claim is not at ``version`` any more.
    """
    row = connection.execute(
        select(claim_version.c.version_no, claim.c.snapshot_id)
        .join(claim, claim.c.id == claim_version.c.claim_id)
        .where(claim.c.uid == uid)
        .order_by(claim_version.c.version_no.desc())
        .limit(1)
    ).first()
    if row is None:
        raise NotFound("No claim with the uid “%(uid)s” is stored.", uid=uid)
    refuse_late(connection, find_target(connection, uid, ("claim",)), version)
    each, rejected = load_version(connection, uid, row.version_no)
    if connection.execute(newest_snapshot(each.document)).one().id != row.snapshot_id:
        raise Conflict("This claim stands in an earlier text of its document; correct the one in the newest text.")
    return each, row.version_no, rejected


def _passage_before(connection: Connection, text_uid: str, start: int) -> int:
    """The heading that words at ``start`` stand under: that of the last claim before them."""
    query = select(claim.c.passage).join(snapshot, snapshot.c.id == claim.c.snapshot_id)
    before = query.where(snapshot.c.uid == text_uid, claim.c.start <= start).order_by(claim.c.start.desc()).limit(1)
    return int(connection.execute(before).scalar() or 0)
