"""The event time of a claim among the times its sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.claim import TimeSpan
from verifier.domain.enums import Precision
from verifier.domain.span import Span
from verifier.extract.date_calendar import calendar_unit
from verifier.extract.date_words import load_date_words
from verifier.extract.dates import DateMention, DateRelation
from verifier.extract.sentence import Sentence
from verifier.extract.superlatives import is_superlative
from verifier.extract.words import load_words
from verifier.text.tokens import Pos

_RANKED = 5
"""How many words may stand between a superlative and since when it holds."""
_OPENING = 3
"""How many words may stand before a time that opens its sentence."""


def read_time(
    sentence: Sentence, mentions: Sequence[DateMention], words: Span, at: Span
) -> tuple[TimeSpan | None, DateRelation | None]:
    """The event time among the times named inside ``words``: the one nearest to the predicate at ``at``."""
    told, mentions = mentions, [m for m in mentions if not (_only_compares(sentence, m) or _only_ranks(sentence, m))]
    inside = [m for m in mentions if words.covers(m.span) and m.relation is not DateRelation.FOR]
    if not inside and (dated := _dated_by(sentence, told, words)) is not None:
        return dated, None
    if not inside:
        inside = [m for m in mentions if m.relation is DateRelation.SINCE and m.span.start >= words.start]
    if not inside:
        inside = [m for m in mentions if m.relation is not DateRelation.FOR and _opens(sentence, m, words)]
    known = [m for m in inside if m.time.start is not None or m.time.end is not None]
    chosen = min(known or inside, key=lambda m: abs(m.span.start - at.start), default=None)
    return (_by_noon(sentence, chosen), chosen.relation) if chosen is not None else (None, None)


def _dated_by(sentence: Sentence, mentions: Sequence[DateMention], words: Span) -> TimeSpan | None:
    """The time right before a clause that tells what happened then: "the worst since 2015, when three people died"."""
    index = sentence.index_at(words.start)
    if index < 2 or sentence.tokens[index].lower not in load_words("syntax", sentence.lang)["dated"]:
        return None
    at = sentence.tokens[index - 1 - (sentence.tokens[index - 1].text == ",")].span.end
    mention = next((m for m in mentions if m.span.end == at and m.time.start is not None), None)
    if mention is None or mention.time.start is None or mention.relation is not DateRelation.SINCE:
        return mention.time if mention is not None else None
    unit = mention.time.precision.value
    if unit not in ("year", "month", "day"):
        return None
    whole = calendar_unit(unit, mention.time.start.date())
    return replace(mention.time, start=whole.start, end=whole.end)


def is_of_now(sentence: Sentence, time: TimeSpan | None) -> bool:
    """Whether a time is only that of telling: "has now killed 23" says as of when, not when they died."""
    if time is None or time.span is None:
        return False
    told = [t for t in sentence.tokens if time.span.covers(t.span)]
    meanings = load_date_words(sentence.lang).meanings
    return bool(told) and all(t.lower in meanings and "present" in meanings[t.lower].kinds for t in told)


def _only_compares(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a time is that of the figure another is measured by: "12 more than in 2019", "mehr als im Vorjahr"."""
    words, at = load_words("quantities", sentence.lang), sentence.index_at(mention.span.start)
    before = [t for t in sentence.tokens[max(0, at - 3) : at] if t.pos not in (Pos.ADP, Pos.DET)]
    than = bool(before) and before[-1].lower == words["than"] and before[-1].pos is not Pos.SUBJ
    opening = sentence.tokens[max(0, at - 5) : at]
    return than and any(t.lower in words["difference_words"] for t in opening)


def _only_ranks(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a time only says since when nothing was as great: "its highest level since 1966"."""
    at = sentence.index_at(mention.span.start)
    near = range(max(0, at - _RANKED), at)
    return mention.relation is DateRelation.SINCE and any(is_superlative(sentence, n) for n in near)


def _opens(sentence: Sentence, mention: DateMention, words: Span) -> bool:
    """Whether a time opens the sentence and so holds for all that is told after it: "In 2009 … and 31 people died"."""
    at = sentence.index_at(mention.span.start)
    opens = at <= _OPENING or not any(token.is_verbal for token in sentence.tokens[:at])
    return mention.span.end <= words.start and opens


def _by_noon(sentence: Sentence, mention: DateMention) -> TimeSpan:
    """ "By noon on Sunday" ends at noon: a figure of then is none of the whole day."""
    time = mention.time
    before = [t.lower for t in sentence.tokens if t.span.end <= mention.span.start][-3:]
    words = {*before, *mention.surface.lower().split()}
    if time.start is None or not words & set(load_words("syntax", sentence.lang)["noons"]):
        return time
    noon = time.start.replace(hour=12, minute=0)
    return replace(time, end=noon, precision=Precision.HOUR) if time.end is None or time.end > noon else time
