"""Closed vocabularies, stored and printed by value (see the glossary in docs/data-model.md)."""

from __future__ import annotations

from enum import StrEnum


class SectionKind(StrEnum):
    TITLE = "title"
    DECK = "deck"
    SUMMARY = "summary"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"

    @property
    def is_read(self) -> bool:
        """Whether claims may be found in a section of this kind."""
        return self not in (SectionKind.CAPTION, SectionKind.CREDIT, SectionKind.BOILERPLATE)

    @property
    def is_headline(self) -> bool:
        """Whether the section announces what the body then tells."""
        return self in (SectionKind.TITLE, SectionKind.DECK, SectionKind.SUMMARY, SectionKind.HEADING)


class Precision(StrEnum):
    SECOND = "second"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    NONE = "none"


class TimeBasis(StrEnum):
    EXPLICIT = "explicit"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class ClaimKind(StrEnum):
    QUANTITY = "quantity"
    EVENT = "event"
    STATE = "state"
    DENIAL = "denial"
    QUOTE = "quote"
    SUPERLATIVE = "superlative"
    CHARACTERISATION = "characterisation"
    OPINION = "opinion"


class QuantityKind(StrEnum):
    """What a quantity measures. ``number`` is a bare count or value without a unit."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    SHARE = "share"
    MONEY = "money"
    MEASURE = "measure"
    AGE = "age"
    TEMPERATURE = "temperature"


class Qualifier(StrEnum):
    """The wording around a number that decides its intervals."""

    BARE = "bare"
    EXACT = "exact"
    APPROX = "approx"
    JUST_BELOW = "just_below"
    JUST_ABOVE = "just_above"
    ABOVE = "above"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BELOW = "below"
    UP_TO = "up_to"
    RANGE = "range"
    COUPLE = "couple"
    A_FEW = "a_few"
    SEVERAL = "several"
    TENS = "tens"
    DOZENS = "dozens"
    SEVERAL_DOZEN = "several_dozen"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    TENS_OF_THOUSANDS = "tens_of_thousands"
    HUNDREDS_OF_THOUSANDS = "hundreds_of_thousands"
    MILLIONS = "millions"
    NONE = "none"


class Trend(StrEnum):
    UP = "up"
    DOWN = "down"


class Aspect(StrEnum):
    STOCK = "stock"
    EVENT_COUNT = "event_count"
    CUMULATIVE = "cumulative"
    RATE = "rate"
    SHARE = "share"
    ATTRIBUTE = "attribute"
    ORDINAL = "ordinal"


class Modality(StrEnum):
    ACTUAL = "actual"
    GOAL = "goal"
    FORECAST = "forecast"
    CAPABILITY = "capability"
    CONDITIONAL = "conditional"
    QUESTION = "question"


class Polarity(StrEnum):
    POSITIVE = "+"
    NEGATIVE = "-"


class CueClass(StrEnum):
    """How far the source stands behind what it says: the commitment of a cue."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    DISTANCED = "distanced"
    IMPLIED = "implied"
    FOUND = "found"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    QUOTED = "quoted"


class StepRole(StrEnum):
    """The part one step plays in an attribution chain."""

    CLAIMANT = "claimant"
    SPOKESPERSON = "spokesperson"
    CHANNEL = "channel"
    AGENCY = "agency"
    INVESTIGATOR = "investigator"
    OUTLET = "outlet"


class PlaceRel(StrEnum):
    IN = "in"
    FROM = "from"
    TO = "to"
    OVER = "over"


class Relation(StrEnum):
    CONTRADICTS = "CONTRADICTS"
    DISPUTES = "DISPUTES"
    REVISES = "REVISES"
    UNDETERMINED = "UNDETERMINED"
    DIFFERS = "DIFFERS"
    UPDATES = "UPDATES"
    REFINES = "REFINES"
    CORROBORATES = "CORROBORATES"
    DUPLICATE = "DUPLICATE"
    DIFFERENT_SCOPE = "DIFFERENT_SCOPE"
    UNRELATED = "UNRELATED"

    @property
    def is_queued(self) -> bool:
        """Whether a pair of this relation asks for a verdict."""
        return self in (Relation.CONTRADICTS, Relation.DISPUTES, Relation.REVISES)


class Strength(StrEnum):
    HARD = "hard"
    SOFT = "soft"


class SlotOutcome(StrEnum):
    SAME = "same"
    PART = "part"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class Locus(StrEnum):
    """How close together the two claims of a pair stand."""

    SAME_SECTION = "same_section"
    SAME_DOCUMENT = "same_document"
    SAME_OUTLET = "same_outlet"
    CROSS = "cross"


class FindingKind(StrEnum):
    HEADLINE_BODY = "HEADLINE_BODY"
    PART_EXCEEDS_WHOLE = "PART_EXCEEDS_WHOLE"
    SUM_MISMATCH = "SUM_MISMATCH"
    COPY_CHANGED = "COPY_CHANGED"


class PairVerdict(StrEnum):
    DISPUTE = "dispute"
    CONSISTENT = "consistent"
    NOT_COMPARABLE = "not_comparable"
    DUPLICATE = "duplicate"
    UNSURE = "unsure"


class FindingVerdict(StrEnum):
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    UNSURE = "unsure"


class AttributionVerdict(StrEnum):
    CONFIRMED = "confirmed"
    MISATTRIBUTED = "misattributed"


class ContentVerdict(StrEnum):
    VERIFIED = "verified"
    MOSTLY_TRUE = "mostly_true"
    MISLEADING = "misleading"
    MISSING_CONTEXT = "missing_context"
    OUTDATED = "outdated"
    REFUTED = "refuted"
    UNVERIFIABLE = "unverifiable"
    WITHDRAWN = "withdrawn"


class DisputeStatus(StrEnum):
    OPEN = "open"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"
