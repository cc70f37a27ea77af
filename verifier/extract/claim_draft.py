"""A claim about to be read, and where its sentence stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.domain.attribution import Attribution
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.frames import Frame
from verifier.extract.memory import Memory
from verifier.extract.participants import Participants
from verifier.extract.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim about to be read: its words, its frame and the quantity it is about, as far as it has them."""

    span: Span
    frame: Frame | None
    quantity: Quantity | None = None
    attributions: Sequence[Attribution] = ()
    is_whole: bool = False
    is_more: bool = False
    """Whether the figure only counts what came to a number told elsewhere: "two more people died"."""
    is_act: bool = False
    """Whether the clause is told as an act of speaking, not for what is said in it: "had offered to pay"."""

    @property
    def at(self) -> int:
        """The token index of the predicate, or of the first word."""
        return self.frame.at if self.frame is not None else 0

    @property
    def is_aside(self) -> bool:
        """Whether a relative clause tells it of somebody or something named."""
        return self.frame is not None and self.frame.clause is not None and self.frame.clause.antecedent is not None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: the text, the date of its section, and what its passage told before."""

    text: str
    sentence: Sentence
    anchor: date | None
    memory: Memory
    participants: Participants
