"""The times of a claim: when it happened, and on which day that was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from verifier.domain.claim import Reading, TimeSpan
from verifier.domain.enums import Aspect, Modality, Precision, TimeBasis
from verifier.extract.as_of import as_of_times
from verifier.extract.claim_draft import Draft, Setting
from verifier.extract.claim_times import read_time
from verifier.extract.dates import DateMention, DateRelation
from verifier.extract.frames import Frame
from verifier.extract.past_tense import is_past_tense
from verifier.extract.sentence import Sentence
from verifier.extract.shared_setting import shared_time
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos

_UNTOLD = TimeSpan(None, None, Precision.NONE, TimeBasis.UNKNOWN)
"""A stretch of time that nobody tells."""


@dataclass(frozen=True, slots=True)
class Times:
    """When a claim's event was, how that time lies to it, and the day the text says it was said on."""

    event: TimeSpan | None
    relation: DateRelation | None
    stated_on: date | None


def read_times(draft: Draft, frame: Frame | None, sentence: Sentence) -> Times:
    """The times a sentence tells of a claim; ``frame`` is None where the claim is a whole sentence."""
    dates = _own_dates(draft, sentence)
    given = as_of_times(sentence, frame, draft.quantity, dates)
    dates = [mention for mention in dates if mention not in given]
    at = sentence.tokens[draft.at].span if draft.frame is not None else draft.span
    event, relation = read_time(sentence, dates, draft.span, at)
    event = event or _recalled(draft, sentence) or (_UNTOLD if draft.is_more else None)
    event = event or shared_time(sentence, dates, draft.span, frame, draft.quantity)
    stated = _stated_on(draft, sentence) or next((day for m in given if (day := _day_of(m.time)) is not None), None)
    return Times(event, relation, stated)


def with_time_of_stock(reading: Reading, draft: Draft, setting: Setting) -> Reading:
    """A stock told without a time of its own holds when it was stated, else on the day of the section."""
    if reading.aspect is not Aspect.STOCK or reading.time is not None or draft.frame is None or draft.frame.nominal:
        return reading
    if reading.modality is not Modality.ACTUAL:
        return reading
    said = _time_of_saying(draft, setting.sentence)
    if said is not None:
        return replace(reading, time=replace(said, basis=TimeBasis.INFERRED))
    words = load_words("syntax", setting.sentence.lang)
    stated = draft.frame.lemma in (*words["tally_verbs"], *words["estimating"])
    told = stated or bool(draft.attributions) or not is_past_tense(setting.sentence, draft.frame)
    if setting.anchor is not None and told:
        return replace(reading, time=_day_span(setting.anchor, TimeBasis.DATELINE))
    return reading


def _time_of_saying(draft: Draft, sentence: Sentence) -> TimeSpan | None:
    content = [span for a in draft.attributions for span in a.content]
    said = (m for m in sentence.dates if content and not any(span.overlaps(m.span) for span in content))
    return next((m.time for m in said if m.time.start is not None), None)


def _day_span(day: date, basis: TimeBasis) -> TimeSpan:
    """A whole day as an event time."""
    start = datetime.combine(day, time())
    return TimeSpan(start, start + timedelta(days=1), Precision.DAY, basis)


def _content_dates(draft: Draft, sentence: Sentence) -> list[DateMention]:
    """The times that belong to what is said: those outside the words of saying it."""
    if not draft.attributions:
        return list(sentence.dates)
    content = [span for a in draft.attributions for span in a.content]
    since = DateRelation.SINCE
    inside = [m for m in sentence.dates if m.relation is since or any(span.overlaps(m.span) for span in content)]
    return inside or [m for m in sentence.dates if _opens(m, draft)]


def _opens(mention: DateMention, draft: Draft) -> bool:
    """Whether a week or more opens the sentence and what was said in it has no time of its own.

    "In February the army claimed to have shot down 300 drones": those of February.
    """
    said = min(span.start for a in draft.attributions for span in (*a.cue, *a.content))
    return mention.span.end <= said and mention.time.precision not in (Precision.HOUR, Precision.DAY)


def _own_dates(draft: Draft, sentence: Sentence) -> list[DateMention]:
    """The times of the content without those since which only something else holds ("annexed since 2014").

    What a relative clause behind the predicate tells of something has a time of its own: "the town, which fell in May".
    """
    clause = draft.frame.clause if draft.frame is not None else None
    found = []
    for mention in _content_dates(draft, sentence):
        own = sentence.clause_of(sentence.index_at(mention.span.start))
        other = clause is not None and own is not None and own is not clause
        foreign = other and own is not None and own.verb.participle_only and mention.relation is DateRelation.SINCE
        aside = other and own is not None and any(t.pos is Pos.REL for t in sentence.tokens[draft.at : own.first + 1])
        if not (foreign or aside):
            found.append(mention)
    return found


def _recalled(draft: Draft, sentence: Sentence) -> TimeSpan | None:
    """A time past that nobody names: "two people were hurt then", "before the truce, the war had killed 3,900"."""
    words = load_words("syntax", sentence.lang)
    said = {t.lower for t in sentence.tokens if draft.span.covers(t.span)}
    told = said & set(words["recalls"]) or sentence.tokens[0].lower in words["opening_recalls"]
    told = told or _is_before_event(draft, sentence)
    return _UNTOLD if told else None


def _is_before_event(draft: Draft, sentence: Sentence) -> bool:
    """Whether people died or were hurt before an event that is only named: "had died before the flood"."""
    predicate = draft.frame.predicate if draft.frame is not None else None
    if predicate is None or not predicate.tally:
        return False
    before = load_words("syntax", sentence.lang)["befores"]
    named = (p.noun.lemma for p in sentence.phrases if p.preposition in before and draft.span.covers(p.span))
    return any(load().predicates_of_noun(noun, sentence.lang) for noun in named)


def _stated_on(draft: Draft, sentence: Sentence) -> date | None:
    """The day the text says it was said on: a day named among the words of saying."""
    if not draft.attributions:
        return None
    content = [span for a in draft.attributions for span in a.content]
    for mention in sentence.dates:
        said = not any(span.overlaps(mention.span) for span in content)
        if said and mention.time.precision in (Precision.DAY, Precision.HOUR) and mention.time.start is not None:
            return mention.time.start.date()
    return None


def _day_of(time: TimeSpan | None) -> date | None:
    """The day a time is or lies on."""
    exact = time is not None and time.precision in (Precision.DAY, Precision.HOUR)
    return time.start.date() if exact and time is not None and time.start is not None else None
