"""Numbers that are ages."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_unit_words import unit_at
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Pos, Token

_OLDEST = 120
_REACH = 30


@lru_cache(maxsize=4)
def _age_patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_words("quantities", lang)["ages"]
    return re.compile(words["after"], re.IGNORECASE), re.compile(words["before"], re.IGNORECASE)


def with_age(line: NumberLine, hit: Hit) -> Hit | None:
    """ "6-year-old", "34 years old", "aged 34", "50-Jährige", "im Alter von 6 Jahren", "Lee, 34, of Leeds"."""
    after, before = _age_patterns(line.lang)
    number_end = line.lexemes[hit.pieces[1] - 1].end
    found = after.match(line.shadow, number_end, line.end)
    if found is not None:
        unit = line.units.named((found["unit"] or "").lower(), line.lang) or line.units.entries["a"]
        closing = line.token_at(found.end() - 1)
        return replace(hit, age=True, unit=unit, end=found.end(), last=hit.last if closing is None else closing + 1)
    if before.search(line.shadow[max(line.tokens[0].span.start, hit.start - _REACH) : hit.start]):
        named = unit_at(line, hit.pieces[1])
        if named is not None and named[1].dimension == "time":
            return line.stretch(replace(hit, age=True, unit=named[1]), named[2])
        return replace(hit, age=True, unit=line.units.entries["a"])
    return _age_set_off(line, hit)


def _age_set_off(line: NumberLine, hit: Hit) -> Hit | None:
    """ "Lee, 34, of Leeds", "the suspect, 34, fled", "Kolb (23)": a number set off right after a name or a person."""
    token, opened = line.token(hit.first - 2), line.lower(hit.first - 1)
    closed = hit.last == len(line.tokens) or line.lower(hit.last) in ((")",) if opened == "(" else (",", ".", "-"))
    if opened not in (",", "(") or not closed or token is None or not hit.digits or hit.granularity < 1:
        return None
    if token.pos is not Pos.NAME and not (opened == "," and _is_one_person(line, token)):
        return None
    return replace(hit, age=True, unit=line.units.entries["a"]) if 1 <= hit.low <= _OLDEST else None


def _is_one_person(line: NumberLine, noun: Token) -> bool:
    """Whether a noun in the singular names a person: "the suspect"."""
    thing = load().thing_of_noun(noun.lemma, line.lang) if noun.pos is Pos.NOUN and noun.tag != "NN2" else None
    return thing is not None and load().is_kind_of(thing.slug, "person")
