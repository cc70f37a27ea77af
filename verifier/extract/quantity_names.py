"""Digits and number words that count nothing: model names, ids, scores, clock times, years, articles."""

from __future__ import annotations

from verifier.extract.quantity_ids import are_joined, is_clock_time, is_id
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_unit_words import unit_at
from verifier.extract.quantity_words import says_change
from verifier.reference import load
from verifier.text.lexemes import Lexeme, Piece
from verifier.text.tokens import Form, Pos, Token

_BARE_YEARS = range(1800, 2101)
_ARTICLES = {"a", "an", "ein", "eine", "einen", "einem", "einer", "eines"}
_LONGEST_NAME = 4
_GROUPS = (7, 8, 10, 20, 24, 77)
"""States meet as a "Group of 20"."""


def is_name(line: NumberLine, hit: Hit, taken: int) -> bool:
    """Whether the digits of ``hit`` are part of a name, an id, a score, a clock time or a numbering.

    Letters before the offset ``taken`` belong to the number before.
    """
    lexeme, first, last = line.lexemes[hit.pieces[0]], *hit.pieces
    if _is_numbered(line, hit) or is_clock_time(line, hit) or _is_channel(line, hit):
        return True
    if lexeme.piece is not Piece.DIGITS:
        return False
    return (
        (not hit.prefixed and _is_glued_before(line, first, taken))
        or _is_glued_after(line, hit)
        or (any(mark in lexeme.text for mark in ":/") and not hit.fraction and last - first == 1)
        or (lexeme.text[0] == "0" and lexeme.text.isdigit() and len(lexeme.text) > 1)
        or is_id(line, hit)
        or _is_score(line, first)
        or (hit.unit is None and _is_list_number(line, hit))
        or _follows_name(line, hit, lexeme)
    )


def _is_glued_before(line: NumberLine, first: int, taken: int) -> bool:
    """ "iPhone14", "Su-57", "COVID -19", "#5", "§ 5"."""
    before = line.lexeme(first - 1)
    if before is None:
        return False
    if before.text in "#@_§№":
        return True
    if not line.is_glued(first):
        return False
    if before.piece is Piece.WORD:
        return True
    two_before = line.lexeme(first - 2)
    if two_before is not None and two_before.piece is Piece.DIGITS and before.text == "-":
        named = line.lexeme(first - 3)
        return two_before.glued and before.glued and named is not None and named.piece is Piece.WORD
    if before.text not in "-/." or two_before is None or two_before.piece is not Piece.WORD:
        return False
    if two_before.end <= taken:
        return False
    return before.glued or (before.text == "-" and two_before.text.isupper() and len(two_before.text) > 1)


def _is_glued_after(line: NumberLine, hit: Hit) -> bool:
    """ "3D", "5G", "4K", "737s" and "24703m212": letters right after the digits that are no unit."""
    if line.letters(*hit.pieces) in ("4K", "8K"):
        return True
    after = line.lexeme(hit.pieces[1])
    if after is not None and after.glued and after.lower in ("er", "ern") and hit.low % 10 == 0:
        return line.lower(hit.first - 1) in line.words["before_decades"]
    if after is None or not after.glued or after.piece is not Piece.WORD or hit.unit is not None or hit.age:
        return False
    if after.lower == "s":
        return line.piece(hit.pieces[1] + 1) != "of"
    return after.lower not in ("er", "fach", "mal", "pc", "x")


def _is_score(line: NumberLine, first: int) -> bool:
    """ "2-2", "9-2", "a 1-3 defeat": small numbers joined by a hyphen that do not rise, or beside a word of sport."""
    sport = set(line.words["score_words"])
    for left, right in ((first, first + 2), (first - 2, first)):
        if not are_joined(line, left, right):
            continue
        one, other = line.lexemes[left], line.lexemes[right]
        if not (one.text.isdigit() and other.text.isdigit()) or len(one.text) > 3 or len(other.text) > 3:
            continue
        beside = ((left - 3, left - 1), (left - 4, left - 2), (right + 1, right + 3), (right + 2, right + 4))
        if any(_falls(line, *pair) for pair in beside):
            return True
        if int(one.text) >= int(other.text) or {line.piece(right + 1), line.piece(right + 2)} & sport:
            return True
        if {line.piece(left - 1), line.piece(left - 2)} & sport and not _is_counting(line, right + 1):
            return True
    return False


