"""Who takes, holds or loses a place by a noun: "took control of the port", "bleibt in der Hand der Armee"."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.clauses import Clause
from verifier.extract.heads import things_of
from verifier.extract.phrases import Phrase, linked_phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Pos, Token

Held = tuple[PredicateEntry, Phrase | None, Phrase]
"""The sense, who holds, takes or loses, and the place."""
_ARMED, _ARMED_ROLES = ("soldier", "militant", "military-unit"), ("armed-forces", "rebels")
_SENSES = {"taking": "capture", "holding": "hold-ground", "losing": "lose-ground"}


def who_holds(sentence: Sentence, clause: Clause) -> Held | None:
    """What a clause with a noun of control tells; None where what is controlled is no place that sides fight for.

    What somebody has control of, or what is under somebody's control or in their hands.
    """
    words = load_words("syntax", sentence.lang)["ground"]
    for phrase in (*clause.objects, *clause.preps):
        if phrase.noun.lemma not in words["nouns"] and phrase.noun.lower not in words["nouns"]:
            continue
        ground = _controlled(sentence, clause, phrase, words)
        own = ground is not None and clause.subject is not None
        kinds = "holders" if own else "held"
        sense = next((s for kind, s in _SENSES.items() if _is_one(clause, words[f"{kinds}_{kind}"])), None)
        entry = load().predicate(sense) if sense is not None else None
        if entry is None:
            continue
        if own and ground is not None:
            return entry, clause.subject, ground
        if phrase.prep is None or phrase.preposition not in words["under"]:
            continue
        moved = [p for p in clause.objects if p is not phrase and is_ground(sentence, p)]
        if moved and clause.subject is not None:  # "brought the town under their control"
            return entry, clause.subject, moved[0]
        if clause.subject is not None and is_ground(sentence, clause.subject):
            return entry, _behind(sentence, phrase) or phrase, clause.subject
    return None


def _is_one(clause: Clause, verbs: Sequence[str]) -> bool:
    return clause.verb.lemma in verbs or clause.verb.plain in verbs


def _controlled(sentence: Sentence, clause: Clause, phrase: Phrase, words: dict[str, list[str]]) -> Phrase | None:
    """The place behind a noun of control: "control of the airport", "die Kontrolle über Goma"."""
    inside = phrase.prep is None or (phrase.preposition == "in" and phrase.words[0].pos is Pos.NOUN)
    behind = next((p for p in sentence.phrases if p.prep == phrase.last and p.preposition in words["of"]), None)
    whole = linked_phrase(behind, sentence.phrases, sentence.lang) if behind is not None else None
    found = next((p for p in (behind, whole) if p is not None and is_ground(sentence, p)), None)
    return found if inside and clause.subject is not found else None


def _behind(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Whose control it is, where it stands behind the noun: "the control of the rebels", "Kontrolle der Armee"."""
    return linked_phrase(phrase, sentence.phrases, sentence.lang)


def is_ground(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a place that armed sides fight for: a town by name, or a thing of a kind that is held."""
    entry = load().predicate("hold-ground")
    noun = phrase.noun
    if any(phrase.first <= m.first < phrase.last for m in sentence.places):
        return True
    if noun.pos is Pos.NAME or (sentence.lang == "en" and noun.text[:1].isupper()):
        known = load_gazetteer().places_named(noun.text, sentence.lang)
        unknown = noun.pos is Pos.NAME and load().actor_named(noun.text, sentence.lang) is None
        return _is_plain_name(noun) and (bool(known) or unknown)
    if is_place_noun(noun, sentence.lang):
        return True
    thing = load().thing_of_noun(noun.lemma, sentence.lang)
    return entry is not None and thing is not None and any(load().is_kind_of(thing.slug, o) for o in entry.objects)


def is_armed(phrase: Phrase | None, lang: str) -> bool:
    """Whether a phrase is of people who fight: soldiers, "the militia", "Hezbollah", "the People's Army"."""
    if phrase is None:
        return False
    reference = load()
    if any(reference.is_kind_of(thing, kind) for thing in things_of((phrase,), lang) for kind in _ARMED):
        return True
    actor = reference.actor_named(phrase.noun.text, lang, capitals=False)
    return actor is not None and (actor.nature == "armed" or actor.slug.rpartition(":")[2] in _ARMED_ROLES)


def is_place_noun(noun: Token, lang: str) -> bool:
    """Whether a common noun means a town or a region: "the village", "der Ort"."""
    nouns = load_words("syntax", lang)["place_nouns"]
    return noun.lemma in (*nouns["city"], *nouns["region"])


def _is_plain_name(noun: Token) -> bool:
    return noun.text[:1].isupper() and noun.text[1:].islower()
