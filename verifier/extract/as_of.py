"""Times as of which a toll is told: "the death toll rose to 34 on Tuesday" says nothing of when they died."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verifier.domain.enums import Aspect, Precision
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.dates import DateMention
from verifier.extract.figures import HARM
from verifier.extract.frames import Frame
from verifier.extract.measures import leads_to_level
from verifier.extract.sentence import Sentence
from verifier.extract.tolls import corrects
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos, Token

_CROWDS = ("attendance", "voting")
"""Families of what is counted on the day on which it happens."""
_DAYS = (Precision.HOUR, Precision.DAY)


def as_of_times(
    sentence: Sentence, frame: Frame | None, quantity: Quantity | None, mentions: Sequence[DateMention]
) -> list[DateMention]:
    """The days among ``mentions`` on which a count was given, raised or corrected; none where something happened then.

    Of people who died or were hurt a verb of saying gives it as well: "sprach am Freitag von 19 Toten".
    """
    own = frame.clause if frame is not None and not frame.nominal else None
    if frame is None or own is None or quantity is None or frame.predicate is None:
        return []
    clause = _telling_clause(sentence, own)
    if not corrects(sentence, clause) and (
        frame.predicate.aspect != Aspect.EVENT_COUNT or frame.predicate.family in _CROWDS
    ):
        return []
    harmed = frame.predicate.family in HARM
    said = {clause.verb.lemma, clause.verb.plain} & set(load_words("syntax", sentence.lang)["figure_sayings"])
    if not (leads_to_level(sentence, quantity, clause) or (harmed and said)):
        return []
    told = [m for m in mentions if clause is own or not _lies_between(m, own, quantity)]
    return [m for m in told if m.time.precision in _DAYS and not _is_of_event(sentence, frame, m)]


def _telling_clause(sentence: Sentence, clause: Clause) -> Clause:
    """The clause that tells how many, where a participle says what they underwent: "the number of people injured"."""
    before = next((c for c, after in pairwise(sentence.clauses) if after is clause), None)
    revising = load_words("syntax", sentence.lang)["revising"]
    tells = before is not None and not {before.verb.lemma, before.verb.plain}.isdisjoint(revising)
    return before if before is not None and tells and clause.verb.participle_only else clause


def _lies_between(mention: DateMention, clause: Clause, quantity: Quantity) -> bool:
    """Whether a day stands with what happened, before the figure it led to: "injured on Sunday to 14"."""
    return clause.span.start < mention.span.start < quantity.span.start


def _is_of_event(sentence: Sentence, frame: Frame, mention: DateMention) -> bool:
    """Whether a day tells of an event by standing with its noun: "Sunday's fire", "die Flut vom Sonntag".

    Before the verb it does as well where a noun other than the toll's stands between: "the toll of the fire on Sunday".
    """
    first, last = sentence.index_at(mention.span.start), sentence.index_at(mention.span.end - 1) + 1
    tokens, words = sentence.tokens, load_words("syntax", sentence.lang)
    if last < len(tokens) and tokens[last].pos is Pos.GENITIVE:
        return True
    before = first - 1
    if first and tokens[before].lower in words["attributive_joints"]:
        return True
    while before >= 0 and tokens[before].pos in (Pos.ADP, Pos.DET):
        before -= 1
    clause = frame.clause
    if clause is None or before <= clause.first or tokens[before].lemma.lower() in words["tolls"]:
        return False
    noun, verb = tokens[before], {clause.verb.lemma, clause.verb.plain}
    if verb & {*words["revising"], *words["tally_verbs"]} and not clause.verb.passive:
        return noun.pos is Pos.NOUN and first > clause.verb.first and _is_event(noun, sentence.lang)
    if noun.pos is Pos.NOUN and _is_event(noun, sentence.lang):
        return True
    thing = load().thing_of_noun(noun.lemma, sentence.lang)
    people = thing is not None and load().is_kind_of(thing.slug, "person")
    return noun.pos in (Pos.NOUN, Pos.NAME) and not people and first < clause.verb.first


def _is_event(noun: Token, lang: str) -> bool:
    return bool(load().predicates_of_noun(noun.lemma, lang))
