"""A made-up press of any size, the same for the same seed, in which all pairs that compete are known.

Long-running series (one thing counted in one place, night after night or week after week) make the claims look alike:
what is counted, where and when repeat in every combination. Each count of a series is told by one or more sources: the
true number, the rival number of the other side, a rounding, a lower bound, or a denial. Claims come out shuffled into
articles, read already: their slots are those a perfect reader would fill in.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import numpy as np

from verifier.domain.attribution import Actor, Step
from verifier.domain.claim import Claim, Place, Reading, Term, TimeSpan
from verifier.domain.document import Article, Section
from verifier.domain.enums import (
    Aspect,
    ClaimKind,
    CueClass,
    Polarity,
    Precision,
    Qualifier,
    QuantityKind,
    SectionKind,
    StepRole,
    TimeBasis,
)
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.domain.uids import claim_uid
from verifier.store.documents import Identity, identify

PER_ARTICLE = 20
FIRST_DAY = date(2023, 1, 1)
MOST_TELLERS = 24
MOST_ROUNDED = 20
"""From this number on some tellers round."""

MATTERS = (
    # what happened, to what, the verb as told, and how many of them there are, as a power of ten
    ("down", "drone", "shot down", 1.2), ("launch", "drone", "launched", 1.6), ("fire-at", "missile", "fired", 1.0),
    ("down", "missile", "intercepted", 0.9), ("kill", "soldier", "killed", 2.6), ("injure", "soldier", "injured", 2.9),
    ("kill", "civilian", "killed", 0.8), ("injure", "civilian", "injured", 1.2), ("kill", "child", "killed", 0.5),
    ("evacuate", "person", "evacuated", 3.1), ("arrest", "protester", "arrested", 2.0),
    ("damage", "house", "damaged", 1.5), ("destroy", "tank", "destroyed", 1.1), ("pledge", "aid", "pledged", 7.5),
    ("lack", "household", "without power", 4.0), ("exchange", "prisoner", "exchanged", 1.9),
    ("hit", "warship", "hit", 0.5), ("fire", "shell", "fired", 2.5),
    ("cast", "vote", "cast", 5.4), ("strike", "worker", "on strike", 3.4),
)  # fmt: skip
SOURCES = tuple(
    f"the {body} of {land}"
    for body in ("ministry", "police", "union", "governor", "fire service")
    for land in ("Norland", "Esteria", "Velm", "Harrow")
)
SIDES = ("norland", "esteria", "velm", "harrow")
"""Whom what happens in a place happens to."""
_STARTS = (
    "Bal",
    "Cor",
    "Dren",
    "Fal",
    "Gor",
    "Hel",
    "Kast",
    "Lom",
    "Mar",
    "Nor",
    "Ost",
    "Pel",
    "Rav",
    "Sor",
    "Tam",
    "Vel",
)
_MIDDLES = ("a", "e", "i", "o", "u", "ara", "eni", "ilo", "oma", "uri")
_ENDS = ("burg", "dal", "ford", "grad", "ham", "mouth", "nik", "stadt", "ton", "wick")


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: of which fact, by which source, which number in which wording."""

    fact: int
    matter: int
    place: int
    day: int
    source: int
    number: int
    wording: str

    @property
    def hard(self) -> tuple[float, float]:
        """What the wording allows."""
        if self.wording == "at least":
            return self.number, math.inf
        spread = self.number / 10 if self.wording == "about" else 0
        return self.number - spread, self.number + spread


@dataclass(frozen=True, slots=True)
class Press:
    """Tellings in the order in which they were published, and which of them compete, by position, smaller first."""

    told: list[Told]
    places: list[str]
    known: set[tuple[int, int]]


