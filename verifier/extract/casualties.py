"""Figures told by what became of those counted: "bomb hits market, 11 dead", "among the dead were three children"."""

from __future__ import annotations

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame
from verifier.extract.heads import things_of
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Form, Pos

_OPENED_BY = (",", ":", ";", "-", "–", "—", "and", "und")
_VICTIM = "victim"


def casualty_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a count of victims that no verb of its clause acts on; None of any other figure."""
    thing, words = load().thing(quantity.thing or ""), quantity.thing_span
    if thing is None or thing.tells is None or words is None or words.start < quantity.span.start:
        return None
    if not load().is_kind_of(thing.slug, _VICTIM):
        return None
    first, last = sentence.index_at(quantity.span.start), sentence.index_at(words.end - 1)
    before = sentence.tokens[first - 1].text.lower() if first else ","
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    closed = after is None or after.pos in (Pos.PUNCT, Pos.ADP, Pos.CONJ, Pos.SUBJ)
    if before not in _OPENED_BY or not closed:
        return None
    return Frame(
        sentence.tokens[last].lemma, last, load().predicate(thing.tells), sentence.clause_of(first), nominal=True
    )


def among_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a count of people who are among the victims, or of those victims: "two were among the dead"."""
    clause = sentence.clause_of(sentence.index_at(quantity.span.start))
    words = load_words("syntax", sentence.lang)
    if clause is None or clause.verb.plain not in (*words["copulas"], *words["existence"]["present"]):
        return None
    if quantity.kind is not QuantityKind.NUMBER or quantity.unit is not None:
        return None
    group = next((p for p in clause.preps if p.preposition in words["among"]), None)
    predicate = _undergone_by_name(sentence, group) if group is not None else _undergone_by_those(sentence, clause)
    held = (clause.subject, *clause.objects, group)
    if predicate is None or not any(p is not None and p.span.overlaps(quantity.span) for p in held):
        return None
    return Frame(clause.verb.lemma, clause.verb.main, predicate, clause)


def _undergone_by_name(sentence: Sentence, group: Phrase) -> PredicateEntry | None:
    """What all of a group underwent by their name: "the dead", "den Verletzten"."""
    entry = next((load().thing(slug) for slug in things_of((group,), sentence.lang)), None)
    if entry is None or entry.tells is None or not load().is_kind_of(entry.slug, _VICTIM):
        return None
    return load().predicate(entry.tells)


def _undergone_by_those(sentence: Sentence, clause: Clause) -> PredicateEntry | None:
    """What a participle after "among those" tells of all of them: "among those killed"."""
    joints = load_words("syntax", sentence.lang)["among"]
    for k in range(clause.verb.last, min(clause.last, len(sentence.tokens) - 2)):
        pointer, told = sentence.tokens[k + 1 : k + 3]
        if sentence.tokens[k].lower in joints and pointer.pos is Pos.DET and told.form is Form.PARTICIPLE:
            return load().sense_for(load().predicates_of_verb(told.lemma, sentence.lang), ["person"])
    return None
