"""Through whom a statement reached us: claimant, spokesperson, channel, agency and outlet, the root first."""

from __future__ import annotations

from verifier.domain.attribution import Actor, Step
from verifier.domain.enums import CueClass, StepRole
from verifier.extract.cast import Cast
from verifier.extract.cues import Cues
from verifier.extract.passages import Line, Range
from verifier.extract.reading import Reading
from verifier.extract.sources import phrase_right
from verifier.extract.sources_left import phrase_left
from verifier.reference import load
from verifier.text.tokens import Form, Pos

_WINDOW = 16


def chain_of(reading: Reading, cast: Cast, cues: Cues) -> tuple[Step, ...]:
    """The chain of one reading; empty where the text names no source or nobody known stands behind a pronoun."""
    part = reading.named or reading.source
    actor = cast.actor(reading.line, part, person=_is_who(reading)) if part is not None else None
    if actor is None:
        return ()
    words, span, cue_class = reading.cue.words, reading.line.span(reading.cue_at[0]), reading.cue.cue_class
    if cited := _cited(reading, cast, cues):
        return (
            Step(StepRole.CLAIMANT, cited, words, span, cue_class),
            Step(_passing_role(actor), actor, words, span, cue_class),
        )
    known = not actor.key.startswith("~") or actor.kind is not None
    role = StepRole.INVESTIGATOR if cue_class is CueClass.FOUND and known else StepRole.CLAIMANT
    root = Step(role, actor, words, span, cue_class)
    return root, *_spokesperson(reading, actor, cues), *_citing(reading, cast, cues), *_told(reading, cast, cues)


def names_source(reading: Reading, cast: Cast, cues: Cues) -> bool:
    """Whether a reading only says whom somebody cites ("citing the mayor"), which is part of another's chain."""
    if reading.cue.words not in cues.lists["citing_verbs"] or reading.direct or len(reading.content) != 1:
        return False
    first, last = reading.content[0]
    return last - first <= _WINDOW // 2 and _may_speak(reading.line, (first, last), cast)


def _may_speak(line: Line, part: Range, cast: Cast) -> bool:
    """Whether words name an actor or people: "the mayor", "two people familiar with the matter"."""
    if cast.knows(line, part):
        return True
    head = next((token for token in line.tokens[part[0] : part[1]] if token.pos is Pos.NOUN), None)
    entry = load().thing_of_noun(head.lemma, line.lang) if head is not None else None
    return entry is not None and load().is_kind_of(entry.slug, "person")


def _is_who(reading: Reading) -> bool:
    """Whether the source is "who", which stands for people."""
    return reading.source is not None and reading.line.tokens[reading.source[0]].lower == "who"


def _passing_role(actor: Actor) -> StepRole:
    """The role of somebody who only passes on what another said."""
    outlet = load().outlet(actor.key.removeprefix("outlet:"))
    agency = outlet is not None and outlet.kind in ("agency", "state_media")
    return StepRole.AGENCY if agency else StepRole.OUTLET


def _cited(reading: Reading, cast: Cast, cues: Cues) -> Actor | None:
    """Whom the source itself cites: 'the agency, citing the mayor, said', 'unter Berufung auf die Polizei'."""
    line = reading.line
    low, high = line.sentence_of(reading.cue_at[0][0])
    for k in range(low, high - 1):
        if line.tokens[k].lower not in cues.lists["citing"] or _within(k, reading.content):
            continue
        start = k + 2 if line.tokens[k + 1].pos is Pos.ADP else k + 1
        end = phrase_right(line, start)
        if end > start and _may_speak(line, (start, end), cast):
            return cast.actor(line, (start, end))
    return None


def _citing(reading: Reading, cast: Cast, cues: Cues) -> tuple[Step, ...]:
    """Who cites the source: 'the agency quoted the mayor as saying'."""
    line, source = reading.line, reading.source
    if source is None or line.tokens[reading.cue_at[0][0]].form is not Form.GERUND:
        return ()
    low = line.sentence_of(source[0])[0]
    k = next(
        (m for m in range(reading.cue_at[0][0], low, -1) if cues.lemma(line.tokens[m]) in cues.lists["citing_verbs"]),
        low,
    )
    if k <= low:
        return ()
    if source[1] > k:
        subject = phrase_left(line, k, low)
    elif line.tokens[k + 1].lower == "by":
        subject = (k + 2, phrase_right(line, k + 2))
    else:
        return ()
    actor = cast.actor(line, subject) if subject else None
    return (
        () if actor is None else (Step(_passing_role(actor), actor, cues.lemma(line.tokens[k]), line.span((k, k + 1))),)
    )


def _spokesperson(reading: Reading, actor: Actor, cues: Cues) -> tuple[Step, ...]:
    """An unnamed spokesperson speaks for the body that answers for the statement."""
    if reading.source is None or actor.kind == "person" or actor.key == "spokesperson":
        return ()
    for k in range(*reading.source):
        if reading.line.tokens[k].lemma.lower() in cues.lists["spokespeople"]:
            speaker = Actor(f"{actor.key}:spokesperson", reading.line.tokens[k].text, "role", actor.side)
            return (Step(StepRole.SPOKESPERSON, speaker),)
    return ()


def _told(reading: Reading, cast: Cast, cues: Cues) -> tuple[Step, ...]:
    """Where it was said: 'told the Guardian', 'said on Telegram', 'sagte er der BBC'."""
    line = reading.line
    begin = max(
        reading.cue_at[0][1], reading.source[1] if reading.source and reading.source[0] >= reading.cue_at[0][0] else 0
    )
    steps: list[Step] = []
    k, high = begin, min(line.sentence_of(reading.cue_at[0][0])[1], begin + _WINDOW)
    while k < high and not _within(k, reading.content) and line.tokens[k].text not in {";", '"'}:
        end = _name_end(line, k, high)
        outlet = cast.outlet(line, (k, end)) if end > k else None
        if line.tokens[k].lower in cues.lists["channels"]:
            channel = outlet or Actor(f"~{line.tokens[k].lower}", line.tokens[k].text, None, None, line.tokens[k].span)
            steps.append(Step(StepRole.CHANNEL, channel))
        elif outlet is not None:
            steps.append(Step(_medium_role(outlet), outlet))
            k = end - 1
        k += 1
    return tuple(steps[:2])


def _name_end(line: Line, k: int, high: int) -> int:
    """Where the capitalised name that begins at ``k`` ends; ``k`` itself where none begins."""
    if not line.tokens[k].text[0].isupper() or line.tokens[k].pos not in (Pos.NAME, Pos.NOUN, Pos.OTHER):
        return k
    end = k + 1
    while end < high and line.tokens[end].pos in (Pos.NAME, Pos.NOUN):
        end += 1
    return end


def _medium_role(outlet: Actor) -> StepRole:
    """The role of where something was said: a platform only carries it."""
    entry = load().outlet(outlet.key.removeprefix("outlet:"))
    return StepRole.CHANNEL if entry is not None and entry.kind == "platform" else StepRole.OUTLET


def _within(k: int, parts: tuple[Range, ...]) -> bool:
    return any(first <= k < last for first, last in parts)
