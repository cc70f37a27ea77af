"""Votes and seats that parties and candidates reach, and second figures whose verb was told with the first."""

from __future__ import annotations

from dataclasses import replace

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.frames import Frame, things_of
from verifier.extract.names import known_actor
from verifier.extract.parties import party_named
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.verbs import VerbGroup
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos

_SCORE, _SEATS = "poll-at", "hold-seats"
_BETWEEN = (Pos.ADP, Pos.ADV, Pos.NUM, Pos.ADJ)


def with_own_subject(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> Frame | None:
    """The frame of a figure that leaves out the verb, with the subject before it: "A reached 16 percent, B 14"."""
    if frame is None or frame.clause is None or frame.nominal:
        return frame
    own = _own_subject(sentence, quantity, frame)
    others = [_own_subject(sentence, q, frame) for q in sentence.quantities if q.span.start > quantity.span.start]
    objects = tuple(p for p in frame.objects if p not in (own, *others))
    return replace(frame, subject=own or frame.subject, objects=objects)


def _own_subject(sentence: Sentence, quantity: Quantity, frame: Frame) -> Phrase | None:
    """The phrase after a comma or conjunction that a second figure follows directly, with a preposition at most."""
    at = sentence.index_at(quantity.span.start)
    while at and sentence.tokens[at - 1].pos in _BETWEEN:
        at -= 1
    own = next((p for p in sentence.phrases if p.last == at), None)
    clause = frame.clause
    if own is None or clause is None or clause.verb.passive or own.prep is not None or not _opens(sentence, own):
        return None
    alike = own.first > clause.verb.finite and any(_is_before(q, quantity, own) for q in sentence.quantities)
    counted = any(q.span.overlaps(p.span) for p in (own, clause.subject) if p is not None for q in sentence.quantities)
    return own if alike and not counted else None


def _opens(sentence: Sentence, own: Phrase) -> bool:
    """Whether a phrase follows a comma or conjunction, its article left out."""
    at = own.first
    while at and sentence.tokens[at - 1].lower in load_words("syntax", sentence.lang)["subject_articles"]:
        at -= 1
    return at > 0 and (sentence.tokens[at - 1].text in {",", ";"} or sentence.tokens[at - 1].pos is Pos.CONJ)


def _is_before(other: Quantity, quantity: Quantity, own: Phrase) -> bool:
    alike = (other.kind, other.unit) == (quantity.kind, quantity.unit) and quantity.thing in (None, other.thing)
    return alike and other.span.end <= own.span.start


def as_score(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> Frame | None:
    """The share of the vote or the seats that a party or candidate reached, whatever the verb: "came to 16 percent"."""
    if frame is None or frame.clause is None or frame.nominal:
        return frame
    if not is_score(sentence, quantity, frame.clause.verb, frame.subject):
        return frame
    predicate = load().predicate(_SEATS if quantity.thing == "seat" else _SCORE)
    return replace(frame, predicate=predicate, objects=(), measures=None)


def is_score(sentence: Sentence, quantity: Quantity, verb: VerbGroup, subject: Phrase | None) -> bool:
    """Whether a figure is the share of the vote, or the seats, that ``subject`` reached."""
    share = quantity.kind is QuantityKind.SHARE and quantity.thing in (None, "vote")
    if not share and not (quantity.kind is QuantityKind.NUMBER and quantity.thing == "seat"):
        return False
    if not _may_be_elected(subject, sentence.lang):
        return False
    before = sentence.tokens[: sentence.index_at(quantity.span.start)]
    joint = next((t.lower for t in reversed(before) if t.pos not in (Pos.ADV, Pos.ADJ)), "")
    verbs = load_words("syntax", sentence.lang)["scoring"]
    scoring = verbs.get(joint, verbs["bare"]) if joint not in verbs["other"] else ()
    return verb.lemma in scoring or verb.plain in scoring


def _may_be_elected(phrase: Phrase | None, lang: str) -> bool:
    if phrase is None or phrase.pronoun:
        return False
    if party_named(phrase, lang) is not None:
        return True
    if things_of((phrase,), lang):
        return False
    names = (" ".join(t.text for t in phrase.words[start:]) for start in range(len(phrase.words)))
    actor = next((found for words in names if (found := known_actor(words, lang)) is not None), None)
    entry = load().actor(actor.key) if actor is not None else None
    return entry is not None and (entry.nature == "party" or entry.kind == "person")
