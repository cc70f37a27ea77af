"""Two claims that a person pairs: compared at once, and asking for a verdict whatever the rules say."""

from __future__ import annotations

from sqlalchemy import Connection, select

from verifier.config import Settings
from verifier.domain.uids import pair_uid
from verifier.errors import Conflict, InputRefused, NotFound
from verifier.services.correct_claims import Corrected
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.services.recompare import judge_one, save_judged
from verifier.store.chains import end_of
from verifier.store.claims import load_claims
from verifier.store.corrections import Entry, append_correction, correction_links, hand_pairs
from verifier.store.reviews import find_target
from verifier.store.tables import claim, pair
from verifier.store.users import user_id

TOLD = "paired by hand"


def pair_by_hand(settings: Settings, left: str, right: str, *, reason: str = "", user: str | None = None) -> Corrected:
    """Pair two claims. Raises NotFound, InputRefused, Conflict."""
    if left == right:
        raise InputRefused("A claim cannot be paired with itself.")
    return _record(settings, (left, right), "paired", reason, user or settings.user, None)


def take_back_pair(settings: Settings, entry: Entry, *, user: str, redo: bool = False) -> Corrected:
    """Undo a pair made by hand, or with ``redo`` bring it back. Raises Conflict."""
    if entry.cancelled is not redo:
        raise Conflict("That has been done already.")
    with kept_store(settings).read() as connection:
        sides = _sides(connection, str(entry.pair))
    return _record(settings, sides, "redone" if redo else "undone", "", user, entry.seq)


def _record(
    settings: Settings, claims: tuple[str, str], kind: str, reason: str, user: str, first: int | None
) -> Corrected:
    """Compare the two with or without the wish of a person, and store what came of it."""
    one, other = sorted(claims)
    uid = pair_uid(one, other)
    store = kept_store(settings)
    with store.read() as connection:
        live = {each.uid: each for each in load_claims(connection, {one, other})}
        for each in (one, other):
            if each not in live:
                raise NotFound("No claim with the uid “%(uid)s” is stored and current.", uid=each)
        wished = set(hand_pairs(connection))
        if kind == "paired" and (one, other) in wished:
            raise Conflict("These two are paired by hand already: %(uid)s.", uid=uid)
        wished = wished - {(one, other)} if kind == "undone" else wished | {(one, other)}
        judged = judge_one(connection, settings.embedder, live[one], live[one], sorted(wished))
    with store.write() as connection:
        save_judged(connection, judged, reread=False)
        moment, links = now(), correction_links(connection)
        seq = append_correction(
            connection, kind, user_id(connection, user, moment), moment, told=TOLD, reason=reason,
            pair_id=find_target(connection, uid, ("pair",)).id,
            cancels=end_of(first, links) if first is not None else None,
        )  # fmt: skip
        return Corrected(seq, kind, "pair", uid, TOLD)


def _sides(connection: Connection, uid: str) -> tuple[str, str]:
    left, right = claim.alias("left_claim"), claim.alias("right_claim")
    query = select(left.c.uid, right.c.uid).select_from(pair)
    query = query.join(left, left.c.id == pair.c.left_id).join(right, right.c.id == pair.c.right_id)
    one, other = connection.execute(query.where(pair.c.uid == uid)).one()
    return str(one), str(other)
