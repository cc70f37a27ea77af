"""Votes and seats that parties and candidates reach, and second figures whose verb was told with the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.heads import things_of
from verifier.extract.names import known_actor
from verifier.extract.parties import party_named
from verifier.extract.phrases import Phrase, linked_phrase
from verifier.extract.sentence import Sentence
from verifier.extract.verbs import VerbGroup
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos

_SCORE, _SEATS, _MARGIN = "poll-at", "hold-seats", "lead-by"
_POINTS = "[pp]"
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
    """What a party or candidate reached at the polls, whatever the verb, and by how much one was ahead."""
    if frame is None or frame.clause is None:
        return frame
    if _is_margin(sentence, quantity, frame.clause):
        winner = frame.clause.subject if frame.clause.verb.lemma in _standing(sentence)["winning"] else None
        return replace(frame, predicate=load().predicate(_MARGIN), subject=winner, objects=(), measures=None)
    passive = frame.clause.verb.passive
    stands = next(iter(frame.objects), None) if passive else frame.subject
    if frame.nominal or not is_score(sentence, quantity, frame.clause.verb, stands):
        return frame
    predicate = load().predicate(_SEATS if quantity.thing == "seat" else _SCORE)
    return replace(frame, predicate=predicate, subject=stands, objects=(), measures=None)


def _is_margin(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """Whether a figure tells by how many votes or points one is ahead: "won by 400 votes", "der Vorsprung betrug 2"."""
    points = quantity.kind is QuantityKind.SHARE and quantity.unit == _POINTS
    if not points and quantity.thing != "vote":
        return False
    words, own = _standing(sentence), sentence.phrase_at(quantity.span)
    tied = (p for p in sentence.phrases if linked_phrase(p, sentence.phrases, sentence.lang) is own)
    names = [p.noun.lemma for p in (*tied, clause.subject) if p is not None]
    if any(name in words["margins"] for name in names):
        return True
    led = own is not None and sentence.lang == "en" and own.preposition in words["joints"]
    return led and clause.verb.lemma in (*words["winning"], *words["losing"])


def _standing(sentence: Sentence) -> Mapping[str, Any]:
    words: Mapping[str, Any] = load_words("syntax", sentence.lang)["standing"]
    return words


def is_score(sentence: Sentence, quantity: Quantity, verb: VerbGroup, subject: Phrase | None) -> bool:
    """Whether a figure is the share of the vote, or the seats, that ``subject`` reached."""
    share = quantity.kind is QuantityKind.SHARE and quantity.thing in (None, "vote")
    if not share and not (quantity.kind is QuantityKind.NUMBER and quantity.thing == "seat"):
        return False
    before = sentence.tokens[: sentence.index_at(quantity.span.start)]
    joint = next((t.lower for t in reversed(before) if t.pos not in (Pos.ADV, Pos.ADJ)), "")
    verbs = load_words("syntax", sentence.lang)["scoring"]
    scoring = verbs.get(joint, verbs["bare"]) if joint not in verbs["other"] else ()
    if verb.lemma not in scoring and verb.plain not in scoring:
        return False
    wins = verb.lemma in _standing(sentence)["winning"]
    return _may_be_elected(subject, sentence.lang) or _stands(sentence, quantity, subject, wins)


def _stands(sentence: Sentence, quantity: Quantity, subject: Phrase | None, wins: bool) -> bool:
    """Whether a name is that of somebody who stands for election: by a title, or as one who ``wins`` or has votes."""
    if subject is None or subject.pronoun or subject.noun.pos is not Pos.NAME:
        return False
    if any(place.span.overlaps(subject.span) for place in sentence.places):
        return False
    titles = _standing(sentence)["titles"]
    return wins or quantity.thing == "vote" or any(t.lemma in titles or t.text in titles for t in subject.words)


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
