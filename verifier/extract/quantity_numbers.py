"""Where a sentence has a number that is a quantity, with its unit, as a value or a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.enums import Qualifier
from verifier.extract.quantity_words import vague_phrases
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import UnitEntry
from verifier.text.lexemes import Lexeme, Piece, split_lexemes
from verifier.text.number_reader import read_numbers
from verifier.text.numbers import Number
from verifier.text.tokens import Pos, Token

_VAGUE = {
    10: Qualifier.TENS, 12: Qualifier.DOZENS, 20: Qualifier.DOZENS, 100: Qualifier.HUNDREDS, 1e3: Qualifier.THOUSANDS,
    1e4: Qualifier.TENS_OF_THOUSANDS, 1e5: Qualifier.HUNDREDS_OF_THOUSANDS, 1e6: Qualifier.MILLIONS,
}  # fmt: skip
_BARE_YEARS = range(1800, 2101)
_ARTICLES = {"a", "an", "ein", "eine", "einen", "einem", "einer", "eines"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A number over the tokens ``[first, last)``: one value, or a range where ``high`` is set.

    ``vague`` is set for plurals that name no number; ``times`` multiplies them ("billions").
    """

    first: int
    last: int
    low: float
    granularity: float
    high: float | None = None
    vague: Qualifier | None = None
    times: float = 1.0
    unit: UnitEntry | None = None
    ordinal: bool = False
    age: bool = False
    is_share: bool = False
    dozen: bool = False


def find_hits(shadow: str, tokens: Sequence[Token], lang: str) -> list[Hit]:
    """The numbers of a sentence that are quantities, in order."""
    lexemes = split_lexemes(shadow, tokens[0].span.start, tokens[-1].span.end)
    places = _Places(lexemes, tokens, lang)
    hits = [hit for number in read_numbers(lexemes, lang) if (hit := places.hit(number)) is not None]
    hits += _single_people(tokens, lang)
    hits = _without_overlaps(sorted([*hits, *_vague_words(tokens, lang)], key=lambda h: (h.first, -h.last)))
    return _with_ranges(hits, tokens, lang)


