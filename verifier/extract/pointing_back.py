"""Words that point back: "the attack destroyed …", "nine of them" take what is missing from what was told."""

from __future__ import annotations

from dataclasses import replace

from verifier.domain.claim import Claim, Reading
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.memory import Memory
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos


def with_event(reading: Reading, frame: Frame | None, sentence: Sentence, memory: Memory) -> Reading:
    """A claim that points back ("the attack destroyed …") takes what is missing from the event told before."""
    if frame is None or reading.predicate is None:
        return reading
    before = _event_pointed_at(frame, sentence, memory)
    if before is not None:
        agent = reading.agent
        if agent is None and frame.predicate is not None and frame.predicate.subject == "agent":
            agent = before.agent
        reading = replace(reading, agent=agent, patient=reading.patient or before.patient)
    elif reading.agent is None and reading.patient is None and (told := _told_on(reading, memory)) is not None:
        return replace(reading, agent=told.agent, patient=told.patient)
    elif frame.clause is None:
        return reading
    elif frame.clause.inherited or _is_joined(frame.clause):
        mains = [
            c.reading for c in memory.claims if sentence.span.covers(c.span) and not _only_describes(c, frame, sentence)
        ]
        before = mains[-1] if mains else None
    if before is None:
        return reading
    return replace(reading, place=reading.place or before.place, time=reading.time or before.time)


def with_owner_of_whole(reading: Reading, memory: Memory) -> Reading:
    """ "41 of the drones" belong to whoever the drones told before belong to."""
    quantity, entry = reading.quantity, load().predicate(reading.predicate.key) if reading.predicate else None
    if quantity is None or quantity.part_of is None or entry is None or entry.owner != "patient" or reading.patient:
        return reading
    return replace(reading, patient=memory.owner_at(quantity.part_of))


def _only_describes(claim: Claim, frame: Frame, sentence: Sentence) -> bool:
    """Whether a claim stands in a relative clause about the subject: "a man who was hurt on Monday has died"."""
    own = frame.clause.first if frame.clause is not None else frame.at
    words = [t for t in sentence.tokens[:own] if claim.span.covers(t.span)]
    return any(token.pos is Pos.REL for token in words)


def with_setting_of_rest(reading: Reading, sentence: Sentence, memory: Memory) -> Reading:
    """ "Five others were wounded", "sieben weitere": where and when those counted right before were hurt."""
    quantity = reading.quantity
    if quantity is None or reading.place is not None or reading.predicate is None:
        return reading
    at = sentence.index_at(quantity.span.end - 1) + 1
    after = sentence.tokens[at].lower if at < len(sentence.tokens) else ""
    if after not in load_words("quantities", sentence.lang)["more_words"] or not memory.claims:
        return reading
    before = memory.claims[-1].reading
    counted = before.quantity is not None and before.thing is not None and reading.thing is not None
    people = counted and all(load().is_kind_of(r.thing.key, "person") for r in (before, reading) if r.thing is not None)
    return replace(reading, place=before.place, time=reading.time or before.time) if people else reading


def _is_joined(clause: Clause) -> bool:
    """Whether a clause goes on after an "and" or a colon: it shares place and time with the one before."""
    before = clause.tokens[clause.first - 1] if clause.first else None
    return before is not None and (before.pos is Pos.CONJ or before.text == ":")


def _told_on(reading: Reading, memory: Memory) -> Reading | None:
    """The figure of the same kind that the same side has just given in this passage: its parts have its parties."""
    claimant, predicate = reading.claimant, reading.predicate
    if claimant is None or claimant.side is None or predicate is None or reading.quantity is None:
        return None
    family = load().family_of(predicate.key)
    before = next((r for f, r in reversed(memory.events) if f == family and r.claimant is not None), None)
    same = before is not None and before.claimant is not None and before.claimant.side == claimant.side
    thing = (
        before is not None
        and before.thing is not None
        and reading.thing is not None
        and before.thing.key == reading.thing.key
    )
    return before if same and thing else None


def _event_pointed_at(frame: Frame, sentence: Sentence, memory: Memory) -> Reading | None:
    """The event a definite noun of action as subject names."""
    phrase = frame.subject
    if phrase is None or phrase.pronoun or phrase.words[0].lower not in ("the", "der", "die", "das", "this", "dieser"):
        return None
    senses = load().predicates_of_noun(phrase.noun.lemma, sentence.lang)
    families = {load().family_of(sense.slug) for sense in senses}
    return memory.event_like(families)
