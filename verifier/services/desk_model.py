"""What cards and pages of the desk show, ready to be laid out: no page needs a query of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from verifier.domain.attribution import Step
from verifier.domain.comparison import SlotComparison
from verifier.domain.quantity import Quantity
from verifier.pairing.origins import Origins
from verifier.services.desk_people import Contact, Work
from verifier.services.glosses import Glosses


@dataclass(slots=True)
class Piece:
    """A stretch of text of one look: ``mark`` names it, ``href`` leads to what it belongs to, ``anchor`` to it.

    Not frozen, as texts have hundreds.
    """

    text: str
    mark: str | None = None
    href: str | None = None
    anchor: str | None = None


Paragraph = tuple[Piece, ...]


@dataclass(slots=True)
class Voice:
    """Who says what, in short: a side of a pair, a part of a finding, a claim in a list.

    Like Facet, DeskItem and ClaimRow not frozen: lists make many, and frozen ones take four times as long to make.
    """

    claim: str
    claimant: str
    quote: str
    document: str
    document_title: str
    side: str | None = None
    kind: str | None = None
    lang: str = "en"


@dataclass(slots=True)
class DeskItem:
    """A pair or a finding in the queue. ``verdict`` is the current one; ``kind`` is pair or finding."""

    kind: str
    uid: str
    relation: str
    strength: str | None
    aspect: str | None
    rule: str
    priority: float
    state: str
    verdict: str | None
    explanation: str
    voices: tuple[Voice, ...] = ()
    assignee: str | None = None

    @property
    def is_of_one_text(self) -> bool:
        """Whether all its claims stand in one document."""
        return len({voice.document for voice in self.voices}) == 1


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A claim that resembles this one and the reason why it does not compete with it."""

    pair: str
    relation: str
    aspect: str | None
    reason: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One decision: what was decided about what, by whom and when (UTC); ``cancelled`` if taken back since.

    ``target`` is pair, finding, claim or dispute; ``question`` is attribution or content for a claim.
    ``readings`` are the numbers of the readings of the claims that were judged.
    """

    seq: int
    at: datetime
    reviewer: str
    target: str
    uid: str
    label: str
    verdict: str | None
    question: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    cancels: int | None = None
    cancelled: bool = False
    readings: tuple[int, ...] = ()


@dataclass(slots=True)
class ClaimView:
    """A claim with its words in context. ``passage`` is its paragraph, the claim's words marked.

    ``values`` are its slots as a person would write them; ``corrected_by`` is who made its reading no. ``version``.
    ``glosses`` are names of what slots hold, by slot and language.
    """

    uid: str
    kind: str
    claimant: str
    side: str | None
    quote: str
    passage: tuple[Paragraph, ...]
    chain: tuple[Step, ...]
    document: str
    document_title: str
    lang: str
    section: str
    published_on: date | None
    stated_on: date | None
    slots: tuple[tuple[str, str | None], ...]
    values: dict[str, str]
    quantities: tuple[Quantity, ...]
    caveats: tuple[str, ...]
    against_interest: bool
    commitment: str
    version: int
    corrected_by: str | None
    is_rejected: bool
    glosses: Glosses


@dataclass(frozen=True, slots=True)
class PairPage:
    """All a reviewer sees of a pair; ``version`` names it in what a form sends."""

    item: DeskItem
    left: ClaimView
    right: ClaimView
    slots: tuple[SlotComparison, ...]
    rule_meaning: str
    would_change: str
    independent: bool
    direction: str | None
    is_live: bool
    look_alikes: tuple[tuple[ClaimView, tuple[LookAlike, ...]], ...]
    history: tuple[HistoryEntry, ...]
    work: Work
    version: str


@dataclass(frozen=True, slots=True)
class FindingPage:
    """All a reviewer sees of a finding: ``parts`` in the order of the text."""

    item: DeskItem
    rule_meaning: str
    parts: tuple[ClaimView, ...]
    history: tuple[HistoryEntry, ...]
    work: Work


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """All there is to a claim; ``attribution`` and ``content`` are its current verdicts.

    ``origins`` are those of the claim and of all that corroborate or repeat it.
    """

    claim: ClaimView
    attribution: str | None
    content: str | None
    origins: Origins
    pairs: tuple[DeskItem, ...]
    findings: tuple[DeskItem, ...]
    look_alikes: tuple[LookAlike, ...]
    history: tuple[HistoryEntry, ...]
    work: Work
    contacts: tuple[Contact, ...]
    true_as_of: date | None
    recheck_on: date | None
    grade: str | None
    version: str
