"""Two sentences of one wording: where they differ, and how each difference stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product

from verifier.domain.enums import Qualifier, QuantityKind
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.pairing.entail import numbers, words
from verifier.pairing.entail.standing import Standing
from verifier.pairing.entail.statement import Item, Statement
from verifier.pairing.entail.word_lists import WordLists
from verifier.text.tokens import Pos

SHARED = 0.5
"""The share of its words that a hypothesis must take over to be of one wording with the premise."""
SWAPPED = 3
"""How many words a hypothesis must have before one that differs tells of another matter."""
_ONE = Quantity(Span(0, 0), "", QuantityKind.NUMBER, Interval(1, 1), Interval(1, 1), Qualifier.BARE, 1.0)


def judge_wording(premise: Statement, hypothesis: Statement) -> Standing | None:
    """How a hypothesis in the words of its premise stands to it; None where it has words of its own.

    A hedge is first read with its number, then as words: in "near two" against "far from two" it is no hedge.
    """
    for left, right in product((premise.items, premise.plain_items), (hypothesis.items, hypothesis.plain_items)):
        standing = _judge_items(left, right, premise.lists, premise.lang)
        if standing is not None:
            return standing
    return None


def _judge_items(left: Sequence[Item], right: Sequence[Item], lists: WordLists, lang: str) -> Standing | None:
    edits = list(_align(left, right))
    own = sum(item.figure is None and item.key not in lists.articles for _, other in edits for item in other)
    length = sum(item.key not in lists.articles for item in right)
    if not length or length - own < SHARED * length:
        return None
    judged = [(_judge(one, other, lists, lang), one, other) for one, other in edits]
    unknown = [(one, other) for standing, one, other in judged if standing is None]
    if unknown:
        swapped = len(unknown) == 1 and own == 1 and length >= SWAPPED and _is_swap(*unknown[0], lists)
        return Standing.OPEN if swapped else None
    standings = {standing for standing, _, _ in judged}
    return next((s for s in (Standing.EXCLUDED, Standing.OPEN) if s in standings), Standing.FOLLOWS)


def _is_swap(one: Sequence[Item], other: Sequence[Item], lists: WordLists) -> bool:
    """Whether another person or thing stands in the place of one: nothing tells that it is the same."""
    sides = [_telling(side, lists) for side in (one, other)]
    return all(len(side) == 1 and side[0].pos in (Pos.NOUN, Pos.NAME) for side in sides)


def _align(left: Sequence[Item], right: Sequence[Item]) -> Iterator[tuple[Sequence[Item], Sequence[Item]]]:
    """The places where two rows of items differ, each pair of figures in one place among them."""
    matcher = SequenceMatcher(None, [i.key for i in left], [i.key for i in right], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield left[a:b], right[c:d]
            continue
        for one, other in zip(left[a:b], right[c:d], strict=True):
            if one.figure is not None:
                yield [one], [other]


def _judge(one: Sequence[Item], other: Sequence[Item], lists: WordLists, lang: str) -> Standing | None:
    """The standing of one difference; None for words whose bearing on each other is not known."""
    if any(item.figure for item in (*one, *other)):
        return _judge_figures(one, other, lists)
    one, other = _telling(one, lists), _telling(other, lists)
    negated = [any(item.key in lists.negations for item in side) for side in (one, other)]
    if not other and any(item.key in lists.increments for item in one):
        return None
    if not one or not other:
        return Standing.EXCLUDED if any(negated) else None if other else Standing.FOLLOWS
    standing = words.stand(one, other, lang)
    return None if standing is Standing.OPEN else standing


def _judge_figures(one: Sequence[Item], other: Sequence[Item], lists: WordLists) -> Standing | None:
    left, right = _figure(one, lists), _figure(other, lists)
    return numbers.stand(left, right) if left is not None and right is not None else None


def _figure(items: Sequence[Item], lists: WordLists) -> Quantity | None:
    """The only figure among ``items``, which else are articles; an article or "one" alone counts one."""
    figures = [item.figure for item in items if item.figure is not None]
    if len(items) == 1 and not figures and items[0].key in lists.one:
        return _ONE
    rest = [item for item in items if item.figure is None and item.key not in lists.articles]
    return figures[0] if len(figures) == 1 and not rest else None


def _telling(items: Sequence[Item], lists: WordLists) -> Sequence[Item]:
    """The items that say something: neither articles nor what only tells tense."""
    return [item for item in items if item.key not in lists.articles and item.pos not in (Pos.AUX, Pos.TO)]
