"""Two givers of figures in one sentence, each for its own: "police spoke of 9,000, the organisers of 20,000"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.domain.attribution import Attribution
from verifier.domain.enums import CueClass
from verifier.domain.span import Span
from verifier.extract.cast import Cast
from verifier.extract.figure_givers import gapped_givers, told_givers
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Pos

_BREAKS = (",", ";")


def with_rivals(sentence: Sentence, attributions: Sequence[Attribution], cast: Cast) -> list[Attribution]:
    """The attributions of a sentence with figures: those of givers found here too, none over the figure of another."""
    if len(sentence.quantities) < 1:
        return list(attributions)
    attributions = [_denied_only(sentence, _after_semicolon(sentence, a)) for a in attributions]
    told = [*attributions, *told_givers(sentence, attributions, cast)]
    parted = _side_by_side(sentence, told)
    for giver in gapped_givers(sentence, cast):
        parted = [*(_without(a, giver.content[0]) for a in parted if not _is_of(a, giver)), giver]
    return [a for a in parted if a.content]


def _after_semicolon(sentence: Sentence, attribution: Attribution) -> Attribution:
    """A saying by a verb after a semicolon does not answer for the figures before it."""
    edges = _edges(attribution)
    if not edges or not all(sentence.span.covers(s) for s in edges) or not _is_verbal(sentence, attribution):
        return attribution
    marks = [t.span.end for t in sentence.tokens if t.text == ";" and t.span.end <= _start(attribution)]
    before = any(q.span.end <= mark for q in sentence.quantities for mark in marks)
    return _without(attribution, Span(sentence.span.start, marks[-1])) if before else attribution


def _denied_only(sentence: Sentence, attribution: Attribution) -> Attribution:
    """A denial does not reach over what is told beside it: "denies firing on the market as toll rises to 34"."""
    if attribution.cue_class is not CueClass.DENIED:
        return attribution
    beside = load_words("syntax", sentence.lang)["besides"]
    for clause in sentence.clauses:
        if clause.subordinator in beside and any(s.covers(clause.span) for s in attribution.content):
            attribution = _without(attribution, Span(clause.span.start, sentence.span.end))
    return attribution


def _is_of(attribution: Attribution, giver: Attribution) -> bool:
    """Whether both are the saying of one source."""
    return bool(attribution.source) and attribution.source[0].overlaps(giver.source[0])


def _side_by_side(sentence: Sentence, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Sayings of one sentence that cover each other's source part where the turn of the later one begins."""
    here = [a for a in attributions if a.source and a.cue and all(sentence.span.covers(s) for s in _edges(a))]
    here.sort(key=_start)
    result = {id(a): a for a in attributions}
    for n, first in enumerate(here):
        for second in here[n + 1 :]:
            at = _turn(sentence, first, second)
            if at is not None:
                result[id(first)] = _without(result[id(first)], Span(at, sentence.span.end))
                result[id(second)] = _without(result[id(second)], Span(sentence.span.start, at))
    return list(result.values())


def _edges(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue)


def _start(attribution: Attribution) -> int:
    return min(span.start for span in _edges(attribution))


def _end(attribution: Attribution) -> int:
    return max(span.end for span in _edges(attribution))


def _turn(sentence: Sentence, first: Attribution, second: Attribution) -> int | None:
    """Where what the second source says begins; None where one only passes on what the other says."""
    begin, start = _end(first), _start(second)
    if start <= begin or not _covers(second, first):
        return None
    figures = [q.span for q in sentence.quantities]
    between = any(begin <= span.start < start for span in figures)
    opens = _opens_turn(sentence, start)
    if not (_covers(first, second) and (opens or between)) and not (between and not _is_verbal(sentence, second)):
        return None
    at = start if opens else next(iter(_breaks(sentence, begin, start)), None)
    if at is None:
        return None
    told = any(span.end <= at for span in figures) and any(span.start >= at for span in figures)
    return at if told else None


def _covers(one: Attribution, other: Attribution) -> bool:
    """Whether the content of one holds the source of the other."""
    return any(span.covers(other.source[0]) for span in one.content)


def _opens_turn(sentence: Sentence, start: int) -> bool:
    """Whether a source or its cue stands right after a comma, a semicolon or a conjunction."""
    index = sentence.index_at(start)
    before = sentence.tokens[index - 1] if index else None
    return before is not None and (before.text in _BREAKS or before.pos is Pos.CONJ)


def _breaks(sentence: Sentence, begin: int, end: int) -> Iterator[int]:
    """Where a new part may begin between two offsets: after a comma, a semicolon or a conjunction."""
    for token in sentence.tokens:
        if begin <= token.span.start < end and (token.text in _BREAKS or token.pos is Pos.CONJ):
            yield token.span.end


def _is_verbal(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether somebody says it by a verb of a clause, not in passing ("laut", "according to")."""
    verbs = [sentence.tokens[clause.verb.main] for clause in sentence.clauses]
    return any(cue.overlaps(v.span) for cue in attribution.cue for v in verbs if v.lower != "according")


def _without(attribution: Attribution, part: Span) -> Attribution:
    """An attribution whose content leaves out ``part``."""
    kept: list[Span] = []
    for span in attribution.content:
        if not span.overlaps(part):
            kept.append(span)
            continue
        if span.start < part.start:
            kept.append(Span(span.start, part.start))
        if part.end < span.end:
            kept.append(Span(part.end, span.end))
    return replace(attribution, content=tuple(kept))
