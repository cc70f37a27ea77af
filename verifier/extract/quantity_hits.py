"""Where a sentence has a number that is a quantity, with its unit and wording, as a value or a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.extract.quantity_joins import joined
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_names import is_article, is_name, is_year
from verifier.extract.quantity_units import with_unit
from verifier.extract.quantity_vague import plural_of, single_people, vague_words
from verifier.text.lexemes import Piece
from verifier.text.number_reader import read_numbers
from verifier.text.numbers import Number


def find_hits(line: NumberLine) -> list[Hit]:
    """The numbers of a sentence that are quantities, in order."""
    hits = [hit for number in read_numbers(line.lexemes, line.lang) if (hit := _hit(line, number)) is not None]
    hits += single_people(line)
    hits = _without_overlaps(sorted([*hits, *vague_words(line)], key=lambda hit: (hit.first, -hit.last)))
    return joined(line, hits)


def _hit(line: NumberLine, number: Number) -> Hit | None:
    """The hit of a number; None where it is no quantity."""
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
    if not hit.ordinal:
        hit = with_unit(line, hit)
    if is_name(line, hit) or (hit.unit is None and (is_year(line, hit) or is_article(line, hit))):
        return None
    return hit


def _as_ordinal(line: NumberLine, hit: Hit) -> Hit:
    """German "zum 3. Mal": digits with a full stop inside a sentence, after an article or a preposition with one."""
    at = hit.pieces[1]
    lexeme = line.lexemes[hit.pieces[0]]
    if line.lang != "de" or line.piece(at) != "." or not line.is_glued(at) or not line.is_word(at + 1):
        return hit
    plain = lexeme.piece is Piece.DIGITS and lexeme.text.isdigit() and len(lexeme.text) <= 3
    if not plain or line.lower(hit.first - 1) not in line.words["before_ordinals"]:
        return hit
    return replace(hit, ordinal=True, granularity=1.0, end=line.lexemes[at].end)


def _without_overlaps(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.first >= kept[-1].last or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
