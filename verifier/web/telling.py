"""Sentences about pairs and findings: in English as they are stored, else made anew from what they say."""

from __future__ import annotations

import re

from verifier.export.sentences import tell_problem
from verifier.export.words import Words, load_words
from verifier.pairing.disputes import asked
from verifier.pairing.explain import without_words
from verifier.services.desk_model import DeskItem, LookAlike
from verifier.web.language import language, translate
from verifier.web.vocabulary import N_
from verifier.web.words import slot

_OTHER = {
    "CORROBORATES": N_("Both support the same."),
    "UNDETERMINED": N_("Whether they compete cannot be told: what it depends on is not told on both sides."),
    "DIFFERS": N_("They describe the same subject in rival ways."),
}

_SLOT_CHANGED = re.compile(r"(?:(?<=^)|(?<=; ))([a-z_]+)(?=: .* → )")


def explanation(item: DeskItem) -> str:
    """Why a pair or finding is what it is, for a page that shows the words it is about."""
    return explain(language(), item)


def explain(lang: str, item: DeskItem) -> str:
    """The same in a language."""
    if (words := _words(lang)) is None:
        return without_words(item.explanation)
    if item.kind == "finding":
        return tell_problem(words, {"finding": f"{item.relation}({item.aspect or ''})"})
    return _relation(words, item.relation, item.strength, item.aspect)


def look_alike_reason(found: LookAlike) -> str:
    """Why a look-alike does not compete."""
    words = _words()
    return found.reason if words is None else _relation(words, found.relation, None, found.aspect)


def question(text: str) -> str:
    """What a dispute asks."""
    asks, about = asked(text)
    words = _words()
    return text if words is None or asks is None else words.plain("text", f"{asks}_asked", text=f"„{about}“")


def answer(label: str) -> str:
    """What a position answers: a number as written, or whether it says so or denies it."""
    return translate(label) if label in ("asserts", "denies") else label


def correction(told: str) -> str:
    """What a correction changed, its slots named as on every page."""
    return _SLOT_CHANGED.sub(lambda found: translate(slot(found[1])), told)


def rule_meaning(rule: str, english: str) -> str:
    """What a rule is about."""
    words = _words()
    return english if words is None else words.word(rule, "rule") if rule in words.table["rule"] else translate(english)


def would_change(english: str) -> str:
    """What would change a result."""
    words = _words()
    return english if words is None else words.word(english, "would_change")


def _relation(words: Words, relation: str, strength: str | None, aspect: str | None) -> str:
    if relation == "DIFFERENT_SCOPE":
        return f"{words.word(aspect, 'scope')}."
    if relation in _OTHER:
        return translate(_OTHER[relation])
    sentences = words.table["verdict_sentence"]
    ways = (f"{relation}_{aspect}", f"{relation}_{strength}", relation)
    return str(next((sentences[way] for way in ways if way in sentences), ""))


def _words(lang: str | None = None) -> Words | None:
    """The words of reports in a language, the reader's if none; None for English, which everything is stored in."""
    lang = lang or language()
    return None if lang == "en" else load_words(lang)
