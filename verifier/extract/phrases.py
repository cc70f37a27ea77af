"""Noun phrases: the shallow half of the parser, one grammar over the coarse tags of both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.domain.span import Span
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos, Token

_OPENERS = {Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME}
_INSIDE = _OPENERS | {Pos.GENITIVE}
_QUOTES = {'"', "'"}
_SYMBOLS = {"$", "€", "£", "¥", "%"}
_BOUNDS = ("least", "most")
_LINKERS = {"en": {"of"}, "de": {"von", "vom"}}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase over the tokens ``[first, last)`` of its sentence.

    ``head`` is the index of its head noun, ``prep`` that of the preposition before it. ``pronoun`` is
    true where the phrase is a pronoun.
    """

    tokens: Sequence[Token]
    first: int
    last: int
    head: int
    prep: int | None = None
    pronoun: bool = False

    @property
    def span(self) -> Span:
        """The words of the phrase, preposition left out."""
        return Span(self.tokens[self.first].span.start, self.tokens[self.last - 1].span.end)

    @property
    def words(self) -> Sequence[Token]:
        return self.tokens[self.first : self.last]

    @property
    def noun(self) -> Token:
        """The head noun."""
        return self.tokens[self.head]

    @property
    def preposition(self) -> str | None:
        """The lemma of the preposition, lower-cased."""
        return None if self.prep is None else self.tokens[self.prep].lemma.lower()


def find_phrases(tokens: Sequence[Token], lang: str) -> list[Phrase]:
    """The noun phrases of one sentence, in order, not nested; "of" phrases stand on their own."""
    phrases: list[Phrase] = []
    i = 0
    while i < len(tokens):
        if tokens[i].pos in (Pos.PRON, Pos.REL) and not _is_determiner(tokens, i):
            phrases.append(
                Phrase(tokens, i, i + 1, i, _preposition(tokens, i, i + 1, lang, places=False), pronoun=True)
            )
            i += 1
            continue
        verbal = _follows_auxiliary(tokens, i, lang) or _is_particle(tokens, i)
        end = None if verbal else _phrase_end(tokens, i, lang)
        if end is None:
            i += 1
            continue
        head = _head(tokens, i, end)
        prep = _preposition(tokens, i, end, lang, are_places(tokens[head], lang))
        phrases.append(Phrase(tokens, i, end, head, prep))
        i = end
    return phrases


def _follows_auxiliary(tokens: Sequence[Token], i: int, lang: str) -> bool:
    """English "have attacked" is one verb, whatever noun follows the participle."""
    before = tokens[i - 1] if i else None
    if before is not None and before.pos is Pos.PRON and i > 1 and tokens[i - 2].pos is Pos.AUX:
        before = tokens[i - 2]  # "in no way had he attacked targets"
    return (
        lang == "en" and tokens[i].pos is Pos.VERB and before is not None and before.pos in (Pos.AUX, Pos.ADV, Pos.NEG)
    )


def _is_particle(tokens: Sequence[Token], i: int) -> bool:
    """The "down" of "shot down 30 drones" belongs to the verb before it."""
    return i > 0 and tokens[i].tag == "AVP" and tokens[i - 1].is_verbal


def _is_determiner(tokens: Sequence[Token], i: int) -> bool:
    """German indefinites ("mehrere", "keine") may be tagged as pronouns before a noun."""
    return (
        i + 1 < len(tokens)
        and tokens[i].pos is Pos.PRON
        and tokens[i + 1].pos in (Pos.ADJ, Pos.NOUN)
        and (tokens[i].tag.startswith("PI"))
    )


def _phrase_end(tokens: Sequence[Token], start: int, lang: str) -> int | None:
    """Where the noun phrase that opens at ``start`` ends, or None where none opens."""
    i, seen_head, seen_any = start, False, False
    while i < len(tokens):
        token = tokens[i]
        if _starts_new(tokens, i, start, seen_head, lang):
            break
        if token.pos in _INSIDE or _is_determiner(tokens, i) or token.text in _SYMBOLS:
            seen_head = seen_head or token.is_nominal
            seen_any = True
        elif not _is_modifier(tokens, i, seen_any):
            break
        i += 1
    while i > start and (tokens[i - 1].text in _QUOTES or tokens[i - 1].pos in (Pos.GENITIVE, Pos.ADV, Pos.PUNCT)):
        if tokens[i - 1].text in _SYMBOLS:
            break
        i -= 1
    named = any(t.is_nominal or t.pos is Pos.NUM or t.text in _SYMBOLS for t in tokens[start:i])
    return i if named else None


