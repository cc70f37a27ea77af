"""Words that attribute: what follows each and how far its source stands behind what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier.domain.enums import CueClass
from verifier.extract.words import load_words
from verifier.text.tokens import Pos, Token

Table = Mapping[str, Sequence["Cue"]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word or phrase. ``frames`` name what may follow it (clause, to, object, person, quote, as, of …).

    With "refused" among them the verb refuses as well what is no statement: an offer, a law; with "yielded" it
    yields what is none: defeat.

    ``rest`` are the lemmas that go with the first word. ``attitude`` marks a wish, feeling or plan, which
    states nothing about the world.
    """

    words: str
    frames: frozenset[str]
    cue_class: CueClass = CueClass.ASSERTED
    rest: tuple[str, ...] = ()

    @property
    def attitude(self) -> bool:
        return "attitude" in self.frames

    def takes(self, *frames: str) -> bool:
        """Whether one of ``frames`` may follow."""
        return not self.frames.isdisjoint(frames)


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language by their first lemma, the longest first, and its other word lists."""

    verbs: Table
    nouns: Table
    adjectives: Table
    adverbs: Table
    before: Table
    after: Table
    forms: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    nested_quotes: bool

    def lemma(self, token: Token) -> str:
        """The lemma of a verb, also where the tagger took its form for another part of speech."""
        return self.forms.get(token.lower) or token.lemma


@lru_cache(maxsize=4)
def cues_of(lang: str) -> Cues:
    """The cues of ``lang``; a language without lists of its own reads as English."""
    words = load_words("attribution", lang)
    return Cues(
        verbs=_table(words["verbs"]),
        nouns=_table(words["nouns"]),
        adjectives=_table(words["adjectives"]),
        adverbs=_table(words["adverbs"]),
        before=_table(words["before"]),
        after=_table(words["after"]),
        forms=words["forms"],
        lists={name: frozenset(listed) for name, listed in words["lists"].items()},
        nested_quotes=words["nested_quotes"],
    )


def _table(lines: Mapping[str, str]) -> Table:
    table: dict[str, list[Cue]] = {}
    for words, line in lines.items():
        frames, _, cue_class = line.partition("|")
        first, *rest = words.split()
        cue = Cue(words, frozenset(frames.split()), CueClass(cue_class.strip() or "asserted"), tuple(rest))
        table.setdefault(first, []).append(cue)
    return {first: sorted(cues, key=lambda cue: -len(cue.rest)) for first, cues in table.items()}


def match_following(table: Table, tokens: Sequence[Token], i: int, lemma: str) -> tuple[Cue, int] | None:
    """The longest cue whose further words follow token ``i`` directly, and the index after its last word.

    Adverbs may stand between ("pointed repeatedly to").
    """
    for cue in table.get(lemma, ()):
        at = i + 1
        for word in cue.rest:
            while at < len(tokens) and tokens[at].pos is Pos.ADV and word not in (tokens[at].lower, tokens[at].lemma):
                at += 1
            if at >= len(tokens) or word not in (tokens[at].lower, tokens[at].lemma):
                break
            at += 1
        else:
            return cue, at
    return None


def match_around(table: Table, lemma: str, around: frozenset[str]) -> Cue | None:
    """The longest cue of ``lemma`` whose further words are all among the lemmas ``around``."""
    return next((cue for cue in table.get(lemma, ()) if around.issuperset(cue.rest)), None)
