"""Claims and the slots they are read into."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from verifier.domain.attribution import Actor, Step
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Modality,
    PlaceRel,
    Polarity,
    Precision,
    SectionKind,
    TimeBasis,
)
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """What a slot holds: ``key`` to compare by (a reference slug, or ``~`` and the lemma) and its words."""

    key: str
    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place slot. ``within`` lists the keys of the places it lies in, as the text itself says."""

    key: str
    name: str
    rel: PlaceRel = PlaceRel.IN
    span: Span | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When something happened or holds: ``[start, end)`` in UTC, either side open where None."""

    start: datetime | None
    end: datetime | None
    precision: Precision
    basis: TimeBasis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One immutable reading of a claim's slots. A slot that is not known is None.

    ``canonical_text`` is the claim's words on one line; ``question_text`` the same with numbers masked
    and polarity removed, for the similarity model. ``agent`` and ``patient`` are named after the
    predicate's frame, whatever the grammar of the sentence: in "17 Russian drones were downed" the
    patient is Russia (whose drones they were) and the agent is unknown. ``quantities[0]``, where
    present, is the quantity the claim is about. ``denies`` is the offset of the content a denial
    rejects ("denied making the comment"), whose slots the denial then shares with opposite polarity, or of the
    statement that this one is said to answer.
    ``hedged`` is true where the sentence itself is uncertain (may, likely, könnte). ``names`` are the towns,
    bodies and persons its whole document tells of, ``voices`` the persons heard in it whom no list knows; by both two
    documents are known to tell one story.
    ``against_interest`` marks a belligerent's claim about its own losses.
    """

    kind: ClaimKind
    canonical_text: str
    question_text: str
    chain: tuple[Step, ...] = ()
    predicate: Term | None = None
    agent: Actor | None = None
    patient: Actor | None = None
    thing: Term | None = None
    place: Place | None = None
    time: TimeSpan | None = None
    stated_on: date | None = None
    aspect: Aspect | None = None
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.POSITIVE
    commitment: CueClass = CueClass.ASSERTED
    quantities: tuple[Quantity, ...] = ()
    denies: int | None = None
    hedged: bool = False
    against_interest: bool = False
    caveats: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()

    @property
    def claimant(self) -> Actor | None:
        """The root claimant, or None where the text names nobody."""
        return self.chain[0].actor if self.chain else None

    @property
    def quantity(self) -> Quantity | None:
        """The quantity the claim is about."""
        return self.quantities[0] if self.quantities else None


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion at one span of one snapshot, with its current reading.

    ``document`` is the document's uid, ``document_name`` the name it was ingested under, ``outlet``
    the slug of the outlet or None, ``section`` the section's ordinal, ``passage`` the ordinal of the
    heading it stands under (claims of one live-blog item share it). ``context`` is the whole
    sentence around the claim's span. Where a claim is attributed to nobody, its root claimant is
    the outlet, else the document (``root_key``).
    """

    uid: str
    document: str
    document_name: str
    span: Span
    quote: str
    section: int
    section_kind: SectionKind
    passage: int
    lang: str
    reading: Reading
    outlet: str | None = None
    published_on: date | None = None
    credits: tuple[str, ...] = field(default=())
    context: str = ""

    @property
    def is_tabular(self) -> bool:
        """Whether the claim is a figure of a table: its own words are a number, what it says the table tells."""
        quantity = self.reading.quantity
        if quantity is None or quantity.span.start != self.span.start or quantity.span.end != self.span.end:
            return False
        return self.reading.canonical_text.split() != self.quote.split()

    @property
    def sentence_start(self) -> int:
        """Where the sentence around the claim begins in the text."""
        return self.span.start - max(0, self.context.find(self.quote))

    @property
    def root_key(self) -> str:
        """The key of the root claimant: who answers for the claim."""
        if self.reading.chain:
            return self.reading.chain[0].actor.key
        return f"outlet:{self.outlet}" if self.outlet else f"document:{self.document}"