class _Places:
    """Turns numbers over lexemes into hits over tokens."""

    def __init__(self, lexemes: Sequence[Lexeme], tokens: Sequence[Token], lang: str) -> None:
        self.lexemes, self.tokens, self.lang = lexemes, tokens, lang
        self.words = load_words("quantities", lang)
        self._starts = {token.span.start: i for i, token in enumerate(tokens)}
        self._covering = {}
        for i, token in enumerate(tokens):
            for offset in range(token.span.start, token.span.end):
                self._covering[offset] = i

    def hit(self, number: Number) -> Hit | None:
        """The hit of a number; None where it is no quantity."""
        start, end = self.lexemes[number.first].start, self.lexemes[number.last - 1].end
        first, last = self._covering.get(start), self._covering.get(end - 1)
        if first is None or last is None:
            return None
        last += 1
        hit = Hit(
            first, last, number.value, number.granularity,
            ordinal=number.ordinal, is_share=number.fraction and number.value < 1, dozen=number.dozen,
        )  # fmt: skip
        if number.vague:
            qualifier = _VAGUE.get(number.value, Qualifier.MILLIONS)
            hit = replace(hit, vague=qualifier, times=max(1.0, number.value / 1e6))
        if self._age(number, hit):
            return replace(hit, age=True)
        if self._is_name(number, first, last):
            return None
        hit = self._with_unit(number, hit)
        if hit.unit is None and (self._is_year(number, hit) or self._is_article(number, hit)):
            return None
        return hit

    def _at(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def _age(self, number: Number, hit: Hit) -> bool:
        """ "6-year-old", "34 years old", "aged 34", "50-Jährige", "im Alter von 6 Jahren"."""
        end = self.lexemes[number.last - 1].end
        rest = "".join(x.lower + (" " if not self._glued(i) else "") for i, x in self._following(number.last, 6))
        rest = rest.lstrip(" -").replace("- ", "-").replace(" -", "-")
        if any(
            rest.startswith(words.replace(" ", joint)) for words in self.words["units_of_age"] for joint in (" ", "-")
        ):
            return True
        before = f"{self._at(hit.first - 2)} {self._at(hit.first - 1)}".strip()
        return any(f" {before}".endswith(f" {words}") for words in self.words["age_before"]) and end > 0

    def _following(self, at: int, count: int) -> list[tuple[int, Lexeme]]:
        return list(enumerate(self.lexemes[at : at + count], at))

    def _glued(self, i: int) -> bool:
        return i + 1 < len(self.lexemes) and self.lexemes[i + 1].glued

    def _is_name(self, number: Number, first: int, last: int) -> bool:
        """Model names, ids, scores, clock times, numbered things: digits that count nothing."""
        lexeme = self.lexemes[number.first]
        before = self.lexemes[number.first - 1] if number.first else None
        after = self.lexemes[number.last] if number.last < len(self.lexemes) else None
        if self.tokens[first].span.start < lexeme.start and lexeme.piece is Piece.DIGITS:
            symbol = load().units.named(
                self.tokens[first].text[: lexeme.start - self.tokens[first].span.start], self.lang
            )
            if symbol is None:
                return True
        if before is not None and lexeme.glued and lexeme.piece is Piece.DIGITS:
            if before.piece is Piece.WORD and load().units.named(before.text, self.lang) is None:
                return True
            if (
                before.text in "-/."
                and number.first > 1
                and self.lexemes[number.first - 2].piece is Piece.WORD
                and before.glued
            ):
                return True
            if before.text in "#@_§":
                return True
        if any(mark in lexeme.text for mark in ":/") and not number.fraction:
            return True
        if after is not None and after.glued and after.piece is Piece.WORD and lexeme.piece is Piece.DIGITS:
            unit = load().units.opening([after.text], self.lang)
            if unit is None and after.lower not in ("s", "er", "fach", "mal"):
                return True
        if (
            number.digits
            and first == 0
            and last < len(self.tokens)
            and self.tokens[last].text in (".", ")")
            and len(self.tokens) > 3
        ):
            return True
        words = f"{self._at(first - 2)} {self._at(first - 1)}".split()
        listed = self.words["not_before"]
        numbered = any(" ".join(words[k:]).rstrip(".") in listed for k in range(len(words)))
        return numbered and not number.ordinal and self._at(first - 1) not in ("no",)

    def _with_unit(self, number: Number, hit: Hit) -> Hit:
        """The unit right before or after the number, or of its compound ("a 550-mile range")."""
        units = load().units
        following = [t.text for t in self.tokens[hit.last : hit.last + 4]]
        skipped = 0
        if following and following[0] == "-" and len(following) > 1:
            following, skipped = following[1:], 1
        found = units.opening(following, self.lang)
        if found is not None and self._means_unit(found[0], following, found[1], skipped):
            unit, count = found
            return replace(hit, last=hit.last + skipped + count, unit=unit)
        glued = self.tokens[hit.last - 1]
        tail = glued.text[self.lexemes[number.last - 1].end - glued.span.start :]
        if tail and (unit_here := units.named(tail, self.lang)) is not None:
            return replace(hit, unit=unit_here)
        before = units.symbols.get(self.tokens[hit.first - 1].text) if hit.first else None
        if before is not None and before.dimension == "money":
            first = hit.first - 1
            longer = units.symbols.get(self.tokens[first - 1].text + self.tokens[first].text) if first else None
            return replace(hit, first=first - 1 if longer else first, unit=longer or before)
        return hit

    def _means_unit(self, unit: UnitEntry, words: list[str], count: int, skipped: int) -> bool:
        """Short symbols are units only where they are written as such: "5 m" but no "5 in"."""
        surface = words[0]
        if count == 1 and surface.lower() in ("in", "a", "t", "b", "h", "at", "as", "min", "are", "all", "mal", "s"):
            return surface not in ("in", "a", "at", "as", "are", "all", "b", "mal", "s") and unit.dimension != "data"
        return not (skipped and count == 1 and len(surface) < 3)

    def _is_year(self, number: Number, hit: Hit) -> bool:
        """A bare four-digit number in the range of years that no plural noun follows."""
        lexeme = self.lexemes[number.first]
        if lexeme.piece is not Piece.DIGITS or not lexeme.text.isdigit() or len(lexeme.text) != 4:
            return False
        if number.value not in _BARE_YEARS:
            return False
        following = self.tokens[hit.last] if hit.last < len(self.tokens) else None
        after = self.tokens[hit.last + 1] if hit.last + 1 < len(self.tokens) else None
        noun = following is not None and (
            following.pos is Pos.NOUN or (following.pos is Pos.ADJ and after is not None and after.pos is Pos.NOUN)
        )
        plural = (
            following is not None
            and noun
            and (following.text.endswith(("s", "n", "e", "r")) or following.lower == "people")
        )
        return not plural or self._at(hit.first - 1) in ("in", "im", "since", "seit", "jahr", "by", "of", "the", "for")

    def _is_article(self, number: Number, hit: Hit) -> bool:
        """ "one" and "ein" where they count nothing: pronouns, and articles before anything but people."""
        if number.value != 1 or number.digits or number.ordinal:
            return False
        word = self._at(hit.first)
        following = self.tokens[hit.last] if hit.last < len(self.tokens) else None
        if hit.last - hit.first > 1:
            return False
        if following is None or following.pos not in (Pos.NOUN, Pos.ADJ, Pos.NAME):
            return not (
                self._at(hit.last) in ("of", "der", "von") and self._at(hit.last + 1) in ("the", "them", "ihnen")
            )
        if word in _ARTICLES:
            thing = load().thing_of_noun(following.lemma, self.lang)
            return self.lang != "de" or thing is None or not load().is_kind_of(thing.slug, "person")
        return self._at(hit.first - 1) in ("this", "that", "the", "which", "another") or following.lower == "another"


def _vague_words(tokens: Sequence[Token], lang: str) -> list[Hit]:
    """ "several drones", "ein paar Leute", "mehrere Dutzend": vague words before a noun."""
    phrases = vague_phrases(lang)
    hits = []
    for i in range(len(tokens)):
        for count in (3, 2, 1):
            words = tuple(t.lower for t in tokens[i : i + count])
            qualifier = phrases.get(words) if len(words) == count else None
            following = tokens[i + count] if i + count < len(tokens) else None
            if qualifier is None or following is None:
                continue
            if following.pos in (Pos.NOUN, Pos.ADJ, Pos.NAME, Pos.VERB) or following.lower in (
                "of",
                "hundred",
                "thousand",
            ):
                if count == 1 and words == ("few",) and i and tokens[i - 1].lower in ("the", "last", "past", "next"):
                    break
                hits.append(Hit(i, i + count, 0.0, 1.0, vague=qualifier))
                break
    return hits


def _single_people(tokens: Sequence[Token], lang: str) -> list[Hit]:
    """German "eine Person" counts one: of people the indefinite article is a number."""
    hits = []
    for i, token in enumerate(tokens[:-1] if lang == "de" else ()):
        thing = load().thing_of_noun(tokens[i + 1].lemma, lang) if token.lower in _ARTICLES else None
        if (
            thing is not None
            and load().is_kind_of(thing.slug, "person")
            and thing.slug not in ("official", "journalist")
        ):
            hits.append(Hit(i, i + 1, 1.0, 1.0))
    return hits


def _without_overlaps(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


def _with_ranges(hits: Sequence[Hit], tokens: Sequence[Token], lang: str) -> list[Hit]:
    """Two numbers that are the ends of one range: "between 5 and 7", "5-7 percent", "10 bis 15 Euro"."""
    words = load_words("quantities", lang)
    result: list[Hit] = []
    for hit in hits:
        before = result[-1] if result else None
        if before is not None and before.high is None and hit.high is None and _are_ends(before, hit, tokens, words):
            low = before.low
            if before.unit is None and hit.granularity >= 1e3 and low < 1000 <= hit.low and before.granularity < 1e3:
                low *= _scale_of(hit)
            first = before.first
            if first and tokens[first - 1].lower == words["range_between"][0]:
                first -= 1
            unit = hit.unit or before.unit
            merged = Hit(
                first,
                hit.last,
                min(low, hit.low),
                min(before.granularity, hit.granularity),
                max(low, hit.low),
                unit=unit,
            )
            result[-1] = replace(merged, age=hit.age, is_share=hit.is_share)
        else:
            result.append(hit)
    return result


def _scale_of(hit: Hit) -> float:
    """The scale word the first end of "two to three million" shares."""
    return next((scale for scale in (1e9, 1e6, 1e3) if hit.low >= scale), 1.0)


def _are_ends(before: Hit, hit: Hit, tokens: Sequence[Token], words: dict[str, list[str]]) -> bool:
    if before.vague or hit.vague or before.ordinal or hit.ordinal or before.age != hit.age:
        return False
    gap = [t.lower for t in tokens[before.last : hit.first] if t.text not in ("$", "€", "£")]
    joint = " ".join(gap)
    opened = before.first > 0 and tokens[before.first - 1].lower == words["range_between"][0]
    if joint in ("and", "und"):
        return opened
    if joint in ("or", "oder"):
        return hit.low == before.low + 1 and hit.low <= 12
    if joint not in words["range_joint"]:
        return False
    return before.low <= hit.low or (before.low < 1000 <= hit.granularity)
