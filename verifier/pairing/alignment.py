"""Two claims laid side by side, slot by slot, before any rule looks at them."""

from __future__ import annotations

from verifier.domain.claim import Claim
from verifier.domain.comparison import SlotComparison
from verifier.domain.enums import (
    Aspect,
    Modality,
    Polarity,
    QuantityKind,
    SlotOutcome,
    TimeBasis,
)
from verifier.pairing.compare.actors import is_land_of, is_one_root
from verifier.pairing.compare.bearers import are_two_bearers
from verifier.pairing.compare.elsewhere import is_elsewhere
from verifier.pairing.compare.figures import are_of_other_spans, is_part_of, is_rounded, points_out_one
from verifier.pairing.compare.ground import was_taken_before
from verifier.pairing.compare.matter import is_denied_by, name_others, share_names
from verifier.pairing.compare.modifiers import are_other_ones
from verifier.pairing.compare.places import compare_places
from verifier.pairing.compare.quantities import Overlap, compare_quantities, is_equal, overlap_of
from verifier.pairing.compare.speakers import is_one_speaker
from verifier.pairing.compare.stories import is_later_story, is_one_story, is_other_story, is_surely_one_story
from verifier.pairing.compare.times import compare_times, told_before
from verifier.pairing.compare.wording import is_repeated, shares_matter, shares_words
from verifier.pairing.gists import compare_gists
from verifier.pairing.lazy import lazy
from verifier.pairing.sides import Side

_DURATIONS = ("s", "min", "h", "d", "wk", "mo", "a")
_BREAK = 3
"""How many characters lie between two sentences at most."""


