"""What a figure measures: the noun whose size, price or level it tells, and how much something changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.enums import Aspect, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame, verbal_frame
from verifier.extract.heads import things_of
from verifier.extract.phrases import Phrase, linked_phrase, phrase_before
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Form, Pos

_MEASURED = "amount"
_MOTION = "travel"
CHANGES = ("change", "change-down")
VOTING, CROWDS = "voting", "attendance"


def sized_frame(sentence: Sentence, quantity: Quantity) -> Frame | None:
    """The frame of a sum that an "of" ties to a kind of money, beside the verb that only says that there is one."""
    if quantity.thing is not None or (sized := _size_of(sentence, quantity)) is None:
        return None
    clause = sentence.clause_of(sized.head)
    predicate = _of_cost(sentence, sized) or load().predicate(_MEASURED)
    if clause is not None and _books(sentence, clause, sized):
        return Frame(clause.verb.lemma, clause.verb.main, predicate, clause, clause.subject, (), measures=sized)
    return Frame(sized.noun.lemma, sized.head, predicate, clause, None, (), nominal=True, measures=sized)


def _size_of(sentence: Sentence, quantity: Quantity) -> Phrase | None:
    """The kind of money an "of" ties a sum to: "a deficit of 2 billion", "Kosten von 4 Millionen"."""
    sum_phrase = sentence.phrase_at(quantity.span)
    if quantity.kind is not QuantityKind.MONEY or sum_phrase is None:
        return None
    for phrase in sentence.phrases:
        if linked_phrase(phrase, sentence.phrases, sentence.lang) is sum_phrase:
            owner = _of_that_size(sentence, phrase)
            things = things_of((owner or phrase,), sentence.lang)
            return owner or (phrase if things and load().is_kind_of(things[0], "money") else None)
    return None


def _books(sentence: Sentence, clause: Clause, sized: Phrase) -> bool:
    """Whether a verb only says that there is a sum, or who has it: "made a profit of", "es entstand ein Schaden"."""
    verbs = load_words("syntax", sentence.lang)["booking"]
    return clause.verb.lemma in verbs and sized in (clause.subject, *clause.objects)


def _of_that_size(sentence: Sentence, size: Phrase) -> Phrase | None:
    """What has the size a noun like "sum" ties to a figure: the damage in "ein Schaden in Höhe von 3 Millionen"."""
    if size.prep is None or size.noun.lemma not in load_words("quantities", sentence.lang)["sizes"]:
        return None
    before = phrase_before(size, sentence.phrases)
    return before if before is not None and not before.pronoun and before.noun.pos is Pos.NOUN else None


def _of_cost(sentence: Sentence, sized: Phrase) -> PredicateEntry | None:
    """What a noun for a kind of money says by itself: that something costs so much."""
    things = things_of((sized,), sentence.lang)
    entry = load().thing(things[0]) if things else None
    return load().predicate(entry.tells) if entry is not None and entry.tells else None


def measuring_frame(sentence: Sentence, quantity: Quantity, clause: Clause) -> Frame | None:
    """The frame of a size: what is measured is the subject of "be" or "reach", the object of "put" or "have"."""
    words = load_words("syntax", sentence.lang)
    if quantity.kind is QuantityKind.AGE or _dimension(quantity) == "time":
        return None
    still = clause.verb.plain in (*words["copulas"], *words["amounting"])
    if (
        _dimension(quantity) == "speed"
        and clause.subject is not None
        and (not still or clause.verb.form is Form.GERUND)
    ):
        return Frame(clause.verb.lemma, clause.verb.main, load().predicate(_MOTION), clause, None, ())
    verb, subject = clause.verb, clause.subject
    before = [p for p in clause.objects if p.span.end <= quantity.span.start and not _is_counted(p)]
    level = _is_level(sentence, quantity)
    own = verbal_frame(sentence, clause).predicate
    noun: Phrase | None = None
    revised = level and {verb.plain, verb.lemma} & {*words["revising"], *words["pushing"]}
    if revised or {verb.plain, verb.lemma} & {*words["tally_verbs"], *words["owning"]}:
        noun = before[0] if before else None
        noun = noun or next((p for p in clause.phrases if ends_before(p, quantity) and p is not subject), None)
        noun = noun or (subject if verb.passive else None)
    elif verb.plain in (*words["copulas"], *words["amounting"]) or (level and _is_change(own)):
        noun = (
            next((p for p in before if p.noun.pos is Pos.NOUN), None) if _is_change(own) and not verb.passive else None
        )
        noun = noun or subject
    if noun is None or noun.pronoun or noun.noun.pos is not Pos.NOUN or _is_period(sentence, noun):
        return None
    following = linked_phrase(noun, sentence.phrases, sentence.lang)
    predicate = _of_size(sentence, quantity, (noun, following, subject)) or load().predicate(_MEASURED)
    return Frame(verb.lemma, verb.main, predicate, clause, None, (), measures=noun)


def _is_period(sentence: Sentence, noun: Phrase) -> bool:
    """Whether a noun is a unit of time: in "worth 3 million a year, was …" no year is worth anything."""
    unit = load().units.named(noun.noun.lemma, sentence.lang)
    return unit is not None and unit.dimension == "time"


def changing_frame(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> Frame | None:
    """The frame of how much something changed, with what did: the rents in "rents rose by 8 percent"."""
    if frame is None or frame.measures is not None or not _is_change(frame.predicate):
        return frame
    named = [p for p in frame.objects if p.noun.pos is Pos.NOUN and not p.pronoun and not _is_figure(sentence, p)]
    noun = next(iter(named), None) or frame.subject
    if noun is None or noun.pronoun or noun.noun.pos is not Pos.NOUN:
        return frame
    if noun.noun.lemma in load_words("quantities", sentence.lang)["tallies"]:
        noun = linked_phrase(noun, sentence.phrases, sentence.lang)
    before = sentence.tokens[sentence.index_at(quantity.span.start) - 1].lower
    if before in load_words("syntax", sentence.lang)["former_joints"]:  # "fell to 2.1 percent from 2.3 in July"
        return replace(frame, predicate=load().predicate(_MEASURED), measures=noun)
    return replace(frame, measures=noun)


def tells_change(frame: Frame | None) -> bool:
    """Whether a frame says of a noun that it rose or fell."""
    return frame is not None and frame.measures is not None and _is_change(frame.predicate)


def _is_figure(sentence: Sentence, phrase: Phrase) -> bool:
    return any(q.span.overlaps(phrase.span) for q in sentence.quantities)


def _is_counted(phrase: Phrase) -> bool:
    return any(token.pos is Pos.NUM for token in phrase.words)


def _of_size(sentence: Sentence, quantity: Quantity, phrases: Sequence[Phrase | None]) -> PredicateEntry | None:
    """The sense of a noun that has a size by itself: a turnout, an earthquake, a death toll, a crowd's attendance."""
    words, heads = load_words("syntax", sentence.lang), counts_heads(quantity)
    told = [phrase for phrase in phrases if phrase is not None and not phrase.pronoun]
    for phrase in sorted(told, key=lambda phrase: names_scale(sentence, phrase.noun.lemma)):
        senses = load().predicates_of_noun(phrase.noun.lemma, sentence.lang)
        gathered = [s for s in senses if s.family == CROWDS and phrase.noun.lemma in words["crowds"]]
        if gathered and heads:
            return gathered[0]
        things = [entry for slug in things_of((phrase,), sentence.lang) if (entry := load().thing(slug)) is not None]
        if things and things[0].tells:
            return load().predicate(things[0].tells)
        sized = (s for s in senses if s.aspect == Aspect.ATTRIBUTE or s.family == VOTING)
        if (sense := next(sized, None)) is not None:
            return sense
    return None


