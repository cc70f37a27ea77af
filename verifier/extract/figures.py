"""What a bare figure is about: the noun whose size it is, and what the people it counts did or underwent."""

from __future__ import annotations

from dataclasses import replace

from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.aboard import aboard_frame
from verifier.extract.bids import bid_frame
from verifier.extract.casualties import among_frame, casualty_frame
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame, verbal_frame
from verifier.extract.implied import described, implied_frame
from verifier.extract.measures import (
    CROWDS,
    VOTING,
    changing_frame,
    counts_heads,
    measuring_frame,
    names_scale,
    sized_frame,
    tells_level,
)
from verifier.extract.prices import price_frame
from verifier.extract.scales import scale_frame
from verifier.extract.senses import is_idiom
from verifier.extract.sentence import Sentence
from verifier.extract.stances import stance_frame
from verifier.extract.states import predicative
from verifier.extract.tolls import toll_frame
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Pos

_LOSS = "die"
VOTER = "voter"
_FILLING = "fill-place"
HARM = frozenset({"death", "injury", "missing", "displacement", "captivity", "arrest"})
"""Families of what only people undergo."""
_OWN = (stance_frame, bid_frame, toll_frame, price_frame, aboard_frame, among_frame, casualty_frame, scale_frame)
"""What tells by itself what a figure is of, whatever its verb."""


