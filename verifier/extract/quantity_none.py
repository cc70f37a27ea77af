"""Words that say that something was counted and there was none: "no hospital", "nobody", "kein einziger"."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.enums import Aspect
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_things import Counted, find_counted
from verifier.reference import load
from verifier.text.tokens import Form, Pos, Token

_COUNTABLE = ("person", "weapon", "vehicle", "building", "animal")
"""Kinds of things whose singular counts after "no": of others "no" denies that there is any ("no money")."""
_CLAUSE = 16
"""How many words from "nobody" the verb may stand."""
_LONGEST = 4
_ENDS = (Pos.PUNCT, Pos.CONJ, Pos.SUBJ, Pos.REL)
_PERSON = Counted("person", None, "person")


def none_words(line: NumberLine) -> list[Hit]:
    """The zeros that words tell; "no doubt", "no longer" and "kein Wunder" tell none."""
    hits = []
    for i, token in enumerate(line.tokens):
        if token.lower not in line.words["none"]["openers"]:
            continue
        hit = _nobody(line, i) or _none_of(line, i) or _no_single(line, i) or _no_thing(line, i)
        if hit is not None:
            hits.append(hit)
    return hits


def counts_nobody(line: NumberLine, hit: Hit) -> Counted | None:
    """People, where the words of a zero name them by themselves ("nobody", "niemand")."""
    return _PERSON if hit.low == 0 and _phrase(line, hit.first, "people") == hit.last - hit.first else None


def _phrase(line: NumberLine, i: int, name: str) -> int:
    """How many words from token ``i`` on are a listed phrase, the longest; 0 where none is."""
    listed = line.words["none"][name]
    words = [token.lower for token in line.tokens[i : i + _LONGEST]]
    return next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in listed), 0)


def _hit(line: NumberLine, first: int, last: int) -> Hit:
    start, end = line.tokens[first].span.start, line.tokens[last - 1].span.end
    return Hit(start, end, first, last, 0.0, 1.0, line.pieces_of(start, end))


def _nobody(line: NumberLine, i: int) -> Hit | None:
    """ "Nobody was killed", "niemand kam ums Leben": people, where what they did or underwent is a countable event."""
    count = _phrase(line, i, "people")
    if not count or line.lower(i + count) in line.words["none"]["not_followed_by"]:
        return None
    if line.lower(i - 1) in line.words["none"]["not_preceded_by"]:
        return None
    first, last = _clause_around(line, i)
    return _hit(line, i, i + count) if _tells_event(line, line.tokens[first:last]) else None


def _clause_around(line: NumberLine, i: int) -> tuple[int, int]:
    """The words around token ``i`` that no comma or joining word parts from it."""
    first = last = i
    while first > max(0, i - _CLAUSE) and line.tokens[first - 1].pos not in _ENDS:
        first -= 1
    while last < min(len(line.tokens), i + _CLAUSE) and line.tokens[last].pos not in _ENDS:
        last += 1
    return first, last


def _tells_event(line: NumberLine, tokens: Sequence[Token]) -> bool:
    """Whether a verb among ``tokens`` names an event whose victims or doers are counted."""
    words = " ".join(token.lower for token in tokens)
    if any(phrase in words for phrase in line.words["none"]["events"]):
        return True
    verbs = [token.lemma for token in tokens if token.pos in (Pos.VERB, Pos.ADJ)]
    senses = (sense for verb in verbs for sense in load().predicates_of_verb(verb, line.lang))
    return any(sense.aspect == Aspect.EVENT_COUNT for sense in senses)


def _none_of(line: NumberLine, i: int) -> Hit | None:
    """ "None of the hostages", "keiner der Insassen"."""
    count = _phrase(line, i, "parts")
    if count and _is_verb(line.token(i + count)):
        return _hit(line, i, i + count)
    if not count or line.lower(i + count) not in line.words["none"]["of"]:
        return None
    hit = _hit(line, i, i + count)
    head = _head(line, find_counted(line, hit))
    return hit if head is not None and head.lemma not in line.words["none"]["uncounted"] else None


def _is_verb(token: Token | None) -> bool:
    """Whether the verb of its clause follows a zero: "none had been dismissed"."""
    return token is not None and (token.pos is Pos.AUX or token.form is Form.FINITE)


def _no_single(line: NumberLine, i: int) -> Hit | None:
    """ "Not a single flight", "kein einziger Flug": of whatever is named, or right before a verb was named before."""
    count = _phrase(line, i, "single")
    if not count:
        return None
    hit = _hit(line, i, i + count)
    if _is_verb(line.token(i + count)):
        return hit
    head = _head(line, find_counted(line, hit))
    return hit if head is not None and head.lemma not in line.words["none"]["uncounted"] else None


def _no_thing(line: NumberLine, i: int) -> Hit | None:
    """ "No hospital", "no flights", "keine Verletzten", none of them described as only of a degree ("no serious")."""
    if line.lower(i) not in line.words["none"]["plain"]:
        return None
    hit = _hit(line, i, i + 1)
    head = _head(line, find_counted(line, hit))
    if head is None:
        return None
    between = [t for t in line.tokens[i + 1 :] if t.span.end <= head.span.start]
    limits = line.words["none"]["limiting"]
    limited = any(t.lower in limits or t.lemma in limits or t.pos in (Pos.NUM, Pos.PUNCT) for t in between)
    following = next((t.lower for t in line.tokens if t.span.start >= head.span.end), "")
    limited = limited or following in line.words["none"]["not_followed_by"]
    return hit if not limited and _is_countable(line, head) else None


def _head(line: NumberLine, counted: Counted) -> Token | None:
    """The noun a zero counts: the last word of an English group, the first of a German one."""
    if counted.span is None:
        return None
    edge = counted.span.start if line.lang == "de" else counted.span.end - 1
    at = line.token_at(edge)
    return None if at is None else line.tokens[at]


def _is_countable(line: NumberLine, head: Token) -> bool:
    """Whether a noun stands for single things: a kind that is counted, or any plural but of what only words tell."""
    if head.pos is not Pos.NOUN and not (line.lang == "de" and head.pos is Pos.ADJ):
        return False
    if head.lemma in line.words["none"]["uncounted"] or head.lower in line.words["none"]["uncounted"]:
        return False
    thing = load().thing_of_noun(head.lemma, line.lang) or load().thing_of_noun(head.text, line.lang)
    if thing is not None and any(load().is_kind_of(thing.slug, kind) for kind in _COUNTABLE):
        return True
    return head.tag == "NN2" if line.lang == "en" else head.text != head.lemma
