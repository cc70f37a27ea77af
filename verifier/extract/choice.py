"""Which readings of a line count, and what each of them is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from verifier.domain.enums import CueClass
from verifier.extract.passages import Line, Range
from verifier.extract.reading import Reading
from verifier.extract.reported import is_subjunctive
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos


def choose(readings: Sequence[Reading]) -> list[Reading]:
    """Of readings with one content keep the first."""
    seen: set[tuple[Range, ...]] = set()
    kept = []
    for reading in sorted(map(_sound, readings), key=lambda r: r.cue_at[0]):
        if _claims_victims(reading):
            continue
        if reading.colon or (reading.content and reading.content not in seen):
            kept.append(reading)
            seen.add(reading.content)
    return kept


def _claims_victims(reading: Reading) -> bool:
    """Whether a verb of saying tells of losses: "the storm claimed 12 lives", "das Beben forderte 214 Tote"."""
    line = reading.line
    verbs = load_words("syntax", line.lang)["claiming_victims"]
    cue = {i for part in reading.cue_at for i in range(*part)}
    if not reading.content or not any(line.tokens[i].lemma in verbs for i in cue):
        return False
    said = [line.tokens[i] for i in range(*reading.content[0]) if i not in cue]
    object_ = list(takewhile(lambda token: token.text != ",", said))
    things = (load().thing_of_noun(token.lemma, line.lang) for token in object_ if token.pos is Pos.NOUN)
    lost = next((thing for thing in things if thing is not None and load().is_kind_of(thing.slug, "victim")), None)
    verbal = any(token.is_verbal and token.pos is not Pos.AUX for token in object_)
    return lost is not None and not verbal and (lost.slug == "life" or not _is_speaker(reading))


def _is_speaker(reading: Reading) -> bool:
    """Whether a source is one that can speak: a name, or anybody but a thing or an event."""
    if reading.source is None:
        return False
    nouns = [t for t in reading.line.tokens[slice(*reading.source)] if t.is_nominal]
    lang = reading.line.lang
    events = (load().predicates_of_noun(t.lemma, lang) or load().thing_of_noun(t.lemma, lang) for t in nouns)
    return any(t.pos is Pos.NAME for t in nouns) or not any(events)


def _sound(reading: Reading) -> Reading:
    """The reading without empty parts, as broken sentences leave them."""
    source = reading.source if reading.source and reading.source[0] < reading.source[1] else None
    named = reading.named if reading.named and reading.named[0] < reading.named[1] else None
    content = tuple(part for part in reading.content if part[0] < part[1])
    return replace(reading, source=source, named=named if source else None, content=content)


def class_of(reading: Reading) -> CueClass:
    """The class of the cue; what somebody says in denial ("He denied it: …") is not what is denied."""
    first = reading.content[0][0] if reading.content else 0
    stated = reading.direct or reading.colon or (first > 0 and reading.line.tokens[first - 1].text == ":")
    cue_class = CueClass.ASSERTED if stated and reading.cue.cue_class is CueClass.DENIED else reading.cue.cue_class
    return CueClass.QUOTED if reading.direct and cue_class is CueClass.ASSERTED else cue_class


def is_embedded(reading: Reading) -> bool:
    """Whether the verb of saying is itself reported ("Sie wisse, dass …")."""
    return any(is_subjunctive(t) for first, last in reading.cue_at for t in reading.line.tokens[first:last])


def is_worded(line: Line, first: int, last: int) -> bool:
    """Whether quoted words say something; a mere name in quotation marks does not."""
    inner = line.tokens[first + 1 : last - 1]
    words = [t for t in inner if t.text[0].isalpha()]
    return (
        len(words) == len([t for t in inner if t.text != "."]) or any(t.is_verbal for t in words)
        if any(t.text[0].islower() and t.pos not in (Pos.DET, Pos.ADP, Pos.CONJ) for t in words)
        else False
    )
