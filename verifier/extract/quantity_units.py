"""The unit a number is given in: money, age, measure or share."""

from __future__ import annotations

from dataclasses import replace

from verifier.extract.quantity_ages import with_age
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_money import money_before, money_detail, scaled_after
from verifier.extract.quantity_unit_words import unit_at
from verifier.reference.model import UnitEntry
from verifier.text.lexemes import Piece


def with_unit(line: NumberLine, hit: Hit, taken: int) -> Hit:
    """The hit with the unit, currency or age that stands around its number, not before the offset ``taken``."""
    hit = money_before(line, hit, taken)
    if hit.unit is not None:
        return money_detail(line, _in_millions(line, hit))
    return with_age(line, hit) or _with_unit_after(line, hit)


def _with_unit_after(line: NumberLine, hit: Hit) -> Hit:
    hit = _in_millions(line, hit)
    at, joined = _unit_place(line, hit)
    found = unit_at(line, at)
    if found is None:
        return hit
    text, unit, last = found
    if joined and len(text) < 3 and unit.dimension != "money":
        return hit
    hit = line.stretch(replace(hit, unit=_meant(line, unit, hit, last)), last)
    heat = hit.unit is not None and hit.unit.dimension == "temperature"
    if heat and [line.piece(last), line.piece(last + 1)] in line.words["below_zero"]:
        return line.stretch(replace(hit, low=-hit.low), last + 2)
    if heat and line.piece(hit.pieces[0] - 1) == "-" and _is_free_dash(line, hit):
        hit = line.stretch(replace(hit, low=-hit.low), last, hit.pieces[0] - 1)
    return scaled_after(line, hit, last) if unit.dimension == "money" else hit


def _unit_place(line: NumberLine, hit: Hit) -> tuple[int, bool]:
    """Where the unit of a number starts, and whether a hyphen joins it: "six-mile", "half a mile", "tens of miles"."""
    at = hit.pieces[1]
    if line.piece(at) == "-" and (line.is_glued(at) or line.is_word(at + 1)):
        return at + 1, True
    if hit.fraction or hit.vague is not None:
        of = line.piece(at) in ("of", "von")
        if of or hit.fraction:
            article = line.piece(at + of) in ("a", "an", "einer", "eines", "einem")
            at = at + of + article if of or article else at
    return at, False


def _meant(line: NumberLine, unit: UnitEntry, hit: Hit, last: int) -> UnitEntry:
    """Of a word with two meanings the one its sentence speaks of: pounds of weight, degrees of an angle."""
    words = line.token_words
    entries = line.units.entries
    if unit.code == "GBP" and line.piece(last - 1) in line.words["mass_units"]:
        before = {token.lemma for token in line.tokens[max(0, hit.first - 2) : hit.first]}
        heavy = _is_adjective_of_weight(line, hit, last)
        if heavy or words & set(line.words["mass_words"]) or before & set(line.words["mass_verbs"]):
            return entries["[lb_av]"]
    turned = line.piece(last) in line.words["directions"] or words & set(line.words["angle_words"])
    return entries["[degree]"] if unit.code == "deg" and not turned else unit


def _is_adjective_of_weight(line: NumberLine, hit: Hit, last: int) -> bool:
    """ "A 200-pound man": a singular after more than one, before a noun that is not paid."""
    following = line.lexeme(last)
    at = line.token_at(following.start) if following is not None else None
    noun = line.noun_after(at) if at is not None else None
    return line.piece(last - 1) == "pound" and hit.low > 1 and noun is not None and noun.lemma not in line.words["paid"]


def _is_free_dash(line: NumberLine, hit: Hit) -> bool:
    """A dash that is a minus sign: no number stands before it, and it is glued to none."""
    before = line.lexeme(hit.pieces[0] - 2)
    return hit.low > 0 and (before is None or before.piece is not Piece.DIGITS) and not line.is_glued(hit.pieces[0] - 1)


def _in_millions(line: NumberLine, hit: Hit) -> Hit:
    """An "m" right after digits: millions of money and of counted things, else metres."""
    at = hit.pieces[1]
    if line.piece(at) != "m" or not line.is_glued(at) or not hit.digits or line.lexemes[at].text != "m":
        return hit
    if line.is_glued(at + 1) and line.lexemes[at + 1].piece is not Piece.MARK:
        return hit
    following = line.token_at(line.lexemes[at + 1].start) if at + 1 < len(line.lexemes) else None
    counted = (
        following is not None
        and (line.counts_next(following) or line.lower(following) in ("of", "more"))
        and line.lower(following) not in line.words["length_words"]
    )
    money = hit.unit is not None or _names_money(line, at + 1)
    measured = not money and line.lang != "en"
    if measured or not (money or counted):
        return hit
    scaled = replace(hit, low=hit.low * 1e6, granularity=hit.granularity * 1e6, pieces=(hit.pieces[0], at + 1))
    return line.stretch(scaled, at + 1)


def _names_money(line: NumberLine, at: int) -> bool:
    found = unit_at(line, at)
    return found is not None and found[1].dimension in ("money", "mass", "volume")
