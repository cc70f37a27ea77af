"""What a share of people is for or against: "54 percent of Germans back a speed limit", "38 Prozent sind dagegen"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.attribution import Attribution
from verifier.domain.claim import Reading, Term
from verifier.domain.enums import Aspect, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.heads import things_of
from verifier.extract.memory import Memory
from verifier.extract.phrases import Phrase, linked_phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos

_BACKING, _OPPOSING = "support", "oppose"
_BUILT = "building"


def without_crowds(sentence: Sentence, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without shares of people as sources: what 54 percent back or say is what was counted."""
    crowds = [span for q in _shares(sentence) for p in _counted(sentence, q) if (span := p.span)]
    if not any(span.overlaps(source) for a in attributions for source in a.source for span in crowds):
        return list(attributions)
    plural = load_words("syntax", sentence.lang)["pronouns"]["plural"]
    they = [t.span for t in sentence.tokens if t.lower in plural]
    return [a for a in attributions if not any(s.overlaps(source) for source in a.source for s in (*crowds, *they))]


def stance_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a share of people that back or oppose something; it ``measures`` what they are asked about."""
    if quantity not in _shares(sentence):
        return None
    counted = _counted(sentence, quantity)
    for own in sentence.clauses:
        if own.subject not in counted or own.verb.form is not Form.FINITE:
            continue
        clause = _what_they_say(sentence, own) or own
        side, matter = _stance(sentence, clause)
        if side is None:
            continue
        people = next((p for p in counted[1:] if p.noun.pos is Pos.NOUN), None)
        return Frame(clause.verb.lemma, clause.verb.main, load().predicate(side), clause, people, (), measures=matter)
    return None


def matter_asked(sentence: Sentence, frame: Frame | None, quantity: Quantity) -> Term | None:
    """What a share of people is for or against; shares of a part of the public ("of women") are of another matter."""
    matter = frame.measures if frame is not None else None
    told = frame is not None and frame.predicate is not None and frame.predicate.slug in (_BACKING, _OPPOSING)
    if matter is None or not told or quantity.kind is not QuantityKind.SHARE:
        return None
    words = " ".join(t.lemma.lower() for t in matter.words if t.pos in (Pos.NOUN, Pos.NAME, Pos.ADJ))
    things = things_of((matter,), sentence.lang)
    if things == [_BUILT] and (built := linked_phrase(matter, sentence.phrases, sentence.lang)) is not None:
        things = things_of((built,), sentence.lang) or things  # "für den Bau der Brücke"
    known = bool(things) and len(words.split()) == 1
    group = _part_of_public(sentence, quantity)
    key = (things[0] if known else f"~{words}") if group is None else f"~{words} {group}"
    return Term(key, " ".join(t.text for t in matter.words), matter.span)


def with_matter(reading: Reading, memory: Memory) -> Reading:
    """A share that leaves out what it is for or against ("38 percent oppose it") takes it from the share before."""
    if reading.aspect is not Aspect.SHARE or not _is_stance(reading):
        return reading
    if reading.thing is not None and reading.thing.key.startswith("~"):
        return reading
    before = next((c.reading for c in reversed(memory.claims) if _is_stance(c.reading) and c.reading.thing), None)
    return replace(reading, thing=before.thing) if before is not None and before.aspect is Aspect.SHARE else reading


def _is_stance(reading: Reading) -> bool:
    return reading.predicate is not None and reading.predicate.key in (_BACKING, _OPPOSING)


def _shares(sentence: Sentence) -> list[Quantity]:
    return [q for q in sentence.quantities if q.kind is QuantityKind.SHARE]


def _counted(sentence: Sentence, quantity: Quantity) -> list[Phrase]:
    """The phrases of a share and of those it is a share of: "54 percent", "Germans"; "a majority of 61 percent"."""
    own = sentence.phrase_at(quantity.span)
    if own is None:
        return []
    whole = next((p for p in sentence.phrases if linked_phrase(p, sentence.phrases, sentence.lang) is own), None)
    return [p for p in (own, linked_phrase(own, sentence.phrases, sentence.lang), whole) if p is not None]


def _what_they_say(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause of what a share of people say: "61 percent said they backed the ban"."""
    if clause.verb.lemma not in load_words("syntax", sentence.lang)["stances"]["saying"]:
        return None
    following = next((c for c in sentence.clauses if c.first >= clause.verb.last), None)
    pronoun = following is not None and following.subject is not None and following.subject.pronoun
    return following if pronoun else None


def _stance(sentence: Sentence, clause: Clause) -> tuple[str | None, Phrase | None]:
    """Whether a clause is for or against, and what."""
    words = load_words("syntax", sentence.lang)["stances"]
    verb = {clause.verb.lemma, clause.verb.plain}
    for side, verbs in ((_BACKING, words["backing"]), (_OPPOSING, words["opposing"])):
        if verb & set(verbs):
            objects = [p for p in clause.objects if p.noun.tag != "PRF" and not p.pronoun]
            return side, next(iter(objects), None)
    if not verb & set(words["leaning"]):
        return None, None
    for phrase in clause.preps:
        favoured = phrase.noun.lower in words["favour"]
        for side, joints in ((_BACKING, words["for"]), (_OPPOSING, words["against"])):
            if phrase.preposition in joints or (favoured and side == _BACKING):
                matter = linked_phrase(phrase, sentence.phrases, sentence.lang) if favoured else phrase
                return side, matter if matter is not None and not matter.pronoun else None
    said = {t.lower for t in clause.tokens[clause.first : clause.last]}
    sides = ((_BACKING, words["in_favour"]), (_OPPOSING, words["opposed"]))
    return next((side for side, adverbs in sides if said & set(adverbs)), None), None


def _part_of_public(sentence: Sentence, quantity: Quantity) -> str | None:
    """The word for those asked where they are only a part of the public: "women", "Studierende"."""
    if quantity.thing_span is None:
        return None
    token = sentence.tokens[sentence.index_at(quantity.thing_span.end - 1)]
    public = load_words("syntax", sentence.lang)["stances"]["public"]
    nation = load().actor_of_adjective(token.text, sentence.lang) is not None
    return None if nation or token.lower in public or token.lemma.lower() in public else token.lemma.lower()
