"""The sense of a verb, by the words that make it up with others: "sign an agreement", "be without power"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from verifier.extract.clauses import Clause
from verifier.extract.heads import common_noun
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.states import predicative
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Form, Pos

_PARTICLES = (Pos.ADV, Pos.ADP, Pos.PREFIX)
"""What a copula may say by one word that is no adjective: "is over", "ist vorbei"."""
_ARTICLES = {"en": ("a", "an", "the"), "de": ("die", "den", "das", "der", "dem", "ein", "eine", "einen")}


def sense_of_clause(sentence: Sentence, clause: Clause, things: Sequence[str]) -> PredicateEntry | None:
    """The sense of a clause's verb among ``things``; of a light one that of its object: "carried out an attack"."""
    reference, lang = load(), sentence.lang
    for words in _wordings(sentence, clause):
        senses = reference.predicates_of_verb(words, lang)
        if senses:
            idiom = len(senses) == 1 and any(p.noun.lower in words.split() for p in (*clause.objects, *clause.preps))
            return _taken_part_in(clause, senses[0] if idiom else reference.sense_for(senses, things), lang)
    light = load_words("syntax", lang)["light_verbs"]
    if (clause.verb.plain in light or clause.verb.lemma in light) and not _is_kept_back(clause, lang):
        for phrase in clause.objects:
            senses = reference.predicates_of_noun(phrase.noun.lemma, lang)
            if senses:
                return reference.sense_for(senses, [])
    return None


def _is_kept_back(clause: Clause, lang: str) -> bool:
    """Whether nobody told of what happened all the same: "failed to report two deaths"."""
    words = load_words("syntax", lang)
    untold = clause.verb.negated or not set(clause.verb.chain).isdisjoint(words["governors"]["negated"])
    return untold and clause.verb.lemma in words["reporting_verbs"]


def sense_of_subject(sentence: Sentence, clause: Clause, things: Sequence[str]) -> PredicateEntry | None:
    """What a noun of action is said to be or amount to: "turnout was 61 percent", "the toll stands at 40"."""
    subject, words = clause.subject, load_words("syntax", sentence.lang)
    if subject is None or subject.pronoun or clause.verb.plain not in (*words["copulas"], *words["amounting"]):
        return None
    reference = load()
    senses = reference.predicates_of_noun(subject.noun.lemma, sentence.lang)
    return reference.sense_for(senses, things) if senses else None


def is_idiom(sentence: Sentence, clause: Clause) -> bool:
    """Whether verb and words beside it have a sense of their own: "be without power", "als vermisst gelten"."""
    known = (words for words in _wordings(sentence, clause) if load().predicates_of_verb(words, sentence.lang))
    return " " in next(known, "")


def _taken_part_in(clause: Clause, sense: PredicateEntry | None, lang: str) -> PredicateEntry | None:
    """Who takes part in a strike or a vote strikes or votes."""
    if sense is None or sense.family != "attendance":
        return sense
    joints = load_words("syntax", lang)["taking_part"]
    events = [p for p in clause.preps if p.preposition in joints]  # who comes before a vote does not vote
    named = (entry for p in events for entry in load().predicates_of_noun(p.noun.lemma, lang))
    return next((entry for entry in named if sense.slug in entry.akin or entry.family == "voting"), sense)


def _wordings(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """The verb with what makes up its meaning, longest first: "sign an agreement", "be neutral", "shoot down"."""
    lang, verb = sentence.lang, clause.verb
    articles = _ARTICLES.get(lang, _ARTICLES["en"])
    yield from _german_passive(sentence, clause)
    for phrase in (*(p for p in undergoing(clause) if not _is_counted(p)), *clause.preps):
        noun = common_noun(phrase) or phrase.noun
        prefixes = dict.fromkeys(f"{words} " for words in _prepositions(phrase)) or {"": None}
        for prefix, bare in product(prefixes, dict.fromkeys((noun.text, noun.lemma))):
            for article in ("", *articles):
                inner = f"{prefix}{article} {bare}".replace("  ", " ").strip()
                yield f"{inner} {verb.lemma}" if lang == "de" else f"{verb.lemma} {inner}"
    yield from _german_states(clause) if lang == "de" else _english_states(clause)
    attribute = predicative(sentence, clause)
    if attribute is not None:
        yield f"{attribute} {verb.lemma}" if lang == "de" else f"{verb.lemma} {attribute}"
    if verb.plain in load_words("syntax", lang)["copulas"]:
        for token in clause.tokens[clause.first : clause.last]:
            if token.pos in _PARTICLES:
                yield f"{token.lower} {verb.lemma}" if lang == "de" else f"{verb.lemma} {token.lower}"
    before = clause.tokens[verb.main - 1] if verb.main else None
    if lang == "de" and before is not None and before.pos is Pos.ADJ:
        yield f"{before.lower} {verb.lemma}"
    for phrase in clause.preps:
        if lang == "de":
            yield f"{phrase.preposition} {verb.lemma}"
        elif phrase.prep == verb.last:
            yield f"{verb.lemma} {phrase.preposition}"
    yield verb.lemma
    light = load_words("syntax", lang)["light_verbs"]
    yield from () if verb.lemma in light else (verb.plain,)  # "carried out the attack" carries nothing


def _german_passive(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """ "Getroffen werden" is not "treffen"."""
    if clause.verb.passive and sentence.lang == "de":
        yield f"{sentence.tokens[clause.verb.main].lower} werden"


def _german_states(clause: Clause) -> Iterator[str]:
    """ "Als vermisst gelten"."""
    for k in range(clause.first, min(clause.last, len(clause.tokens) - 1)):
        if clause.tokens[k].lower == "als":
            yield f"als {clause.tokens[k + 1].lower} {clause.verb.plain}"


def _english_states(clause: Clause) -> Iterator[str]:
    """The verb with the adjective or participle right after it: "report missing", "find dead"."""
    token = clause.tokens[clause.verb.last] if clause.verb.last < len(clause.tokens) else None
    if token is not None and (token.pos is Pos.ADJ or (token.is_verbal and token.form is not Form.FINITE)):
        yield f"{clause.verb.lemma} {token.lower}"


def _is_counted(phrase: Phrase) -> bool:
    """Whether a number counts the very noun of a phrase: "300 homes", not "47 soldiers prisoner"."""
    before = phrase.words[: phrase.head - phrase.first]
    return any(t.pos is Pos.NUM for t in before) and not any(t.is_nominal for t in before)


def _prepositions(phrase: Phrase) -> tuple[str, ...]:
    """The preposition of a phrase as its lemma and as it is written: "um" and "ums"."""
    if phrase.prep is None or phrase.preposition is None:
        return ()
    return phrase.preposition, phrase.tokens[phrase.prep].lower


def undergoing(clause: Clause) -> tuple[Phrase, ...]:
    """The objects of a clause, with its subject where it is passive; those that only say how much are left out."""
    subject = (clause.subject,) if clause.verb.passive and clause.subject is not None else ()
    return (*clause.objects, *subject)
