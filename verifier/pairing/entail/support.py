"""How far the words of one statement are found in another, in this or another form."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.pairing.entail import words
from verifier.pairing.entail.standing import Standing
from verifier.pairing.entail.statement import Item, Statement
from verifier.text.tokens import Pos

_TELLING = (Pos.NOUN, Pos.NAME, Pos.VERB, Pos.ADJ, Pos.ADV)
_SHORTEST_STEM = 5
_ENDING = 3


def telling_words(statement: Statement) -> list[Item]:
    """The words that carry what is said: neither small words nor words of reporting nor parts of quantities."""
    taken = [quantity.span for quantity in statement.quantities]
    return [
        Item(token.lower, token.lemma.lower(), token.pos)
        for token in statement.tokens
        if token.pos in _TELLING
        and len(token.text) > 1
        and token.lemma.lower() not in statement.lists.reporting
        and not any(span.overlaps(token.span) for span in taken)
    ]


def share_found(wanted: Sequence[Item], given: Sequence[Item], lang: str) -> float:
    """The share of ``wanted`` that ``given`` has or implies; 1 where nothing is wanted."""
    return sum(stand_to_all(item, given, lang) is Standing.FOLLOWS for item in wanted) / len(wanted) if wanted else 1.0


def stand_to_all(item: Item, given: Sequence[Item], lang: str) -> Standing:
    """How a word stands to the words of another statement, whichever of them it may take up."""
    if any(item.key == other.key or item.lemma == other.lemma or _is_kin(item, other) for other in given):
        return Standing.FOLLOWS
    standings = {words.stand([other], [item], lang) for other in given}
    return next((s for s in (Standing.FOLLOWS, Standing.EXCLUDED) if s in standings), Standing.OPEN)


def _is_kin(one: Item, other: Item) -> bool:
    """Whether two words share a stem: "attack" and "attacker", "explode" and "explosion"."""
    a, b = sorted((one.lemma, other.lemma), key=len)
    return len(a) >= _SHORTEST_STEM and b.startswith(a[: max(_SHORTEST_STEM - 1, len(a) - _ENDING)])
