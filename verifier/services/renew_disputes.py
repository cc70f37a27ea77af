"""Disputes found anew around the claims whose pairs have changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from verifier.domain.enums import Relation
from verifier.pairing.disputes import Contest, find_disputes
from verifier.services.keep_disputes import keep_disputes
from verifier.store.claims import load_current
from verifier.store.disputes import disputed_with
from verifier.store.pairs import live_pairs_of

_CONTESTS = (Relation.CONTRADICTS, Relation.DISPUTES, Relation.REVISES)
_TIES = (*_CONTESTS, Relation.DUPLICATE)
_AT_ONCE = 2_000


def renew_disputes(connection: Connection, touched: Collection[int]) -> int:
    """Find the disputes of claims, given by row, and of all claims that hang together with them; how many there are."""
    seen: set[int] = set()
    waiting = sorted(touched)
    made = 0
    for begin in range(0, len(waiting), _AT_ONCE):
        start = [claim_id for claim_id in waiting[begin : begin + _AT_ONCE] if claim_id not in seen]
        group = _hanging_together(connection, start)
        seen |= group
        made += _renew(connection, group)
    return made


def _hanging_together(connection: Connection, start: Sequence[int]) -> set[int]:
    """These claims and all that contests or repeats join to them, now or in a dispute found before."""
    group: set[int] = set()
    edge = set(start)
    while edge:
        group |= edge
        joined = {n for left, right, _ in _ties(connection, sorted(edge)) for n in (left, right)}
        edge = (joined | disputed_with(connection, sorted(edge))) - group
    return group


def _renew(connection: Connection, group: Collection[int]) -> int:
    ties = _ties(connection, sorted(group))
    if not any(relation in _CONTESTS for _, _, relation in ties):
        keep_disputes(connection, [], group)
        return 0
    claims = {n: claim for n, (claim, _) in load_current(connection, {n for tie in ties for n in tie[:2]}).items()}
    told = [
        Contest(claims[left].uid, claims[right].uid, relation)
        for left, right, relation in ties
        if left in claims and right in claims
    ]
    contests = [contest for contest in told if contest.relation in _CONTESTS]
    same = [contest for contest in told if contest.relation is Relation.DUPLICATE]
    disputes = find_disputes(list(claims.values()), contests, same)
    keep_disputes(connection, disputes, group)
    return len(disputes)


def _ties(connection: Connection, claims: Sequence[int]) -> list[tuple[int, int, Relation]]:
    found = live_pairs_of(connection, claims, [relation.value for relation in _TIES])
    return [(left, right, Relation(relation)) for left, right, _, relation in found]
