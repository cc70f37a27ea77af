"""Where a sentence has a number that is a quantity, with its unit and wording, as a value or a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.extract.quantity_joins import joined
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_names import is_article, is_name, is_year
from verifier.extract.quantity_none import none_words
from verifier.extract.quantity_units import with_unit
from verifier.extract.quantity_vague import as_every, multiples, plural_of, single_people, vague_words
from verifier.text.lexemes import Piece
from verifier.text.number_reader import read_numbers
from verifier.text.number_words import number_words
from verifier.text.numbers import Number


def find_hits(line: NumberLine, multiplying: bool) -> list[Hit]:
    """The numbers of a sentence that are quantities, in order, with or without words that multiply ("twice")."""
    hits: list[Hit] = []
    for number in read_numbers(line.lexemes, line.lang):
        hit = _hit(line, number, hits[-1].end if hits else 0)
        if hit is not None:
            hits.append(hit)
    hits += [*single_people(line), *(multiples(line) if multiplying else ())]
    hits = _without_overlaps(
        sorted([*hits, *vague_words(line), *none_words(line)], key=lambda hit: (hit.first, -hit.last))
    )
    return [hit for hit in joined(line, hits) if not is_article(line, hit)]


def _hit(line: NumberLine, number: Number, taken: int) -> Hit | None:
    """The hit of a number; None where it is no quantity. Letters before ``taken`` belong to another number."""
    start, end = line.lexemes[number.first].start, line.lexemes[number.last - 1].end
    first, last = line.token_at(start), line.token_at(end - 1)
    if first is None or last is None:
        return None
    hit = Hit(
        start, end, first, last + 1, number.value, number.granularity, (number.first, number.last),
        ordinal=number.ordinal, fraction=number.fraction, dozen=number.dozen, digits=number.digits,
    )  # fmt: skip
    if number.vague:
        vague, times = plural_of(number)
        hit = replace(hit, vague=vague, times=times)
    hit = _as_ordinal(line, hit)
    if hit.ordinal and _is_from_the_end(line, hit.pieces[1]):
        return None
    hit = as_every(line, hit)
    if not hit.ordinal:
        hit = with_unit(line, hit, taken)
    return None if is_name(line, hit, taken) or (hit.unit is None and is_year(line, hit)) else hit


def _as_ordinal(line: NumberLine, hit: Hit) -> Hit:
    """ "A third party", and German "zum 3. Mal": digits with a full stop after an article or a preposition with one."""
    at = hit.pieces[1]
    lexeme = line.lexemes[hit.pieces[0]]
    named = number_words(line.lang).ordinals.get(line.piece(at - 1))
    if hit.fraction and named is not None and at - hit.pieces[0] == 2 and line.piece(at - 2) in ("a", "an"):
        counted = line.counts_next(hit.last) or (line.piece(at) == "-" and line.is_glued(at))
        return replace(hit, ordinal=True, fraction=False, low=named, granularity=1.0) if counted else hit
    if line.lang != "de" or line.piece(at) != "." or not line.is_glued(at) or not line.is_word(at + 1):
        return hit
    plain = lexeme.piece is Piece.DIGITS and lexeme.text.isdigit() and len(lexeme.text) <= 3
    if not plain or line.lower(hit.first - 1) not in line.words["before_ordinals"]:
        return hit
    return replace(hit, ordinal=True, granularity=1.0, end=line.lexemes[at].end)


def _is_from_the_end(line: NumberLine, at: int) -> bool:
    """Whether an ordinal counts from the end or is no rank: "second to last", "third-to-last", "second to none"."""
    following = [line.piece(n) for n in range(at, at + 4) if line.piece(n) != "-"]
    return " ".join(following[:2]) in line.words["from_the_end"]


def _without_overlaps(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.first >= kept[-1].last or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
