"""Two claims laid side by side, slot by slot, before any rule looks at them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from verifier.domain.attribution import Actor
from verifier.domain.claim import Claim
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Modality,
    Polarity,
    Qualifier,
    QuantityKind,
    SlotOutcome,
    TimeBasis,
)
from verifier.pairing.compare.actors import compare_actors, is_independent, is_same_root, land_counted
from verifier.pairing.compare.bearers import are_two_bearers
from verifier.pairing.compare.ground import was_taken_before
from verifier.pairing.compare.matter import is_denied_by, name_others, share_names, wording_of
from verifier.pairing.compare.modifiers import are_other_ones
from verifier.pairing.compare.places import compare_places, folded
from verifier.pairing.compare.predicates import compare_predicates, opposition
from verifier.pairing.compare.quantities import Overlap, compare_quantities, is_equal, overlap_of
from verifier.pairing.compare.speakers import is_one_speaker
from verifier.pairing.compare.stories import is_later_story, is_one_story, is_surely_one_story
from verifier.pairing.compare.telling import tells_rest
from verifier.pairing.compare.things import compare_things, counted_by
from verifier.pairing.compare.times import compare_times, told_before
from verifier.pairing.compare.wording import is_near_copy, shares_matter, shares_words
from verifier.pairing.lazy import lazy
from verifier.reference import load

_DURATIONS = ("s", "min", "h", "d", "wk", "mo", "a")
_SURE = (CueClass.ASSERTED, CueClass.FOUND, CueClass.CONFIRMED, CueClass.QUOTED, CueClass.DENIED)


@dataclass(frozen=True)
class Alignment:
    """The slots of ``left`` and ``right`` compared, after opposite predicates have had their roles mapped."""

    left: Claim
    right: Claim

    @lazy
    def role_map(self) -> dict[str, str] | None:
        """The renaming of the right side's roles where the predicates are opposites."""
        found = opposition(self.left.reading.predicate, self.right.reading.predicate)
        return dict(found) if found is not None else None

    def _right_role(self, role: str) -> Actor | None:
        reading = self.right.reading
        roles = {"agent": reading.agent, "patient": reading.patient}
        if self.role_map:
            renamed = {new: roles.get(old) for old, new in self.role_map.items()}
            return renamed.get(role, roles.get(role))
        return roles[role]

    @lazy
    def slots(self) -> tuple[SlotComparison, ...]:
        """All slots in the order a reviewer reads them."""
        left, right = self.left.reading, self.right.reading
        return (
            compare_predicates(left.predicate, right.predicate),
            compare_actors("agent", left.agent, self._right_role("agent")),
            compare_actors("patient", left.patient, self._right_role("patient")),
            self._thing(),
            self._place(),
            self._time(),
            _plain("aspect", left.aspect, right.aspect),
            _plain("modality", left.modality, right.modality),
            _plain("polarity", left.polarity, right.polarity),
            compare_quantities(left.quantity, right.quantity),
        )

    def _thing(self) -> SlotComparison:
        left, right = self.left.reading, self.right.reading
        found = compare_things(counted_by(left.thing, left.predicate), counted_by(right.thing, right.predicate))
        if found.outcome is SlotOutcome.UNKNOWN and are_two_bearers(self.left, self.right):
            return found._replace(outcome=SlotOutcome.DIFFERENT, reason="sums for things of unlike kinds")
        unlisted = [t is not None and t.key.startswith("~") for t in (left.thing, right.thing)]
        if found.outcome is SlotOutcome.DIFFERENT and all(unlisted) and self.left.lang != self.right.lang:
            return found._replace(outcome=SlotOutcome.UNKNOWN, reason="words of two languages that no list knows")
        return found

    def _place(self) -> SlotComparison:
        found = compare_places(self.left.reading.place, self.right.reading.place)
        if found.outcome is SlotOutcome.UNKNOWN and self.left.reading.place is self.right.reading.place is None:
            return found._replace(reason="told on neither side")
        if found.outcome is SlotOutcome.UNKNOWN and self._is_of_whole_land:
            return found._replace(outcome=SlotOutcome.SAME, reason="an office that counts the whole country")
        return found

    @property
    def _is_of_whole_land(self) -> bool:
        """Whether one side names the country for which the other's source gives its rates."""
        return any(
            one.reading.place is not None and one.reading.place.key == land_counted(other) for one, other in self._sides
        )

    def _time(self) -> SlotComparison:
        left, right = self.left.reading, self.right.reading
        lasts = any(c.reading.quantity is not None and tells_rest(c.quote, c.lang) for c in (self.left, self.right))
        aspect = left.aspect if left.aspect is right.aspect and not lasts else None
        if self.is_tally and aspect is Aspect.STOCK:  # the missing, households without power: other ones every day
            aspect = None
        found = compare_times(left.time, right.time, aspect)
        if was_taken_before(left, right) or was_taken_before(right, left):
            return found._replace(outcome=SlotOutcome.PART, reason="what was taken days before is still held")
        if found.outcome is SlotOutcome.UNKNOWN and (
            told_before(self.left, self.right) or told_before(self.right, self.left)
        ):
            return SlotComparison("time", SlotOutcome.DIFFERENT, found.left, found.right, "the times lie apart")
        return found

    @lazy
    def _outcomes(self) -> dict[str, SlotOutcome]:
        return {s.slot: s.outcome for s in self.slots}

    def outcome(self, slot: str) -> SlotOutcome:
        """How the slot compares."""
        return self._outcomes[slot]

    def is_same(self, *slots: str) -> bool:
        """Whether all ``slots`` are the same."""
        return all(self._outcomes[slot] is SlotOutcome.SAME for slot in slots)

    def differs(self, slot: str) -> bool:
        return self._outcomes[slot] is SlotOutcome.DIFFERENT

    def fits(self, slot: str) -> bool:
        """Whether a slot is the same or part of the other."""
        return self._outcomes[slot] in (SlotOutcome.SAME, SlotOutcome.PART)

    @lazy
    def same_document(self) -> bool:
        return self.left.document == self.right.document

    @lazy
    def same_passage(self) -> bool:
        """Whether both stand under one heading."""
        return self.same_document and self.left.passage == self.right.passage

    @lazy
    def one_story(self) -> bool:
        """Whether two documents of the same days tell of the same names."""
        return not self.same_document and is_one_story(self.left, self.right)

    @lazy
    def sure_story(self) -> bool:
        """Whether what two documents of the same days share is a name of few stories."""
        return not self.same_document and is_surely_one_story(self.left, self.right)

    @lazy
    def looks_back(self) -> bool:
        """Whether one document tells later of what the other told: a report, a verdict."""
        return not self.same_document and is_later_story(self.left, self.right)

    @lazy
    def same_setting(self) -> bool:
        """Whether what one side leaves unsaid of place and time the other tells: in one passage or one story."""
        return self.same_passage or (self.one_story and not self._is_elsewhere)

    @property
    def _is_elsewhere(self) -> bool:
        """Whether the place that only one side tells is none its counterpart's document speaks of."""
        left, right = self.left.reading, self.right.reading
        if any(one.reading.place is None and self._names_foreign_place(one, other) for one, other in self._sides):
            return True
        if (left.place is None) == (right.place is None):
            return False
        place, names = (left.place, right.names) if left.place is not None else (right.place, left.names)
        told = {folded(name) for name in names}
        known = place is not None and (place.key.partition("/")[0] in names or bool(_words(place.name) & told))
        return not known and not any(key in names for key in (place.within if place is not None else ()))

    def _names_foreign_place(self, one: Claim, other: Claim) -> bool:
        """Whether the words of one side say where, by names of which the other's document knows none."""
        places = wording_of(one.quote, one.lang).located & set(one.reading.names)
        known = {folded(name) for name in other.reading.names}
        return bool(places) and known.isdisjoint(folded(name) for name in places)

    @lazy
    def same_root(self) -> bool:
        if is_same_root(self.left, self.right):
            return True
        return (self.same_document or self.one_story) and is_one_speaker(self.left, self.right)

    @lazy
    def independent(self) -> bool:
        return is_independent(self.left, self.right)

    @lazy
    def near_copy(self) -> bool:
        return is_near_copy(self.left, self.right)

    @lazy
    def like_words(self) -> bool:
        """Whether both ask one question in nearly the same words."""
        return shares_words(self.left, self.right)

    @lazy
    def like_matter(self) -> bool:
        """Whether both tell of one matter in the words of one language."""
        return shares_matter(self.left, self.right)

    @lazy
    def denied_matter(self) -> bool:
        """Whether in one story one side denies what must be true where the other is, in whatever words."""
        if self._is_mere_possibility or not self.opposite_polarity or not (self.sure_story or self.looks_back):
            return False
        sides = (self.left, self.right)
        asserted, denied = sides if self.right.reading.polarity is Polarity.NEGATIVE else sides[::-1]
        others = name_others(asserted, denied) and not (self.fits("agent") or self.fits("patient"))
        return not others and is_denied_by(asserted, denied)

    @property
    def _is_mere_possibility(self) -> bool:
        """Whether one side says only what may or can be."""
        told = (Modality.ACTUAL, Modality.FORECAST)
        return any(c.reading.hedged or c.reading.modality not in told for c in (self.left, self.right))

    @lazy
    def other_ones(self) -> bool:
        """Whether both speak of things of one kind that are told apart: a media law and a tax law."""
        left, right = self.left.reading.thing, self.right.reading.thing
        return are_other_ones(left, right, self.left.lang, self.right.lang)

    @lazy
    def same_name(self) -> bool:
        """Whether the place that only one side has read as such is named on the other."""
        told = [(one, other) for one, other in self._sides if one.reading.place is not None]
        if len(told) != 1:
            return False
        one, other = told[0]
        name = one.reading.place.name if one.reading.place is not None else ""
        return share_names(name, other.quote, one.lang, other.lang)

    @property
    def _sides(self) -> tuple[tuple[Claim, Claim], tuple[Claim, Claim]]:
        return (self.left, self.right), (self.right, self.left)

    @lazy
    def overlap(self) -> Overlap | None:
        """How the numbers fit; None where one claim has none or they cannot be compared."""
        left, right = self.left.reading.quantity, self.right.reading.quantity
        return overlap_of(left, right) if left is not None and right is not None else None

    @lazy
    def equal_numbers(self) -> bool:
        left, right = self.left.reading.quantity, self.right.reading.quantity
        return left is not None and right is not None and is_equal(left, right)

    @lazy
    def has_numbers(self) -> bool:
        """Whether both claims are about a figure; a lone duration or age is one as well, a zero is a denial."""
        sides = (self.left.reading, self.right.reading)
        left, right = sides
        for quantity in (left.quantity, right.quantity):
            if quantity is not None and quantity.is_none:
                return False
        if left.kind is right.kind is ClaimKind.QUANTITY:
            return True
        lone = all(len(r.quantities) == 1 for r in sides)
        if lone and all(r.quantities[0].kind is QuantityKind.AGE for r in sides):
            return self.near_copy
        return lone and all(r.quantities[0].unit in _DURATIONS for r in sides)

    @property
    def numbers_clash(self) -> bool:
        """Whether both figures cannot, or can hardly, hold together."""
        if not self.has_numbers or (self.overlap is Overlap.SOFT and self._is_rounded):
            return False
        return self.overlap in (Overlap.HARD, Overlap.SOFT)

    @property
    def _is_rounded(self) -> bool:
        """Whether a headline rounds the bare number of a body."""
        headlines = [c.section_kind.is_headline for c in (self.left, self.right)]
        quantities = (self.left.reading.quantity, self.right.reading.quantity)
        return headlines[0] != headlines[1] and all(q is not None and q.qualifier is Qualifier.BARE for q in quantities)

    @lazy
    def opposite_polarity(self) -> bool:
        return self.left.reading.polarity is not self.right.reading.polarity

    @lazy
    def is_opposite(self) -> bool:
        """Whether one side says the opposite of the other: not where one denies the opposite ("not hit", "intact")."""
        if self.role_map is not None and self.has_numbers:
            return True
        return self.opposite_polarity != (self.role_map is not None)

    @lazy
    def denial(self) -> bool:
        """Whether one claim denies the very words of the other."""
        if not self.same_document:
            return False
        pairs = ((self.left, self.right), (self.right, self.left))
        return any(a.reading.denies is not None and a.reading.denies == b.span.start for a, b in pairs)

    @lazy
    def is_linked(self) -> bool:
        """Whether the text itself makes one number a part of the other."""
        if not self.same_document:
            return False
        pairs = ((self.left, self.right), (self.right, self.left))
        return any(
            a.reading.quantity is not None
            and b.reading.quantity is not None
            and a.reading.quantity.part_of == b.reading.quantity.span.start
            for a, b in pairs
        )

    @lazy
    def event_stated(self) -> bool:
        """Whether the texts themselves make both claims speak of one event: in one passage, or by place and time."""
        if self.same_passage:
            return True
        act = self.is_same("predicate", "thing") and self.fits("agent")
        if self.same_document and act and self.role_map is None:
            return True
        explicit = all(
            c.reading.time is not None and c.reading.time.basis in (TimeBasis.EXPLICIT, TimeBasis.DATELINE)
            for c in (self.left, self.right)
        )
        return explicit and self.fits("place") and self.fits("time")

    @lazy
    def event_possible(self) -> bool:
        """Whether both may speak of one event; across documents place and time must say so."""
        if self.differs("place") or self.differs("time"):
            return False
        placed = self.left.reading.place is not None and self.right.reading.place is not None
        if placed and not (self.fits("place") or self.same_passage):
            return False
        if self.same_document or self.same_setting or (self.looks_back and not self._is_elsewhere):
            return True
        return self.fits("place") and self.fits("time")

    @lazy
    def is_unsure(self) -> bool:
        """Whether either side is hedged, implied, distanced or anonymous."""
        return any(_is_unsure(claim) for claim in (self.left, self.right))

    @lazy
    def later(self) -> str | None:
        """Which side was stated later: "left" or "right"; None where no order is known."""
        one = self.left.reading.stated_on or self.left.published_on
        other = self.right.reading.stated_on or self.right.published_on
        if one is None or other is None or one == other:
            return None
        return "left" if one > other else "right"

    @lazy
    def is_tally(self) -> bool:
        """Whether the figures grow while the event unfolds."""
        terms = (self.left.reading.predicate, self.right.reading.predicate)
        entries = [load().predicate(term.key) if term is not None else None for term in terms]
        return all(entry is not None and entry.tally for entry in entries)

    @lazy
    def splits(self) -> bool:
        """Whether of counts both opposites may be true (five died, three survived)."""
        terms = (self.left.reading.predicate, self.right.reading.predicate)
        entries = [load().predicate(term.key) if term is not None else None for term in terms]
        return any(entry is not None and entry.splits for entry in entries)

    @lazy
    def is_total(self) -> bool:
        return any(c.reading.aspect is Aspect.CUMULATIVE for c in (self.left, self.right))


def _words(name: str) -> set[str]:
    """A name and its words: "Norden von Krywyj Rih" is known to who speaks of Krywyj Rih."""
    return {folded(name), *folded(name).split()}


@lru_cache(maxsize=1024)
def _plain(slot: str, left: object, right: object) -> SlotComparison:
    shown = (str(left) if left is not None else None, str(right) if right is not None else None)
    if left is None or right is None:
        return SlotComparison(slot, SlotOutcome.UNKNOWN, *shown, "not told on both sides")
    return SlotComparison(slot, SlotOutcome.SAME if left is right else SlotOutcome.DIFFERENT, *shown)


def _is_unsure(claim: Claim) -> bool:
    reading = claim.reading
    anonymous = reading.claimant is not None and reading.claimant.is_anonymous
    return reading.hedged or anonymous or reading.commitment not in _SURE
