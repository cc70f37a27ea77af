"""Modality, polarity and hedging of a frame: what its verbs, its negation and the nouns before it do to it."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.domain.enums import Modality, Polarity
from verifier.extract.afterthoughts import is_afterthought
from verifier.extract.clauses import Clause
from verifier.extract.deadlines import is_deadline
from verifier.extract.frames import Frame
from verifier.extract.heads import is_nobody
from verifier.extract.inverted import is_in_condition
from verifier.extract.negated import is_lacking, is_negated, is_none
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos

_PAST = ("wurde", "war", "hatte")
_HITS = ("strike", "destruction", "damage", "downing")
_NEAR = 4
"""How many words a noun such as "goal" may stand before the verb it governs."""


@dataclass(frozen=True, slots=True)
class Mood:
    """How a frame is put: as a fact or otherwise, affirmed or denied, sure or hedged, as a fact or a judgement."""

    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.POSITIVE
    hedged: bool = False
    is_opinion: bool = False


def read_mood(sentence: Sentence, frame: Frame) -> Mood:
    """The mood of a frame; a noun of action has that of the clause it stands in only where that is no saying."""
    if frame.clause is None or frame.nominal:
        modality = Modality.QUESTION if _is_question(sentence, frame.at) else Modality.ACTUAL
        return Mood(_noun_modality(sentence, frame.at) or modality, _noun_polarity(sentence, frame))
    clause = frame.clause
    governed = _governed_by(sentence, clause)
    is_hit = frame.predicate is not None and frame.predicate.family in _HITS
    modality = _modality(sentence, clause, governed, is_hit)
    negated = is_negated(sentence, clause)
    negative = (negated or is_lacking(sentence, clause)) != ("negated" in governed)
    phrases = (p for p in clause.phrases if p.first != frame.at and not _is_parted(sentence, p, clause))
    nones = (p for p in phrases if is_none(sentence, p.first) or is_nobody(p))
    none = any(not is_afterthought(clause, p) for p in nones)
    if not negated and none:
        negative = not negative
    rumoured, planned = is_rumoured(sentence, clause), _is_planned(sentence, clause)
    if planned and modality is Modality.ACTUAL:
        modality = Modality.FORECAST if _has_size(frame) else Modality.GOAL  # "soll 40 Millionen kosten"
    if rumoured and modality is Modality.GOAL:
        modality = Modality.ACTUAL
    hedged = "hedged" in governed or _is_hedged(sentence, clause)
    return Mood(
        modality,
        Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        hedged,
        "obligation" in governed and not (rumoured or planned),
    )


def _governed_by(sentence: Sentence, clause: Clause) -> set[str]:
    """The kinds of the verbs that govern the main verb, in this clause or directly before an infinitive or gerund."""
    words = load_words("syntax", sentence.lang)
    chain = list(clause.verb.chain)
    tokens = sentence.tokens
    chain += [t.lemma for t in tokens[clause.verb.first : clause.verb.last] if t.pos is Pos.MODAL]
    chain += [t.lower for t in tokens[clause.verb.first : clause.verb.last] if t.pos is Pos.MODAL]
    if clause.verb.form in (Form.INFINITIVE, Form.GERUND):
        before = next((c for c in reversed(sentence.clauses) if c.verb.last <= clause.verb.first), None)
        if before is not None and clause.verb.first - before.verb.last <= 1:
            chain.append(before.verb.plain)
        elif before is not None and _is_object_clause(sentence, clause):
            chain.append(before.verb.lemma)
        elif before is None and sentence.lang == "en" and clause.subject is not None:
            chain.append(words["future"][0])  # headlines: "Plant to cut 640 jobs"
    chain += _foreseen_by(sentence, clause)
    found = {kind for kind, verbs in words["governors"].items() for lemma in chain if lemma in verbs}
    if any(lemma in words["future"] for lemma in chain) or _is_future(sentence, clause) or _is_to_be(sentence, clause):
        found.add("forecast")
    return found


def _is_to_be(sentence: Sentence, clause: Clause) -> bool:
    """Whether an English headline leaves out "is" before what is to come: "Mill to cut 300 jobs"."""
    if sentence.lang != "en" or clause.verb.form is not Form.INFINITIVE or clause.subject is None:
        return False
    named = clause.subject.last == clause.verb.first and sentence.tokens[clause.verb.first].lower == "to"
    return named and not any(c.verb.form is Form.FINITE and c.verb.last <= clause.verb.first for c in sentence.clauses)


def _is_object_clause(sentence: Sentence, clause: Clause) -> bool:
    """Whether a German infinitive with "zu" after a comma is what the verb before it is about: "versprach, … zu"."""
    if sentence.lang != "de" or clause.subordinator is not None or not 0 < clause.first < clause.verb.first:
        return False
    return sentence.tokens[clause.first - 1].text == "," or sentence.tokens[clause.first].text == ","


def is_rumoured(sentence: Sentence, clause: Clause) -> bool:
    """German "soll … getan haben": somebody says so, "will … getan haben": they themselves do.

    With a plain infinitive or a time by which it is to be done it is a plan.
    """
    words = sentence.tokens[clause.first : clause.last]
    return (
        (_has_sollen(sentence, clause) or _has_wollen(sentence, clause))
        and any(t.form is Form.PARTICIPLE for t in words)
        and any(t.lower in ("haben", "sein") for t in words)
        and not is_deadline(words)
    )


def _is_planned(sentence: Sentence, clause: Clause) -> bool:
    return _has_sollen(sentence, clause) and not is_rumoured(sentence, clause)


def _has_size(frame: Frame) -> bool:
    """Whether a predicate says how much something is: nobody wants that it costs so much."""
    return frame.predicate is not None and frame.predicate.aspect == "attribute"


def _has_sollen(sentence: Sentence, clause: Clause) -> bool:
    return sentence.lang == "de" and any(
        t.lower in ("soll", "sollen") for t in sentence.tokens[clause.first : clause.last]
    )


def _has_wollen(sentence: Sentence, clause: Clause) -> bool:
    return sentence.lang == "de" and any(
        t.lower in ("will", "wollen") for t in sentence.tokens[clause.first : clause.last]
    )


def _foreseen_by(sentence: Sentence, clause: Clause) -> list[str]:
    """The verb that expects or plans a whole clause: "expects prices to fall", "erwartet, dass die Preise fallen"."""
    before = next((c for c in reversed(sentence.clauses) if c.verb.last <= clause.verb.first and c is not clause), None)
    words = load_words("syntax", sentence.lang)["governors"]
    if before is None or before.verb.plain not in (*words["forecast"], *words["goal"]):
        return []
    infinitive = clause.verb.form is Form.INFINITIVE and sentence.lang == "en"
    return [before.verb.plain] if infinitive or clause.subordinator in ("that", "dass") else []


def _is_future(sentence: Sentence, clause: Clause) -> bool:
    """German "werden" with an infinitive, which no participle turns into a passive."""
    if sentence.lang != "de" or clause.verb.passive:
        return False
    verbs = [t for t in sentence.tokens[clause.first : clause.last] if t.is_verbal]
    main = sentence.tokens[clause.verb.main]
    infinitive = any(t.form is Form.INFINITIVE and (t.pos is Pos.VERB or t is main) for t in verbs)
    return infinitive and any(t.lemma == "werden" and t.form is Form.FINITE for t in verbs)


def _modality(sentence: Sentence, clause: Clause, governed: set[str], is_hit: bool) -> Modality:
    """The modality of a clause; a target that ``is_hit`` is no aim."""
    if _is_question(sentence, clause.verb.main):
        return Modality.QUESTION
    conditionals = load_words("syntax", sentence.lang)["conditionals"]["words"]
    if clause.subordinator in conditionals or is_in_condition(sentence, clause):
        return Modality.CONDITIONAL
    conditional = any(c.subordinator in conditionals[:2] for c in sentence.clauses)
    if conditional and governed & {"capability", "hedged", "forecast", "obligation"}:
        return Modality.CONDITIONAL
    first = sentence.clauses[0] if sentence.clauses else clause
    depends = sentence.lang == "de" and first.subordinator in conditionals and first is not clause
    if depends and not any(t.lower.startswith(_PAST) for t in sentence.tokens[clause.first : clause.last]):
        return Modality.CONDITIONAL
    by_noun = _noun_modality(sentence, clause.verb.first)
    if by_noun is not None and not is_hit:
        return by_noun
    for kind, modality in (
        ("goal", Modality.GOAL),
        ("forecast", Modality.FORECAST),
        ("capability", Modality.CAPABILITY),
    ):
        if kind in governed:
            return modality
    return Modality.ACTUAL


def _noun_modality(sentence: Sentence, index: int) -> Modality | None:
    """The modality a noun right before gives: "a goal of reaching 690,000", "das Ziel, … zu erreichen"."""
    nouns = load_words("syntax", sentence.lang)["nouns_of"]
    before = sentence.tokens[max(0, index - _NEAR) : index]
    for token in before:
        if token.pos is Pos.NOUN:
            for modality in (Modality.GOAL, Modality.FORECAST):
                if token.lemma in nouns[modality.value]:
                    return modality
    return None


def _is_question(sentence: Sentence, index: int) -> bool:
    """Whether the words at ``index`` end in a question mark."""
    if (
        sentence.tokens[0].lower in load_words("syntax", sentence.lang)["interrogatives"]
        and sentence.tokens[-1].text != "."
    ):
        return True
    for token in sentence.tokens[index:]:
        if token.text in {"?", ".", "!", ";"}:
            return token.text == "?"
    return False


def _is_hedged(sentence: Sentence, clause: Clause) -> bool:
    adverbs = load_words("syntax", sentence.lang)["hedges"]["adverbs"]
    return any(t.lower in adverbs for t in sentence.tokens[clause.first : clause.last])


def _is_parted(sentence: Sentence, phrase: Phrase, clause: Clause) -> bool:
    """Whether a colon stands between a phrase and the verb: "No candidate: how a village looks for a mayor"."""
    return any(t.text == ":" for t in sentence.tokens[phrase.last : clause.verb.first])


def _noun_polarity(sentence: Sentence, frame: Frame) -> Polarity:
    phrase = next((p for p in sentence.phrases if p.first <= frame.at < p.last), None)
    lacking = load_words("syntax", sentence.lang)["negation"]["prepositions"]
    negative = phrase is not None and (is_none(sentence, phrase.first) or phrase.preposition in lacking)
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE
