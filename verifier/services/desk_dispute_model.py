"""What the pages of disputes show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from verifier.pairing.origins import Origins
from verifier.services.desk_model import ClaimView, DeskItem, HistoryEntry, Voice
from verifier.services.desk_people import Work


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute in a list."""

    uid: str
    question: str
    status: str
    strength: str | None
    relation: str
    claims: int
    positions: tuple[Voice, ...]
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to the question of a dispute and those who give it.

    ``since`` is the day it was first stated as far as texts tell, ``joined`` the claims that reopened the dispute.
    ``again`` are those that only repeat one of the claims in its own document, by the uid of that one.
    """

    stance: str
    label: str
    claims: tuple[ClaimView, ...]
    origins: Origins
    since: date | None
    joined: tuple[str, ...]
    again: Mapping[str, tuple[ClaimView, ...]]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A line of the matrix who says what: the claims of one claimant by position."""

    name: str
    side: str | None
    claims: tuple[tuple[ClaimView, ...], ...]


@dataclass(frozen=True, slots=True)
class DisputePage:
    """A dispute with its positions and the pairs it stands on; ``unknown`` are slots that no text tells."""

    row: DisputeRow
    positions: tuple[Position, ...]
    speakers: tuple[Speaker, ...]
    unknown: tuple[tuple[ClaimView, tuple[str, ...]], ...]
    pairs: tuple[DeskItem, ...]
    reports: tuple[tuple[str, str], ...]
    history: tuple[HistoryEntry, ...]
    work: Work