class Alignment:
    """The slots of two claims compared, after opposite predicates have had their roles mapped.

    ``slots`` are all of them in the order a reviewer reads them; ``overlap`` tells how the numbers fit, and is None
    where one claim has none or they cannot be compared.
    """

    def __init__(self, one: Side, other: Side) -> None:
        self.one, self.other = one, other
        self.left, self.right = one.claim, other.claim
        self.gists = gists = compare_gists(one.gist, other.gist)
        self.role_map = gists.role_map
        self.opposite_polarity, self.is_tally = gists.opposite_polarity, gists.is_tally
        self.same_document = one.document == other.document
        left, right = one.quantity, other.quantity
        self.overlap = overlap_of(left, right)
        place, time = self._place(), self._time()
        quantity = compare_quantities(left, right, self.overlap)
        *doings, thing = gists.doings
        thing = self._thing(thing)
        self.slots: tuple[SlotComparison, ...] = (*doings, thing, place, time, *gists.manner, quantity)
        self.outcomes = outcomes = gists.outcomes.copy()
        outcomes["thing"] = thing.outcome
        outcomes["place"], outcomes["time"], outcomes["quantity"] = place.outcome, time.outcome, quantity.outcome

    def _thing(self, found: SlotComparison) -> SlotComparison:
        """Sums may be told of things that are no slot of theirs."""
        if found.outcome is SlotOutcome.UNKNOWN and are_two_bearers(self.left, self.right):
            return found._replace(outcome=SlotOutcome.DIFFERENT, reason="sums for things of unlike kinds")
        return found

    def _place(self) -> SlotComparison:
        found = compare_places(self.left.reading.place, self.right.reading.place)
        if found.outcome is SlotOutcome.UNKNOWN and any(is_land_of(a, b) for a, b in self._sides):
            return found._replace(outcome=SlotOutcome.SAME, reason="an office that counts the whole country")
        return found

    def _time(self) -> SlotComparison:
        left, right = self.left.reading.time, self.right.reading.time
        lasts = self.gists.may_last and not (self.one.tells_rest or self.other.tells_rest or self._is_course_told)
        found = compare_times(left, right, Aspect.STOCK if lasts else None)
        if self.gists.is_taken_ground and any(was_taken_before(a.reading, b.reading) for a, b in self._sides):
            return found._replace(outcome=SlotOutcome.PART, reason="what was taken days before is still held")
        if found.outcome is SlotOutcome.UNKNOWN and any(told_before(a, b) for a, b in self._sides):
            return SlotComparison("time", SlotOutcome.DIFFERENT, found.left, found.right, "the times lie apart")
        return found

    @property
    def _is_course_told(self) -> bool:
        """Whether one source gives two figures in one text: where it dates them, it tells how they changed."""
        return self.same_document and self.has_numbers and is_one_root(self.one.root, self.other.root)

    def outcome(self, slot: str) -> SlotOutcome:
        """How the slot compares."""
        return self.outcomes[slot]

    def is_same(self, slot: str, *more: str) -> bool:
        """Whether all these slots are the same."""
        return self.outcomes[slot] is SlotOutcome.SAME and (not more or self.is_same(*more))

    def first(self, *slots: str, outcome: SlotOutcome) -> str | None:
        """The first of ``slots`` that compares like that."""
        for slot in slots:
            if self.outcomes[slot] is outcome:
                return slot
        return None

    def differs(self, slot: str) -> bool:
        return self.outcomes[slot] is SlotOutcome.DIFFERENT

    def fits(self, slot: str) -> bool:
        """Whether a slot is the same or part of the other."""
        return self.outcomes[slot] in (SlotOutcome.SAME, SlotOutcome.PART)

    @lazy
    def same_passage(self) -> bool:
        """Whether both stand under one heading."""
        return self.same_document and self.left.passage == self.right.passage

    @lazy
    def beside(self) -> bool:
        """Whether no other sentence stands between those of two claims of one text."""
        if not self.same_document:
            return False
        first, second = sorted((self.left, self.right), key=lambda claim: claim.sentence_start)
        return second.sentence_start - first.sentence_start - len(first.context) <= _BREAK

    @lazy
    def one_story(self) -> bool:
        """Whether two documents of the same days tell of the same names."""
        return not self.same_document and is_one_story(self.left, self.right)

    @lazy
    def sure_story(self) -> bool:
        """Whether what two documents of the same days share is a name of few stories."""
        return not self.same_document and is_surely_one_story(self.left, self.right)

    @lazy
    def other_story(self) -> bool:
        """Whether two documents name nobody and nothing in common."""
        return not self.same_document and is_other_story(self.left, self.right)

    @lazy
    def looks_back(self) -> bool:
        """Whether one document tells later of what the other told: a report, a verdict."""
        return not self.same_document and is_later_story(self.left, self.right)

    @lazy
    def same_setting(self) -> bool:
        """Whether what one side leaves unsaid of place and time the other tells: in one passage or one story."""
        return self.same_passage or (self.one_story and not is_elsewhere(self.left, self.right))

    @lazy
    def same_root(self) -> bool:
        """Whether one root answers for both, within one story by whatever name."""
        if is_one_root(self.one.root, self.other.root):
            return True
        return (self.same_document or self.one_story) and is_one_speaker(self.left, self.right)

    @lazy
    def near_copy(self) -> bool:
        """Whether one side repeats the other's words; the figures of tables have no words of their own."""
        return is_repeated(self.one.grams, self.other.grams) and not (self.one.is_tabular or self.other.is_tabular)

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
    def equal_numbers(self) -> bool:
        left, right = self.one.quantity, self.other.quantity
        return left is not None and right is not None and is_equal(left, right)

    @lazy
    def has_numbers(self) -> bool:
        """Whether both claims are about a figure; a lone duration or age is one as well, a zero is a denial."""
        if self.one.is_none or self.other.is_none:
            return False
        if self.gists.are_counts:
            return True
        sides = (self.left.reading, self.right.reading)
        lone = all(len(r.quantities) == 1 for r in sides)
        if lone and all(r.quantities[0].kind is QuantityKind.AGE for r in sides):
            return self.near_copy
        return lone and all(r.quantities[0].unit in _DURATIONS for r in sides)

    @property
    def numbers_clash(self) -> bool:
        """Whether both figures cannot, or can hardly, hold together."""
        if not self.has_numbers or (self.overlap is Overlap.SOFT and is_rounded(self.left, self.right)):
            return False
        if self.overlap not in (Overlap.HARD, Overlap.SOFT):
            return False
        pointing = any(points_out_one(c) for c in (self.left, self.right))
        return not (pointing or are_of_other_spans(self.left, self.right))

    @property
    def is_opposite(self) -> bool:
        """Whether one side says the opposite of the other: not where one denies the opposite ("not hit", "intact")."""
        if self.role_map is not None and self.has_numbers:
            return True
        return self.opposite_polarity != (self.role_map is not None)

    @lazy
    def denial(self) -> bool:
        """Whether one claim denies the very words of the other."""
        return self.same_document and any(a.reading.denies == b.span.start for a, b in self._sides)

    @lazy
    def is_linked(self) -> bool:
        """Whether the text itself makes one number a part of the other."""
        return self.same_document and any(is_part_of(a, b) for a, b in self._sides)

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
        if self.same_document or self.same_setting:
            return True
        if self.looks_back and not is_elsewhere(self.left, self.right):
            return True
        return self.fits("place") and self.fits("time")

    @lazy
    def is_correction(self) -> bool:
        """Whether one source says, later and in words of its own, that it takes back the number it gave."""
        story = self.same_document or self.one_story or self.looks_back
        if not (story and self.same_root and self.has_numbers) or self.left.context == self.right.context:
            return False
        late = {"left": self.one, "right": self.other}.get(self.later or "")
        return late.takes_back if late is not None else self.one.takes_back != self.other.takes_back

    @property
    def is_unsure(self) -> bool:
        """Whether either side is hedged, implied, distanced or anonymous."""
        return self.one.is_unsure or self.other.is_unsure

    @lazy
    def later(self) -> str | None:
        """Which side was stated later: "left" or "right"; None where no order is known."""
        one, other = self.one.stated, self.other.stated
        if one is None or other is None or one == other:
            return None
        return "left" if one > other else "right"
