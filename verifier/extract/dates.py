"""The times a text names, resolved against the date of the section they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from verifier.domain.claim import TimeSpan
from verifier.domain.enums import Precision, TimeBasis
from verifier.domain.span import Span
from verifier.extract import date_calendar as calendar
from verifier.extract.date_absolute import (
    read_day_month,
    read_month,
    read_month_day,
    read_numeric,
    read_part_of_year,
    read_season,
    read_year,
)
from verifier.extract.date_calendar import Moment
from verifier.extract.date_relative import (
    read_ago,
    read_ahead,
    read_dangling,
    read_deictic,
    read_part,
    read_relative,
    read_shifted,
    read_weekday,
)
from verifier.extract.date_scene import Found, Scene
from verifier.extract.date_tense import Tense
from verifier.extract.date_words import has_time_words, read_words
from verifier.text.shadow import shadow_of
from verifier.text.tagging import tag_words
from verifier.text.tokens import Token, split_words

_READERS = (
    read_numeric,
    read_day_month,
    read_month_day,
    read_month,
    read_part_of_year,
    read_season,
    read_weekday,
    read_deictic,
    read_relative,
    read_shifted,
    read_ago,
    read_ahead,
    read_part,
    read_dangling,
    read_year,
)
_AHEAD_DAYS = 31
_REACH = 14
"""How many words an "ahead of" or "since" may stand before the time it governs."""


class DateRelation(StrEnum):
    """How what is told lies to the time that is named."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    FOR = "for"


@dataclass(frozen=True, slots=True)
class DateMention:
    """One time as a text names it.

    ``time`` is what the words cover after ``relation`` was applied: "since February" runs from February
    to the section date, "ahead of … in August" is the month before August. Both ends are None where
    only a section date could tell (``needs_anchor``) or the words count from some other event.
    """

    span: Span
    surface: str
    time: TimeSpan
    relation: DateRelation = DateRelation.ON
    needs_anchor: bool = False

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
    return [_mention(shadow, scene, *found) for found in _scan(scene)]


def dates_in(text: str, lang: str, published: date | None) -> list[DateMention]:
    """The times named anywhere in ``text``, read sentence by sentence; offsets are offsets into ``text``."""
    shadow = shadow_of(text)
    mentions: list[DateMention] = []
    for sentence in _sentences(shadow, lang):
        spans = split_words(shadow, sentence.start, sentence.end, lang)
        if has_time_words([span.of(shadow) for span in spans], lang):
            mentions += find_dates(shadow, tag_words(shadow, spans, lang), lang, published)
    return [replace(mention, surface=mention.span.of(text)) for mention in mentions]


def _scan(scene: Scene) -> Iterator[tuple[int, int, Moment, DateRelation]]:
    i = 0
    while i < len(scene.words):
        if not scene.words[i].kinds:
            i += 1
            continue
        found = _read_range(scene, i) or _read_single(scene, i) or _read_duration(scene, i)
        if found is None:
            i += 1
            continue
        yield found
        i = found[1]


def _read_moment(scene: Scene, i: int) -> Found:
    """The longest time expression that starts at ``i``; of equal ones that of the first reader."""
    best: Found = None
    if i >= len(scene.words):
        return None
    for reader in _READERS:
        try:
            found = reader(scene, i)
        except (OverflowError, ValueError):  # the calendar ends in the year 9999
            found = None
        if found and (best is None or found[0] > best[0]):
            best = found
    phased = _read_phase(scene, i)
    return phased if phased and (best is None or phased[0] > best[0]) else best


def _read_phase(scene: Scene, i: int) -> Found:
    """ "early 2024", "the end of the year", "Mitte März", "Anfang vergangener Woche"."""
    phase = scene.get(i, "phase")
    if phase is None:
        return None
    j = scene.skip(scene.skip(i + 1, "of"), "the")
    unit = scene.get(j, "unit")
    if unit in ("week", "month", "year", "decade", "quarter", "century") and j > i + 1 and not scene.has(j + 1, "year"):
        if scene.anchor is None:
            return j + 1, calendar.unknown(calendar.precision_of(unit))
        return j + 1, calendar.third_of(calendar.calendar_unit(unit, scene.anchor), phase)
    found = _read_moment(scene, j)
    if found is None or found[1].precision in (Precision.DAY, Precision.HOUR, Precision.NONE):
        return None
    return found[0], calendar.third_of(found[1], phase)


def _read_range(scene: Scene, i: int) -> tuple[int, int, Moment, DateRelation] | None:
    """ "between Monday and Wednesday", "from 2014 to 2018", "Montag bis Mittwoch"."""
    led = scene.has(i, "between", "from")
    start = scene.skip(i + 1, "the") if led else i
    first = _read_moment(scene, start)
    if first is None:
        return None
    joint = first[0]
    links = ("dash", "and") if scene.has(i, "between") else ("dash", "to", "until")
    if not scene.has(joint, *links) or (scene.has(joint, "dash") and not _is_tight(scene, joint)):
        return None
    after = scene.skip(scene.skip(joint + 1, "to"), "the")
    second = _read_moment(scene, after)
    if second is None:
        return None
    if first[1].anchored and second[1].start is not None and not second[1].anchored:
        first = _read_moment(replace(scene, year=second[1].start.year), start) or first
    moment = _joined(first[1], second[1])
    return (i, second[0], moment, DateRelation.BETWEEN) if moment else None


def _is_tight(scene: Scene, joint: int) -> bool:
    """Whether a dash joins numbers or words, rather than parting clauses."""
    before, dash = scene.tokens[joint - 1], scene.tokens[joint]
    return before.span.end == dash.span.start or scene.has(joint - 1, "year", "digits", "month", "weekday")


