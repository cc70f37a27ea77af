"""The finding of a report in two sentences, and what two claims are to each other, from their slots alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from verifier.export.outline import Said, Text
from verifier.export.shown import Record, quoted, show_slot, show_who
from verifier.export.words import Words, fill_pattern

_LONGEST = 220
_NO_CONFLICT = ("consistent", "not_comparable", "duplicate")
"""Verdicts of the desk that two claims do not compete."""


def tell_two(words: Words, left: Record, right: Record, *, numbers: bool) -> Text:
    """Who says what against whom, in one sentence: who asserts it before who denies it."""
    if (left["polarity"], right["polarity"]) == ("-", "+"):
        left, right = right, left
    who, whom = show_who(words, left), show_who(words, right)
    counted = numbers and left["number"] and right["number"]
    other = quoted(words, right["number"]["surface"], right["lang"]) if counted else _told(words, right)
    key = "one_source" if who == whom else "two_numbers" if counted else "two_claims"
    first, *rest = words.fill(key, who=who, whom=whom, left=_told(words, left), right=other)
    return (_capital(first), *rest)


def tell_relation(words: Words, judged: Record, claims: Mapping[str, Record], *, why: bool = False) -> str:
    """What two claims are to each other, in one sentence; ``why`` adds to a hard conflict what both speak of."""
    relation = judged["relation"]
    sentences: Mapping[str, str] = words.table["verdict_sentence"]
    how = "independent" if relation == "CORROBORATES" and judged["independent"] else judged["strength"]
    if judged["aspect"] == "network":
        how = "network"
    if relation == "DISPUTES" and how == "soft" and _exclude(claims[judged["left"]], claims[judged["right"]]):
        how = "unsure"
    sentence = sentences.get(f"{relation}_{how}") or sentences[relation]
    known: Mapping[str, str] = words.table["same"]
    same = [known[s["slot"]] for s in judged["slots"] if s["slot"] in known and s["outcome"] == "same" and s["left"]]
    if why and how == "hard" and same:
        return sentence.removesuffix(".") + words.plain("text", "because", slots=words.listed(same))
    return sentence


def tell_finding(words: Words, dispute: Record, claims: Mapping[str, Record]) -> Text:
    """The finding of a dispute in two sentences: who says what, and how and why it conflicts."""
    if not dispute["conflicts"]:
        return (words.plain("verdict_sentence", "none"),)
    standing = [each for each in dispute["conflicts"] if each["verdict"] not in _NO_CONFLICT]
    first = (standing or dispute["conflicts"])[0]
    numbers = first["relation"] != "CONTRADICTS"
    told = tell_two(words, claims[first["left"]], claims[first["right"]], numbers=numbers)
    judged = tell_relation(words, first, claims, why=True) if standing else words.plain("verdict_sentence", "rejected")
    return (*told, " ", judged)


def tell_count(words: Words, body: Record) -> Text:
    """On how many questions what a report covers is contested, in one sentence."""
    subject, number = body["subject"], len(body["disputes"])
    form = "none" if number == 0 else "one" if number == 1 else "many"
    about = f"_{subject['kind']}" if subject["kind"] in ("document", "source") else ""
    return fill_pattern(words.table["counted"][form + about], n=str(number), name=Said(subject["name"]))


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


def _exclude(left: Record, right: Record) -> bool:
    """Whether the wording of two numbers leaves no value to both."""
    if left["number"] is None or right["number"] is None:
        return False
    (low, high), (other_low, other_high) = left["number"]["hard"], right["number"]["hard"]
    below = high is not None and other_low is not None and high < other_low
    return below or (other_high is not None and low is not None and other_high < low)


def _told(words: Words, claim: Record) -> Text:
    """The words of a claim, with how they are put."""
    pattern = words.table["told"][claim["commitment"]]
    return fill_pattern(pattern, claim=quoted(words, cut(claim["quote"]), claim["lang"]))


def _capital(part: str | Said) -> str | Said:
    if isinstance(part, Said):
        return replace(part, text=part.text[:1].upper() + part.text[1:])
    return part[:1].upper() + part[1:]
