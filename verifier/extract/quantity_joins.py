"""Two numbers that make one quantity: sums of units, shares, ranges, and bounds from below and above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from verifier.domain.enums import Qualifier
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.quantity_words import says_change, wording_of

Join = Callable[[NumberLine, Hit, Hit], Hit | None]

_LOWER = (Qualifier.ABOVE, Qualifier.AT_LEAST)
_UPPER = (Qualifier.BELOW, Qualifier.AT_MOST, Qualifier.UP_TO)
_COUNT = 10
"""A number as large beside a share is a level, no end of a range."""
_GENERIC_WHOLES = {5, 10, 100, 1_000, 10_000, 100_000, 1_000_000}
_CURRENCIES = {"$", "€", "£", "¥"}


def joined(line: NumberLine, hits: Sequence[Hit]) -> list[Hit]:
    """The hits, with neighbours that belong together made one; each gets the wording around it."""
    for join in (_sum, _share, _range):
        hits = _pairwise(line, hits, join)
    hits = [wording_of(line, hit) for hit in _with_shared_units(line, hits)]
    return _pairwise(line, _restated(line, hits), _between_bounds)


def _pairwise(line: NumberLine, hits: Sequence[Hit], join: Join) -> list[Hit]:
    result: list[Hit] = []
    for hit in hits:
        both = join(line, result[-1], hit) if result else None
        if both is not None:
            result[-1] = both
        else:
            result.append(hit)
    return result


def _gap(line: NumberLine, left: Hit, right: Hit) -> list[str]:
    """The pieces between two hits."""
    between = line.lexemes[left.pieces[1] : right.pieces[0]]
    return [piece.lower for piece in between if piece.start >= left.end and piece.end <= right.start]


def _spanning(left: Hit, right: Hit) -> Hit:
    """The left hit stretched over the right one."""
    return replace(left, end=right.end, last=right.last, pieces=(left.pieces[0], right.pieces[1]))


def _sum(line: NumberLine, left: Hit, right: Hit) -> Hit | None:
    """ "3 dollars and 20 cents", "zwei Euro fünfzig", "12 ft 2 in", "2 hours 30 minutes"."""
    unit, smaller = left.unit, right.unit
    if unit is None or left.prefixed or right.prefixed or not (left.is_plain and right.is_plain) or left.age:
        return None
    gap = _gap(line, left, right)
    if gap not in ([], ["and"], ["und"]) or right.fraction or not float(left.low).is_integer() or right.low < 0:
        return None
    if unit.dimension == "money":
        closed = line.token(right.last) is None or not line.counts_next(right.last)
        cents = (smaller is None and closed and (not gap or _ends(line, right))) or (
            smaller is not None and _is_cent(line, smaller.code, unit.code)
        )
        factor = 0.01 if cents and right.low < 100 and float(right.low).is_integer() else None
    elif smaller is not None and smaller.dimension == unit.dimension and smaller.factor and unit.factor:
        factor = smaller.factor / unit.factor if smaller.factor < unit.factor else None
    else:
        factor = _inches(line, left, right)
    if factor is None:
        return None
    return replace(_spanning(left, right), low=left.low + right.low * factor, granularity=right.granularity * factor)


def _is_cent(line: NumberLine, code: str, whole: str) -> bool:
    entry = line.units.entries[code]
    named_alike = entry.factor is None and code.startswith("{")
    return code == "[cent]" or named_alike or (entry.factor == 0.01 and entry.base == whole)


def _ends(line: NumberLine, hit: Hit) -> bool:
    return line.token(hit.last) is None or line.lower(hit.last) in (".", ",", ";", ")", "!", "?")


def _inches(line: NumberLine, left: Hit, right: Hit) -> float | None:
    """ "12 ft 2 in": "in" is a unit after feet alone."""
    feet = left.unit is not None and left.unit.code == "[ft_i]" and right.unit is None and not _gap(line, left, right)
    return 1 / 12 if feet and right.low < 12 else None


def _share(line: NumberLine, left: Hit, right: Hit) -> Hit | None:
    """ "one in five", "two out of ten", "one worker in three": a part of a round whole as a fraction."""
    if left.unit is not None or right.unit is not None or not (left.is_plain and right.is_plain):
        return None
    gap, whole = " ".join(_gap(line, left, right)), right.low
    if left.low == 1 and line.named_between(left.last, right.first) and not line.counts_next(right.last):
        gap = line.lower(right.first - 1)  # "one worker in three"
    if gap not in line.words["share_joint"] or not 0 < left.low < whole or left.fraction or right.fraction:
        return None
    per_hundred = line.lower(right.first) in line.words["hundred"] and right.last == right.first + 1
    if not (float(left.low).is_integer() and float(whole).is_integer() and (left.low < 10 or per_hundred)):
        return None
    single = left.low == 1 and (gap != "over" or not line.counts_next(right.last))
    if not single and (gap == "over" or whole not in _GENERIC_WHOLES):
        return None
    value = left.low / whole
    return replace(_spanning(left, right), low=value, granularity=0.01 if whole <= 100 else 1 / whole, fraction=True)


def _range(line: NumberLine, left: Hit, right: Hit) -> Hit | None:
    """ "between 5 and 7", "5-7 percent", "10 bis 15 Euro", "two to three million"."""
    if not (left.is_plain and right.is_plain) or (left.dozen and not right.dozen):
        return None
    if left.is_share and (right.unit.dimension == "money" if right.unit is not None else right.low >= _COUNT):
        return None  # "slumped by a third to 12,000"
    gap = [word for word in _gap(line, left, right) if word not in _CURRENCIES]
    low, unit = _shared_scale(left, right), right.unit or left.unit
    if not _same_unit(left, right, gap) or not _is_range_joint(line, left, right, gap, low):
        return None
    if low > right.low:
        return None
    merged = _spanning(left, right)
    first = left.first - 1 if line.lower(left.first - 1) == line.words["range_between"][0] else left.first
    return replace(
        merged,
        first=first,
        start=line.tokens[first].span.start if first < left.first else left.start,
        low=low,
        high=right.low,
        granularity=min(left.granularity, right.granularity),
        unit=unit,
        age=left.age or right.age,
        fraction=left.fraction and right.fraction,
    )


def _same_unit(left: Hit, right: Hit, gap: Sequence[str]) -> bool:
    """Whether both ends are of one unit, told once or twice."""
    if left.unit is None or right.unit is None:
        return left.unit is None or left.age or (left.prefixed and (gap == ["-"] or right.granularity >= 1e3))
    return left.unit.code == right.unit.code


def _shared_scale(left: Hit, right: Hit) -> float:
    """The first end of "two to three million", which shares the scale word of the second."""
    told_once = (left.unit is None or left.prefixed) and right.pieces[1] - right.pieces[0] > 1
    if told_once and right.granularity >= 1e3 and left.low < 1000 <= right.low and left.granularity < 1e3:
        return left.low * next((scale for scale in (1e12, 1e9, 1e6, 1e3) if right.low >= scale), 1.0)
    return left.low


def _is_range_joint(line: NumberLine, left: Hit, right: Hit, gap: Sequence[str], low: float) -> bool:
    between, *openers = line.words["range_between"]
    before, joint = line.lower(left.first - 1), " ".join(gap)
    if joint in ("and", "und"):
        return before == between or (left.age and between in (line.lower(left.first - n) for n in (2, 3, 4)))
    if joint == "-" and line.piece(left.pieces[0] - 1) == "-" and line.is_glued(left.pieces[0]):
        return False
    if joint == "-" and not right.digits and line.tokens[right.first].text[:1].isupper():
        return False  # "GOMA, March 3 - Forty-two trucks …" opens a report
    if joint in ("or", "oder"):
        return low + 1 == right.low and right.low <= 12
    if before in openers and says_change(line, left.first - 1):
        return False
    return joint in line.words["range_joint"]


def _with_shared_units(line: NumberLine, hits: Sequence[Hit]) -> list[Hit]:
    """Numbers in a row share the unit of the last: "5, 10 and 20 euros", "a 7- or 8-inch screen"."""
    result = list(hits)
    for n in range(len(result) - 2, -1, -1):
        hit, following = result[n], result[n + 1]
        if hit.unit is not None or following.unit is None or following.prefixed or not hit.is_plain or hit.fraction:
            continue
        if _is_row(line, hit, following) and following.vague is None:
            result[n] = replace(hit, unit=following.unit, age=following.age)
    for n in range(1, len(result)):
        before, hit = result[n - 1], result[n]
        if before.age and hit.unit == before.unit and _is_row(line, before, hit):
            result[n] = replace(hit, age=True)
    return result


def _is_row(line: NumberLine, left: Hit, right: Hit) -> bool:
    """Whether nothing but a comma, a hyphen, an "and" or an "or" stands between two numbers."""
    gap = [word for word in _gap(line, left, right) if word not in ("-", ",")]
    return gap in (["and"], ["or"], ["und"], ["oder"]) or (not gap and left.last < right.first)


def _restated(line: NumberLine, hits: Sequence[Hit]) -> list[Hit]:
    """ "More than 100 kilometres (60 miles)": what brackets tell again in another unit keeps the wording."""
    result = list(hits)
    for n in range(1, len(result)):
        before, hit = result[n - 1], result[n]
        if before.unit is None or hit.unit is None or hit.qualifier is not Qualifier.BARE or before.high is not None:
            continue
        alike = before.unit.dimension == hit.unit.dimension and before.unit != hit.unit
        if alike and _gap(line, before, hit) == ["("]:
            result[n] = replace(hit, qualifier=before.qualifier)
    return result


def _between_bounds(line: NumberLine, left: Hit, right: Hit) -> Hit | None:
    """ "more than 10 and less than 40", "at least 5 but no more than 20"."""
    if left.wording is None or right.wording is None or left.high is not None or right.high is not None:
        return None
    lower, upper = (left, right) if left.qualifier in _LOWER else (right, left)
    if lower.qualifier not in _LOWER or upper.qualifier not in _UPPER or lower.low >= upper.low:
        return None
    gap = [t.lower for t in line.tokens[left.closing : right.opening]]
    unit = right.unit or left.unit
    one_unit = left.unit is None or right.unit is None or left.unit.code == right.unit.code
    if not one_unit or not set(gap) <= set(line.words["bound_joints"]) or len(gap) > 2 or lower.vague or upper.vague:
        return None
    return replace(
        _spanning(left, right),
        low=lower.low,
        high=upper.low,
        granularity=min(left.granularity, right.granularity),
        qualifier=Qualifier.RANGE,
        unit=unit,
        wording=(left.opening, right.closing),
        bounds=(replace(lower, unit=unit), replace(upper, unit=unit)),
    )
