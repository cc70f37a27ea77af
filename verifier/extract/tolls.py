"""Figures that are the size of a count of people: a toll, somebody's dead, a number that is raised or corrected."""

from __future__ import annotations

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.cues import cues_of
from verifier.extract.frames import Frame
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Pos, Token

_VOTING = "voting"
_FAR = 12
"""How many words may stand between a toll and its figure."""


def toll_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a figure that is the size of a toll: its people died, whatever the verb that brings the figure.

    "Gave a toll of 44", "the toll rises to 34", "put the army's dead at 60".
    """
    own = quantity.thing_span is not None and quantity.thing_span.start >= quantity.span.start
    share = quantity.kind is QuantityKind.SHARE
    if own or not (share or (quantity.kind is QuantityKind.NUMBER and quantity.unit is None)):
        return None
    joint = sentence.index_at(quantity.span.start) - 1
    words = load_words("syntax", sentence.lang)
    led = joint > 0 and sentence.tokens[joint].lower in words["toll_joints"]
    if not led and (joint < 1 or sentence.tokens[joint].lemma not in words["amounting"]):
        return None
    clause = sentence.clause_of(joint)
    predicate = _of_number(sentence, joint) if led else None
    predicate = predicate if share else predicate or _of_their_name(sentence, joint) or _of_toll(sentence, joint)
    if predicate is None or clause is None or (share and predicate.family != _VOTING):
        return None
    return Frame(clause.verb.lemma, clause.verb.main, predicate, clause)


def corrects(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb changes what was said a number was: "corrected it", "lowered its figure", "hob die Schätzung"."""
    if {clause.verb.lemma, clause.verb.plain} & set(load_words("syntax", sentence.lang)["correcting"]):
        return True
    return is_revised(sentence, clause) and any(_is_count(p.noun, sentence.lang) for p in clause.objects)


def is_revised(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb changes a number given before: "lowered the number of rescued to 109"."""
    return bool({clause.verb.lemma, clause.verb.plain} & set(load_words("syntax", sentence.lang)["revising"]))


def _is_count(noun: Token, lang: str) -> bool:
    """Whether a noun names what somebody counted or estimated."""
    return noun.lemma.lower().endswith(tuple(cues_of(lang).lists["counts"]))


def _of_number(sentence: Sentence, joint: int) -> PredicateEntry | None:
    """What those underwent whose number is told, also where only "that" or "die" stands for "the number".

    "The number of dead rose to eight and that of the injured to 96", "die der Verletzten mit 61".
    """
    lists, counted = load_words("quantities", sentence.lang), {q.span.start for q in sentence.quantities}
    for k in range(joint - 1, max(0, joint - _FAR), -1):
        token, before = sentence.tokens[k], k - 1
        if token.text in ";:" or token.span.start in counted:
            return None
        if not token.is_nominal:
            continue
        if sentence.tokens[before].pos is Pos.GENITIVE:  # "the figure for that night's arrests"
            before -= 2
        while before > 0 and sentence.tokens[before].pos is Pos.DET and sentence.tokens[before].lower != "der":
            before -= 1
        tie, head = sentence.tokens[before], sentence.tokens[before - 1]
        names_number = head.lemma in lists["tallies"] or head.lower in lists["tally_pronouns"]
        if before > 0 and tie.lower in lists["tally_ties"] and (names_number or _is_count(head, sentence.lang)):
            return _undergone(token.lemma, sentence.lang)
    return None


def _undergone(noun: str, lang: str) -> PredicateEntry | None:
    """What people underwent who are called so ("injured"), or what the noun names ("arrests")."""
    base = noun.removesuffix("zahl") if lang == "de" else noun  # "Teilnehmerzahl"
    entry = load().thing_of_noun(base, lang)
    if entry is not None and entry.tells:
        return load().predicate(entry.tells)
    return next(iter(load().predicates_of_noun(noun, lang)), None)


def _of_their_name(sentence: Sentence, joint: int) -> PredicateEntry | None:
    """What people underwent whose name stands right before the joint, with an owner: "its wounded at 40"."""
    token, owner = sentence.tokens[joint - 1], sentence.tokens[max(0, joint - 2)]
    if sentence.tokens[joint].lower != load_words("syntax", sentence.lang)["toll_joints"][0]:
        return None
    owned = owner.pos in (Pos.POSS, Pos.GENITIVE) or owner.text in ("'s", "’s") or owner.pos is Pos.ADJ
    entry = load().thing_of_noun(token.lemma, sentence.lang) if owned else None
    return load().predicate(entry.tells) if entry is not None and entry.tells else None


def _of_toll(sentence: Sentence, joint: int) -> PredicateEntry | None:
    """Death, where a toll stands before the joint, with no other figure or clause between."""
    tolls = load_words("syntax", sentence.lang)["tolls"]
    counted = {q.span.start for q in sentence.quantities}
    for k in range(joint - 1, max(-1, joint - _FAR), -1):
        token = sentence.tokens[k]
        if token.lemma.lower() in tolls or token.lower in tolls:
            return load().predicate("die")
        former = sentence.tokens[k - 1].lower in load_words("syntax", sentence.lang)["former_joints"]
        counts = token.span.start in counted and not former  # "lowered the toll from 40 to 36"
        if token.text in ",;:" or counts or sentence.tokens[joint].lower == "of":
            return None
    return None
