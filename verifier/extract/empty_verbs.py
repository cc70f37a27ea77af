"""Acts told by a noun beside a verb that says little: "received no warning", "eine Kontrolle fand nicht statt"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.extract.clauses import Clause
from verifier.extract.phrases import Phrase, linked_phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry


@dataclass(frozen=True, slots=True)
class NamedAct:
    """The ``noun`` that tells an act of ``sense``, done by ``subject`` to ``objects``."""

    noun: Phrase
    sense: PredicateEntry
    subject: Phrase | None
    objects: tuple[Phrase, ...]


def act_named(sentence: Sentence, clause: Clause) -> NamedAct | None:
    """The act of a clause whose verb only says that it was done, given, received or that it happened."""
    words, verb = load_words("syntax", sentence.lang)["empty"], clause.verb
    objects = [p for p in clause.objects if not p.pronoun]
    if verb.plain in words["receiving"] or verb.lemma in words["receiving"] or _is_given(sentence, clause):
        return _act(sentence, objects, None, clause.subject)
    if (verb.plain in words["giving"] or verb.lemma in words["giving"]) and verb.passive:
        return _act(sentence, [p for p in (clause.subject,) if p is not None and not p.pronoun], None, None)
    if verb.plain in words["giving"] or verb.lemma in words["giving"]:
        others = next((p for p in clause.objects if p.first < min((o.first for o in objects), default=0)), None)
        return _act(sentence, objects, clause.subject, others, ("acts", "made"))
    if verb.lemma in words["reaching"] or verb.plain in words["reaching"]:
        return _reaching(sentence, clause)
    happens = verb.lemma in words["happening"] or any(
        f"{verb.plain} {p.noun.lower}" in words["happening"] for p in objects
    )
    there = any(t.lower in words["there"] for t in sentence.tokens[clause.first : clause.last])
    exists = there and verb.plain in words["being"]
    phrases = [*objects, clause.subject] if exists else [clause.subject] if happens else []
    return _act(sentence, [p for p in phrases if p is not None and not p.pronoun], None, None)


def _reaching(sentence: Sentence, clause: Clause) -> NamedAct | None:
    """What is done to the people whom it reaches: "the vaccination campaign reached 15,000", "die Impfaktion"."""
    reached = tuple(p for p in clause.objects if _are_people(p, sentence.lang))
    if clause.subject is None or not reached:
        return None
    acts = load_words("syntax", sentence.lang)["empty"]["acts"]
    for token in clause.subject.words:
        senses = [s for s in load().predicates_of_noun(token.lemma, sentence.lang) if s.slug in acts]
        if senses:
            return NamedAct(clause.subject, senses[0], None, reached)
    return None


def _are_people(phrase: Phrase, lang: str) -> bool:
    entry = load().thing_of_noun(phrase.noun.lemma, lang)
    return entry is not None and load().is_kind_of(entry.slug, "person")


def _is_given(sentence: Sentence, clause: Clause) -> bool:
    """Whether the subject is given something: "residents were given no warning"."""
    giving = load_words("syntax", sentence.lang)["empty"]["giving"]
    return sentence.lang == "en" and clause.verb.passive and clause.verb.plain in giving and bool(clause.objects)


def _act(
    sentence: Sentence, nouns: list[Phrase], by: Phrase | None, to: Phrase | None, lists: Sequence[str] = ("acts",)
) -> NamedAct | None:
    words = load_words("syntax", sentence.lang)["empty"]
    acts = [act for name in lists for act in words[name]]
    for phrase in nouns:
        senses = [s for s in load().predicates_of_noun(phrase.noun.lemma, sentence.lang) if s.slug in acts]
        if senses:
            linked = linked_phrase(phrase, sentence.phrases, sentence.lang) if to is None else None
            undergoes = tuple(p for p in (to, linked) if p is not None and p is not phrase)
            return NamedAct(phrase, senses[0], by, undergoes)
    return None
