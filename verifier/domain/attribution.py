"""Who says it, and through whom it reached us."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.enums import CueClass, StepRole
from verifier.domain.span import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act or speak: ``key`` is a reference slug, or ``~`` and the normalised name.

    ``side`` is the party to the topic the actor speaks for, where the reference data knows one.
    ``kind`` is one of person, org, state, group, role, anonymous, or None where nothing tells.
    """

    key: str
    name: str
    kind: str | None = None
    side: str | None = None
    span: Span | None = None

    @property
    def is_anonymous(self) -> bool:
        return self.kind == "anonymous"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an attribution chain, the root claimant first."""

    role: StepRole
    actor: Actor
    cue: str | None = None
    cue_span: Span | None = None
    cue_class: CueClass | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one act of saying, as spans of the text (each may be discontinuous).

    ``chain`` is empty where the source is not named. ``carried`` marks an attribution that goes on
    over a following sentence without words of its own. ``attitude`` marks a wish, a feeling or a plan
    toward the content, which states nothing; ``negated`` a cue that is denied ("did not say that"):
    neither makes the source answer for the content.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    chain: tuple[Step, ...] = ()
    cue_class: CueClass = CueClass.ASSERTED
    carried: bool = False
    attitude: bool = False
    negated: bool = False

    @property
    def claimant(self) -> Actor | None:
        """The root claimant: step 0 of the chain."""
        return self.chain[0].actor if self.chain else None
