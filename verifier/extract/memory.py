"""What a passage has told so far: its events, places and claims, for words that point back to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from verifier.domain.attribution import Actor
from verifier.domain.claim import Claim, Place, Reading
from verifier.domain.enums import PlaceRel
from verifier.domain.quantity import Quantity
from verifier.extract.event_scene import EventScene
from verifier.extract.places import THERE, PlaceMention
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Token


@dataclass(slots=True)
class Memory:
    """The passage read so far, in order. ``places`` are those named, ``claims`` those read."""

    lang: str
    places: list[PlaceMention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    events: list[tuple[str, Reading]] = field(default_factory=list)
    scene: EventScene = field(default_factory=EventScene)

    def place_of(self, mention: PlaceMention) -> Place | None:
        """The place a mention means: "there" is the last one named."""
        if mention.place.key != THERE:
            return mention.place
        last = next((m for m in reversed(self.places) if m.place.key != THERE and not m.outer), None)
        return replace(last.place, rel=mention.place.rel, span=mention.place.span) if last is not None else None

    def place_of_noun(self, token: Token) -> Place | None:
        """The place that "the peninsula" or "die Region" means, if one of that kind was named."""
        kinds = load_words("syntax", self.lang)["place_nouns"]
        kind = next((kind for kind, nouns in kinds.items() if token.lemma in nouns), None)
        if kind is None:
            return None
        last = next((m for m in reversed(self.places) if m.kind == kind), None)
        return Place(last.place.key, last.place.name, PlaceRel.IN, token.span, last.place.within) if last else None

    def note(self, claim: Claim, *, aside: bool = False) -> None:
        """Keep a claim, and the event it tells; what is told ``aside`` sets no scene: "they, who took Lar in May"."""
        self.claims.append(claim)
        if not aside:
            self.scene.told(claim.reading)
        if claim.reading.predicate is not None:
            self.events.append((load().family_of(claim.reading.predicate.key), claim.reading))

    def event_like(self, families: set[str]) -> Reading | None:
        """The last event of one of the families in the passage: who did it, where and when."""
        return next((reading for family, reading in reversed(self.events) if family in families), None)

    def claim_with(self, offset: int) -> Claim | None:
        """The claim about the figure that starts at ``offset``."""
        figures = ((claim, claim.reading.quantity) for claim in self.claims)
        return next((claim for claim, figure in figures if figure is not None and figure.span.start == offset), None)

    def owner_at(self, offset: int) -> Actor | None:
        """Whose the things are that the figure at ``offset`` counts."""
        claim = self.claim_with(offset)
        predicate = claim.reading.predicate if claim is not None else None
        told = load().predicate(predicate.key) if predicate is not None else None
        if claim is None or told is None:
            return None
        return claim.reading.agent if told.owner == "agent" else claim.reading.patient
