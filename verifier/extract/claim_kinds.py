"""What kind of claim a sentence makes: a figure, an event, a state, a judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.attribution import Actor, Attribution, Step
from verifier.domain.claim import Claim, Reading, Term
from verifier.domain.enums import Aspect, ClaimKind, Modality, StepRole
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.heads import things_of
from verifier.extract.mood import Mood
from verifier.extract.participants import Participants
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.states import predicative
from verifier.extract.superlatives import is_superlative
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos

_POINTING = ("this", "that", "das", "dies")
_INDEFINITE = ("a", "an", "ein", "eine")


def kind_of_claim(
    sentence: Sentence,
    span: Span,
    frame: Frame | None,
    quantity: Quantity | None,
    mood: Mood,
    attributions: Sequence[Attribution],
) -> ClaimKind:
    """The kind of the claim at ``span``."""
    wished = any(a.attitude for a in attributions) and not (quantity is not None and mood.modality is Modality.GOAL)
    if mood.is_opinion or mood.modality is Modality.QUESTION or wished:
        return ClaimKind.OPINION
    if quantity is not None:
        return ClaimKind.QUANTITY
    if frame is not None and _is_verdict(sentence, frame):
        return ClaimKind.OPINION
    if frame is None or _is_bare_quote(sentence, span, frame):
        return ClaimKind.QUOTE
    if any(span.covers(t.span) and is_superlative(sentence, n) for n, t in enumerate(sentence.tokens)):
        return ClaimKind.SUPERLATIVE
    if characterised_as(sentence, frame) is not None:
        return ClaimKind.CHARACTERISATION if attributions or _names(frame) else ClaimKind.STATE
    predicate = frame.predicate
    stock = predicate is not None and predicate.aspect == Aspect.STOCK
    copula = frame.lemma in load_words("syntax", sentence.lang)["copulas"]
    return ClaimKind.STATE if stock or copula else ClaimKind.EVENT


def _is_verdict(sentence: Sentence, frame: Frame) -> bool:
    """Whether somebody only says what they think of it: "this is a disgrace", "das ist eine Frechheit"."""
    clause, told = frame.clause, characterised_as(sentence, frame)
    if clause is None or told is None or told.span is None:
        return False
    opening = next(t for t in clause.tokens[clause.first :] if t.pos is not Pos.PUNCT)
    words = [t for t in sentence.tokens if told.span.covers(t.span)]
    thing = load().thing_of_noun(words[-1].lemma, sentence.lang)  # "this is a bridge of 1962" is a fact
    return opening.lower in _POINTING and words[0].lower in _INDEFINITE and thing is None


def characterised_as(sentence: Sentence, frame: Frame) -> Term | None:
    """What a clause says its subject or object is: "China is neutral", "branded it a 'decisive enabler'"."""
    clause = frame.clause
    held = frame.predicate is not None and frame.predicate.family.startswith("control")
    if clause is None or frame.nominal or clause.verb.passive or held or frame.lemma != clause.verb.lemma:
        return None
    words = load_words("syntax", sentence.lang)
    family = frame.predicate.family if frame.predicate is not None else None
    if clause.verb.plain in words["copulas"]:
        adjective = predicative(sentence, clause)
        if adjective is not None and frame.predicate is not None and frame.predicate.aspect is not None:
            return None  # "was intact", "remained closed", "is safe": a state of a thing, as listed
        if adjective is not None:
            return Term(f"~{adjective}", adjective)
        nouns = [p for p in frame.objects if not p.pronoun and p.noun.pos is Pos.NOUN]
    elif family == "name":
        adjective = _ascribed(sentence, clause)
        if adjective is not None:
            return Term(f"~{adjective}", adjective)
        nouns = [p for p in frame.objects[1:] if not p.pronoun and p.noun.pos is Pos.NOUN]
        nouns += [p for p in clause.preps if p.preposition in ("as", "als") and p.noun.pos is Pos.NOUN]
    else:
        return None
    if not nouns or any(t.pos is Pos.NUM for t in nouns[0].words) or _is_listed(frame, nouns[0], sentence.lang):
        return None
    name = " ".join(t.text for t in nouns[0].words if t.pos not in (Pos.DET, Pos.PUNCT))
    return Term(f"~{name.lower()}", name, nouns[0].span)


def _is_listed(frame: Frame, phrase: Phrase, lang: str) -> bool:
    """Whether a noun that a clause says something is makes up a listed sense: "was an accident"."""
    listed = frame.predicate.verbs.get(lang, ()) if frame.predicate is not None else ()
    return any(phrase.noun.lemma in words.split() for words in listed)


def characterisation(
    sentence: Sentence, frame: Frame | None, reading: Reading, participants: Participants, told: Sequence[Claim]
) -> Reading:
    """A characterisation's thing is what its subject is said to be, by whoever names it so."""
    if reading.kind is not ClaimKind.CHARACTERISATION or frame is None:
        return reading
    phrase = next(iter(frame.objects), None) if _names(frame) else frame.subject
    subject = (reading.patient if _names(frame) else reading.agent) or _judged(phrase, sentence, told)
    chain = reading.chain
    if not chain and _names(frame) and frame.subject is not None and not frame.subject.pronoun:
        namer = participants.actor_of(frame.subject) or _named(frame.subject, frame.subject.noun.lemma)
        chain = (Step(StepRole.CLAIMANT, namer),)
    return replace(reading, thing=characterised_as(sentence, frame), agent=subject, patient=None, chain=chain)


def _names(frame: Frame) -> bool:
    """Whether a verb itself says what something is: "called it a success"."""
    return frame.predicate is not None and frame.predicate.family == "name" and not frame.nominal


def _judged(phrase: Phrase | None, sentence: Sentence, told: Sequence[Claim]) -> Actor | None:
    """What is judged, where it is nobody: "the attack" by its noun, "it" as what was judged last."""
    if phrase is None:
        return None
    if phrase.pronoun:
        kind = ClaimKind.CHARACTERISATION
        return next((c.reading.agent for c in reversed(told) if c.reading.kind is kind and c.reading.agent), None)
    senses = load().predicates_of_noun(phrase.noun.lemma, sentence.lang)
    things = things_of((phrase,), sentence.lang)
    return _named(phrase, senses[0].family if senses else things[0] if things else phrase.noun.lemma.lower())


def _named(phrase: Phrase, key: str) -> Actor:
    return Actor(f"~{key.lower()}", " ".join(t.text for t in phrase.words), span=phrase.span)


def _ascribed(sentence: Sentence, clause: Clause) -> str | None:
    """The adjective that stands alone behind what a verb names: "called the march peaceful"."""
    inside = {i for phrase in sentence.phrases for i in range(phrase.first, phrase.last)}
    free = range(clause.verb.last, clause.last)
    return next((sentence.tokens[i].lemma for i in free if sentence.tokens[i].pos is Pos.ADJ and i not in inside), None)


def _is_bare_quote(sentence: Sentence, span: Span, frame: Frame) -> bool:
    """Whether the claim is a quotation that tells nothing the reference data knows."""
    first = next((t for t in sentence.tokens if t.span.start >= span.start), None)
    return first is not None and first.text == '"' and frame.predicate is None
