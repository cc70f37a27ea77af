"""How a figure takes up the one before by words of its own: "it was 2,300", "put the increase at 19 percent"."""

from __future__ import annotations

from verifier.domain.claim import Reading
from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.frames import Frame
from verifier.extract.phrases import is_linker
from verifier.extract.sentence import Sentence
from verifier.extract.states import predicative
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos

_MERE = "exist"
_LEVEL = "amount"
_MILLION = 1e6
_BESIDE = 2
"""How many words may lie from "only" to the verb of counting it limits."""
_WIDEST = 5
"""How many times one count of a noun may be the other and still count the same ones."""


def echoes(reading: Reading, frame: Frame | None, sentence: Sentence, told: Reading) -> bool:
    """Whether another claimant answers the figure ``told`` by a verb or noun that only points back to it."""
    quantity = reading.quantity
    if quantity is None or frame is None or not _is_rival(reading, told):
        return False
    if _has_own_thing(quantity) or told.predicate is None or told.predicate.key.startswith("~"):
        return False
    return (
        _is_copular(quantity, frame, sentence)
        or _is_sized(frame, sentence, told)
        or _is_elliptic(reading, frame, told)
        or _is_lost(quantity, frame, sentence)
    )


def counts_again(reading: Reading, frame: Frame | None, sentence: Sentence, told: Reading) -> bool:
    """Whether a figure only says how many there were of what was told: "put the number of lorries at 60"."""
    quantity, other = reading.quantity, told.quantity
    if quantity is None or other is None or frame is None or not _is_rival(reading, told):
        return False
    if reading.predicate is None or reading.predicate.key != _MERE or told.predicate is None or reading.place:
        return False
    if told.predicate.key == _MERE or reading.thing is None or told.thing is None or reading.modality != told.modality:
        return False
    words = load_words("syntax", sentence.lang)
    verb = frame.clause.verb if frame.clause is not None else None
    if verb is None or not {verb.lemma, verb.plain} & {*words["tally_verbs"], *words["counting"], *words["estimating"]}:
        return False
    if verb.plain in words["copulas"]:
        return False
    same = reading.thing.key == told.thing.key or _were_driven_out(reading, told)
    return same and _is_of_one_order(quantity, other) and not _is_described(quantity, sentence)


def lacks_unit(reading: Reading, told: Reading) -> bool:
    """Whether a large bare number measures what the sum before measured: "the damage … at half a billion"."""
    quantity, other = reading.quantity, told.quantity
    if quantity is None or other is None or quantity.thing is not None or quantity.unit is not None:
        return False
    large = other.kind is QuantityKind.MONEY and (quantity.point or 0) >= _MILLION
    levels = [r.predicate is not None and r.predicate.key == _LEVEL for r in (reading, told)]
    same = reading.thing is not None and told.thing is not None and reading.thing.key == told.thing.key
    return large and all(levels) and same