def _joined(first: Moment, second: Moment) -> Moment | None:
    start, end = first.start, second.end
    if start is None or end is None:
        return replace(calendar.unknown(second.precision), anchored=first.anchored or second.anchored)
    if start >= end:
        if not (first.anchored and second.anchored and first.precision is Precision.DAY):
            return None
        start -= timedelta(days=7 * -(-(start - end).days // 7) if start > end else 7)
    return Moment(start, end, second.precision, first.anchored or second.anchored)


def _read_single(scene: Scene, i: int) -> tuple[int, int, Moment, DateRelation] | None:
    found = _read_moment(scene, i)
    if found is None:
        return _read_elapsed(scene, i)
    end, moment = found
    start, relation, lead = _relation(scene, i, moment)
    if relation is DateRelation.ON:
        return i, end, moment, relation
    return start, end, _related(scene, moment, relation, lead), relation


def _read_elapsed(scene: Scene, i: int) -> tuple[int, int, Moment, DateRelation] | None:
    """ "seit zwei Jahren": a time counted back from the section date."""
    if scene.lang != "de" or not scene.has(i, "since"):
        return None
    counted = scene.count(i + 1)
    unit = scene.unit(counted[0]) if counted else None
    if counted is None or unit is None:
        return None
    if scene.anchor is None:
        return i, counted[0] + 1, calendar.unknown(calendar.precision_of(unit)), DateRelation.SINCE
    low, high = counted[1]
    try:
        moment = calendar.rolling(unit, (-low, -high), scene.anchor)
    except (OverflowError, ValueError):
        moment = calendar.unknown(calendar.precision_of(unit))
    return i, counted[0] + 1, moment, DateRelation.SINCE


def _read_duration(scene: Scene, i: int) -> tuple[int, int, Moment, DateRelation] | None:
    """ "for two years", "für drei Tage": how long, not when."""
    if not scene.has(i, "for"):
        return None
    counted = scene.count(scene.skip(i + 1, "the"))
    if counted is None or scene.unit(counted[0]) is None:
        return None
    return i, counted[0] + 1, replace(calendar.unknown(), anchored=False), DateRelation.FOR


def _relation(scene: Scene, i: int, moment: Moment) -> tuple[int, DateRelation, int | None]:
    """Where the words of the relation start, the relation, and the index of a word that governs from afar."""
    before = i - 1
    if scene.has(before, "the"):
        before -= 1
    if scene.has(before, "to") and scene.has(before - 1, "until"):
        before -= 1
    if scene.lang == "de" and scene.has(before, "in", "to") and scene.has(before - 1, "until"):
        before -= 1
    if scene.has(before, "of") and scene.has(before - 1, "ahead"):
        return before - 1, DateRelation.BEFORE, before - 1
    for kind, relation in _DIRECT.items():
        if scene.has(before, kind):
            return before, relation, None
    lead = _governing(scene, i) if not moment.ongoing else None
    if lead is None:
        return i, DateRelation.ON, None
    return i, DateRelation.SINCE if scene.has(lead, "since") else DateRelation.BEFORE, lead


_DIRECT = {
    "since": DateRelation.SINCE,
    "until": DateRelation.UNTIL,
    "before": DateRelation.BEFORE,
    "after": DateRelation.AFTER,
}


def _governing(scene: Scene, i: int) -> int | None:
    """An "ahead of" or "since" earlier in the clause: "since the army crossed the border in May"."""
    for j in range(i - 1, max(i - 1 - _REACH, -1), -1):
        if scene.has(j, "comma") or scene.tokens[j].text in ('"', ";", ":", "(", ")"):
            return None
        if scene.has(j, "ahead") and (scene.lang == "de" or scene.has(j + 1, "of")):
            return j
        if scene.has(j, "since"):
            return j if scene.tokens[j].lower != "ab" else None
    return None


def _related(scene: Scene, moment: Moment, relation: DateRelation, lead: int | None) -> Moment:
    """The time of what is told, given the time that is named and the relation between the two."""
    start, end = moment.start, moment.end
    if start is None and end is None:
        return moment
    if relation is DateRelation.SINCE:
        return replace(moment, end=_until_now(scene, start))
    if relation is DateRelation.UNTIL:
        return replace(moment, start=None)
    if relation is DateRelation.BEFORE:
        if lead is not None and start is not None:
            return replace(moment, start=start - timedelta(days=_AHEAD_DAYS), end=start)
        return replace(moment, start=None, end=start)
    return replace(moment, start=end, end=None)


def _until_now(scene: Scene, start: datetime | None) -> datetime | None:
    if scene.anchor is None:
        return None
    now = calendar.at(scene.anchor + timedelta(days=1))
    return now if start is not None and start < now else None


def _mention(shadow: str, scene: Scene, first: int, last: int, moment: Moment, relation: DateRelation) -> DateMention:
    span = Span(scene.tokens[first].span.start, scene.tokens[last - 1].span.end)
    basis = TimeBasis.DATELINE if moment.anchored else TimeBasis.EXPLICIT
    if moment.start is None and moment.end is None:
        basis = TimeBasis.UNKNOWN
    time = TimeSpan(moment.start, moment.end, moment.precision, basis, span)
    return DateMention(span, span.of(shadow), time, relation, moment.anchored)


def _sentences(shadow: str, lang: str) -> Iterator[Span]:
    try:
        from verifier.text.sentences import split_sentences
    except ImportError:
        start = 0
        for line in shadow.splitlines(keepends=True):
            yield Span(start, start + len(line))
            start += len(line)
        return
    yield from split_sentences(shadow, 0, len(shadow), lang)
