"""What was sent before: keys that make a repeated submit one row, and versions that tell a late one."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, null, select

from verifier.errors import Conflict
from verifier.store.prepared import Prepared
from verifier.store.reviews import TABLES, newest_decision, unknown
from verifier.store.tables import claim_version, comparison, finding_reading, submission
from verifier.store.tables.base import dump_json
from verifier.store.tables.reviews import TARGETS

_READINGS = {
    "pair": (comparison.c.seq, comparison.c.pair_id),
    "finding": (finding_reading.c.seq, finding_reading.c.finding_id),
    "claim": (claim_version.c.version_no, claim_version.c.claim_id),
}


def _newest(kind: str) -> Select[Any]:
    """The newest decision on a target and its newest reading; none where what it is has no readings."""
    target = TABLES[kind]
    reading: Any = null()
    if kind in _READINGS:
        number, owner = _READINGS[kind]
        reading = select(func.max(number)).where(owner == target.c.id).scalar_subquery()
    return select(newest_decision(kind), reading).where(target.c.uid == bindparam("uid"))


_VERSIONS = {kind: Prepared(_newest(kind)) for kind in TARGETS}


def version_of(connection: Connection, kind: str, uid: str) -> str:
    """Names what there is to see of a target: its newest decision and its newest reading. Raises NotFound."""
    numbers = _VERSIONS[kind].first(connection, uid=uid)
    if numbers is None:
        raise unknown(uid)
    return name_version(*numbers)


def name_version(decision: int | None, reading: int | None) -> str:
    """The name of what there was to see when these were the newest decision and the newest reading."""
    return f"{decision or 0}.{reading or 0}"


def sent_before(connection: Connection, reviewer: int, key: str, content: Any) -> range:
    """The numbers of the decisions an earlier submit with this key made; none where it is new.

    Raises Conflict where the key was used for something else.
    """
    own = (submission.c.user_id == reviewer) & (submission.c.key == key)
    row = connection.execute(select(submission).where(own)).first()
    if row is None:
        return range(0)
    if row.content_sha256 != _digest(content):
        raise sent_otherwise()
    return range(row.first_seq, row.last_seq + 1)


def remember(connection: Connection, reviewer: int, key: str, content: Any, made: range) -> None:
    """Keep what a submit made."""
    values = {"user_id": reviewer, "key": key, "content_sha256": _digest(content)}
    connection.execute(insert(submission).values(**values, first_seq=made.start, last_seq=made.stop - 1))


def _digest(content: Any) -> str:
    return hashlib.sha256(dump_json(content).encode()).hexdigest()


def sent_otherwise() -> Conflict:
    """The refusal of a key that came before with other content."""
    return Conflict("This form was sent before with something else in it. Open the page again.")
