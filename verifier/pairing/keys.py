"""The keys under which a claim is filed: whoever shares one may compete with it.

A row of keys is one place in that file. A claim stands once in each block of its keys (``day`` is ``WHOLE``), and again
under every day its time touches, with its place and with every place that holds it, for blocks too large to be compared
whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from verifier.domain.claim import Claim, Place, Term, TimeSpan
from verifier.domain.comparison import BY_HAND
from verifier.domain.enums import Aspect, ClaimKind, Modality, Polarity
from verifier.pairing.compare.counted import counted_thing
from verifier.pairing.compare.matter import acts_named
from verifier.pairing.compare.places import folded
from verifier.pairing.compare.stories import STORY_DAYS
from verifier.pairing.compare.wording import word_grams
from verifier.pairing.series import as_of, series_key
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer

KINDS = ("matter", "deed", "words", "series", "passage", "link", "likeness", BY_HAND)
"""What brings two claims together; the lowest three bits of a key say of which kind it is."""
MATTER, DEED, WORDS, SERIES, PASSAGE, LINK, LIKENESS, HAND = range(len(KINDS))
KEY_BITS = 63
"""Keys are numbers of so many bits, spread evenly."""
WHOLE = -1
"""In place of a day: the row that stands for a claim in the whole block."""
NOWHERE = 0
"""In place of a place where none is told."""
FEW_DAYS = 3
STORY_NAMES = 4
"""By how many names of its document a claim is filed."""
_OF_EVENTS = (Aspect.EVENT_COUNT, Aspect.CUMULATIVE)
SKETCH = 4
"""How many word 5-grams of a claim are filed: those of the smallest hashes, which near-copies have in common.

