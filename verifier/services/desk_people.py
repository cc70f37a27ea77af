"""What pages show of the people who review: comments, corrections, what they could undo, their views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a pair, finding, claim or dispute."""

    uid: str
    reviewer: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person corrected: ``told`` says what changed in words, ``version`` is the reading it made."""

    seq: int
    at: datetime
    reviewer: str
    kind: str
    target: str
    uid: str
    told: str
    reason: str
    version: int | None
    cancels: int | None
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What people did around an item: who looks after it, what they said, what they corrected."""

    assignee: str | None
    comments: tuple[Comment, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class LastAct:
    """One's newest verdict or correction that stands; ``count`` tells how many a bulk holds."""

    seq: int
    what: str
    verdict: str | None
    target: str
    uid: str
    count: int


@dataclass(frozen=True, slots=True)
class Acts:
    """What undo would take back, and whether redo has something to bring back."""

    last: LastAct | None
    can_redo: bool


@dataclass(frozen=True, slots=True)
class SavedView:
    """Filters worth keeping, with how much they find now (or more, if ``is_capped``)."""

    id: int
    name: str
    owner: str
    filters: dict[str, str]
    count: int
    is_capped: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reviewer got: verdicts that stand, today and in all."""

    today: int
    total: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who was asked about a claim, and what came of it."""

    who: str
    contacted_on: date
    outcome: str
    reviewer: str
    at: datetime
