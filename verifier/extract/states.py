"""What a clause says something is by an adjective: "is neutral", "bleibt unklar", "war betrunken"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.extract.clauses import Clause
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Form, Pos


def predicative(sentence: Sentence, clause: Clause) -> str | None:
    """The adjective a form of "be" ascribes ("is neutral", "bleibt unklar"), else None."""
    if clause.verb.plain not in load_words("syntax", sentence.lang)["copulas"]:
        return None
    inside = {i for phrase in sentence.phrases for i in range(phrase.first, phrase.last)}
    span = range(clause.verb.main + 1, clause.last) if sentence.lang == "en" else range(clause.first, clause.last)
    return next((sentence.tokens[i].lemma for i in span if sentence.tokens[i].pos is Pos.ADJ and i not in inside), None)


def state_told(sentence: Sentence, clause: Clause, things: Sequence[str]) -> PredicateEntry | None:
    """The sense of the adjective that is all a clause says of its subject, where one is listed."""
    reference = load()
    for word in _ascribed(sentence, clause):
        senses = reference.predicates_of_adjective(word, sentence.lang)
        if senses:
            return reference.sense_for(senses, things)
    return None


def undergoes_state(state: PredicateEntry) -> bool:
    """Whether what an adjective is said of undergoes what its verbs tell: what is shut was shut by somebody."""
    return bool(state.verbs) and state.subject == "agent"


def _ascribed(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """The words after a form of "be": an adjective, or a participle that stands for one."""
    adjective = predicative(sentence, clause)
    if adjective is not None:
        yield adjective
    main = sentence.tokens[clause.verb.main]
    words = load_words("syntax", sentence.lang)
    copulas = (*words["copulas"], *words["empty"]["turning"])
    if clause.verb.particle is not None and clause.verb.plain in copulas:
        yield sentence.tokens[clause.verb.particle].lower
    group = sentence.tokens[clause.verb.first : clause.verb.last]
    if main.form is Form.PARTICIPLE and any(t.is_verbal and t.lemma in copulas for t in group):
        yield main.lower
    if clause.verb.plain in copulas:
        inside = {i for phrase in sentence.phrases for i in range(phrase.first, phrase.last)}
        after = range(clause.verb.main + 1, clause.last) if sentence.lang == "en" else range(clause.first, clause.last)
        yield from (sentence.tokens[i].lower for i in after if _may_be_state(sentence, i) and i not in inside)


def _may_be_state(sentence: Sentence, index: int) -> bool:
    """Whether a word that the tagger takes for no adjective may still be one: "fell ill", "ist tot"."""
    return (
        sentence.tokens[index].pos in (Pos.ADJ, Pos.ADV, Pos.NOUN, Pos.VERB, Pos.PREFIX)
        and sentence.tokens[index].text.islower()
    )