def _starts_new(tokens: Sequence[Token], i: int, start: int, seen_head: bool, lang: str) -> bool:
    """Whether a second phrase begins at ``i``: a determiner or numeral after a head noun."""
    token, before = tokens[i], tokens[i - 1] if i else None
    if i > start and lang == "de" and token.pos is Pos.DET and before is not None and before.pos is Pos.NUM:
        return True
    if i == start or not seen_head or before is None or before.pos is Pos.GENITIVE:
        return False
    if token.pos in (Pos.DET, Pos.POSS):
        return True
    if token.pos is Pos.NUM:
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        counts = following is not None and following.pos in (Pos.NOUN, Pos.ADJ)
        return before.pos is not Pos.NAME or lang == "en" or counts or _is_left_over(tokens, start, i)
    if lang != "de":
        return False
    forces = token.pos is Pos.NAME and before.pos is Pos.NOUN and _are_forces(before)
    dated = token.pos is Pos.NAME and before.pos is Pos.NOUN and _is_calendar(before)
    return forces or dated or _are_states(before, token) or (token.pos is Pos.ADJ and before.is_nominal)


def _is_left_over(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Whether a number after a name is a second figure without its verb: "…, in Leipzig vier", "und Adtran 200"."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    opening = start - 1 - (start > 1 and tokens[start - 1].pos is Pos.ADP)
    if opening < 1:
        return False
    joined = tokens[opening].text in {",", ";"} or tokens[opening].pos is Pos.CONJ
    return joined and (following is None or following.pos in (Pos.PUNCT, Pos.CONJ) or following.is_verbal)


def _is_calendar(token: Token) -> bool:
    """Whether a noun is a month or a day of the week: a name after it is another phrase ("am Montag Polen")."""
    words = load_words("dates", "de")
    return any(token.lower in names for key in ("months", "weekdays") for names in words[key].values())


def _are_states(*tokens: Token) -> bool:
    """Whether each word is the name of a state: side by side they are two parties ("belieferte Nordkorea Russland")."""
    actors = [load().actor_named(token.text, "de") if token.pos is Pos.NAME else None for token in tokens]
    return all(actor is not None and actor.kind == "state" for actor in actors)


def _are_forces(token: Token) -> bool:
    """Whether a noun is a plural of what belongs to a side: a name after "Truppen" is none of theirs."""
    thing = load().thing_of_noun(token.lemma, "de")
    return thing is not None and thing.side_bearing and token.text.lower() != token.lemma.lower()


def _is_modifier(tokens: Sequence[Token], i: int, inside: bool) -> bool:
    """Words that belong to a phrase only because of what follows: participles, adverbs, quotes, hyphens."""
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return False
    if token.pos is Pos.VERB and token.form in (Form.PARTICIPLE, Form.GERUND):
        return following.pos in (Pos.NOUN, Pos.ADJ) and (inside or token.form is Form.PARTICIPLE) and token.tag != "VVD"
    if token.pos is Pos.ADV:
        return following.pos in (Pos.NUM, Pos.ADJ) and (inside or following.pos is Pos.NUM)
    if token.text in _QUOTES:
        return inside and following.pos in _INSIDE
    if token.text == "-":
        return inside and following.pos in _INSIDE and tokens[i - 1].span.end == token.span.start
    return False


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    for i in range(last - 1, first - 1, -1):
        if tokens[i].is_nominal:
            return i
    return last - 1


def are_places(noun: Token, lang: str) -> bool:
    """Whether a noun counts places, so that "over two regions" tells where and not how many."""
    return any(noun.lemma in nouns for nouns in load_words("syntax", lang)["place_nouns"].values())


def _preposition(tokens: Sequence[Token], first: int, last: int, lang: str, places: bool) -> int | None:
    """The preposition before a phrase, or after the one that ends before ``last`` ("zufolge").

    One that hedges a numeral ("about 700", "über 50") is none.
    """
    i = first - 1
    if last < len(tokens) and tokens[last].lower in load_words("syntax", lang)["postpositions"]:
        return last
    hedging = load_words("syntax", lang)["hedging_prepositions"]
    counted = tokens[first].pos is Pos.NUM and not places
    while i >= 0 and (
        tokens[i].pos is Pos.ADV
        or tokens[i].text in _QUOTES
        or (counted and tokens[i].lemma.lower() in hedging)
        or (tokens[i].lower == "at" and tokens[i + 1].lower in _BOUNDS)
    ):
        i -= 1
    return i if i >= 0 and tokens[i].pos is Pos.ADP else None


def is_linker(token: Token, lang: str) -> bool:
    """Whether a preposition ties a phrase to the noun before it ("a total of", "von")."""
    return token.pos is Pos.ADP and token.lower in _LINKERS.get(lang, _LINKERS["en"])


def phrase_before(phrase: Phrase, phrases: Sequence[Phrase]) -> Phrase | None:
    """The phrase that ends where the preposition of this one stands: what it belongs to, if to any phrase."""
    return next((other for other in phrases if other.last == phrase.prep), None)


def linked_phrase(phrase: Phrase, phrases: Sequence[Phrase], lang: str) -> Phrase | None:
    """The phrase tied to this one by "of" or a genitive directly after it."""
    for other in phrases:
        if other.first == phrase.last and lang == "de" and other.prep is None and other.words[0].pos is not Pos.NUM:
            return other
        if other.prep == phrase.last and is_linker(other.tokens[other.prep], lang):
            return other
    return None
