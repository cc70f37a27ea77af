"""A form as it was sent: once only, and only while nobody else has decided since it was shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from verifier.config import Settings
from verifier.errors import Conflict, VerifierError
from verifier.services.desk_data import read_history
from verifier.services.desk_model import HistoryEntry
from verifier.services.desk_open import open_desk
from verifier.store.reviews import Target
from verifier.store.submissions import remember, sent_before, version_of

MAX_KEY = 100


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the form carried besides its content: the version it was shown, and the key of this one submit.

    None asks for no check.
    """

    version: str | None = None
    key: str | None = None


class Stale(Conflict):
    """Somebody decided since the form was shown: ``newest`` is their decision, ``version`` the current one."""

    def __init__(self, version: str, newest: HistoryEntry | None) -> None:
        super().__init__("This has changed since you opened it; nothing was recorded, and what you wrote is kept.")
        self.version, self.newest = version, newest


def current_version(settings: Settings, kind: str, uid: str) -> str:
    """The version a form is to carry, read before what it shows. Raises NotFound."""
    with open_desk(settings) as connection:
        return version_of(connection, kind, uid)


def once(
    connection: Connection,
    target: Target,
    reviewer: int,
    submitted: Submitted,
    content: Any,
    act: Callable[[], Sequence[int]],
) -> Sequence[int]:
    """The numbers of the decisions that ``act`` makes, or that the same submit made before.

    Raises Stale, Conflict, VerifierError for a key that is too long.
    """  # fmt: skip
    key = checked_key(submitted.key)
    if key and (before := sent_before(connection, reviewer, key, content)):
        return before
    refuse_late(connection, target, submitted.version)
    made = act()
    if key:
        remember(connection, reviewer, key, content, range(made[0], made[-1] + 1))
    return made


def checked_key(key: str | None) -> str | None:
    """The key as it is. Raises VerifierError where it is too long."""
    if key and len(key) > MAX_KEY:
        raise VerifierError(f"The key of the form has {len(key)} characters; the limit is {MAX_KEY}.")
    return key


def refuse_late(connection: Connection, target: Target, seen: str | None) -> None:
    """Raises Stale where ``seen`` is a version that the target is not at any more; None asks for no check."""
    version = version_of(connection, target.kind, target.uid)
    if seen is not None and seen != version:
        raise Stale(version, next(iter(read_history(connection, target.kind, target.uid, limit=1)), None))