Claims meet that share two of them: one alone many share by chance, as "were killed in the city".
"""


class KeyRow(NamedTuple):
    """One place in the file: block, day, place, and whether the claim meets all others there, or only those that do.

    It meets those only where the place holds its own: two towns of one land are two places. So do two counts of things
    in a block of deeds: what they may have in common is in a block of matters.
    """

    key: int
    day: int
    place: int
    is_open: bool = True


def key_rows(claim: Claim) -> set[KeyRow]:
    """All places of the file in which a claim stands; none where it competes with nothing."""
    if not may_compete(claim):
        return set()
    rows = structured_rows(claim)
    if not claim.is_tabular:
        grams = sorted(_code(" ".join(gram), WORDS) for gram in word_grams(claim.reading.question_text))
        rows |= {KeyRow(code, WHOLE, NOWHERE) for code in grams[:SKETCH]}
        if lacks_keys(claim):
            rows.add(KeyRow(LIKE_OTHERS, WHOLE, NOWHERE))
    series, day = series_key(claim), as_of(claim)
    if series is not None and day is not None:
        rows.add(KeyRow(_code("|".join(series), SERIES), day.toordinal(), NOWHERE))
    return rows


def structured_rows(claim: Claim) -> set[KeyRow]:
    """The rows under what a claim is about and who did or underwent it."""
    reading, rows = claim.reading, set[KeyRow]()
    fine = [(d.toordinal(), *p) for d in days_of(reading.time) for p in _places_of(reading.place)]
    counts = reading.kind is ClaimKind.QUANTITY and reading.thing is not None
    for kind, keys in ((MATTER, matter_keys(claim)), (DEED, deed_keys(claim))):
        for key in {_code(key, kind) for key in keys}:
            rows.add(KeyRow(key, WHOLE, NOWHERE))
            rows.update(KeyRow(key, day, place, own and not (counts and kind == DEED)) for day, place, own in fine)
    rows |= {KeyRow(_code(key, MATTER), WHOLE, NOWHERE) for key in count_keys(claim)}
    denies = reading.polarity is Polarity.NEGATIVE
    return rows | {KeyRow(_code(key, DEED), WHOLE, NOWHERE, denies) for key in denial_keys(claim)}


@lru_cache(maxsize=1 << len(KINDS))
def names_of(kinds: int) -> tuple[str, ...]:
    """The names, in order, of the kinds of keys whose bits are set."""
    return tuple(sorted(name for bit, name in enumerate(KINDS) if kinds >> bit & 1))


def may_compete(claim: Claim) -> bool:
    """Opinions, questions and conditions compete with nothing."""
    reading = claim.reading
    return reading.kind is not ClaimKind.OPINION and reading.modality not in (Modality.QUESTION, Modality.CONDITIONAL)


def lacks_keys(claim: Claim) -> bool:
    """Whether a claim is met through its words as well: it counts nothing, or a slot that would file it is not told."""
    reading = claim.reading
    told = (reading.predicate, reading.thing, reading.place, reading.time)
    return reading.quantity is None or any(slot is None for slot in told)


def matter_keys(claim: Claim) -> Iterator[str]:
    """Predicate family with thing root: what a claim is about."""
    reading, reference = claim.reading, load()
    if reading.thing is None:
        if reading.kind is ClaimKind.QUANTITY:
            yield from (f"{family}|-" for family in _families(reading.predicate))
        return
    root = reference.thing_root(reading.thing.key)
    for family in _families(reading.predicate):
        yield f"{family}|{root}"


def count_keys(claim: Claim) -> Iterator[str]:
    """What a count is of, with a name and a week of its story: by these meet two counts where one tells no time.

    Each claim stands in two weeks, so that documents of one story share one of them.
    """
    reading, day = claim.reading, claim.published_on
    names = _names_of_story(reading.names)
    if not names:
        return
    if (counted := counted_thing(claim)) is not None:
        weeks = (day.toordinal() // STORY_DAYS, day.toordinal() // STORY_DAYS + 1) if day is not None else (0,)
        yield from (f"came|{counted}|{name}|{week}" for name in names for week in weeks)
    if day is None or reading.kind is not ClaimKind.QUANTITY or reading.aspect not in _OF_EVENTS:
        return
    week = day.toordinal() // STORY_DAYS
    for key in islice(matter_keys(claim), 1):
        for name in names:
            yield from (f"{key}|{name}|{each}" for each in (week, week + 1))


@lru_cache(maxsize=4096)
def _names_of_story(names: tuple[str, ...]) -> tuple[str, ...]:
    """A few names by which a story is filed: towns and regions before other names."""
    placed = [name for name in names if load_gazetteer().find(name) is not None]
    return tuple(dict.fromkeys(folded(name) for name in placed or names))[:STORY_NAMES]


def deed_keys(claim: Claim) -> Iterator[str]:
    """A party with what it did or underwent, in either role."""
    reading = claim.reading
    parties = {actor.side or actor.key for actor in (reading.agent, reading.patient) if actor is not None}
    for family in _families(reading.predicate):
        for party in sorted(parties):
            yield f"{family}|{party}"


def denial_keys(claim: Claim) -> Iterator[str]:
    """What must be true where an act is, with names its document tells of: who denies it in one story is met there."""
    term, reference = claim.reading.predicate, load()
    if term is None or reference.predicate(term.key) is None:
        return
    denied = claim.reading.polarity is Polarity.NEGATIVE
    families = [reference.family_of(term.key)] if denied else sorted(reference.predicates.entailed(term.key))
    if denied and claim.reading.thing is not None:  # "there were no clashes": nobody clashed
        families += sorted({reference.family_of(act) for act in acts_named(claim.reading.thing.key)} - {*families})
    names = _names_of_story(claim.reading.names)
    yield from (f"{family}@{name}" for family in families for name in names)


def _families(term: Term | None) -> tuple[str, ...]:
    """The family of a predicate and that of its opposite, so that both meet."""
    return _families_of(term.key) if term is not None else ()


@lru_cache(maxsize=4096)
def _families_of(key: str) -> tuple[str, ...]:
    reference = load()
    entry = reference.predicate(key)
    families = [reference.family_of(key)]
    if entry is not None:
        opposite = [reference.family_of(entry.opposite)] if entry.opposite is not None else []
        families += [*opposite, *sorted(reference.predicates.excluded(key) - {*families, *opposite})]
    return tuple(families)


def days_of(time: TimeSpan | None) -> list[date]:
    """The days a short time touches; none where it is open or longer than a few days."""
    if time is None or time.start is None or time.end is None:
        return []
    first, last = time.start.date(), (time.end - timedelta(seconds=1)).date()
    return [first + timedelta(days=n) for n in range((last - first).days + 1)] if (last - first).days < FEW_DAYS else []


def _places_of(place: Place | None) -> list[tuple[int, bool]]:
    """Codes of the places a claim stands under, its own ones first."""
    if place is None:
        return [(NOWHERE, True)]
    keys = place.key.split("+")
    listed = [key for key in keys if not key.startswith("~")]
    own = {*listed, *(folded(key[1:]) for key in keys if key.startswith("~"))}
    holding = {*place.within, *(above for key in listed for above in load_gazetteer().holding(key))} - own
    return [*((_code(key, 0), True) for key in own), *((_code(key, 0), False) for key in holding)]


@lru_cache(maxsize=262_144)
def _code(text: str, kind: int) -> int:
    """A number of 63 bits for a text, its kind in the lowest three; never ``NOWHERE``."""
    digest = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
    return digest >> 4 << 3 | kind or len(KINDS)


LIKE_OTHERS = _code("", LIKENESS)
"""The block of all claims that neighbours are looked for by the similarity model; it is never compared whole."""