def leaves_out(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure is said to leave out a part: "but counts only insured buildings", "not including tourists"."""
    words = load_words("quantities", sentence.lang)["limits"]
    following = next((q.span.start for q in sentence.quantities if q.span.start >= quantity.span.end), None)
    limit = following if following is not None else sentence.span.end
    after = [t for t in sentence.tokens if quantity.span.end <= t.span.start < limit]
    text = f" {' '.join(t.lower for t in after)} "
    if any(f" , {words_out} " in text for words_out in words["without"]):
        return True
    counting = {n for n, t in enumerate(after) if t.lemma in words["verbs"]}
    only = {n for n, t in enumerate(after) if t.lower in words["only"]}
    return any(abs(n - m) <= _BESIDE for n in counting for m in only)


def _is_rival(reading: Reading, told: Reading) -> bool:
    """Whether a named source other than that of the figure before answers for this one."""
    one, other = reading.claimant, told.claimant
    return one is not None and (other is None or one.key != other.key)


def _has_own_thing(quantity: Quantity) -> bool:
    """Whether the counted noun stands with the figure itself."""
    return quantity.thing_span is not None and quantity.thing_span.start >= quantity.span.start


def _is_copular(quantity: Quantity, frame: Frame, sentence: Sentence) -> bool:
    """ "It was 2,300 hectares", "waren es 8.000"."""
    clause = frame.clause
    words = load_words("syntax", sentence.lang)
    if clause is None or frame.nominal or clause.verb.plain not in words["copulas"] or clause.verb.passive:
        return False
    inside = sentence.tokens[clause.first : clause.last]
    points = any(t.pos is Pos.PRON and t.lower in ("it", "es", "they", "there") for t in inside)
    last = quantity.span.end == max(t.span.end for t in inside if t.pos is not Pos.PUNCT)
    return points and last and predicative(sentence, clause) is None


def _is_sized(frame: Frame, sentence: Sentence, told: Reading) -> bool:
    """ "Put the increase at 19 percent" of what was told to rise, "the cost" of what was told to cost."""
    if frame.measures is None or told.predicate is None:
        return False
    after = sentence.tokens[frame.measures.last] if frame.measures.last < len(sentence.tokens) else None
    if after is not None and after.pos is Pos.ADP and after.lower not in _joints(sentence):
        return False
    senses = load().predicates_of_noun(frame.measures.noun.lemma, sentence.lang)
    return any(sense.slug == told.predicate.key for sense in senses)


def _is_elliptic(reading: Reading, frame: Frame, told: Reading) -> bool:
    """ "8,000 marched" after "20,000 people marched": the same act without a noun for who did it."""
    quantity, clause = reading.quantity, frame.clause
    if quantity is None or quantity.kind is not QuantityKind.NUMBER or quantity.thing is not None:
        return False
    if reading.predicate is None or told.predicate is None or clause is None or frame.measures is not None:
        return False
    if reading.predicate.key.startswith("~"):
        return False
    one, other = reading.predicate.key, told.predicate.key
    reference = load()
    return reference.family_of(one) == reference.family_of(other) or reference.are_akin(one, other)


def _is_lost(quantity: Quantity, frame: Frame, sentence: Sentence) -> bool:
    """ "Estimated the loss at 350 tonnes": a measure of what the one before told to be gone."""
    nouns = load_words("quantities", sentence.lang)["losses"]
    measured = quantity.kind is QuantityKind.MEASURE and frame.measures is not None
    return measured and frame.measures is not None and frame.measures.noun.lemma in nouns


def _were_driven_out(reading: Reading, told: Reading) -> bool:
    """Whether refugees are counted who were told to have fled."""
    fled = told.predicate is not None and load().family_of(told.predicate.key) == "displacement"
    return fled and reading.thing is not None and reading.thing.key in ("refugee", "displaced")


def _is_of_one_order(quantity: Quantity, other: Quantity) -> bool:
    low, high = sorted((quantity.point or quantity.soft.lo or 0.0, other.point or other.soft.lo or 0.0))
    return low > 0 and high <= _WIDEST * low


def _is_described(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether more is said of the counted noun than its name: "the number of houses in the valley"."""
    if quantity.thing_span is None:
        return True
    noun = quantity.thing_span
    before = sentence.tokens[max(0, sentence.index_at(noun.start) - 1)]
    after = next((t for t in sentence.tokens if t.span.start >= noun.end), None)
    if after is not None and after.span.start >= quantity.span.end:
        return before.pos is Pos.ADJ
    tied = after is not None and after.pos is Pos.ADP and after.lower not in _joints(sentence)
    said = after is not None and (after.pos is Pos.REL or after.form is Form.PARTICIPLE)
    return before.pos is Pos.ADJ or tied or said or (after is not None and is_linker(after, sentence.lang))


def _joints(sentence: Sentence) -> list[str]:
    """The prepositions that lead from a noun to its figure."""
    return list(load_words("quantities", sentence.lang)["tally_joints"])