def _is_counting(line: NumberLine, at: int) -> bool:
    """Whether a unit or a counted noun begins at piece ``at``."""
    lexeme = line.lexeme(at)
    token = line.token_at(lexeme.start) if lexeme is not None else None
    return unit_at(line, at) is not None or (token is not None and line.counts_next(token))


def _falls(line: NumberLine, left: int, right: int) -> bool:
    """Whether the digits at both pieces are joined and do not rise: a set of a match beside another."""
    if not are_joined(line, left, right):
        return False
    one, other = line.lexemes[left].text, line.lexemes[right].text
    return one.isdigit() and other.isdigit() and len(one) < 3 and len(other) < 3 and int(one) >= int(other)


def _is_list_number(line: NumberLine, hit: Hit) -> bool:
    opened = hit.first == 1 and line.lower(0) == "(" and line.lower(hit.last) == ")"
    return opened or (hit.first == 0 and line.lower(hit.last) in (".", ")") and len(line.tokens) > 3)


def _follows_name(line: NumberLine, hit: Hit, lexeme: Lexeme) -> bool:
    """ "iPhone 14 Pro", "Game 7 at": plain digits after a name where nothing counted follows."""
    if hit.unit is not None or hit.age or hit.ordinal or len(lexeme.text) > 4:
        return False
    before, token = line.lexeme(hit.pieces[0] - 1), line.token(hit.first - 1)
    if before is None or before.piece is not Piece.WORD or token is None or line.in_time(before.start):
        return False
    branded = any(letter.isupper() for letter in before.text[1:]) and not before.text.isupper()
    if branded or not lexeme.text.isdigit():
        return branded
    if len(before.text) == 1 and before.text.isupper() and hit.first > 0 and not line.is_glued(hit.pieces[0] - 1):
        return before.text not in ("I", "A") or line.lang == "de"
    if _is_designated(line, hit, token):
        return True
    named = token.pos is Pos.NAME or (line.lang == "en" and token.pos in (Pos.NOUN, Pos.OTHER) and hit.first > 1)
    if not named or before.text.islower():
        return False
    following = line.token(hit.last)
    if _is_left_over(line, hit):
        return False
    if following is None or following.lower in line.words["whole_joint"]:
        return following is None
    if line.lower(hit.first - 2) in line.words["place_joints"] and following.pos is not Pos.PUNCT:
        return False
    return not line.counts_next(hit.last) or (line.lang == "en" and following.text[:1].isupper())


def _is_left_over(line: NumberLine, hit: Hit) -> bool:
    """ "Bosch cuts 5,000 jobs, Conti 3,000", "in Ulm kamen 900 Menschen, in Gera 400": a second figure of its kind."""
    following, opening = line.token(hit.last), hit.first - 2
    if opening > 0 and line.tokens[opening].pos is Pos.ADP:
        opening -= 1
    if opening < 1 or (line.tokens[opening].text not in ",;" and line.tokens[opening].pos is not Pos.CONJ):
        return False
    ends = following is None or following.pos in (Pos.PUNCT, Pos.CONJ) or following.is_verbal
    return ends and any(line.tokens[k].pos is Pos.NUM and line.counts_next(k + 1) for k in range(opening))


