"""Whether the clause around a word tells what is past or what lies ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from verifier.extract.date_words import load_date_words
from verifier.extract.deadlines import is_deadline, is_due
from verifier.extract.preterites import is_preterite
from verifier.text.tokens import Form, Pos, Token

_BREAKS = {",", ";", ":", "-", '"', "(", ")"}
_PAST_TAGS = ("VVD", "VBD", "VHD", "VDD", "VM0")
_GERMAN_PAST = ("te", "ten", "test", "tet")
_PERFECT = {"have", "haben", "sein"}
_HEARSAY = {"haben", "sein", "worden"}


class Tense:
    """Tells, for any token of one sentence, the tense of its clause."""

    def __init__(self, tokens: Sequence[Token], lang: str) -> None:
        self._tokens, self._lang = tokens, lang
        self._lexicon = load_date_words(lang)
        self._told: dict[int, tuple[bool, bool]] = {}

    def is_ahead(self, i: int) -> bool:
        """Whether what is told at token ``i`` is still to come: "will", "is set to", "after he takes office"."""
        return self._tense(i)[0]

    def is_past(self, i: int) -> bool:
        """Whether the clause of token ``i`` tells of the past."""
        return self._tense(i)[1]

    def _tense(self, i: int) -> tuple[bool, bool]:
        """Whether the clause of token ``i`` lies ahead and whether it is past.

        A stretch without a verb belongs to the clause before it, else to the one after.
        """
        at = bisect_right(self._starts, i) - 1
        if at not in self._told:
            first, last = self._clause(self._homes[at])
            ahead = self._is_future(first, last) or self._is_due(first, last) or self._is_to_be(first, last)
            self._told[at] = ahead, any(self._is_past_verb(token) for token in self._tokens[first:last])
        return self._told[at]

    def _clause(self, n: int) -> tuple[int, int]:
        last = self._starts[n + 1] if n + 1 < len(self._starts) else len(self._tokens)
        return self._starts[n], last

    @cached_property
    def _starts(self) -> list[int]:
        return _starts_of_clauses(self._tokens)

    @cached_property
    def _homes(self) -> list[int]:
        """For each clause the nearest one with a verb: itself, one before, one after, else itself."""
        count = len(self._starts)
        told = [any(token.is_verbal for token in self._tokens[slice(*self._clause(n))]) for n in range(count)]
        following = next((n for n in range(count) if told[n]), None)
        homes: list[int] = []
        for n in range(count):
            before = homes[-1] if homes and told[homes[-1]] else following
            homes.append(n if told[n] or before is None else before)
        return homes

    def _is_future(self, first: int, last: int) -> bool:
        words = self._tokens[first:last]
        if not any(self._is_future_verb(token) for token in words):
            return self._is_planned(first, last)
        if self._lang == "en":
            return True
        infinitive = any(token.form is Form.INFINITIVE for token in words)
        reported = any(token.lower in _HEARSAY and token.form not in (None, Form.FINITE) for token in words)
        if is_deadline(words):
            return True
        passive = any(token.form is Form.PARTICIPLE for token in words) and not infinitive
        return infinitive and not reported and not passive

    def _is_future_verb(self, token: Token) -> bool:
        finite = self._lang == "en" or token.form is Form.FINITE
        return finite and token.is_verbal and token.lower in self._lexicon.future_verbs

    def _is_planned(self, first: int, last: int) -> bool:
        words = self._tokens[first:last]
        for n, token in enumerate(words):
            if token.lemma.lower() in self._lexicon.future_plans or token.lower in self._lexicon.future_plans:
                following = words[n + 1 : n + 3]
                if self._lang == "de" or any(word.pos is Pos.TO or word.lower in ("for", "to") for word in following):
                    return not any(self._is_past_verb(word) for word in words)
        return False

    def _is_to_be(self, first: int, last: int) -> bool:
        """A plan by "is to" and "are to": "the work is to be finished by June"."""
        words = self._tokens[first:last]
        return self._lang == "en" and any(is_due(one) and two.pos is Pos.TO for one, two in pairwise(words))

    def _is_due(self, first: int, last: int) -> bool:
        """A present tense after "after", "when" or "until" inside a sentence that is not told in the past."""
        if self._lang != "en" or self._tokens[first].lower not in self._lexicon.future_conjunctions:
            return False
        words = self._tokens[first:last]
        present = any(token.tag in ("VVZ", "VVB", "VBZ", "VBB") for token in words)
        return present and not any(self._is_past_verb(token) for token in words)

    def _is_past_verb(self, token: Token) -> bool:
        if not token.is_verbal:
            return False
        if self._lang == "en":
            return token.tag in _PAST_TAGS[:4] or token.lower in ("has", "had", "have")
        finite = token.form is Form.FINITE
        perfect = token.lemma.lower() in _PERFECT and token.pos is Pos.AUX
        weak = token.lower.endswith(_GERMAN_PAST)
        strong = token.pos is Pos.VERB and is_preterite(token.lower, token.lemma.lower())
        return (finite and (perfect or weak or strong)) or token.form is Form.PARTICIPLE


def _starts_of_clauses(tokens: Sequence[Token]) -> list[int]:
    """Where stretches begin: after punctuation and at subordinating words."""
    starts = [0]
    for i, token in enumerate(tokens):
        conjunction = token.pos in (Pos.SUBJ, Pos.REL) or token.lower in ("after", "before", "until", "when")
        if token.text in _BREAKS and i + 1 < len(tokens):
            starts.append(i + 1)
        elif conjunction and i and starts[-1] != i:
            starts.append(i)
    return starts
