"""How badly those counted were hurt: "twelve of them seriously", "zwölf davon schwer", "minor injuries"."""

from __future__ import annotations

from verifier.domain.quantity import Quantity
from verifier.extract.frames import Frame
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Pos

_INJURY = "injury"
_NEAR = 3


def hurt_people(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> str | None:
    """The kind of people a figure of injured counts, where an adverb or adjective of its own tells how they fared."""
    if frame is None or frame.predicate is None or frame.predicate.family != _INJURY or frame.clause is None:
        return None
    kinds = load_words("syntax", sentence.lang)["severity"]
    first = sentence.index_at(quantity.span.start)
    following = (sentence.index_at(q.span.start) for q in sentence.quantities if q.span.start > quantity.span.start)
    last = _before_none(sentence, first, min([*following, frame.clause.last]))
    before = [frame.clause.verb.main - 1] if frame.clause.verb.main < first else []  # "seriously injured twelve people"
    for k in (*before, *range(first, last)):
        word = sentence.tokens[k].lower
        kind = next((kind for kind, words in kinds.items() if kind != "partly" and word in words), None)
        if kind is not None:
            partly = any(t.lower in kinds["partly"] for t in sentence.tokens[max(first, k - _NEAR) : k])
            return None if partly else kind
    return None


def _before_none(sentence: Sentence, first: int, last: int) -> int:
    """Where a clause goes on to say of how many it is not so: "ten were hurt, none of them seriously"."""
    nones = load_words("quantities", sentence.lang)["none"]["openers"]
    for k in range(first, last):
        following = (t.lower for t in sentence.tokens[k + 1 : last] if t.pos not in (Pos.CONJ, Pos.ADV))
        if sentence.tokens[k].text == "," and next(following, "") in nones:
            return k
    return last
