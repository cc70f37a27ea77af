"""The times a text names, resolved against the date of the section they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verifier.domain.claim import TimeSpan
from verifier.domain.enums import TimeBasis
from verifier.domain.span import Span
from verifier.extract.date_calendar import Count
from verifier.extract.date_readings import Reading, read_times
from verifier.extract.date_relations import DateRelation
from verifier.extract.date_scene import Scene
from verifier.extract.date_tense import Tense
from verifier.extract.date_words import has_time_words, read_words
from verifier.text.sentences import split_sentences
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_words
from verifier.text.tokens import Token, split_words

__all__ = ["DateMention", "DateRelation", "dates_in", "find_dates"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """One time as a text names it.

    ``time`` is what the words cover after ``relation`` was applied: "since February" runs from February
    to the section date, "ahead of … in August" is the month before August. Of "a day after …" it is when
    the event told after these words happened. Both ends are None where
    only a section date could tell (``needs_anchor``) or the words count from some other event, ``counted``
    units before or after it.
    """

    span: Span
    surface: str
    time: TimeSpan
    relation: DateRelation = DateRelation.ON
    needs_anchor: bool = False
    counted: Count | None = None

    def as_json(self) -> dict[str, str | int | None]:
        """The line of ``extract --what dates``: days as ISO dates, ``to`` the first day no longer meant."""
        first, last = self.time.start, self.time.end
        if last is not None and (last.hour or last.minute):
            last += timedelta(days=1)
        return {
            "start": self.span.start,
            "end": self.span.end,
            "surface": self.surface,
            "from": first.date().isoformat() if first else None,
            "to": last.date().isoformat() if last else None,
            "precision": self.time.precision.value,
        }


def find_dates(shadow: str, tokens: Sequence[Token], lang: str, anchor: date | None) -> list[DateMention]:
    """The times named by the tokens of one sentence, in order, not overlapping.

    ``anchor`` is the date of the section; without it relative times keep no start and no end.
    """
    words = read_words(tokens, lang)
    if not words:
        return []
    tense = Tense(tokens, lang)
    scene = Scene(tokens, words, lang, anchor, tense.is_ahead, tense.is_past)
    return [_mention(shadow, scene, reading) for reading in read_times(scene)]


def dates_in(text: str, lang: str, published: date | None) -> list[DateMention]:
    """The times named anywhere in ``text``, read sentence by sentence; offsets are offsets into ``text``."""
    shadow = shadow_of(text)
    mentions: list[DateMention] = []
    for sentence in split_sentences(shadow, 0, len(shadow), lang):
        spans = split_words(shadow, sentence.start, sentence.end, lang)
        if has_time_words([span.of(shadow) for span in spans], lang):
            mentions += find_dates(shadow, tag_words(shadow, spans, lang), lang, published)
    return [replace(mention, surface=mention.span.of(text)) for mention in mentions]


def _mention(shadow: str, scene: Scene, reading: Reading) -> DateMention:
    first, last, moment, relation = reading
    span = Span(scene.tokens[first].span.start, scene.tokens[last - 1].span.end)
    basis = TimeBasis.DATELINE if moment.anchored else TimeBasis.EXPLICIT
    if moment.inferred:
        basis = TimeBasis.INFERRED
    if moment.start is None and moment.end is None:
        basis = TimeBasis.UNKNOWN
    time = TimeSpan(moment.start, moment.end, moment.precision, basis, span)
    return DateMention(span, span.of(shadow), time, relation, moment.anchored, moment.counted)
