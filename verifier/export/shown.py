"""Dates, numbers, times and names as a reader of one language writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from verifier.export.outline import Said, Text
from verifier.export.words import Words

Record = Mapping[str, Any]
_DAY = r"(\d{4}-\d\d-\d\d)"
_ARTICLES = ("The ", "A ", "An ", "Der ", "Die ", "Das ", "Ein ", "Eine ")
_NAMED = ("person", "org")  # their article may belong to the name: The New York Times
_DAYS = re.compile(rf"{_DAY}|(?:(?:since )?{_DAY})?(?:(?:until| to) {_DAY})?")
"""A time as the comparison of two claims writes it."""
NO_SIDE: Text = ("–",)


def show_day(words: Words, day: str | None) -> str:
    """A day such as 2024-06-09 in words."""
    if day is None:
        return words.label("not_told")
    year, month, number = day.split("-")
    form = words.table["format"]
    return str(form["day"].format(day=int(number), month=form["months"][int(month) - 1], year=year))


def show_days(words: Words, time: Record | None) -> str:
    """First and last day of a time."""
    if time is None:
        return words.label("not_told")
    first, last = (show_day(words, time[key]) if time[key] else "" for key in ("from", "to"))
    if first and last:
        return first if first == last else words.plain("format", "span", first=first, last=last)
    return words.plain("format", "since" if first else "until", first=first, last=last)


def show_number(words: Words, value: float) -> str:
    """A number with the separators of the language."""
    thousands, decimal = words.table["format"]["thousands_and_decimal"]
    plain = f"{value:,.10f}".rstrip("0").rstrip(".")
    return plain.replace(",", "\0").replace(".", decimal).replace("\0", thousands)


def show_interval(words: Words, bounds: tuple[float | None, float | None]) -> str:
    """What an interval allows, in words."""
    low, high = (None if bound is None else show_number(words, bound) for bound in bounds)
    if low is not None and high is not None:
        return low if low == high else words.plain("format", "range", low=low, high=high)
    if low is None and high is None:
        return words.plain("format", "any")
    return words.plain("format", "at_most" if low is None else "at_least", low=low, high=high)


def show_who(words: Words, claim: Record, *, first: bool = False) -> Text:
    """Who answers for a claim; with a capital letter where ``first`` in a line."""
    name = claim["claimant"]
    if name is None:
        article = words.label("article_itself")
        return (article if first else _small(article), " (", Said(claim["document"]), ")")
    if not first and claim["kind_of_source"] not in _NAMED and name.startswith(_ARTICLES):
        name = _small(name)
    return (Said(name[:1].upper() + name[1:] if first else name, claim["lang"]),)


def show_side(words: Words, holder: Record) -> Text:
    """The side of a claim or a source, unless it stands for itself."""
    names = holder["side_name"]
    own = holder.get("claimant") or holder.get("name") or ""
    if not names or own.casefold() in {name.casefold() for name in names.values()}:
        return NO_SIDE
    return (Said(names.get(words.lang, names["en"])),)


def quoted(words: Words, text: str, lang: str | None = None) -> Text:
    """Words of others in the quotation marks of the language."""
    form = words.table["format"]
    return (form["open_quote"], Said(text, lang), form["close_quote"])


def show_answer(words: Words, claim: Record) -> Text:
    """What a claim answers: its number as written, else whether it says so or denies it."""
    if claim["number"] is not None:
        return quoted(words, claim["number"]["surface"], claim["lang"])
    return (words.word("denies" if claim["polarity"] == "-" else "asserts"),)


def show_slot(words: Words, slot: str, value: str | None) -> Text:
    """A value of a slot table: codes in words, everything else as it was read."""
    if value is None:
        return (words.label("not_told"),)
    if slot in ("aspect", "modality", "polarity") and value in words.table["words"]:
        return (words.word(value),)
    if slot == "time" and (days := _DAYS.fullmatch(value)):
        one, first, last = days.groups()
        told = {"from": one or first or None, "to": one or last or None}
        return (show_days(words, told),)
    return (Said(value),)


def show_question(words: Words, question: Record) -> Text:
    """The question of a dispute."""
    if question["asks"] is None:
        return (Said(question["text"]),)
    return words.fill(f"{question['asks']}_asked", text=quoted(words, question["text"]))


def capital(text: str) -> str:
    """A text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