def _is_designated(line: NumberLine, hit: Hit, noun: Token) -> bool:
    """ "Reactor 3 melted", "die Ariane 6 startete": a noun in the singular, its number and the verb of both."""
    following, opening = line.token(hit.last), line.token(hit.first - 2)
    singular = noun.tag == "NN1" if line.lang == "en" else noun.text == noun.lemma or noun.text.isupper()
    if noun.pos is not Pos.NOUN or not singular or noun.text.islower() or following is None:
        return False
    led = opening is None or (line.lang == "de" and opening.pos is Pos.DET)
    timed = line.units.named(noun.text, line.lang) is not None
    return led and not timed and following.is_verbal and following.form is Form.FINITE


def _is_channel(line: NumberLine, hit: Hit) -> bool:
    """ "BBC Two", "Formula One": a capital number word after a name, with nothing counted after it."""
    token, before = line.tokens[hit.first], line.token(hit.first - 1)
    capital = not hit.digits and token.text[:1].isupper() and not token.text.isupper()
    named = before is not None and before.pos is Pos.NAME and hit.last - hit.first == 1
    return capital and named and not hit.ordinal and line.lang == "en" and not line.counts_next(hit.last)


def _is_numbered(line: NumberLine, hit: Hit) -> bool:
    """ "Article 5", "Stoxx 600", "category four", "Nr. 7"."""
    if hit.ordinal or hit.unit is not None:
        return False
    first = hit.first
    while line.lower(first - 1) == "-" and line.token(first - 2) is not None and line.tokens[first - 2].pos is Pos.NUM:
        first -= 2
    words = [line.lower(first - n) for n in range(_LONGEST_NAME, 0, -1) if line.lower(first - n)]
    if words and words[-1] == "." and len(words) > 1:
        words = words[:-1]
    elif words and words[-1] == "no":
        return False
    if words[-2:] == ["group", "of"] and line.tokens[first - 2].text == "Group" and hit.low in _GROUPS:
        return True
    listed = line.words["not_before"]
    if words and words[-1] in line.words["ranks"] and not line.counts_next(hit.last):
        return True
    return any(" ".join(words[k:]).rstrip(".") in listed for k in range(len(words)))


def is_year(line: NumberLine, hit: Hit) -> bool:
    """A bare four-digit number in the range of years, with no plural noun, "more" or change to tell that it counts."""
    lexeme = line.lexemes[hit.pieces[0]]
    if lexeme.piece is not Piece.DIGITS or not lexeme.text.isdigit() or len(lexeme.text) != 4:
        return False
    if hit.low not in _BARE_YEARS or hit.fraction:
        return False
    noun, before = line.noun_after(hit.last), line.lower(hit.first - 1)
    changed = before in line.words["change_joints"] and says_change(line, hit.first - 2)
    if changed or line.lower(hit.last) in line.words["more_words"]:
        return False
    plural = noun is not None and (noun.text.endswith(("s", "n", "e", "r")) or noun.lower == "people")
    dated = before in ("in", "im", "since", "seit", "jahr", "by", "bis", "'s", "'")
    return not plural or dated or (before in ("the", "of", "for", "der", "die", "das", "des") and hit.granularity == 1)


def is_article(line: NumberLine, hit: Hit) -> bool:
    """ "one" and "ein" where they count nothing: pronouns, and articles before anything but people."""
    if hit.low != 1 or not hit.is_plain or hit.digits or hit.fraction or hit.unit is not None:
        return False
    if hit.last - hit.first > 1:
        return False
    word, following = line.lower(hit.first), line.token(hit.last)
    if word == "one" and line.lower(hit.last) in line.words["one_more"] and line.counts_next(hit.last + 1):
        return False
    if following is None or following.pos not in (Pos.NOUN, Pos.ADJ, Pos.NAME):
        part = line.lower(hit.last) in ("of", "der", "von") and line.lower(hit.last + 1) in ("the", "them", "ihnen")
        return not part
    if word in _ARTICLES:
        thing = load().thing_of_noun(following.lemma, line.lang)
        return line.lang != "de" or thing is None or not load().is_kind_of(thing.slug, "person")
    return line.lower(hit.first - 1) in ("this", "that", "the", "which", "another") or following.lower == "another"