def names_scale(sentence: Sentence, noun: str) -> bool:
    """Whether a noun only says how strong something else is: the magnitude of an aftershock."""
    return noun in load_words("quantities", sentence.lang)["scales"]


def _is_change(predicate: PredicateEntry | None) -> bool:
    return predicate is not None and predicate.family in CHANGES


def _is_level(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure is where a change ended ("to 9 billion", "auf 9 Milliarden"), not its size ("by 8 percent")."""
    index = sentence.index_at(quantity.span.start)
    joints = load_words("syntax", sentence.lang)["level_joints"]
    return any(token.lower in joints for token in sentence.tokens[max(0, index - 2) : index])


def _dimension(quantity: Quantity) -> str | None:
    unit = load().unit(quantity.unit) if quantity.unit else None
    return unit.dimension if unit is not None else None


def ends_before(phrase: Phrase, quantity: Quantity) -> bool:
    return phrase.span.end <= quantity.span.start


def changes_count(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb says that a count changed, was changed or stands somewhere."""
    words, verb = load_words("syntax", sentence.lang), clause.verb
    told = {verb.plain, verb.lemma} & {*words["revising"], *words["amounting"], *words["pushing"]}
    return bool(told) or _is_change(verbal_frame(sentence, clause).predicate)


def leads_to_level(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """Whether a clause gives a count by what leads to it: "rose to 31", "put at 31", "mit 31 angegeben"."""
    words, verb, index = load_words("syntax", sentence.lang), clause.verb, sentence.index_at(quantity.span.start)
    joints = {*words["level_joints"], *words["tally_joints"]}
    led = any(token.lower in joints for token in sentence.tokens[max(0, index - 2) : index])
    gives = {verb.plain, verb.lemma} & set(words["tally_verbs"])
    return led and (bool(gives) or changes_count(sentence, clause))


def tells_level(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """ "The number of dead rose to 31", "die Zahl der Toten stieg auf 31": now there are so many."""
    if quantity.thing_span is None or quantity.thing_span.end > quantity.span.start:
        return False
    return _is_level(sentence, quantity) and changes_count(sentence, clause)


def counts_heads(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.NUMBER and quantity.unit is None