def make_press(number: int, seed: int = 1, crowd: float = 0.0) -> Press:
    """``number`` tellings; the share ``crowd`` of them is moved to one matter, place and day."""
    rng = np.random.default_rng(seed)
    places = _places(max(40, number // 400), rng)
    weights = np.arange(1, len(places) + 1) ** -0.7
    order = rng.choice(len(places), size=number, p=weights / weights.sum())
    told: list[Told] = []
    fact = 0
    while len(told) < number:
        matter, place = int(rng.integers(len(MATTERS))), int(order[len(told)])
        day, step = int(rng.integers(1000)), int(rng.choice((1, 1, 1, 7)))
        level = MATTERS[matter][3] + rng.normal(0, 0.3)
        for _ in range(int(rng.geometric(1 / 30)) + 1):
            told += _tellings(fact, matter, place, day, level, rng)
            fact, day = fact + 1, day + step
    told = [told[i] for i in rng.permutation(len(told))[:number]]
    known = _competing(told)
    crowded = round(number * crowd)
    told[:crowded] = [Told(t.fact, 0, 0, 0, t.source, t.number, t.wording) for t in told[:crowded]]
    return Press(told, places, {pair for pair in known if pair[0] >= crowded} if crowded else known)


def _tellings(fact: int, matter: int, place: int, day: int, level: float, rng: np.random.Generator) -> Iterator[Told]:
    true = max(2, int(10 ** (level + rng.normal(0, 0.2))))
    rival = max(1, round(true * 10 ** (rng.choice((-1, 1)) * rng.uniform(0.15, 1))))
    contested = rng.random() < 0.45
    for _ in range(min(MOST_TELLERS, int(rng.zipf(2.1)))):
        number = rival if contested and rng.random() < 0.4 else true
        wording = str(rng.choice(("", "about", "at least", "denied"), p=(0.72, 0.15, 0.1, 0.03)))
        if wording == "about":
            number = _rounded(number)
            wording = wording if number >= MOST_ROUNDED else ""
        yield Told(fact, matter, place, day, int(rng.integers(len(SOURCES))), number, wording)


def _rounded(number: int) -> int:
    half = 10 ** (len(str(number)) - 1) // 2
    return max(1, round(number / half) * half) if half else number


def _competing(told: list[Told]) -> set[tuple[int, int]]:
    """Pairs of one fact whose numbers cannot both hold, or of which one denies the very number of the other."""
    facts: dict[int, list[int]] = {}
    for position, each in enumerate(told):
        facts.setdefault(each.fact, []).append(position)
    found = set()
    for members in facts.values():
        for n, i in enumerate(members):
            found |= {(i, j) for j in members[n + 1 :] if _compete(told[i], told[j])}
    return found


def _compete(left: Told, right: Told) -> bool:
    denied = [each.wording == "denied" for each in (left, right)]
    if any(denied):
        return not all(denied) and left.number == right.number
    (low, high), (other_low, other_high) = left.hard, right.hard
    slack = 0.02 * max(left.number, right.number)
    return low > other_high + slack or other_low > high + slack


def _places(number: int, rng: np.random.Generator) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < number:
        middle = "".join(rng.choice(_MIDDLES, int(rng.integers(1, 4))))
        names[str(rng.choice(_STARTS)) + middle + str(rng.choice(_ENDS))] = None
    return list(names)


def articles(press: Press, first: int = 0) -> Iterator[tuple[Article, Identity, list[Claim]]]:
    """The tellings in articles of twenty, in their order; articles are numbered from ``first``."""
    for start in range(0, len(press.told), PER_ARTICLE):
        tellings = press.told[start : start + PER_ARTICLE]
        sentences = [_sentence(each, press.places[each.place]) for each in tellings]
        name = f"made-up-{first + start // PER_ARTICLE}.txt"
        newest = max(each.day for each in tellings)
        published = datetime.combine(FIRST_DAY + timedelta(days=newest), time(), UTC)
        text = "\n\n".join(sentences)
        sections, claims, at = [], [], 0
        for sentence in sentences:
            sections.append(Section(SectionKind.BODY, Span(at, at + len(sentence))))
            at += len(sentence) + 2
        article = Article(
            name=name, text=text, sections=tuple(sections), published_on=published.replace(tzinfo=None),
            date_precision=Precision.DAY, lang="en", raw=text.encode(),
        )  # fmt: skip
        home = identify(article)
        for number, (each, part) in enumerate(zip(tellings, sections, strict=True)):
            claims.append(_claim(each, press.places[each.place], article, home, part.span, number, published.date()))
        yield article, home, claims


def _sentence(told: Told, place: str) -> str:
    """The telling in one of four wordings."""
    _, thing, verb, _ = MATTERS[told.matter]
    source = SOURCES[told.source]
    day = (FIRST_DAY + timedelta(days=told.day)).strftime("%d %B %Y")
    hedge = f"{told.wording} " if told.wording in ("about", "at least") else ""
    counted = f"{hedge}{told.number} {thing}s"
    said = "denied" if told.wording == "denied" else "said"
    first = f"{source[0].upper()}{source[1:]}"
    wordings = (
        f"{first} {said} that {counted} were {verb} in {place} on {day}.",
        f"In {place}, {counted} were {verb} on {day}, {source} {said}.",
        f"On {day} near {place} {counted} were {verb}, as {source} {said} later.",
        f"{first} {said} on the phone: {counted} {verb} around {place} during {day}.",
    )
    return wordings[(told.number + told.source + told.day) % len(wordings)]


def _claim(
    told: Told, place: str, article: Article, home: Identity, span: Span, section: int, published: date
) -> Claim:
    act, thing, verb, _ = MATTERS[told.matter]
    words = span.of(article.text)
    denied = told.wording == "denied"
    start = datetime.combine(FIRST_DAY + timedelta(days=told.day), time(), UTC)
    source = SOURCES[told.source]
    cue = "denied" if denied else "said"
    side = SIDES[told.place % len(SIDES)]
    speaker = Actor(f"~{source.removeprefix('the ')}", source, "org", None, _at(words, source[1:], span, 1))
    step = Step(
        StepRole.CLAIMANT, speaker, cue, _at(words, cue, span), CueClass.DENIED if denied else CueClass.ASSERTED
    )
    reading = Reading(
        kind=ClaimKind.DENIAL if denied else ClaimKind.QUANTITY,
        canonical_text=words,
        question_text=words.replace(str(told.number), "N"),
        chain=(step,),
        predicate=Term(act, verb, _at(words, verb, span)),
        patient=Actor(f"~{side}", side, "org", side),
        thing=Term(thing, f"{thing}s", _at(words, f"{thing}s", span)),
        place=Place(f"~{place.lower()}", place, span=_at(words, place, span)),
        time=TimeSpan(start, start + timedelta(days=1), Precision.DAY, TimeBasis.EXPLICIT),
        stated_on=published,
        aspect=Aspect.EVENT_COUNT,
        polarity=Polarity.NEGATIVE if denied else Polarity.POSITIVE,
        commitment=CueClass.DENIED if denied else CueClass.ASSERTED,
        quantities=(_quantity(told, thing, words, span),),
    )
    return Claim(
        uid=claim_uid(home.snapshot, span.start, span.end), document=home.document, document_name=article.name,
        span=span, quote=words, section=section, section_kind=SectionKind.BODY, passage=section, lang="en",
        reading=reading, published_on=published, context=words,
    )  # fmt: skip


def _quantity(told: Told, thing: str, words: str, span: Span) -> Quantity:
    low, high = told.hard
    wording = {"about": Qualifier.APPROX, "at least": Qualifier.AT_LEAST}.get(told.wording, Qualifier.BARE)
    interval = Interval(low, high if math.isfinite(high) else None)
    where = _at(words, f" {told.number} ", span)
    return Quantity(
        Span(where.start + 1, where.end - 1), str(told.number), QuantityKind.NUMBER, interval, interval, wording,
        point=float(told.number), thing=thing,
    )  # fmt: skip


def _at(words: str, part: str, span: Span, before: int = 0) -> Span:
    start = span.start + words.index(part) - before
    return Span(start, start + len(part) + before)