def figured(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> Frame | None:
    """The frame of a figure, made clear where its verb only states, counts or measures.

    "The deficit was 2 billion" and "put the deficit at 2 billion" measure the deficit; "counted 71 dead" and "spoke of
    71 dead" tell that they died.
    """
    for own_frame in _OWN:
        if (told := own_frame(sentence, quantity)) is not None:
            return told
    if frame is not None and (counted := _of_counted_whole(sentence, quantity, frame)) is not None:
        return counted
    if frame is not None and (gathering := _of_those_who_came(sentence, quantity, frame)) is not None:
        return replace(frame, predicate=gathering)
    if (sized := sized_frame(sentence, quantity)) is not None:
        return sized
    if frame is not None and _fills_with_things(quantity, frame):
        return replace(frame, predicate=None)
    if frame is not None and frame.nominal and not names_scale(sentence, frame.lemma):
        return frame
    clause = frame.clause if frame is not None else _clause_at(sentence, quantity)
    if clause is None or _tells_state_of_part(sentence, quantity, clause) or _meets_nobody(sentence, quantity, clause):
        return frame
    if quantity.thing is None:
        return measuring_frame(sentence, quantity, clause) or changing_frame(sentence, quantity, frame)
    if (undergone := _other_victims(sentence, quantity, frame)) is not None:
        return Frame(clause.verb.lemma, clause.verb.main, undergone, clause, None, clause.objects)
    own = frame.predicate if frame is not None else None
    if own is not None and (is_idiom(sentence, clause) or _is_done_to(own, quantity)):
        return frame
    estimated = frame is None and _estimates(sentence, clause)
    if estimated or _only_counts(sentence, clause, quantity) or tells_level(sentence, quantity, clause):
        return implied_frame(sentence, quantity, clause)
    return frame


def _of_counted_whole(sentence: Sentence, part: Quantity, frame: Frame) -> Frame | None:
    """The frame of some among the victims that a toll counts: "the toll reached 60, including 14 children"."""
    whole = next((q for q in sentence.quantities if q.span.start == part.part_of), None)
    among = load_words("quantities", sentence.lang)["among_words"]
    before = sentence.tokens[sentence.index_at(part.span.start) - 1].lower
    if whole is None or whole.thing is not None or before not in among or frame.clause is None:
        return None
    sized = toll_frame(sentence, whole) or measuring_frame(sentence, whole, frame.clause)
    harmed = sized is not None and sized.predicate is not None and sized.predicate.family in HARM
    return replace(sized, measures=None) if sized is not None and harmed else None


def _of_those_who_came(sentence: Sentence, quantity: Quantity, frame: Frame) -> PredicateEntry | None:
    """What a turnout is of: a share of the voters voted, so many heads gathered; None where it is no turnout."""
    family = frame.predicate.family if frame.predicate is not None else None
    voters = load().is_kind_of(quantity.thing or "", VOTER)
    if family == CROWDS and voters and quantity.kind is QuantityKind.SHARE:
        return load().predicate("vote")
    named = frame.nominal and frame.lemma in load_words("syntax", sentence.lang)["crowds"]
    return load().predicate("attend") if family == VOTING and named and not voters and counts_heads(quantity) else None


def _fills_with_things(quantity: Quantity, frame: Frame) -> bool:
    """Whether a verb for crowds that fill a place has the counted for its object: "filled 200 sandbags"."""
    if frame.predicate is None or frame.predicate.slug != _FILLING:
        return False
    return frame.subject is None or not frame.subject.span.overlaps(quantity.thing_span or quantity.span)


def _is_done_to(act: PredicateEntry, quantity: Quantity) -> bool:
    """Whether a sense that a verb has of few things only is done to the counted: "accepted no bribes"."""
    return not act.tally and any(load().is_kind_of(quantity.thing or "", thing) for thing in act.objects)


def _tells_state_of_part(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """Whether a relative clause says how some of those counted are: "two of whom were in a serious condition"."""
    if quantity.part_of is None or clause.verb.plain not in load_words("syntax", sentence.lang)["copulas"]:
        return False
    subject = sentence.tokens[clause.first : clause.verb.main]
    return any(token.pos is Pos.REL or token.lower in ("whom", "which") for token in subject)


def _clause_at(sentence: Sentence, quantity: Quantity) -> Clause | None:
    return sentence.clause_of(sentence.index_at(quantity.span.start))


def _only_counts(sentence: Sentence, clause: Clause, quantity: Quantity) -> bool:
    """Whether a verb only says that there are so many: "counted 12", "came to 12", "kam auf 12"."""
    words = load_words("syntax", sentence.lang)
    verb = clause.verb
    counts = (*words["counting"], *words["tally_verbs"])
    joints = words["figure_joints"].get(verb.lemma, ())
    before = sentence.tokens[sentence.index_at(quantity.span.start) - 1].lower
    talk = clause.subject is not None and clause.subject.noun.lemma in words["talks"] and before in words["talk_joints"]
    counted = verb.plain in counts or verb.lemma in counts or before in joints
    return counted or talk or _is_existence(sentence, clause)


def _other_victims(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> PredicateEntry | None:
    """What the counted underwent, where it is something else than the verb before them tells of.

    "Seven were killed and 16 wounded", "the blast left seven people dead", "der Sturm forderte sieben Menschenleben".
    """
    thing = load().thing(quantity.thing or "")
    if thing is None or frame is None:
        return None
    told = load().predicate(thing.tells) if thing.tells and load().is_kind_of(thing.slug, "victim") else None
    if frame.lemma in load_words("syntax", sentence.lang)["claiming_victims"]:
        lost = load().predicate(_LOSS) if thing.slug == "victim" else None
        return told or lost or described(sentence, quantity)
    act, after = frame.predicate, quantity.span.start >= sentence.tokens[frame.at].span.end
    other = act is not None and told is not None and act.family in HARM - {told.family}
    return told if other and after else None


def _estimates(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb of saying gives a number: "gehen von 900 Vertriebenen aus"."""
    words = load_words("syntax", sentence.lang)["estimating"]
    return clause.verb.lemma in words or clause.verb.plain in words


def _meets_nobody(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """Whether a verb by which figures are told has its own sense: "sprach mit keinem Menschen"."""
    verbs = load_words("syntax", sentence.lang)["figure_sayings"]
    return (
        quantity.is_none
        and bool({clause.verb.lemma, clause.verb.plain} & set(verbs))
        and not _is_existence(sentence, clause)
    )


def _is_existence(sentence: Sentence, clause: Clause) -> bool:
    """ "There were 12 cases", "es gab 12 Fälle"."""
    words = load_words("syntax", sentence.lang)["existence"]
    if _is_presence(sentence, clause):
        return True
    if clause.verb.plain not in words["verbs"]:
        return False
    return any(token.lower in words["subjects"] for token in sentence.tokens[clause.first : clause.last])


def _is_presence(sentence: Sentence, clause: Clause) -> bool:
    """ "60 people were on board": the counted are somewhere, and nothing else is said of them."""
    words = load_words("syntax", sentence.lang)
    stays = clause.verb.plain in words["copulas"] or clause.verb.lemma in words["existence"]["present"]
    counted = clause.subject is not None and any(t.pos is Pos.NUM for t in clause.subject.words)
    acts = any(phrase.noun.tag != "PRF" for phrase in clause.objects)
    idiom = clause.verb.plain in words["copulas"] and verbal_frame(sentence, clause).predicate is not None
    return stays and counted and bool(clause.preps) and not (acts or idiom) and predicative(sentence, clause) is None
