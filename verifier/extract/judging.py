"""Whether words call something told untrue, and who does."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from verifier.domain.enums import CueClass
from verifier.extract.clauses import Clause
from verifier.extract.cues import cues_of
from verifier.extract.phrases import Phrase
from verifier.extract.verbs import negates as is_negation
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

_AGENTS = ("by", "von", "vom", "durch")


def calls_untrue(clause: Clause, said: Sequence[Token], lang: str) -> bool | None:
    """Whether the words ``said`` of ``clause`` call something untrue; False where they leave it open, None else."""
    words = load_words("rejoinders", lang)
    negated = any(negates(t, words) for t in said)
    leaves_open = any(t.lower in words["leaving_open"] for t in said)
    listed = {t.lower for t in said} | {t.lemma.lower() for t in said}
    copula = clause.verb.plain in load_words("syntax", lang)["copulas"]
    verb = clause.tokens[clause.verb.main]
    made_up = is_one_of(verb, words["untruths"])
    if any(listed.issuperset(phrase.split()) for phrase in words["groundless"]):
        return not leaves_open
    untrue = (copula or made_up or _names(clause, words)) and any(
        t is verb or not t.is_verbal for t in said if is_one_of(t, words["untruths"])
    )
    if untrue or denies(clause, lang):
        return not (negated or leaves_open)
    true = clause.verb.lemma in words["holding"] or (copula and any(is_one_of(t, words["truths"]) for t in said))
    if true and negated:
        return not leaves_open
    unproven = any(is_one_of(t, words["proven"]) for t in said) and negated
    return False if unproven or any(is_one_of(t, words["unproven"]) for t in said) else None


def judge_of(clause: Clause, lang: str) -> Phrase | None:
    """Whom a clause names that calls something untrue: its subject, or the agent of a passive."""
    words = load_words("rejoinders", lang)
    if not (_names(clause, words) or denies(clause, lang)):
        return None
    if clause.verb.passive:
        return next((p for p in clause.preps if p.preposition in _AGENTS), None)
    return clause.subject


def denies(clause: Clause, lang: str) -> bool:
    """Whether the verb of a clause denies: "bestreiten", not "bezweifeln"."""
    known = cues_of(lang).verbs.get(clause.verb.lemma, ())
    listed = clause.verb.lemma in load_words("rejoinders", lang)["denying"]
    return listed and any(cue.cue_class is CueClass.DENIED for cue in known)


def is_judgement(token: Token, lang: str) -> bool:
    """Whether a word may judge what follows it: "false", "true", "stimmt nicht", "trifft nicht zu"."""
    words = load_words("rejoinders", lang)
    return is_one_of(token, (*words["untruths"], *words["truths"])) or token.pos in (Pos.NEG, Pos.PREFIX)


def is_untruth(token: Token, lang: str) -> bool:
    """Whether a noun or adjective calls something untrue; who "lied" did something."""
    return not token.is_verbal and is_one_of(token, load_words("rejoinders", lang)["untruths"])


def may_judge_fact(token: Token, content: Sequence[Token], lang: str) -> bool:
    """Whether a word may find fault with a fact instead of a report: "it is wrong that children go hungry"."""
    past = any(t.form is Form.PARTICIPLE or t.tag == "VVD" for t in content)
    return is_one_of(token, load_words("rejoinders", lang)["judging"]) and not past


def negates(token: Token, words: dict[str, Any]) -> bool:
    return is_negation(token) or token.lower in words["negations"]


def is_one_of(token: Token, listed: Collection[str]) -> bool:
    return token.lemma.lower() in listed or token.lower in listed


def _names(clause: Clause, words: dict[str, Any]) -> bool:
    return not {clause.verb.plain, clause.verb.lemma}.isdisjoint(words["naming"])
