"""Claims of a table: each figure is one, its slots told by the mapping and by its own row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from verifier.domain.attribution import Actor, Step
from verifier.domain.claim import Claim, Place, Reading, Term, TimeSpan
from verifier.domain.document import Article
from verifier.domain.enums import ClaimKind, Precision, Qualifier, QuantityKind, SectionKind, StepRole, TimeBasis
from verifier.domain.quantity import Quantity
from verifier.domain.tally import Cell, Figure, TallyMapping, TallyRow
from verifier.domain.uids import claim_uid
from verifier.errors import InputRefused
from verifier.extract.names import known_actor
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.text.intervals import intervals_of
from verifier.text.numbers import granularity_of, parse_digits

_ROWS_SECTION = 1
_DIGITS = re.compile(r"[0-9]([0-9.,]*[0-9])?")


def read_tally_claims(
    article: Article, rows: Sequence[TallyRow], mapping: TallyMapping, document: str, snapshot: str
) -> list[Claim]:
    """One claim for each figure given; empty cells and what is no number make none.

    Raises InputRefused where the mapping names a predicate the reference data does not have.
    """
    reader = _TallyReader(article, mapping, document, snapshot)
    return sorted((claim for n, row in enumerate(rows) for claim in reader.read(n, row)), key=lambda c: c.span)


class _TallyReader:
    """What the mapping says of all rows, resolved once."""

    def __init__(self, article: Article, mapping: TallyMapping, document: str, snapshot: str) -> None:
        self.article, self.mapping = article, mapping
        self.document, self.snapshot = document, snapshot
        claimant = _actor(mapping.claimant, mapping.lang)
        self.chain = (Step(StepRole.CLAIMANT, claimant),) if claimant is not None else ()
        self.places = {None: None, mapping.place: _place(mapping.place, mapping.lang)}
        self.predicates = {f.predicate: _predicate(f.predicate) for f in mapping.figures}
        self.parties = {name: _actor(name, mapping.lang) for f in mapping.figures for name in (f.agent, f.patient)}

    def read(self, number: int, row: TallyRow) -> Iterator[Claim]:
        """The claims of one row, which is their passage."""
        time = _time(row, self.mapping)
        context = row.span.of(self.article.text)
        for figure in self.mapping.figures:
            cell = row.cells[figure.column]
            quantity = _quantity(cell, figure, row, self.mapping.lang)
            if quantity is None:
                continue
            yield Claim(
                uid=claim_uid(self.snapshot, cell.span.start, cell.span.end),
                document=self.document,
                document_name=self.article.name,
                span=cell.span,
                quote=cell.span.of(self.article.text),
                section=_ROWS_SECTION,
                section_kind=SectionKind.BODY,
                passage=number,
                lang=self.mapping.lang,
                reading=self._reading(figure, row, quantity, time),
                outlet=self.article.outlet,
                context=context,
            )

    def _reading(self, figure: Figure, row: TallyRow, quantity: Quantity, time: TimeSpan | None) -> Reading:
        words = _thing_words(figure, row, self.mapping)
        thing = _thing(words, self.mapping.lang)
        predicate = self.predicates[figure.predicate]
        return Reading(
            kind=ClaimKind.QUANTITY,
            canonical_text=_told(figure, words, quantity.surface),
            question_text=_told(figure, words, "N"),
            chain=self.chain,
            predicate=predicate,
            agent=self.parties[figure.agent],
            patient=self.parties[figure.patient],
            thing=thing,
            place=self._place(row),
            time=time,
            stated_on=_last_day(time),
            aspect=figure.aspect,
            quantities=(quantity,),
        )

    def _place(self, row: TallyRow) -> Place | None:
        column = self.mapping.place_column
        name = row.cells[column].value.strip() if column is not None else self.mapping.place
        if name not in self.places:
            self.places[name] = _place(name, self.mapping.lang)
        return self.places[name]


def _told(figure: Figure, words: str | None, number: str) -> str:
    """A figure in words: "Ukraine down 17 drone (Russia)"."""
    whose = f"({figure.patient})" if figure.patient else None
    return " ".join(part for part in (figure.agent, figure.predicate, number, words, whose) if part)


def _actor(name: str | None, lang: str) -> Actor | None:
    return (known_actor(name, lang) or Actor(f"~{name.lower()}", name)) if name else None


def _predicate(slug: str) -> Term:
    if load().predicate(slug) is None:
        raise InputRefused(f"The mapping names a predicate the reference data does not have: “{slug}”.")
    return Term(slug, slug)


def _place(name: str | None, lang: str) -> Place | None:
    """The place of a name that means one place only; a list of places or an unknown name is no place."""
    found = load_gazetteer().places_named(name, lang) if name else ()
    return Place(found[0].slug, found[0].name) if found else None


def _thing_words(figure: Figure, row: TallyRow, mapping: TallyMapping) -> str | None:
    words = row.cells[figure.thing_column].value.strip() if figure.thing_column is not None else figure.thing
    return mapping.things.get(words, words) if words else None


def _thing(words: str | None, lang: str) -> Term | None:
    entry = load().thing_of_noun(words, lang) if words else None
    return Term(entry.slug, words or entry.slug) if entry is not None else None


def _quantity(cell: Cell, figure: Figure, row: TallyRow, lang: str) -> Quantity | None:
    """The figure of a cell: exact, for a table does not round; None where it holds no plain number."""
    value = _number(cell, lang)
    if value is None:
        return None
    hard, soft = intervals_of(Qualifier.EXACT, value, granularity_of(value), figure.unit is None)
    unit = load().unit(figure.unit) if figure.unit is not None else None
    whole = row.cells[figure.part_of] if figure.part_of is not None else None
    return Quantity(
        span=cell.span,
        surface=f"{value:,.0f}" if value.is_integer() else cell.value.strip(),
        kind=QuantityKind.NUMBER if unit is None else QuantityKind.MEASURE,
        hard=hard,
        soft=soft,
        qualifier=Qualifier.EXACT,
        point=value,
        granularity=granularity_of(value),
        unit=unit.code if unit is not None else None,
        part_of=whole.span.start if whole is not None and _number(whole, lang) is not None else None,
    )


def _number(cell: Cell, lang: str) -> float | None:
    words = cell.value.strip()
    digits = parse_digits(words, lang) if _DIGITS.fullmatch(words) else None
    return float(digits) if digits is not None else None


def _time(row: TallyRow, mapping: TallyMapping) -> TimeSpan | None:
    """When a row holds: from its start to its end, whole days where no hour is told."""
    first = _moment(row.cells[mapping.start].value)
    if first is None:
        return None
    last = _moment(row.cells[mapping.end].value) if mapping.end is not None else None
    end, is_day = last if last is not None and last[0] >= first[0] else first
    end += timedelta(days=1) if is_day else timedelta(minutes=1)
    precision = Precision.DAY if first[1] and is_day else Precision.HOUR
    return TimeSpan(first[0], end, precision, TimeBasis.EXPLICIT)


def _moment(words: str) -> tuple[datetime, bool] | None:
    """A date or moment of ISO 8601, local to the place, and whether it is a whole day; None for anything else."""
    words = words.strip()
    try:
        return datetime.fromisoformat(words).replace(tzinfo=UTC), len(words) <= len("2024-05-07")
    except ValueError:
        return None


def _last_day(time: TimeSpan | None) -> date | None:
    return (time.end - timedelta(seconds=1)).date() if time is not None and time.end is not None else None
