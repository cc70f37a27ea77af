"""Whether the clause around a word tells what is past or what lies ahead."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.date_words import load_date_words
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
        self._clauses = _clauses(tokens)

    def is_ahead(self, i: int) -> bool:
        """Whether what is told at token ``i`` is still to come: "will", "is set to", "after he takes office"."""
        first, last = self._clause(i)
        if self._is_future(first, last):
            return True
        return self._is_due(first, last)

    def is_past(self, i: int) -> bool:
        """Whether the clause of token ``i`` tells of the past."""
        first, last = self._clause(i)
        return any(self._is_past_verb(token) for token in self._tokens[first:last])

    def _clause(self, i: int) -> tuple[int, int]:
        """The clause that holds token ``i``; a stretch without a verb belongs to the one before, else after it."""
        at = next((n for n, (first, last) in enumerate(self._clauses) if first <= i < last), 0)
        for n in (at, *range(at - 1, -1, -1), *range(at + 1, len(self._clauses))):
            first, last = self._clauses[n]
            if any(token.is_verbal for token in self._tokens[first:last]):
                return first, last
        return self._clauses[at]

    def _is_future(self, first: int, last: int) -> bool:
        words = self._tokens[first:last]
        if not any(token.lower in self._lexicon.future_verbs and token.is_verbal for token in words):
            return self._is_planned(first, last)
        if self._lang == "en":
            return True
        infinitive = any(token.form is Form.INFINITIVE for token in words)
        reported = any(token.lower in _HEARSAY and token.form is not Form.FINITE for token in words)
        passive = any(token.form is Form.PARTICIPLE for token in words) and not infinitive
        return infinitive and not reported and not passive

    def _is_planned(self, first: int, last: int) -> bool:
        words = self._tokens[first:last]
        for n, token in enumerate(words):
            if token.lemma.lower() in self._lexicon.future_plans or token.lower in self._lexicon.future_plans:
                following = words[n + 1 : n + 3]
                if self._lang == "de" or any(word.pos is Pos.TO or word.lower in ("for", "to") for word in following):
                    return not any(self._is_past_verb(word) for word in words)
        return False

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
        return (finite and (perfect or token.lower.endswith(_GERMAN_PAST))) or token.form is Form.PARTICIPLE


def _clauses(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The stretches between punctuation and before subordinating words."""
    starts = [0]
    for i, token in enumerate(tokens):
        conjunction = (
            token.pos is Pos.SUBJ or token.pos is Pos.REL or token.lower in ("after", "before", "until", "when")
        )
        if token.text in _BREAKS and i + 1 < len(tokens):
            starts.append(i + 1)
        elif conjunction and i and starts[-1] != i:
            starts.append(i)
    return [*zip(starts, [*starts[1:], len(tokens)], strict=True)]
