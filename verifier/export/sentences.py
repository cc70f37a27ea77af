"""The finding of a report in two sentences, and what two claims are to each other, from their slots alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verifier.export.outline import Said, Text
from verifier.export.shown import Record, quoted, show_slot, show_who
from verifier.export.words import Words

_LONGEST = 220


def tell_two(words: Words, left: Record, right: Record, *, numbers: bool) -> Text:
    """Who says what, in one sentence."""
    who, whom = show_who(words, left, first=True), show_who(words, right)
    if numbers and left["number"] and right["number"]:
        values = {"left": _number(words, left), "right": _number(words, right)}
        return words.fill("two_numbers", who=who, whom=whom, **values)
    values = {"left": _claim(words, left), "right": _claim(words, right)}
    said = {f"said_{side}": words.word(c["commitment"], "said") for side, c in (("left", left), ("right", right))}
    return words.fill("two_claims", who=who, whom=whom, **values, **said)


def tell_relation(words: Words, judged: Record) -> str:
    """What two claims are to each other, in one sentence."""
    relation = judged["relation"]
    sentences: Mapping[str, str] = words.table["verdict_sentence"]
    how = "independent" if relation == "CORROBORATES" and judged["independent"] else judged["strength"]
    return sentences.get(f"{relation}_{how}") or sentences[relation]


def tell_finding(words: Words, dispute: Record, claims: Mapping[str, Record]) -> Text:
    """The finding of a dispute in two sentences: who says what, and how it conflicts."""
    if not dispute["conflicts"]:
        return (words.plain("verdict_sentence", "none"),)
    first = dispute["conflicts"][0]
    numbers = first["relation"] != "CONTRADICTS"
    told = tell_two(words, claims[first["left"]], claims[first["right"]], numbers=numbers)
    return (*told, " ", tell_relation(words, first))


def tell_scope(words: Words, look_alike: Record) -> Text:
    """Why a look-alike does not compete, with the values that differ in that respect."""
    aspect = look_alike["aspect"]
    sentence: list[str | Said] = [*words.fill("scope", reason=words.word(aspect, "scope"))]
    for slot in look_alike["slots"]:
        if slot["slot"] == aspect or (aspect == "role" and slot["slot"] in ("agent", "patient")):
            values: dict[str, Any] = {side: show_slot(words, slot["slot"], slot[side]) for side in ("left", "right")}
            told = words.fill("differs", slot=words.word(slot["slot"]), **values)
            sentence += [" ", _capital(told[0]), *told[1:], "."]
    return tuple(sentence)


def tell_problem(words: Words, finding: Record) -> str:
    """What a problem inside one document is, in one sentence."""
    kind, _, rest = finding["finding"].partition("(")
    aspects = ", ".join(words.word(aspect) for aspect in rest.rstrip(")").split(", ") if aspect)
    key = {
        "HEADLINE_BODY": "finding_headline",
        "PART_EXCEEDS_WHOLE": "finding_part",
        "SUM_MISMATCH": "finding_sum",
        "COPY_CHANGED": "finding_copy",
    }[kind]
    return words.plain("text", key, aspects=aspects)


def cut(text: str) -> str:
    """A quote short enough for a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _number(words: Words, claim: Record) -> Text:
    return quoted(words, claim["number"]["surface"], claim["lang"])


def _claim(words: Words, claim: Record) -> Text:
    return quoted(words, cut(claim["quote"]), claim["lang"])


def _capital(part: str | Said) -> str | Said:
    return part[:1].upper() + part[1:] if isinstance(part, str) else part
