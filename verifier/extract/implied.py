"""What a count tells by the words around it alone: the dead died, the wounded were hurt, nine arrests were made."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.measures import ends_before
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Form, Pos, Token
from verifier.text.word_models import verb_of_participle

_EXISTENCE, _VICTIM = "exist", "victim"
_SAID = ("confirmation", "record")
"""Families of what is only said of the counted: "112 confirmed cases"."""


def implied_frame(sentence: Sentence, quantity: Quantity, clause: Clause) -> Frame:
    """What the counted ones did by their very name: the dead died, participants took part."""
    reference = load()
    entry = reference.thing(quantity.thing or "")
    predicate = reference.predicate(entry.tells) if entry is not None and entry.tells else None
    predicate = described(sentence, quantity) or _state_of(sentence, quantity) or predicate
    predicate = predicate or _act_of(sentence, quantity) or _undergone_by(sentence, quantity, clause)
    predicate = predicate or _of_whole(sentence, quantity) or reference.predicate(_EXISTENCE)
    return Frame(clause.verb.lemma, clause.verb.main, predicate, clause, None, clause.objects)


def _state_of(sentence: Sentence, quantity: Quantity) -> PredicateEntry | None:
    """The state that a phrase after the counted noun tells: "reported 70,000 homes without power"."""
    counted = sentence.phrase_at(quantity.thing_span or quantity.span)
    state = next((p for p in sentence.phrases if counted is not None and p.prep == counted.last), None)
    if state is None:
        return None
    words = f"{state.preposition} {state.noun.lemma}"
    wording = f"{words} sein" if sentence.lang == "de" else f"be {words}"
    senses = load().predicates_of_verb(wording, sentence.lang)
    return load().sense_for(senses, [quantity.thing] if quantity.thing else []) if senses else None


def _of_whole(sentence: Sentence, part: Quantity) -> PredicateEntry | None:
    """What all those underwent of whom some are counted: the children of "twelve dead, among them three children"."""
    whole = next((q for q in sentence.quantities if q.span.start == part.part_of), None)
    entry = load().thing(whole.thing or "") if whole is not None else None
    victims = entry is not None and load().is_kind_of(entry.slug, _VICTIM)
    return load().predicate(entry.tells) if entry is not None and victims and entry.tells else None


def _undergone_by(sentence: Sentence, quantity: Quantity, clause: Clause) -> PredicateEntry | None:
    """What a noun before a figure says the counted underwent: "put its losses at 300 soldiers"."""
    for phrase in clause.objects if quantity.thing is not None else ():
        senses = load().predicates_of_noun(phrase.noun.lemma, sentence.lang) if ends_before(phrase, quantity) else []
        sense = load().sense_for(senses, [quantity.thing or ""]) if senses else None
        if sense is not None and sense.tally:
            return sense
    return None


def _act_of(sentence: Sentence, quantity: Quantity) -> PredicateEntry | None:
    """The act that the counted noun names itself: "nine arrests"."""
    if quantity.thing_span is None:
        return None
    nouns = [t for t in sentence.tokens if quantity.thing_span.covers(t.span) and t.pos is Pos.NOUN]
    senses = load().predicates_of_noun(nouns[-1].lemma, sentence.lang) if nouns else []
    return load().sense_for(senses, []) if senses else None


def described(sentence: Sentence, quantity: Quantity) -> PredicateEntry | None:
    """What the participle before the counted noun tells: "six wounded civilians", "110 zerstörte Häuser"."""
    phrase = sentence.phrase_at(quantity.thing_span or quantity.span)
    counted_after = phrase is not None and phrase.span.end > quantity.span.start
    for token in _around(phrase, sentence.lang) if phrase is not None else ():
        if token.pos not in (Pos.ADJ, Pos.VERB) or (counted_after and token.span.end <= quantity.span.start):
            continue
        if token.lemma.lower() in load_words("syntax", sentence.lang)["pointing_adjectives"]:
            continue
        name = f"{token.lemma.capitalize()}er" if sentence.lang == "de" else token.lower
        thing = load().thing_of_noun(name, sentence.lang)
        senses = [s for verb in _verbs_of(token, sentence.lang) for s in load().predicates_of_verb(verb, sentence.lang)]
        by_head = thing is not None and name not in thing.nouns.get(sentence.lang, ())
        if thing is not None and thing.tells and not (by_head and senses):  # an "Ausgefallener" is no "Gefallener"
            return load().predicate(thing.tells)
        sense = load().sense_for(senses, [quantity.thing] if quantity.thing else []) if senses else None
        if sense is not None and sense.family not in _SAID:
            return sense
    return None


def _around(phrase: Phrase, lang: str) -> Sequence[Token]:
    """The words of a phrase with the English participle right after it: "the number of people killed"."""
    after = phrase.tokens[phrase.last] if phrase.last < len(phrase.tokens) else None
    closed = phrase.last + 1 < len(phrase.tokens) and not phrase.tokens[phrase.last + 1].is_nominal
    follows = lang == "en" and after is not None and after.form is Form.PARTICIPLE and closed
    return phrase.tokens[phrase.first : phrase.last + follows]


def _verbs_of(token: Token, lang: str) -> tuple[str, ...]:
    """The verbs a participle may come from: "zerstört" from "zerstören", "wounded" from "wound"."""
    word = token.lemma.lower()
    if lang == "de":
        return (verb,) if (verb := verb_of_participle(token.lower)) is not None else ()
    stem = token.lower.removesuffix("ed").removesuffix("ing")
    return (word, stem, f"{stem}e") if stem != token.lower else (word,) if token.pos is Pos.VERB else ()
