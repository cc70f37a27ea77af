"""What a sentence tells only to call it untrue: "claims that the dam broke were false", "es stimme nicht, dass …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.domain.span import Span
from verifier.extract.clauses import Clause, trimmed
from verifier.extract.judging import (
    calls_untrue,
    is_judgement,
    is_one_of,
    is_untruth,
    judge_of,
    may_judge_fact,
    negates,
)
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.told_contents import content_of, is_that, opens_clause
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

_OF = ("von", "vom")
_BEFORE_UNTRUTH = ("as", "als", ",", "of")
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Untruth:
    """A ``content`` and the words that judge it, its noun last: called untrue, or left open where not ``is_denied``.

    ``judge`` is who calls it so where the judging clause itself names somebody; else whoever says that clause.
    """

    content: Span
    judging: tuple[Span, ...]
    is_denied: bool
    judge: Phrase | None = None


def find_untruths(sentence: Sentence, limits: Sequence[Span]) -> Iterator[Untruth]:
    """The contents of a sentence that it judges; none reaches beyond those of ``limits`` that it begins in."""
    finder = _Finder(sentence, limits)
    for n in range(len(sentence.tokens)):
        found = finder.named_by(n) or finder.put_after(n) or finder.talked_of(n)
        if found is not None:
            yield found


class _Finder:
    """Looks at the words of one sentence."""

    def __init__(self, sentence: Sentence, limits: Sequence[Span]) -> None:
        self.sentence, self.limits = sentence, limits
        self.tokens, self.lang = sentence.tokens, sentence.lang
        self.words = load_words("rejoinders", sentence.lang)

    def named_by(self, n: int) -> Untruth | None:
        """What the noun at ``n`` names: as the subject or the object of what judges it, or after "contrary to"."""
        false = is_untruth(self.tokens[n], self.lang) or self._is_false(n)
        if self.tokens[n].pos is not Pos.NOUN or not (false or is_one_of(self.tokens[n], self._nouns())):
            return None
        first = content_of(self.sentence, n)
        if first is None:
            return None
        if false:
            return self._named_false(n, first)
        if (main := self._main_clause(n, first)) is not None:
            end = main.first if main.first > first else main.verb.first
            return self._judged((first, end), main, self.tokens[end : self._mark_after(main.verb.last)], n)
        limit = self._limit(first)
        if self._is_contrary(n):
            commas = (i for i in range(first, limit + 1) if self.tokens[i].text == ",")
            comma = next((i for i in commas if opens_clause(self.sentence, i + 1)), None)
            return None if comma is None else Untruth(self._span(first, comma), (self.tokens[n].span,), True)
        clause = next((c for c in reversed(self.sentence.clauses) if c.first <= n and c.verb.first <= n), None)
        if clause is None:
            return None
        end = self._tail(first, limit)
        begin = next((i + 1 for i in reversed(range(n)) if is_that(self.tokens[i])), 0)
        said = [*self.tokens[max(clause.first, begin) : n], *self.tokens[end:limit]]
        return self._judged((first, end), clause, said, n)

    def _is_false(self, n: int) -> bool:
        """Whether the noun at ``n`` is called untrue right before it: "false reports that …"."""
        return n > 0 and self.tokens[n - 1].pos is Pos.ADJ and is_untruth(self.tokens[n - 1], self.lang)

    def _named_false(self, n: int, first: int) -> Untruth | None:
        """What a noun itself calls untrue: "the lie that …", "falsche Berichte, …"; not "it is no lie that"."""
        opened = is_that(self.tokens[first - 1])  # "that is a lie, they never left" goes on
        if not opened and (self.lang == "en" or not self._is_false(n)):
            return None
        if any(negates(t, self.words) for t in self.tokens[max(0, n - _NEAR) : n]):
            return None
        main = self._main_clause(n, first)
        end = main.first if main is not None and main.first > first else self._limit(first)
        return Untruth(self._span(first, end), (self.tokens[n].span,), True)

    def put_after(self, n: int) -> Untruth | None:
        """What "that" at ``n`` opens after the words that judge it, or before them where it opens the sentence."""
        if not is_that(self.tokens[n]):
            return None
        before, limit = n - (n > 0 and self.tokens[n - 1].text == ","), self._limit(n)
        clauses = [c for c in self.sentence.clauses if max(c.first, c.verb.first) < before]
        saying = bool(clauses) and self.tokens[before - 1].lemma in self.words["saying"]  # "wrong to say that"
        if saying and clauses[-1].verb.form is Form.INFINITIVE:
            before = clauses.pop().first
        if not clauses:
            return self._put_before(n, limit)
        clause = clauses[-1]
        said = [t for t in self.tokens[clause.first : before] if t.pos is not Pos.TO]
        if not said or any(t.text == "," for t in said[1:]):
            return None
        if not saying and may_judge_fact(said[-1], self.tokens[n:limit], self.lang):
            return None
        told = is_judgement(said[-1], self.lang) or judge_of(clause, self.lang) is not None
        return self._judged((n + 1, limit), clause, said) if told else None

    def _put_before(self, n: int, limit: int) -> Untruth | None:
        """A German clause before what judges it: "dass sie geflohen seien, stimme nicht"."""
        verbs = (i for i in range(n, limit - 1) if self.tokens[i + 1].form is Form.FINITE)
        comma = next((i for i in verbs if self.tokens[i].text == ","), None)
        clause = self.sentence.clause_of(comma + 1) if comma is not None else None
        if self.lang != "de" or comma is None or clause is None:
            return None
        return self._judged((n + 1, comma), clause, self.tokens[comma + 1 : self._mark_after(comma + 1)])

    def talked_of(self, n: int) -> Untruth | None:
        """What there can be no talk of: "von einer Flucht könne keine Rede sein"; "war keine Rede" is of no mention."""
        clause = self.sentence.clause_of(n) if self.tokens[n].lower in self.words["talk"] else None
        if clause is None or not any(t.lemma == "können" for t in self.tokens[clause.first : clause.last]):
            return None
        of = next((i for i in range(clause.first, n) if self.tokens[i].lower in _OF), None)
        if of is None or clause.verb.plain not in load_words("syntax", self.lang)["copulas"]:
            return None
        stops = (i for i in range(of, n) if self.tokens[i].is_verbal or negates(self.tokens[i], self.words))
        end = next(stops, n)
        denied = any(negates(t, self.words) for t in self.tokens[end:n])
        return Untruth(self._span(of + 1, end), (self.tokens[clause.verb.main].span,), True) if denied else None

    def _judged(
        self, content: tuple[int, int], clause: Clause, said: Sequence[Token], noun: int | None = None
    ) -> Untruth | None:
        """The content between two tokens as the words ``said`` of ``clause`` judge it; None where they do not."""
        outcome = calls_untrue(clause, said, self.lang)
        told = self.tokens[slice(*content)]
        if outcome is None or not told or (noun is not None and self._is_proposed(noun, told, said)):
            return None
        judging = [t.span for t in said if t.is_verbal] or [said[0].span]
        judging += [self.tokens[noun].span] if noun is not None else []
        return Untruth(self._span(*content), tuple(judging), outcome, judge_of(clause, self.lang))

    def _is_proposed(self, noun: int, told: Sequence[Token], said: Sequence[Token]) -> bool:
        """Whether what is called absurd may be a plan: "the idea that the city close the school is absurd"."""
        judges = any(is_one_of(t, self.words["judging"]) for t in said)
        alleged = is_one_of(self.tokens[noun], self.words["alleging"])
        open_ = not alleged and not any(t.form is Form.PARTICIPLE or t.tag == "VVD" for t in told)
        return judges and (open_ or any(t.pos is Pos.MODAL for t in told))

    def _nouns(self) -> tuple[str, ...]:
        return (*self.words["sayings"], *self.words["tales"])

    def _span(self, first: int, last: int) -> Span:
        return trimmed(self.tokens, first, last)

    def _main_clause(self, n: int, first: int) -> Clause | None:
        """The clause that goes on after a content whose noun at ``n`` stands before its verb."""
        after = [c for c in self.sentence.clauses if c.verb.first > first and c.verb.form is Form.FINITE]
        subject = next((c for c in after if c.subject is not None and c.subject.head == n), None)
        if subject is not None or self.lang != "de" or any(t.is_verbal for t in self.tokens[:n]):
            return subject
        resumes = (c for c in after if c.first == c.verb.first and self.tokens[c.first - 1].text == ",")
        return next(resumes, None)

    def _limit(self, first: int) -> int:
        """The token before which a content from ``first`` ends at the latest."""
        start = self.tokens[first].span.start
        ends = [span.end for span in self.limits if span.start <= start < span.end]
        last = self.sentence.index_at(min(ends, default=self.sentence.span.end) - 1)
        return last + (self.tokens[last].pos is not Pos.PUNCT)

    def _tail(self, first: int, limit: int) -> int:
        """Where the words begin that name a content untrue after it: "… | a lie", "… | , als Lüge zurück"."""
        untrue = (i for i in reversed(range(first + 1, limit)) if is_untruth(self.tokens[i], self.lang))
        at = next(untrue, 0)
        named = self.tokens[first - 1].text != "," and not is_that(self.tokens[first - 1])
        while named and (self.tokens[limit - 1].is_verbal or self.tokens[limit - 1].pos is Pos.PREFIX):
            limit -= 1  # "wies Berichte über einen Angriff | zurück"
        if not at or limit - at > _NEAR or any(t.is_verbal for t in self.tokens[at + 1 : limit]):
            return limit
        while at > first + 1 and self._leads(at - 1):
            at -= 1
        return at

    def _leads(self, i: int) -> bool:
        return self.tokens[i].pos in (Pos.DET, Pos.ADJ, Pos.ADV) or self.tokens[i].lower in _BEFORE_UNTRUTH

    def _is_contrary(self, n: int) -> bool:
        first = next((p.first for p in self.sentence.phrases if p.head == n), n)
        return " ".join(t.lower for t in self.tokens[max(0, first - 2) : first]).endswith(tuple(self.words["contrary"]))

    def _mark_after(self, k: int) -> int:
        marks = (i for i in range(k, len(self.tokens)) if self.tokens[i].pos in (Pos.PUNCT, Pos.CONJ))
        return next(marks, len(self.tokens))
